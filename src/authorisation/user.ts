import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { ConfigError } from '../common/errors.js';
import { type Eui64, parseEui64 } from '../common/eui64.js';
import { USER_ROLES, type UserRole } from '../duis/index.js';

/** A DUIS User: one organisation identity, the User Roles it acts in and where its Service Responses go. */
export interface User {
  readonly id: Eui64;
  readonly name: string;
  readonly roles: readonly UserRole[];
  readonly status: 'active' | 'suspended';
  /** Receive Response Service; absent where the User fetches nothing asynchronously. */
  readonly receiveResponseUrl?: string;
}

const FILE = z.array(
  z.strictObject({
    id: z.string().transform((text) => parseEui64(text)),
    name: z.string().min(1),
    roles: z.array(z.enum(USER_ROLES)),
    status: z.enum(['active', 'suspended']).default('active'),
    receiveResponseUrl: z.url().optional(),
  }),
);

/** The Users of this gateway, found by EUI-64. */
export class UserDirectory {
  readonly #users: ReadonlyMap<Eui64, User>;

  constructor(users: readonly User[]) {
    this.#users = new Map(users.map((user) => [user.id, user]));
  }

  find(id: Eui64): Promise<User | undefined> {
    return Promise.resolve(this.#users.get(id));
  }

  all(): Promise<readonly User[]> {
    return Promise.resolve([...this.#users.values()]);
  }
}

/** @throws ConfigError naming the entry that cannot be used */
export function readUsersFile(path: string): UserDirectory {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new ConfigError('DUIS_USERS_FILE', `'${path}' cannot be read as JSON: ${(error as Error).message}`);
  }
  const parsed = FILE.safeParse(content);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new ConfigError('DUIS_USERS_FILE', `'${path}' at ${issue?.path.join('.')}: ${issue?.message}`);
  }
  return new UserDirectory(
    parsed.data.map(({ receiveResponseUrl, ...user }) =>
      receiveResponseUrl === undefined ? user : { ...user, receiveResponseUrl },
    ),
  );
}

/**
 * The ZAZ1 test organisations, in the roles their certificates and the reference requests show them in.
 * @param receiveResponseUrl where all of them take Service Responses
 */
export function testUsers(receiveResponseUrl: string): UserDirectory {
  const user = (id: string, name: string, roles: UserRole[]): User => ({
    id: parseEui64(id),
    name,
    roles,
    status: 'active',
    receiveResponseUrl,
  });
  return new UserDirectory([
    user('90-B3-D5-1F-30-01-00-00', 'Test supplier 1', ['IS', 'ES', 'GS', 'OU']),
    user('90-B3-D5-1F-30-03-00-00', 'Test supplier 2', ['IS', 'ES', 'GS']),
    user('90-B3-D5-1F-30-02-00-00', 'Test network operator', ['ED', 'GT']),
    user('90-B3-D5-1F-30-01-00-08', 'Test load controller', ['LC']),
    user('00-DB-12-34-56-78-00-04', 'Test other user', ['OU']),
    user('90-B3-D5-1F-30-01-00-09', 'Test meter data retriever', ['OU']),
  ]);
}
