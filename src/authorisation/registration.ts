import type { Selectable } from 'kysely';
import type { Eui64 } from '../common/eui64.js';
import type { RegistrationsTable } from '../store/index.js';
import { UserDataRefused } from './user-data-refused.js';

/** User Roles that registration data exist for. */
export const REGISTERED_ROLES = ['IS', 'ES', 'GS', 'RSA', 'ED', 'GT'] as const;

export type RegisteredRole = (typeof REGISTERED_ROLES)[number];

/** A User in a role for a meter point, for a while. */
export interface Registration {
  /** MPAN (13 digits) or MPRN (up to 10 digits). */
  readonly mpxn: string;
  readonly role: RegisteredRole;
  readonly user: Eui64;
  readonly from: Date;
  /** The first moment after; absent where the end is open. */
  readonly until?: Date;
}

/** A Supplier that took another's place. */
export interface RegistrationChange {
  readonly mpxn: string;
  readonly role: RegisteredRole;
  readonly from: Date;
  /** Who is registered from then on. */
  readonly user: Eui64;
  /** Who was registered until then. */
  readonly previous: Eui64;
}

const MPAN = { pattern: /^[0-9]{13}$/, words: 'an MPAN of 13 digits' };
const MPRN = { pattern: /^[0-9]{1,10}$/, words: 'an MPRN of up to 10 digits' };
const MPXN = { pattern: /^([0-9]{13}|[0-9]{1,10})$/, words: 'an MPAN of 13 or an MPRN of up to 10 digits' };

/** The meter points a role exists for. Lengths: DUIS schema, simple types MPAN and MPRN; that they are digits is inferred. */
const METER_POINT_OF: Readonly<Record<RegisteredRole, typeof MPAN>> = {
  IS: MPAN,
  ES: MPAN,
  ED: MPAN,
  GS: MPRN,
  GT: MPRN,
  RSA: MPXN,
};

/** @throws UserDataRefused if the registration is wrong in itself */
export function checkRegistration({ mpxn, role, from, until }: Registration): void {
  const { pattern, words } = METER_POINT_OF[role];
  if (!pattern.test(mpxn)) {
    throw new UserDataRefused('invalid', `'${mpxn}' is no meter point for ${role}, which needs ${words}`);
  }
  if (until !== undefined && until <= from) {
    throw new UserDataRefused(
      'invalid',
      `the registration would end at ${until.toISOString()}, which is not after its start at ${from.toISOString()}`,
    );
  }
}

export function registrationFromRow(row: Selectable<RegistrationsTable>): Registration {
  return {
    mpxn: row.mpxn,
    role: row.role,
    user: row.user_id,
    from: new Date(row.from_ms),
    ...(row.until_ms !== null && { until: new Date(row.until_ms) }),
  };
}

/** Whether a registration holds at a moment: from its start on, until just before its end. */
export function holdsAt({ from, until }: Registration, at: Date): boolean {
  return from <= at && (until === undefined || at < until);
}
