import type { Command } from 'commander';
import {
  firstFault,
  loadUsers,
  Registrations,
  USER_ENTRY,
  type User,
  UserDirectory,
  userOfEntry,
} from '../../authorisation/index.js';
import { ConfigError } from '../../common/errors.js';
import { parseEui64 } from '../../common/eui64.js';
import type { Store } from '../../store/index.js';
import { type DatabaseOption, onDatabase } from '../database-option.js';
import { reporting } from './certs.js';
import { aligned, withStore } from './cpl.js';
import { registerRegistrations } from './registrations.js';

interface AddOptions extends DatabaseOption {
  readonly name: string;
  readonly role: readonly string[];
  readonly url?: string;
  readonly duisVersion?: string;
  readonly replace: boolean;
}

/** `duis users`: Users and registration data; a running gateway sees a change with the next request. */
export function register(program: Command): void {
  const users = program.command('users').description('manage Users and registration data');

  onDatabase(users.command('list'))
    .description('print the Users, one a line')
    .action(async (options: DatabaseOption, command: Command) => {
      await reporting(command, async () => {
        const all = await withStore(options.database, (store) => new UserDirectory(store).all());
        for (const line of aligned([HEADINGS, ...all.map(rowOf)])) console.log(line);
      });
    });

  onDatabase(users.command('show'))
    .description('print what is known of a User, with its registrations, as JSON')
    .argument('<user>', 'EUI-64 of the User')
    .action(async (id: string, options: DatabaseOption, command: Command) => {
      await reporting(command, async () => {
        const known = await withStore(options.database, (store) => describe(store, id));
        console.log(JSON.stringify(known, undefined, 2));
      });
    });

  onDatabase(users.command('add'))
    .description('add a User')
    .argument('<user>', 'EUI-64 of the User, as in its certificates')
    .requiredOption('--name <name>', 'what to call it')
    .requiredOption('--role <role...>', 'User Roles it acts in, such as IS GS')
    .option('--url <url>', 'its Receive Response Service; without it nothing is sent to the User by itself')
    .option('--duis-version <version>', 'DUIS version it is written to in (default: 5.4)')
    .option('--replace', 'replace what is known of a User there is', false)
    .action(async (id: string, options: AddOptions, command: Command) => {
      await reporting(command, async () => {
        const isNew = await withStore(options.database, (store) => add(store, id, options));
        console.log(`${parseEui64(id)} ${isNew ? 'added' : 'replaced'}`);
      });
    });

  for (const [name, status, description] of [
    ['suspend', 'suspended', 'refuse every request of a User, until it is activated'],
    ['activate', 'active', 'serve a suspended User again'],
  ] as const) {
    onDatabase(users.command(name))
      .description(description)
      .argument('<user>', 'EUI-64 of the User')
      .action(async (id: string, options: DatabaseOption, command: Command) => {
        await reporting(command, async () => {
          const user = parseEui64(id);
          await withStore(options.database, (store) => new UserDirectory(store).setStatus(user, status));
          console.log(`${user} ${status}`);
        });
      });
  }

  onDatabase(users.command('remove'))
    .description('remove a User that has no registrations')
    .argument('<user>', 'EUI-64 of the User')
    .action(async (id: string, options: DatabaseOption, command: Command) => {
      await reporting(command, async () => {
        const user = parseEui64(id);
        await withStore(options.database, (store) => new UserDirectory(store).remove(user));
        console.log(`${user} removed`);
      });
    });

  onDatabase(users.command('import'))
    .description('import a users file: all of it, or nothing if an entry is bad')
    .argument('<file>', 'JSON: { "users": [...], "registrations": [...] }, or an array of Users')
    .addHelpText('after', FILE_HELP)
    .action(async (file: string, options: DatabaseOption, command: Command) => {
      await reporting(command, async () => {
        const result = await withStore(options.database, (store) => loadUsers(store, file, '<file>'));
        const { usersAdded, usersReplaced, registrations } = result;
        console.log(`Users: ${usersAdded} added, ${usersReplaced} replaced; registrations: ${registrations}`);
      });
    });

  registerRegistrations(users);
}

const FILE_HELP = `
Example:
  {
    "users": [
      { "id": "90-B3-D5-1F-30-01-00-00", "name": "Supplier", "roles": ["IS", "GS"], "status": "active",
        "receiveResponseUrl": "https://supplier.example/duis", "duisVersion": "5.4" }
    ],
    "registrations": [
      { "mpxn": "1312345678111", "role": "IS", "user": "90-B3-D5-1F-30-01-00-00", "from": "2026-04-01" }
    ]
  }
Users of the database that the file does not name stay, but for the seeded test organisations.`;

const HEADINGS = ['USER', 'STATUS', 'ROLES', 'DUIS', 'NAME', 'RECEIVE RESPONSE SERVICE'];

function rowOf({ id, status, roles, duisVersion, name, receiveResponseUrl }: User): string[] {
  return [id, status, roles.join(' '), duisVersion, name, receiveResponseUrl ?? '-'];
}

async function describe(store: Store, text: string): Promise<Record<string, unknown>> {
  const id = parseEui64(text);
  const user = await new UserDirectory(store).find(id);
  if (user === undefined)
    throw new ConfigError('<user>', `there is no User ${id}; 'duis users list' prints all`);
  return { ...user, registrations: await new Registrations(store).list({ user: id }) };
}

async function add(store: Store, id: string, options: AddOptions): Promise<boolean> {
  const parsed = USER_ENTRY.safeParse({
    id,
    name: options.name,
    roles: options.role,
    ...(options.url !== undefined && { receiveResponseUrl: options.url }),
    ...(options.duisVersion !== undefined && { duisVersion: options.duisVersion }),
  });
  if (!parsed.success) throw new ConfigError('duis users add', firstFault(parsed.error));
  const users = new UserDirectory(store);
  const before = await users.find(parsed.data.id);
  if (before !== undefined && !options.replace) {
    throw new ConfigError(
      '<user>',
      `there is a User ${before.id} ('${before.name}'); give --replace to replace it`,
    );
  }
  return users.put(userOfEntry(parsed.data, before));
}
