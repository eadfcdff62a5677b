import { CodecError } from '../../../common/errors.js';
import type {
  SupplierGSME,
  SupplierGSMEAlertsEvents,
  WANHANEventLogAlarm,
} from '../../../duis/generated/service-request-types.js';
import {
  APPLY_BY_LIST,
  deviceManagement,
  EVENT_CONFIGURATION,
} from '../../gbz/clusters/device-management.js';
import { gbzUseCase } from '../../gbz/gbz-use-case.js';
import { AT_ONCE } from '../../gbz/utc-time.js';
import { issuerEventId } from './issue-context.js';

/** Events that get the same configuration; each group is one component. */
interface EventGroup {
  readonly configuration: number;
  readonly events: number[];
}

const { logInGeneralEventLog, alertToWan, alertToHan, alarm } = EVENT_CONFIGURATION;

/** Stands for all events 0x81nn that the GSME supports. */
const ALL_GSME_EVENTS = 0x81ff;

function configurationOf(setting: WANHANEventLogAlarm): number {
  return (
    (setting.WANAlert === 'Enable' ? alertToWan : 0) |
    (setting.HANAlert === 'Enable' ? alertToHan : 0) |
    (setting.EventLog === 'Enable' ? logInGeneralEventLog : 0) |
    (setting.Alarm === 'Enable' ? alarm : 0)
  );
}

/**
 * Where a group stands in the message: WAN and HAN alerts before one of them before none, then the log and the alarm
 * off before on. The one message of RTDS 4.5.0 has the order 5B, 08, 4B, 43; GBCS asks for none.
 */
function rank(configuration: number): number {
  const bit = (mask: number, weight: number) => ((configuration & mask) === mask ? weight : 0);
  return -bit(alertToWan, 8) - bit(alertToHan, 4) + bit(logInGeneralEventLog, 2) + bit(alarm, 1);
}

/** Event or Alert Code in an element's name, such as `x81AA`. */
function eventOf(element: string): number {
  const digits = /^x([0-9A-F]{4})$/.exec(element)?.[1];
  if (digits === undefined) throw new CodecError(`${element} does not name an event`);
  return Number.parseInt(digits, 16);
}

/** Groups events by configuration: groups by rank, events in the order of their codes. */
function grouped<Setting>(
  settings: Readonly<Record<string, Setting | undefined>>,
  configurationFor: (setting: Setting) => number,
): EventGroup[] {
  const groups = new Map<number, EventGroup>();
  for (const [element, setting] of Object.entries(settings)) {
    if (setting === undefined) continue;
    const configuration = configurationFor(setting);
    const group = groups.get(configuration) ?? { configuration, events: [] };
    groups.set(configuration, group);
    group.events.push(eventOf(element));
  }
  for (const group of groups.values()) group.events.sort((a, b) => a - b);
  return [...groups.values()].sort((a, b) => rank(a.configuration) - rank(b.configuration));
}

const alertsAndEvents = (settings: SupplierGSMEAlertsEvents) => grouped({ ...settings }, configurationOf);

/**
 * The older form, for a GSME that can only switch alerts to the WAN: its logs and alarms are fixed, so no other bit is
 * set. RTDS has no message of this form.
 */
const alertsOnly = (settings: SupplierGSME) =>
  grouped({ ...settings }, (setting) => (setting === 'Enable' ? alertToWan : 0));

/** Set Alert Behaviours - GSME. */
export const GCS20 = gbzUseCase(
  {
    code: 'GCS20',
    title: 'Set Alert Behaviours - GSME',
    messageCode: 0x00ad,
    messageType: 'SME.C.NC',
    serviceReferenceVariants: ['6.22'],
    targets: ['GSME'],
    source: 'GBCS mapping table rows 1487, 1518, 1530; SMETS 4.6.4.1',
    element: 'ConfigureAlertBehaviour',
    response: [],
    from(content, context) {
      const { GasSupplierAlertEventSettings, GasSupplierAlerts } = content;
      const groups = GasSupplierAlertEventSettings
        ? alertsAndEvents(GasSupplierAlertEventSettings)
        : GasSupplierAlerts && alertsOnly(GasSupplierAlerts);
      if (!groups) throw new CodecError('the alert behaviours are not those of a GSME');
      if (groups.length === 0) throw new CodecError('the request configures no event');
      return { issuerEventId: issuerEventId(context), groups };
    },
  },
  ({ each }) => [
    each([1, 16], (values) => values.groups, deviceManagement.fromServer.setEventConfiguration, {
      issuerEventId: (_, values) => values.issuerEventId,
      startDateTime: AT_ONCE,
      eventConfiguration: (group) => group.configuration,
      eventSelection: (group) => ({ tag: APPLY_BY_LIST, value: group.events }),
    }),
  ],
);

/** Read non-critical event and alert behaviours - GSME - Supplier. */
export const GCS20r = gbzUseCase(
  {
    code: 'GCS20r',
    title: 'Read non-critical event and alert behaviours - GSME- Supplier',
    messageCode: 0x00f1,
    messageType: 'SME.C.NC',
    serviceReferenceVariants: ['6.2.10'],
    targets: ['GSME'],
    source: 'GBCS mapping table rows 1940, 1941; SMETS 4.6.4.1, 4.6.4.34',
    element: 'ReadDeviceConfigurationEventAndAlertBehaviours',
    response: [deviceManagement.fromClient.reportEventConfiguration],
    from: () => undefined,
  },
  ({ one }) => [one(deviceManagement.fromServer.getEventConfiguration, { eventId: ALL_GSME_EVENTS })],
);
