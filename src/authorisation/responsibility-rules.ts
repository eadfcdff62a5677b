import type { DeviceType } from '../common/device-type.js';
import type { Mark, UserRole } from '../duis/index.js';
import type { DeviceRecord } from '../inventory/index.js';
import type { RegisteredRole } from './registration.js';

/** Where a meter's record has its meter points. */
export type MeterPointMember = 'importMpxn' | 'secondaryImportMpan' | 'exportMpan';

export type Meter = 'ESME' | 'GSME';

interface Rule {
  /** No source told how registration data and Devices go together, so nothing here is more than inferred. */
  readonly mark: Mark;
  readonly reason: string;
}

/** The meter points at which a User is registered to be responsible in a role. */
export interface RoleRule extends Rule {
  readonly meterPoints: Readonly<Record<Meter, readonly MeterPointMember[]>>;
}

const IMPORT = ['importMpxn', 'secondaryImportMpan'] as const;
const ANY_MPAN = [...IMPORT, 'exportMpan'] as const;

/** Which registrations make a User responsible for a meter. */
export const ROLE_RULES: Readonly<Record<RegisteredRole, RoleRule>> = {
  IS: {
    meterPoints: { ESME: IMPORT, GSME: [] },
    mark: 'inferred',
    reason: 'the Import Supplier is registered for the import MPAN; a twin element meter has a second one',
  },
  ES: {
    meterPoints: { ESME: ['exportMpan'], GSME: [] },
    mark: 'inferred',
    reason: 'the Export Supplier is registered for the export MPAN; without one there is no Export Supplier',
  },
  ED: {
    meterPoints: { ESME: ANY_MPAN, GSME: [] },
    mark: 'inferred',
    reason: 'the network of an Electricity Distributor ends at the meter, whichever of its MPANs names it',
  },
  GS: {
    meterPoints: { ESME: [], GSME: ['importMpxn'] },
    mark: 'inferred',
    reason: 'the Gas Supplier is registered for the MPRN, which the inventory keeps as ImportMPxN',
  },
  GT: {
    meterPoints: { ESME: [], GSME: ['importMpxn'] },
    mark: 'inferred',
    reason: 'the Gas Transporter is registered for the MPRN',
  },
  RSA: {
    meterPoints: { ESME: ANY_MPAN, GSME: ['importMpxn'] },
    mark: 'inferred',
    reason: 'a Registered Supplier Agent is appointed for a meter point',
  },
};

/** The meters whose registration data decide for a Device. */
export interface DeviceRule extends Rule {
  readonly decidedBy: 'itself' | 'gas meters of its home' | 'meters of its home';
}

const OF_ITS_HOME: DeviceRule = {
  decidedBy: 'meters of its home',
  mark: 'inferred',
  reason: 'has no MPxN and serves all meters of a home, so whoever is responsible for one of them may ask it',
};

/** Whose registration data decide for each type of Device. */
export const DEVICE_RULES: Readonly<Record<DeviceType, DeviceRule>> = {
  ESME: { decidedBy: 'itself', mark: 'inferred', reason: 'has MPANs of its own' },
  GSME: { decidedBy: 'itself', mark: 'inferred', reason: 'has an MPRN of its own' },
  GPF: {
    decidedBy: 'gas meters of its home',
    mark: 'inferred',
    reason: 'mirrors the GSME of its home and has no MPRN of its own',
  },
  CHF: OF_ITS_HOME,
  PPMID: OF_ITS_HOME,
  HCALCS: OF_ITS_HOME,
  IHD: OF_ITS_HOME,
  CAD: OF_ITS_HOME,
};

/** User Roles that are responsible wherever they ask. */
export const ROLES_WITHOUT_REGISTRATION: readonly {
  readonly role: UserRole;
  readonly mark: Mark;
  readonly reason: string;
}[] = [
  {
    role: 'OU',
    mark: 'inferred',
    reason: 'asks with the consent of the consumer, which no registration shows',
  },
  { role: 'LC', mark: 'inferred', reason: 'no registration data exist for Load Controllers' },
];

/** What holds where the gateway knows too little to say no. */
export const UNKNOWN_RULES = {
  noDevice: {
    gives: 'every role of the User',
    mark: 'inferred',
    reason: 'a request about no Device of the inventory: pre-notification comes before registration',
  },
  noMeterPoint: {
    gives: 'every role of the User',
    mark: 'inferred',
    reason:
      'a meter without MPxN, or a home without any, is being installed: whoever installs it has to reach it',
  },
  meterPointOfOneFuel: {
    gives: 'the roles of that fuel',
    mark: 'inferred',
    reason: 'in a home whose meters of the other fuel have MPxNs only the new meter is being installed',
  },
  nobodyRegistered: {
    gives: 'the roles that go with the meter point, or none: setting unregistered_meter_points',
    mark: 'inferred',
    reason: 'a harness need not keep registration data; the DCC has them for every meter point',
  },
} as const satisfies Readonly<Record<string, Rule & { readonly gives: string }>>;

/** The meter points of a meter, each with the roles that go with it. */
export function meterPointsOf(meter: DeviceRecord): { mpxn: string; roles: RegisteredRole[] }[] {
  const { deviceType } = meter;
  if (deviceType !== 'ESME' && deviceType !== 'GSME') return [];
  return ANY_MPAN.flatMap((member) => {
    const mpxn = meter[member];
    return mpxn === null ? [] : [{ mpxn, roles: rolesAt(deviceType, member) }];
  });
}

/** The roles that a meter of this type can have registrations for. */
export function rolesOfMeter(meter: Meter): RegisteredRole[] {
  return rolesWhere((rule) => rule.meterPoints[meter].length > 0);
}

function rolesAt(meter: Meter, member: MeterPointMember): RegisteredRole[] {
  return rolesWhere((rule) => rule.meterPoints[meter].includes(member));
}

function rolesWhere(fits: (rule: RoleRule) => boolean): RegisteredRole[] {
  return (Object.entries(ROLE_RULES) as [RegisteredRole, RoleRule][])
    .filter(([, rule]) => fits(rule))
    .map(([role]) => role);
}
