import { CodecError } from '../../../common/errors.js';
import type { BillingCalendar, GasBillingCalendar } from '../../../duis/generated/service-request-types.js';
import { price } from '../../gbz/clusters/price.js';
import type { CommandPart, PartWords } from '../../gbz/command-part.js';
import { gbzUseCase } from '../../gbz/gbz-use-case.js';
import { utcTimeOf } from '../../gbz/utc-time.js';
import type { DeviceFacts, TransformContext } from '../../transform-context.js';
import { GBCS_2, supports } from '../dlms/shared/gbcs-version.js';
import { issuerEventId } from './issue-context.js';

type Periodicity = GasBillingCalendar['Periodicity'];

/** Low nibble: unit of the duration. High nibble: where it begins, 2 being "not specified". */
const DAYS = 0x21;
const WEEKS = 0x22;
const MONTHS = 0x23;

/** Length of a billing period. Source: GBCS mapping table rows 1963, 1964. */
const PERIODS: Readonly<Record<Periodicity, { readonly duration: number; readonly durationType: number }>> = {
  Daily: { duration: 1, durationType: DAYS },
  Weekly: { duration: 1, durationType: WEEKS },
  Monthly: { duration: 1, durationType: MONTHS },
  Quarterly: { duration: 3, durationType: MONTHS },
  SixMonthly: { duration: 6, durationType: MONTHS },
  Yearly: { duration: 12, durationType: MONTHS },
};

const REPEATING_BLOCK = 0x02;
const DELIVERED_TARIFF = 0x00;
const BLOCK_PERIOD = 0x01;

interface BillingPeriod {
  readonly issuerEventId: number;
  readonly start: number;
  readonly duration: number;
  readonly durationType: number;
}

/** Every Device can have periods of one day, week or month. */
function isBasic(calendar: GasBillingCalendar): boolean {
  return PERIODS[calendar.Periodicity].duration === 1;
}

function billingPeriod(content: BillingCalendar, context: TransformContext): BillingPeriod {
  const calendar = content.GasBillingCalendar;
  if (!calendar) throw new CodecError('the billing calendar is not that of a GSME');
  return {
    issuerEventId: issuerEventId(context),
    start: utcTimeOf(calendar.BillingPeriodStart),
    ...PERIODS[calendar.Periodicity],
  };
}

/** @param duration 1 where every period is one unit long, else how it follows */
function billingPeriodParts(
  { one }: PartWords<BillingPeriod>,
  duration: 1 | ((values: BillingPeriod) => number),
): CommandPart<BillingPeriod>[] {
  return [
    one(price.fromServer.publishBillingPeriod, {
      providerId: 0,
      issuerEventId: (values) => values.issuerEventId,
      billingPeriodStartTime: (values) => values.start,
      billingPeriodDuration: duration,
      billingPeriodDurationType: (values) => values.durationType,
      tariffType: DELIVERED_TARIFF,
    }),
    one(price.fromServer.publishBlockPeriod, {
      providerId: 0,
      issuerEventId: (values) => values.issuerEventId,
      blockPeriodStartTime: (values) => values.start,
      blockPeriodDuration: duration,
      blockPeriodControl: REPEATING_BLOCK,
      blockPeriodDurationType: (values) => values.durationType,
      tariffType: DELIVERED_TARIFF,
      tariffResolutionPeriod: BLOCK_PERIOD,
    }),
  ];
}

/** A Device whose version is not known gets the older use case where that can say the same. */
function hasAllPeriodicities(device: DeviceFacts | undefined): boolean {
  return device?.gbcsVersion !== undefined && supports(device, GBCS_2);
}

/** Set Billing Calendar on the GSME: daily, weekly or monthly, of Devices before `GBCS_2`. */
export const GCS25 = gbzUseCase(
  {
    code: 'GCS25',
    title: 'Set Billing Calendar on the GSME',
    messageCode: 0x007e,
    messageType: 'SME.C.C',
    serviceReferenceVariants: ['6.8'],
    targets: ['GSME'],
    source: 'GBCS mapping table rows 919, 1705; SMETS 4.6.4.2',
    element: 'UpdateDeviceConfigurationBillingCalendar',
    response: [],
    applies: ({ GasBillingCalendar: calendar }, request, context) =>
      calendar !== undefined &&
      isBasic(calendar) &&
      !hasAllPeriodicities(context.device(request.requestId.target)),
    from(content, context) {
      if (content.GasBillingCalendar && !isBasic(content.GasBillingCalendar)) {
        throw new CodecError(
          `the Device has no billing period that is ${content.GasBillingCalendar.Periodicity}`,
        );
      }
      return billingPeriod(content, context);
    },
  },
  (words) => billingPeriodParts(words, 1),
);

/** Set Billing Calendar on the GSME - all periodicities. */
export const GCS25a = gbzUseCase(
  {
    code: 'GCS25a',
    title: 'Set Billing Calendar on the GSME - all periodicities',
    messageCode: 0x00d8,
    messageType: 'SME.C.C',
    serviceReferenceVariants: ['6.8'],
    targets: ['GSME'],
    source: 'GBCS mapping table rows 1963, 1964; SMETS 4.6.4.2',
    element: 'UpdateDeviceConfigurationBillingCalendar',
    response: [],
    applies: ({ GasBillingCalendar: calendar }, request, context) =>
      calendar !== undefined &&
      (!isBasic(calendar) || hasAllPeriodicities(context.device(request.requestId.target))),
    from: billingPeriod,
  },
  (words) => billingPeriodParts(words, ({ duration }) => duration),
);
