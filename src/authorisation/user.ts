import type { Selectable } from 'kysely';
import type { Eui64 } from '../common/eui64.js';
import { USER_ROLES, type UserRole } from '../duis/index.js';
import type { UsersTable } from '../store/index.js';

/** A DUIS User: one organisation identity, the User Roles it acts in and where its Service Responses go. */
export interface User {
  readonly id: Eui64;
  readonly name: string;
  readonly roles: readonly UserRole[];
  readonly status: 'active' | 'suspended';
  /** Receive Response Service; absent where the User fetches nothing asynchronously. */
  readonly receiveResponseUrl?: string;
  /** DUIS version in which the User is written to where it did not ask first, such as `5.4`. */
  readonly duisVersion: string;
}

/** What the store keeps of a User; `seeded_url` is the business of the seed. */
export type UserColumns = Omit<UsersTable, 'seeded_url'>;

export function userToRow(user: User): UserColumns {
  return {
    id: user.id,
    name: user.name,
    roles: JSON.stringify(USER_ROLES.filter((role) => user.roles.includes(role))),
    status: user.status,
    receive_response_url: user.receiveResponseUrl ?? null,
    duis_version: user.duisVersion,
  };
}

export function userFromRow(row: Selectable<UserColumns>): User {
  return {
    id: row.id,
    name: row.name,
    roles: JSON.parse(row.roles) as UserRole[],
    status: row.status,
    ...(row.receive_response_url !== null && { receiveResponseUrl: row.receive_response_url }),
    duisVersion: row.duis_version,
  };
}
