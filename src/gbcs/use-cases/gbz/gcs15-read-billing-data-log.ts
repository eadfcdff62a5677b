import { metering } from '../../gbz/clusters/metering.js';
import { prepayment } from '../../gbz/clusters/prepayment.js';
import { SNAPSHOT_CAUSE } from '../../gbz/clusters/snapshot.js';
import { gbzUseCase } from '../../gbz/gbz-use-case.js';
import { logPeriodOf } from './read-log-period.js';
import { prepaySnapshotsPart, snapshotsPart } from './snapshot-parts.js';

/* In all of these an ExecutionDateTime is kept by the DSP, and KAPublicSecurityCredentials go into other-information. */

/** Entries of the billing data logs. */
const SNAPSHOTS = 12;
const DEBT_PAYMENTS = 10;
const PREPAYMENT_CREDITS = 5;
const PAYMENT_BASED_DEBT = 0x02;

const CHANGE_OF_MODE_OR_TARIFF =
  SNAPSHOT_CAUSE.changeOfMeterMode |
  SNAPSHOT_CAUSE.changeOfSupplier |
  SNAPSHOT_CAUSE.changeOfTariffInformation;

/** Read GSME Billing Data Log (change of mode / tariff triggered). */
export const GCS15b = gbzUseCase(
  {
    code: 'GCS15b',
    title: 'Read GSME Billing Data Log (change of mode / tariff triggered)',
    messageCode: 0x00c3,
    messageType: 'SME.C.NC',
    serviceReferenceVariants: ['4.4.2'],
    targets: ['GSME', 'GPF'],
    source: 'GBCS mapping table rows 519 to 536, 1491, 1520, 1526, 1837 to 1842; SMETS 4.6.5.3',
    element: 'RetrieveCoMOrTariffTriggeredBillingDataLog',
    response: [prepayment.fromServer.publishPrepaySnapshot, metering.fromServer.publishSnapshot],
    from: (content) => logPeriodOf(content.ReadLogPeriod),
  },
  (words) => [
    prepaySnapshotsPart(words, SNAPSHOTS, CHANGE_OF_MODE_OR_TARIFF),
    snapshotsPart(words, SNAPSHOTS, CHANGE_OF_MODE_OR_TARIFF),
  ],
);

/** Read GSME Billing Data Log (billing calendar triggered). */
export const GCS15c = gbzUseCase(
  {
    code: 'GCS15c',
    title: 'Read GSME Billing Data Log (billing calendar triggered)',
    messageCode: 0x0076,
    messageType: 'SME.C.NC',
    serviceReferenceVariants: ['4.4.3'],
    targets: ['GSME', 'GPF'],
    source: 'GBCS mapping table rows 520, 607, 1477, 1478, 1490, 1519, 1525, 1871 to 1880; SMETS 4.6.5.3',
    element: 'RetrieveBillingCalendarTriggeredBillingDataLog',
    response: [metering.fromServer.publishSnapshot, prepayment.fromServer.publishPrepaySnapshot],
    from: (content) => logPeriodOf(content.ReadLogPeriod),
  },
  (words) => [
    snapshotsPart(words, SNAPSHOTS, SNAPSHOT_CAUSE.endOfBillingPeriod),
    prepaySnapshotsPart(words, SNAPSHOTS, SNAPSHOT_CAUSE.endOfBillingPeriod),
  ],
);

/** Read GSME Billing Data Log (payment-based debt payments). */
export const GCS15d = gbzUseCase(
  {
    code: 'GCS15d',
    title: 'Read GSME Billing Data Log (payment-based debt payments)',
    messageCode: 0x00c4,
    messageType: 'SME.C.NC',
    serviceReferenceVariants: ['4.4.4'],
    targets: ['GSME', 'GPF'],
    source: 'GBCS mapping table rows 517, 574, 592, 628, 649; SMETS 4.6.5.3',
    element: 'RetrieveBillingDataLogDebtPayments',
    response: [prepayment.fromServer.publishDebtLog],
    from: (content) => logPeriodOf(content.ReadLogPeriod),
  },
  ({ one }) => [
    one(
      prepayment.fromClient.getDebtRepaymentLog,
      {
        latestEndTime: (period) => period.end,
        numberOfDebts: DEBT_PAYMENTS,
        debtType: PAYMENT_BASED_DEBT,
      },
      (period) => period.start,
    ),
  ],
);

/** Read GSME Billing Data Log (prepayment credits). */
export const GCS15e = gbzUseCase(
  {
    code: 'GCS15e',
    title: 'Read GSME Billing Data Log (prepayment credits)',
    messageCode: 0x00c5,
    messageType: 'SME.C.NC',
    serviceReferenceVariants: ['4.4.5'],
    targets: ['GSME', 'GPF'],
    source: 'GBCS mapping table rows 558, 575, 618, 629, 650; SMETS 4.6.5.3',
    element: 'RetrieveBillingDataLogPrepaymentCredits',
    response: [prepayment.fromServer.publishTopUpLog],
    from: (content) => logPeriodOf(content.ReadLogPeriod),
  },
  ({ one }) => [
    one(
      prepayment.fromClient.getTopUpLog,
      { latestEndTime: (period) => period.end, numberOfRecords: PREPAYMENT_CREDITS },
      (period) => period.start,
    ),
  ],
);
