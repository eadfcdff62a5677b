import type { Transaction } from 'kysely';
import type { Eui64 } from '../common/eui64.js';
import type { Database, Store } from '../store/index.js';
import { registerIn } from './register.js';
import { testOrganisations, testRegistrations } from './test-organisations.js';
import { type User, userToRow } from './user.js';
import { findUser } from './user-directory.js';

/**
 * Makes the test organisations Users, and registers them in the seeded homes. May be done at every start: what an operator
 * has changed since stays, so only Users that are missing are added, a Receive Response Service moves along while it is
 * the one seeded before (its port may be another at each start), and a meter point is left alone in a role for which it
 * has registrations.
 * @param receiveResponseUrl where all of them take Service Responses
 */
export async function seedTestOrganisations(store: Store, receiveResponseUrl: string): Promise<void> {
  await store.transaction(async (tx) => {
    for (const user of testOrganisations(receiveResponseUrl)) await seedUser(tx, user, receiveResponseUrl);
    for (const registration of testRegistrations()) {
      const { mpxn, role, user } = registration;
      const known = await tx
        .selectFrom('registrations')
        .select('mpxn')
        .where('mpxn', '=', mpxn)
        .where('role', '=', role)
        .limit(1)
        .executeTakeFirst();
      // An operator may have taken the role from the test organisation.
      const acts = (await findUser(tx, user))?.roles.includes(role);
      if (known === undefined && acts) await registerIn(tx, registration);
    }
  });
}

async function seedUser(tx: Transaction<Database>, user: User, url: string): Promise<void> {
  await tx
    .insertInto('users')
    .values({ ...userToRow(user), seeded_url: url })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  await tx
    .updateTable('users')
    .set({ receive_response_url: url, seeded_url: url })
    .where('id', '=', user.id)
    .whereRef('receive_response_url', '=', 'seeded_url')
    .execute();
}

/** Takes the seeded test organisations out of a store that is no longer for trying things out. */
export async function removeTestOrganisations(store: Store): Promise<void> {
  await store.transaction((tx) => dropTestOrganisations(tx, []));
}

/**
 * Takes the seeded test organisations out again, with their registrations: their keys are public, so they are not to stay
 * beside Users of one's own. Those named become Users as any other.
 */
export async function dropTestOrganisations(
  tx: Transaction<Database>,
  keep: readonly Eui64[],
): Promise<void> {
  if (keep.length > 0)
    await tx.updateTable('users').set({ seeded_url: null }).where('id', 'in', keep).execute();
  const seeded = tx.selectFrom('users').select('id').where('seeded_url', 'is not', null);
  await tx.deleteFrom('registrations').where('user_id', 'in', seeded).execute();
  await tx.deleteFrom('users').where('seeded_url', 'is not', null).execute();
}
