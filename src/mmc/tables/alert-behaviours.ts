import { SCHEMA_MODEL } from '../../duis/index.js';
import type { Description } from '../../gbcs/index.js';
import { hasMembers, valueAt } from '../decoded-content.js';
import { payloadsOf } from '../gbz-readers.js';
import { kept, type MmcTree, type Reader } from '../mmc-tree.js';
import type { ResponseRow } from '../response-row.js';

/** Codes of events a type of the MMC schema has elements for, such as `810D`. */
const codesOf = (type: string): readonly string[] =>
  (SCHEMA_MODEL.complex[type]?.elements ?? []).map(({ name }) => name.slice(1));

const told = (enabled: boolean): string => (enabled ? 'Enable' : 'Disable');

/** The events a list of an ESME names, as codes without `0x`; undefined where it was not read. */
function listed(content: Description, path: string): ReadonlySet<string> | undefined {
  const list = valueAt(content, path);
  if (!Array.isArray(list)) return undefined;
  const codes = (list as readonly Description[]).filter((code) => typeof code === 'string');
  return new Set(codes.map((code) => code.replace(/^0x/, '')));
}

/**
 * Each event of a type: enabled where the list has it. A type that not every meter has is told only where the list names one
 * of its events.
 * @param common the types that every meter has
 */
const settings =
  (path: string, common: readonly string[], others: readonly string[]): Reader =>
  (content) => {
    const enabled = listed(content, path);
    if (enabled === undefined) return undefined;
    const types = [
      ...common,
      ...others.filter((type) => codesOf(`ra:${type}`).some((code) => enabled.has(code))),
    ];
    return Object.fromEntries<MmcTree>(
      types.map((type) => [
        type,
        Object.fromEntries(codesOf(`ra:${type}`).map((code) => [`x${code}`, told(enabled.has(code))])),
      ]),
    );
  };

const supplier = (path: string): Reader => settings(path, ['SupplierESMECommon'], ['SupplierESMEPolyPhase']);
const networkOperator = (path: string): Reader =>
  settings(
    path,
    ['NetworkOperatorESMECommon'],
    ['NetworkOperatorESMESinglePhase', 'NetworkOperatorESMEPolyPhase'],
  );

/** Each event a GSME reports, with what it does on it. */
const gasEvents: Reader = (content) => {
  const known = new Set(codesOf('ra:SupplierGSMEAlertsEvents'));
  const events = payloadsOf(content, 'reportEventConfiguration').flatMap((payload) => {
    const list = valueAt(payload, 'events');
    return Array.isArray(list) ? (list as readonly Description[]).filter(hasMembers) : [];
  });
  const entries = events.flatMap(({ eventId, eventConfiguration }) => {
    if (typeof eventId !== 'string' || typeof eventConfiguration !== 'string' || !known.has(eventId))
      return [];
    const does = (what: string) => told(eventConfiguration.includes(what));
    const behaviour: MmcTree = {
      WANAlert: does('WAN alert'),
      HANAlert: does('HAN alert'),
      EventLog: does('event log'),
      Alarm: does('alarm'),
    };
    return [[`x${eventId}`, behaviour] as const];
  });
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
};

/** What Devices do on events: 6.2.10. */
export const ALERT_BEHAVIOURS: readonly ResponseRow[] = [
  {
    useCases: ['ECS25r1'],
    elements: {
      ElectricitySupplierAlertEventSettings: kept({
        ElectricitySupplierWANAlertSettings: supplier('wanAlerts'),
        ElectricitySupplierHANAlertSettings: supplier('hanAlerts'),
        ElectricitySupplierAlarmSettings: supplier('alarms'),
        ElectricitySupplierLoggingSettings: supplier('logging'),
      }),
    },
    source: 'MMC schema 5.4, ElectricitySupplierAlertsEvents; the lists ECS25a writes',
    mark: 'inferred',
  },
  {
    useCases: ['ECS25r2'],
    elements: {
      ElectricityNetworkOperatorAlertEventSettings: kept({
        ElectricityNetworkOperatorWANAlertSettings: networkOperator('wanAlerts'),
        ElectricityNetworkOperatorLoggingSettings: networkOperator('logging'),
      }),
    },
    source: 'MMC schema 5.4, ElectricityNetworkOperatorAlertsEvents; the lists ECS25b writes',
    mark: 'inferred',
  },
  {
    useCases: ['GCS20r'],
    elements: { GasSupplierAlertEventSettings: (content: Description) => gasEvents(content) ?? {} },
    source: 'MMC schema 5.4, SupplierGSMEAlertsEvents; the bits GCS20 sets',
    mark: 'inferred',
  },
];
