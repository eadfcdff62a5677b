import type { Selectable } from 'kysely';
import type { Eui64 } from '../common/eui64.js';
import type { RegistrationsTable, Statement, Store } from '../store/index.js';
import { registerIn } from './register.js';
import {
  holdsAt,
  type RegisteredRole,
  type Registration,
  type RegistrationChange,
  registrationFromRow,
} from './registration.js';
import { registrationStatements } from './registration-statements.js';
import { UserDataRefused } from './user-data-refused.js';

/** Restricts a listing; absent members restrict nothing. */
export interface RegistrationFilter {
  readonly mpxn?: string;
  readonly role?: RegisteredRole;
  readonly user?: Eui64;
}

/** Names one registration. */
export type RegistrationKey = Pick<Registration, 'mpxn' | 'role' | 'from'>;

/** The registration data: which User is responsible for which meter point, in which role and when. */
export class Registrations {
  readonly #statements: ReturnType<typeof registrationStatements>;

  constructor(private readonly store: Store) {
    this.#statements = registrationStatements(store.db);
  }

  /**
   * Registers a User. The registration of the same meter point and role that holds at `from` ends there: a Change of
   * Supplier. One with the same start is corrected. With no end of its own it ends where a later one begins.
   * @param recordedAt when the gateway is told: a change dated back takes effect then; absent for what was known before
   * @returns the registration as it is now
   * @throws UserDataRefused if it is wrong in itself, names no User or not one in this role, or overlaps a later one
   */
  register(registration: Registration, recordedAt?: Date): Promise<Registration> {
    return this.store.transaction((tx) => registerIn(tx, registration, recordedAt));
  }

  /** All that fit, by meter point, role and start. */
  async list({ mpxn, role, user }: RegistrationFilter = {}): Promise<Registration[]> {
    let query = this.store.db.selectFrom('registrations').selectAll();
    if (mpxn !== undefined) query = query.where('mpxn', '=', mpxn);
    if (role !== undefined) query = query.where('role', '=', role);
    if (user !== undefined) query = query.where('user_id', '=', user);
    const rows = await query.orderBy('mpxn').orderBy('role').orderBy('from_ms').execute();
    return rows.map(registrationFromRow);
  }

  /** Everything known of a meter point, whenever; empty if nobody was or will be registered for it. */
  async of(mpxn: string): Promise<Registration[]> {
    return this.#all(this.#statements.of, { mpxn });
  }

  /** Who is registered for a meter point in a role at a date. */
  async at(mpxn: string, role: RegisteredRole, date: Date): Promise<Registration | undefined> {
    return (await this.of(mpxn)).find((each) => each.role === role && holdsAt(each, date));
  }

  /** @throws UserDataRefused if there is no such registration */
  async remove({ mpxn, role, from }: RegistrationKey): Promise<void> {
    const removed = await this.store.transaction((tx) =>
      tx
        .deleteFrom('registrations')
        .where('mpxn', '=', mpxn)
        .where('role', '=', role)
        .where('from_ms', '=', from.getTime())
        .executeTakeFirst(),
    );
    if (removed.numDeletedRows === 0n) {
      throw new UserDataRefused(
        'not-found',
        `nobody is registered as ${role} for ${mpxn} from ${from.toISOString()}`,
      );
    }
  }

  /**
   * The Changes of Supplier (IS, ES, GS) that took effect after `after` and at `until` or before: registrations that
   * began where another User's ended. One dated back took effect when it was recorded.
   */
  async changes(after: Date, until: Date): Promise<RegistrationChange[]> {
    const rows = await this.store.statements.all(this.#statements.changes, {
      after: after.getTime(),
      until: until.getTime(),
    });
    return rows.map(({ mpxn, role, from_ms, user_id, previous }) => ({
      mpxn,
      role,
      from: new Date(from_ms),
      user: user_id,
      previous,
    }));
  }

  async #all<A extends Readonly<Record<string, string>>>(
    query: Statement<A, Selectable<RegistrationsTable>>,
    args: A,
  ): Promise<Registration[]> {
    return (await this.store.statements.all(query, args)).map(registrationFromRow);
  }
}
