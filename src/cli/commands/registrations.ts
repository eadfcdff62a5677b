import type { Command } from 'commander';
import {
  firstFault,
  type Registration,
  REGISTRATION_ENTRY,
  registrationOfEntry,
  Registrations,
  type RegistrationFilter,
} from '../../authorisation/index.js';
import { systemClock } from '../../common/clock.js';
import { ConfigError } from '../../common/errors.js';
import { parseEui64 } from '../../common/eui64.js';
import { type DatabaseOption, onDatabase } from '../database-option.js';
import { reporting } from './certs.js';
import { aligned, withStore } from './cpl.js';

interface Period extends DatabaseOption {
  readonly from: string;
  readonly until?: string;
}

interface ListOptions extends DatabaseOption {
  readonly mpxn?: string;
  readonly user?: string;
}

const DATE = 'YYYY-MM-DD, its first moment in UTC, or a UTC date-time';

/** `duis users register`, `unregister` and `registrations`: who is responsible for which meter point, and when. */
export function registerRegistrations(users: Command): void {
  onDatabase(users.command('register'))
    .description(
      'register a User for a meter point; whoever is registered there in that role is so until then',
    )
    .argument('<mpxn>', 'MPAN or MPRN')
    .argument('<role>', 'IS, ES, GS, RSA, ED or GT')
    .argument('<user>', 'EUI-64 of the User')
    .requiredOption('--from <date>', DATE)
    .option('--until <date>', `where it ends: ${DATE}; by default the end is open`)
    .action(async (mpxn: string, role: string, user: string, options: Period, command: Command) => {
      await reporting(command, async () => {
        const { from, until } = options;
        const registration = readRegistration({
          mpxn,
          role,
          user,
          from,
          ...(until !== undefined && { until }),
        });
        const made = await withStore(options.database, (store) =>
          new Registrations(store).register(registration, systemClock()),
        );
        const [start, end] = periodOf(made);
        console.log(
          `${made.mpxn} ${made.role} ${made.user} from ${start}${made.until ? ` until ${end}` : ''}`,
        );
      });
    });

  onDatabase(users.command('unregister'))
    .description('remove a registration made by mistake; the one before it stays as it is')
    .argument('<mpxn>', 'MPAN or MPRN')
    .argument('<role>', 'IS, ES, GS, RSA, ED or GT')
    .requiredOption('--from <date>', `when the registration begins: ${DATE}`)
    .action(async (mpxn: string, role: string, options: Period, command: Command) => {
      await reporting(command, async () => {
        const key = readKey({ mpxn, role, from: options.from });
        await withStore(options.database, (store) => new Registrations(store).remove(key));
        console.log(`${key.mpxn} ${key.role} from ${key.from.toISOString()} removed`);
      });
    });

  onDatabase(users.command('registrations'))
    .description('print the registrations, one a line')
    .option('--mpxn <mpxn>', 'only of this meter point')
    .option('--user <user>', 'only of this User')
    .action(async (options: ListOptions, command: Command) => {
      await reporting(command, async () => {
        const all = await withStore(options.database, (store) =>
          new Registrations(store).list(filterOf(options)),
        );
        const rows = all.map((each) => [each.mpxn, each.role, each.user, ...periodOf(each)]);
        for (const line of aligned([HEADINGS, ...rows])) console.log(line);
      });
    });
}

const HEADINGS = ['MPXN', 'ROLE', 'USER', 'FROM', 'UNTIL'];

const KEY = REGISTRATION_ENTRY.pick({ mpxn: true, role: true, from: true });

function readRegistration(words: Readonly<Record<string, string>>): Registration {
  const parsed = REGISTRATION_ENTRY.safeParse(words);
  if (!parsed.success) throw new ConfigError('duis users register', firstFault(parsed.error));
  return registrationOfEntry(parsed.data);
}

function readKey(words: Readonly<Record<string, string>>): Pick<Registration, 'mpxn' | 'role' | 'from'> {
  const parsed = KEY.safeParse(words);
  if (!parsed.success) throw new ConfigError('duis users unregister', firstFault(parsed.error));
  return parsed.data;
}

function periodOf({ from, until }: Registration): [string, string] {
  const written = (moment: Date): string => moment.toISOString().replace('T00:00:00.000Z', '');
  return [written(from), until === undefined ? '-' : written(until)];
}

function filterOf({ mpxn, user }: ListOptions): RegistrationFilter {
  return { ...(mpxn !== undefined && { mpxn }), ...(user !== undefined && { user: parseEui64(user) }) };
}
