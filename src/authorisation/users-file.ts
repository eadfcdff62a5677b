import { readFileSync } from 'node:fs';
import type { Transaction } from 'kysely';
import { z } from 'zod';
import { ConfigError } from '../common/errors.js';
import type { Database, Store } from '../store/index.js';
import { registerIn } from './register.js';
import { dropTestOrganisations } from './seed-test-organisations.js';
import { UserDataRefused } from './user-data-refused.js';
import { findUser, putUser } from './user-directory.js';
import {
  firstFault,
  REGISTRATION_ENTRY,
  type RegistrationEntry,
  registrationOfEntry,
  USER_ENTRY,
  type UserEntry,
  userOfEntry,
} from './user-entry.js';

/** What a users file holds. */
export interface UsersFile {
  readonly users: readonly UserEntry[];
  readonly registrations: readonly RegistrationEntry[];
}

/** How much of a users file was taken. */
export interface UsersImportResult {
  readonly usersAdded: number;
  readonly usersReplaced: number;
  readonly registrations: number;
}

const FILE = z.strictObject({
  users: z.array(USER_ENTRY),
  registrations: z.array(REGISTRATION_ENTRY).default([]),
});

/** Who is told what is wrong: the setting or argument that named the file. */
const SETTING = 'DUIS_USERS_FILE';

/**
 * Reads a users file: `{ "users": [...], "registrations": [...] }`, or an array of Users.
 * @param setting the setting or argument that names the file, for messages
 * @throws ConfigError naming the first entry that cannot be used
 */
export function readUsersFile(path: string, setting: string = SETTING): UsersFile {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new ConfigError(setting, `'${path}' cannot be read as JSON: ${(error as Error).message}`);
  }
  const parsed = FILE.safeParse(Array.isArray(content) ? { users: content } : content);
  if (!parsed.success) throw new ConfigError(setting, `'${path}' at ${firstFault(parsed.error)}`);
  return parsed.data;
}

/**
 * Takes a users file into the store, all of it or nothing. Users it names are replaced by what it says, but for a status
 * it does not name; others stay, except the seeded test organisations, whose place it takes. Its registrations are made
 * one after the other as `Registrations.register` does, without being events: a Change of Supplier among them has no
 * Alert unless its date is yet to come.
 * @param setting the setting or argument that names the file, for messages
 * @throws ConfigError naming the first entry that cannot be used; nothing is changed then
 */
export async function loadUsers(
  store: Store,
  path: string,
  setting: string = SETTING,
): Promise<UsersImportResult> {
  const file = readUsersFile(path, setting);
  return store.transaction(async (tx) => {
    let usersAdded = 0;
    for (const entry of file.users) if (await putEntry(tx, entry)) usersAdded++;
    await dropTestOrganisations(
      tx,
      file.users.map(({ id }) => id),
    );
    for (const [index, entry] of file.registrations.entries()) {
      await namingEntry(setting, `'${path}' at registrations.${index}`, () =>
        registerIn(tx, registrationOfEntry(entry)),
      );
    }
    return {
      usersAdded,
      usersReplaced: file.users.length - usersAdded,
      registrations: file.registrations.length,
    };
  });
}

async function putEntry(tx: Transaction<Database>, entry: UserEntry): Promise<boolean> {
  return putUser(tx, userOfEntry(entry, await findUser(tx, entry.id)));
}

async function namingEntry<T>(setting: string, where: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UserDataRefused) throw new ConfigError(setting, `${where}: ${error.message}`);
    throw error;
  }
}
