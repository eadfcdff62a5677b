import { dlmsUseCase, get, nothingToSay } from '../engine/index.js';
import { BILLING_CALENDAR, executionTimes } from '../shared/billing-calendar.js';
import { before, GBCS_2, since } from '../shared/gbcs-version.js';

const layout = {
  messageType: 'SME.C.NC',
  serviceReferenceVariants: ['6.2.3'],
  targets: ['ESME'],
  command: { startAndPeriodicity: get(BILLING_CALENDAR, 4, executionTimes) },
  from: { ReadDeviceConfigurationBillingCalendar: nothingToSay },
} as const;

/** Read ESME Configuration Data Device Information (Billing Calendar), of Devices before `GBCS_2`. */
export const ECS26d = dlmsUseCase({
  ...layout,
  code: 'ECS26d',
  title: 'Read ESME Configuration Data Device Information (BillingCalendar)',
  messageCode: 0x003e,
  source: 'RTDS 4.5.0 message ECS26d (not in the mapping table)',
  appliesWhere: before(GBCS_2),
});

/** Read ESME Configuration Data Device Information (Billing Calendar - all periodicities). */
export const ECS26l = dlmsUseCase({
  ...layout,
  code: 'ECS26l',
  title: 'Read ESME Configuration Data Device Information (Billing Calendar - all periodicities)',
  messageCode: 0x00d9,
  source: 'GBCS mapping table row 1963; SMETS 5.7.4.7',
  appliesWhere: since(GBCS_2),
});
