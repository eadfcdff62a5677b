import { CodecError } from '../../../../common/errors.js';
import type {
  ConfigureAlertBehaviour,
  ElectricityNetworkOperatorAlerts,
  ElectricitySupplierAlerts,
} from '../../../../duis/generated/service-request-types.js';
import { bitString, mapped, type ObisCode } from '../../../dlms/index.js';
import { REMOTE_PARTY_ROLES } from '../../asn1/trust-anchor-cell.js';
import {
  dlmsUseCase,
  get,
  hasBodyContent,
  isPolyphase,
  nothingToSay,
  type RequestFacts,
  set,
} from '../engine/index.js';
import { remotePartyRole } from '../shared/remote-party-role.js';

/** Bits of a mask and of the actions: bit n is for Event or Alert Code 0x80nn or 0x81nn, the last one is bit 0. */
const CODES = 256;

/** The first byte of the codes of an authority: 0x81 the supplier's, 0x80 the network operator's. */
type Authority = 0x80 | 0x81;

type Setting = 'Enable' | 'Disable';

/** Settings by Event or Alert Code; codes that are not there keep their setting. */
export type AlertSettings = ReadonlyMap<number, Setting>;

const bitsOf = (codes: Iterable<number>): string => {
  const bits = Array.from({ length: CODES }, () => '0');
  for (const code of codes) bits[CODES - 1 - (code & 0xff)] = '1';
  return bits.join('');
};

const codesOf = (bits: string, authority: Authority): number[] =>
  [...bits]
    .flatMap((bit, position) => (bit === '1' ? [authority * 0x100 + CODES - 1 - position] : []))
    .sort((one, other) => one - other);

const hexadecimal = (code: number): string => `0x${code.toString(16).toUpperCase()}`;

function describe(settings: AlertSettings): Record<string, Setting> {
  return Object.fromEntries([...settings].map(([code, setting]) => [hexadecimal(code), setting]));
}

/** Mask of what changes, and what it changes to. Source: mapping table rows 8, 9, 1930 to 1933. */
const maskAndActions = (authority: Authority) =>
  mapped<string, AlertSettings>(bitString(2 * CODES), {
    toWire: (settings) =>
      bitsOf(settings.keys()) +
      bitsOf([...settings].flatMap(([code, setting]) => (setting === 'Enable' ? [code] : []))),
    fromWire(bits) {
      const enabled = new Set(codesOf(bits.slice(CODES), authority));
      return new Map(
        codesOf(bits.slice(0, CODES), authority).map((code) => [
          code,
          enabled.has(code) ? 'Enable' : 'Disable',
        ]),
      );
    },
    describe,
  });

/** Codes that are switched on. Source: mapping table rows 1934 to 1939. */
const enabledCodes = (authority: Authority) =>
  mapped<string, readonly number[]>(bitString(CODES), {
    toWire: bitsOf,
    fromWire: (bits) => codesOf(bits, authority),
    describe: (codes) => codes.map(hexadecimal),
  });

type Behaviours = ElectricitySupplierAlerts & ElectricityNetworkOperatorAlerts;
type BehavioursName = {
  [Name in keyof ConfigureAlertBehaviour]-?: Name extends `Electricity${string}` ? Name : never;
}[keyof ConfigureAlertBehaviour];

/** Elements are named for their codes, such as `x810D`. */
function settingsOf(elements: object | undefined): [number, Setting][] {
  return Object.entries(elements ?? {}).map(([element, setting]) => {
    const code = Number.parseInt(element.slice(1), 16);
    if (!/^x8[01][0-9A-F]{2}$/.test(element)) throw new CodecError(`${element} does not name an event`);
    return [code, setting as Setting];
  });
}

/** An ESME has the behaviours of one phase or of three; those of the other kind are left out (RTDS 4.5.0 ECS25b). */
function alertSettings(behaviours: Behaviours | undefined, polyphase: boolean): AlertSettings {
  const settings = [
    ...settingsOf(behaviours?.SupplierESMECommon),
    ...settingsOf(behaviours?.NetworkOperatorESMECommon),
    ...settingsOf(polyphase ? behaviours?.SupplierESMEPolyPhase : undefined),
    ...settingsOf(polyphase ? behaviours?.NetworkOperatorESMEPolyPhase : undefined),
    ...settingsOf(polyphase ? undefined : behaviours?.NetworkOperatorESMESinglePhase),
  ];
  if (settings.length === 0) throw new CodecError('the request configures no event of this Device');
  return new Map(settings.sort(([one], [other]) => one - other));
}

/** What the use cases have in common. @param element that asks for it @param obis object it writes */
function setBehaviours(element: BehavioursName, authority: Authority, obis: ObisCode) {
  return {
    messageType: 'SME.C.NC',
    serviceReferenceVariants: ['6.22'],
    targets: ['ESME'],
    command: { behaviours: set({ classId: 1, obis }, 2, maskAndActions(authority)) },
    from: {
      ConfigureAlertBehaviour: (content: ConfigureAlertBehaviour, { device }: RequestFacts) => ({
        behaviours: alertSettings(content[element], isPolyphase(device)),
      }),
    },
    appliesWhere: ({ request }: RequestFacts) =>
      hasBodyContent(request, 'ConfigureAlertBehaviour', (content) => content[element] !== undefined),
  } as const;
}

/** Which alerts go to the Supplier. */
export const ECS25a = dlmsUseCase({
  ...setBehaviours('ElectricitySupplierAlerts', 0x81, '0-30:97.98.11.255'),
  code: 'ECS25a',
  title: 'Set Alert Behaviours - ESME - Supplier',
  messageCode: 0x00ac,
  source: 'GBCS mapping table row 8',
});

/** Which events Devices of the home are told. */
export const ECS25a1 = dlmsUseCase({
  ...setBehaviours('ElectricitySupplierHANAlertSettings', 0x81, '0-30:97.98.12.255'),
  code: 'ECS25a1',
  title: 'Set Event Behaviours - ESME to HAN Device - Supplier',
  messageCode: 0x00ea,
  source: 'GBCS mapping table row 1930',
});

/** Which events sound an alarm. */
export const ECS25a2 = dlmsUseCase({
  ...setBehaviours('ElectricitySupplierAlarmSettings', 0x81, '0-30:97.98.13.255'),
  code: 'ECS25a2',
  title: 'Set Event Behaviours - ESME audible alarm - Supplier',
  messageCode: 0x00eb,
  source: 'GBCS mapping table row 1931',
});

/** Which of the Supplier's events are logged. */
export const ECS25a3 = dlmsUseCase({
  ...setBehaviours('ElectricitySupplierLoggingSettings', 0x81, '0-30:97.98.14.255'),
  code: 'ECS25a3',
  title: 'Set Event Behaviours - ESME logging - Supplier',
  messageCode: 0x00ec,
  source: 'GBCS mapping table row 1932',
});

/** Which alerts go to the Network Operator. */
export const ECS25b = dlmsUseCase({
  ...setBehaviours('ElectricityNetworkOperatorAlerts', 0x80, '0-33:97.98.11.255'),
  code: 'ECS25b',
  title: 'Set Alert Behaviours - ESME - Network Operator',
  messageCode: 0x00b0,
  source: 'GBCS mapping table row 9',
});

/** Which of the Network Operator's events are logged. */
export const ECS25b3 = dlmsUseCase({
  ...setBehaviours('ElectricityNetworkOperatorLoggingSettings', 0x80, '0-33:97.98.14.255'),
  code: 'ECS25b3',
  title: 'Set Event Behaviours - ESME logging - Network Operator',
  messageCode: 0x00ed,
  source: 'GBCS mapping table row 1933',
});

const readFacts = {
  messageType: 'SME.C.NC',
  serviceReferenceVariants: ['6.2.10'],
  targets: ['ESME'],
  from: { ReadDeviceConfigurationEventAndAlertBehaviours: nothingToSay },
} as const;

const supplierCodes = enabledCodes(0x81);
const networkOperatorCodes = enabledCodes(0x80);

/** The same request is a network operator's or a supplier's; what it reads follows from who asks. */
const byNetworkOperator = ({ request, context }: RequestFacts): boolean =>
  remotePartyRole(request.requestId.originator, context) === REMOTE_PARTY_ROLES.networkOperator;

/** Read non-critical event and alert behaviours - ESME - Supplier. */
export const ECS25r1 = dlmsUseCase({
  ...readFacts,
  code: 'ECS25r1',
  title: 'Read non-critical event and alert behaviours - ESME- Supplier',
  messageCode: 0x00ee,
  source: 'GBCS mapping table rows 1934 to 1937',
  command: {
    wanAlerts: get({ classId: 1, obis: '0-30:97.98.15.255' }, 2, supplierCodes),
    hanAlerts: get({ classId: 1, obis: '0-30:97.98.16.255' }, 2, supplierCodes),
    alarms: get({ classId: 1, obis: '0-30:97.98.17.255' }, 2, supplierCodes),
    logging: get({ classId: 1, obis: '0-30:97.98.18.255' }, 2, supplierCodes),
  },
  appliesWhere: (facts) => !byNetworkOperator(facts),
});

/** Read non-critical event and alert behaviours - ESME - Network Operator. */
export const ECS25r2 = dlmsUseCase({
  ...readFacts,
  code: 'ECS25r2',
  title: 'Read non-critical event and alert behaviours - ESME- Network Operator',
  messageCode: 0x00ef,
  source: 'GBCS mapping table rows 1938, 1939',
  command: {
    wanAlerts: get({ classId: 1, obis: '0-33:97.98.15.255' }, 2, networkOperatorCodes),
    logging: get({ classId: 1, obis: '0-33:97.98.18.255' }, 2, networkOperatorCodes),
  },
  appliesWhere: byNetworkOperator,
});
