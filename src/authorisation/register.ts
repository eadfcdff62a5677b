import type { Transaction } from 'kysely';
import type { Database } from '../store/index.js';
import { checkRegistration, type Registration, registrationFromRow } from './registration.js';
import { UserDataRefused } from './user-data-refused.js';
import { findUser } from './user-directory.js';

/**
 * Registers a User within a transaction; see `Registrations.register`.
 * @throws UserDataRefused; the transaction is to be given up then
 */
export async function registerIn(
  tx: Transaction<Database>,
  registration: Registration,
  recordedAt?: Date,
): Promise<Registration> {
  checkRegistration(registration);
  await requireUserInRole(tx, registration);
  const { mpxn, role } = registration;
  const known = (
    await tx
      .selectFrom('registrations')
      .selectAll()
      .where('mpxn', '=', mpxn)
      .where('role', '=', role)
      .orderBy('from_ms')
      .execute()
  ).map(registrationFromRow);
  await endBefore(tx, known, registration);
  const until = endOf(registration, known);
  const from_ms = registration.from.getTime();
  const same = known.some(({ user, from }) => user === registration.user && from.getTime() === from_ms);
  const members = { user_id: registration.user, until_ms: until?.getTime() ?? null };
  const recorded = { recorded_ms: recordedAt?.getTime() ?? null };
  await tx
    .insertInto('registrations')
    .values({ mpxn, role, from_ms, ...members, ...recorded })
    .onConflict((conflict) =>
      conflict
        .columns(['mpxn', 'role', 'from_ms'])
        // Said again, it is no new event.
        .doUpdateSet(same ? members : { ...members, ...recorded }),
    )
    .execute();
  return { mpxn, role, user: registration.user, from: registration.from, ...(until && { until }) };
}

async function requireUserInRole(tx: Transaction<Database>, { user, role }: Registration): Promise<void> {
  const known = await findUser(tx, user);
  if (known === undefined) {
    throw new UserDataRefused('conflict', `there is no User ${user} to register; add it first`);
  }
  const { roles } = known;
  if (roles.includes(role)) return;
  throw new UserDataRefused(
    'conflict',
    `User ${user} does not act as ${role}, only as ${roles.join(', ') || 'nobody'}`,
  );
}

/** Ends the registration that holds when the new one begins. */
async function endBefore(
  tx: Transaction<Database>,
  known: readonly Registration[],
  { mpxn, role, from }: Registration,
): Promise<void> {
  const before = known.findLast(
    (each) => each.from < from && (each.until === undefined || each.until > from),
  );
  if (before === undefined) return;
  await tx
    .updateTable('registrations')
    .set({ until_ms: from.getTime() })
    .where('mpxn', '=', mpxn)
    .where('role', '=', role)
    .where('from_ms', '=', before.from.getTime())
    .execute();
}

/** Where the new registration ends: where it says, else where a later one begins. */
function endOf({ mpxn, role, from, until }: Registration, known: readonly Registration[]): Date | undefined {
  const next = known.find((each) => each.from > from);
  if (next === undefined || (until !== undefined && until <= next.from)) return until;
  if (until === undefined) return next.from;
  throw new UserDataRefused(
    'conflict',
    `User ${next.user} is registered as ${role} for ${mpxn} from ${next.from.toISOString()}; let this registration end by then, or remove that one first`,
  );
}
