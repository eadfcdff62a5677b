import { metering } from '../../gbz/clusters/metering.js';
import { prepayment } from '../../gbz/clusters/prepayment.js';
import { SNAPSHOT_CAUSE } from '../../gbz/clusters/snapshot.js';
import { gbzUseCase } from '../../gbz/gbz-use-case.js';
import { logPeriodOf } from './read-log-period.js';
import { prepaySnapshotsPart, snapshotsPart } from './snapshot-parts.js';

/* In both an ExecutionDateTime is kept by the DSP, and KAPublicSecurityCredentials go into other-information. */

/** Entries of the daily read logs. */
const DAYS = 31;

/** Read GSME Daily Read log(s). */
export const GCS16a = gbzUseCase(
  {
    code: 'GCS16a',
    title: 'Read GSME Daily Read log(s)',
    messageCode: 0x0077,
    messageType: 'SME.C.NC',
    serviceReferenceVariants: ['4.6.1'],
    targets: ['GSME', 'GPF'],
    source: 'GBCS mapping table rows 546, 611, 1493, 1522, 1528, 1781, 1782; SMETS 4.6.5.7',
    element: 'RetrieveImportDailyReadLog',
    response: [metering.fromServer.publishSnapshot],
    from: (content) => logPeriodOf(content.ReadLogPeriod),
  },
  (words) => [snapshotsPart(words, DAYS, SNAPSHOT_CAUSE.general)],
);

/** Read GSME Daily Read log(s) (prepayment). */
export const GCS16b = gbzUseCase(
  {
    code: 'GCS16b',
    title: 'Read GSME Daily Read log(s) (prepayment)',
    messageCode: 0x0096,
    messageType: 'SME.C.NC',
    serviceReferenceVariants: ['4.14'],
    targets: ['GSME', 'GPF'],
    source: 'GBCS mapping table rows 539 to 544, 610, 1494, 1523, 1529; SMETS 4.6.5.14',
    element: 'ReadPrepaymentDailyReadLog',
    response: [prepayment.fromServer.publishPrepaySnapshot],
    from: (content) => logPeriodOf(content.ReadLogPeriod),
  },
  (words) => [prepaySnapshotsPart(words, DAYS, SNAPSHOT_CAUSE.general)],
);
