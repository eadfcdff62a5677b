import type { Selectable, Transaction } from 'kysely';
import type { Eui64 } from '../common/eui64.js';
import { type Database, type Statement, statement, type Store, type UsersTable } from '../store/index.js';
import { type User, userFromRow, userToRow } from './user.js';
import { UserDataRefused } from './user-data-refused.js';

/** The Users of this gateway. What the command line changes in another process counts from the next request on. */
export class UserDirectory {
  readonly #find: Statement<{ id: Eui64 }, Selectable<UsersTable>>;

  constructor(private readonly store: Store) {
    this.#find = statement(store.db, (db, argument) =>
      db.selectFrom('users').selectAll().where('id', '=', argument('id')),
    );
  }

  async find(id: Eui64): Promise<User | undefined> {
    const row = await this.store.statements.first(this.#find, { id });
    return row === undefined ? undefined : userFromRow(row);
  }

  /** Every User, in the order of their EUI-64s. */
  async all(): Promise<readonly User[]> {
    const rows = await this.store.db.selectFrom('users').selectAll().orderBy('id').execute();
    return rows.map(userFromRow);
  }

  /** Adds a User, or replaces all that is known of it. @returns whether it is new */
  put(user: User): Promise<boolean> {
    return this.store.transaction((tx) => putUser(tx, user));
  }

  /** @throws UserDataRefused if there is no such User */
  async setStatus(id: Eui64, status: User['status']): Promise<void> {
    await this.store.transaction(async (tx) => {
      if ((await findUser(tx, id)) === undefined) throw noSuchUser(id);
      await tx.updateTable('users').set({ status }).where('id', '=', id).execute();
    });
  }

  /**
   * Removes a User nobody is registered as. Its requests stay in the journal.
   * @throws UserDataRefused if there is no such User or it has registrations, past ones included: who was responsible
   * when is not to be forgotten by accident
   */
  async remove(id: Eui64): Promise<void> {
    await this.store.transaction(async (tx) => {
      if ((await findUser(tx, id)) === undefined) throw noSuchUser(id);
      const registered = await tx
        .selectFrom('registrations')
        .select(['mpxn', 'role'])
        .where('user_id', '=', id)
        .limit(1)
        .executeTakeFirst();
      if (registered !== undefined) {
        throw new UserDataRefused(
          'conflict',
          `User ${id} is registered, such as ${registered.role} for ${registered.mpxn}; suspend the User, or remove its registrations first`,
        );
      }
      await tx.deleteFrom('users').where('id', '=', id).execute();
    });
  }
}

/** Adds or replaces a User within a transaction. @returns whether it is new */
export async function putUser(tx: Transaction<Database>, user: User): Promise<boolean> {
  const { id, ...members } = userToRow(user);
  const before = await tx.selectFrom('users').select('id').where('id', '=', id).executeTakeFirst();
  await tx
    .insertInto('users')
    .values({ id, ...members, seeded_url: null })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(members))
    .execute();
  return before === undefined;
}

/** Within a transaction, where the directory would wait for it for ever. */
export async function findUser(tx: Transaction<Database>, id: Eui64): Promise<User | undefined> {
  const row = await tx.selectFrom('users').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : userFromRow(row);
}

function noSuchUser(id: Eui64): UserDataRefused {
  return new UserDataRefused('not-found', `there is no User ${id}`);
}
