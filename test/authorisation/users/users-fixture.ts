import { parseEui64 } from '../../../src/common/eui64.js';
import { Registrations, type User, UserDirectory } from '../../../src/authorisation/index.js';
import { Inventory } from '../../../src/inventory/index.js';
import type { Store } from '../../../src/store/index.js';
import { freshStore } from '../../store/each-database.js';

export const FIRST = parseEui64('90-B3-D5-1F-30-01-00-00');
export const SECOND = parseEui64('90-B3-D5-1F-30-03-00-00');
export const NETWORK = parseEui64('90-B3-D5-1F-30-02-00-00');
export const OTHER = parseEui64('00-DB-12-34-56-78-00-04');

export const date = (text: string): Date => new Date(`${text}T00:00:00Z`);

export function userWith(facts: Partial<User> = {}): User {
  return {
    id: FIRST,
    name: 'First supplier',
    roles: ['IS', 'ES', 'GS', 'RSA'],
    status: 'active',
    receiveResponseUrl: 'http://127.0.0.1:9/first',
    duisVersion: '5.4',
    ...facts,
  };
}

/** A store with four Users and nothing else. */
export interface UsersWorld {
  readonly store: Store;
  readonly users: UserDirectory;
  readonly registrations: Registrations;
  readonly inventory: Inventory;
}

export async function usersWorld(): Promise<UsersWorld> {
  const store = await freshStore();
  const users = new UserDirectory(store);
  await users.put(userWith());
  await users.put(userWith({ id: SECOND, name: 'Second supplier' }));
  await users.put(userWith({ id: NETWORK, name: 'Network', roles: ['ED', 'GT'] }));
  await users.put(userWith({ id: OTHER, name: 'Other', roles: ['OU'] }));
  return { store, users, registrations: new Registrations(store), inventory: new Inventory(store) };
}

/** The message of what a promise is rejected with; fails if it is not. */
export async function refusalOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => {
      throw new Error('nothing was refused');
    },
    (error: unknown) => (error as Error).message,
  );
}
