import type { Eui64 } from '../../common/eui64.js';

/** DUIS Users: one row an organisation identity. */
export interface UsersTable {
  id: Eui64;
  name: string;
  /** JSON array of User Roles. */
  roles: string;
  status: 'active' | 'suspended';
  receive_response_url: string | null;
  /** DUIS version in which the User is written to, such as `5.4`. */
  duis_version: string;
  /** The Receive Response Service a test organisation was seeded with; null for every other User. */
  seeded_url: string | null;
}

/** Who is registered for a meter point in which role, from when until when. Times are milliseconds since 1970. */
export interface RegistrationsTable {
  /** MPAN or MPRN. */
  mpxn: string;
  role: 'IS' | 'ES' | 'GS' | 'RSA' | 'ED' | 'GT';
  user_id: Eui64;
  from_ms: number;
  /** The first moment after; null where the end is open. */
  until_ms: number | null;
  /** When the gateway was told; null for what was known from the start. */
  recorded_ms: number | null;
}
