import { type Command, Option } from 'commander';
import { Quarantine, type QuarantinedRequest } from '../../authorisation/index.js';
import { systemClock } from '../../common/clock.js';
import { ConfigError } from '../../common/errors.js';
import type { QuarantineState, Store } from '../../store/index.js';
import { reporting } from './certs.js';
import { aligned, withStore } from './cpl.js';

interface DatabaseOption {
  readonly database?: string;
}

interface SettleOptions extends DatabaseOption {
  readonly by: string;
  readonly reason?: string;
}

const STATES: readonly QuarantineState[] = ['quarantined', 'released', 'rejected'];

const DATABASE = ['--database <file>', 'SQLite file; by default that of the settings'] as const;

/** `duis quarantine`: requests kept from Devices. A running gateway carries out within a second what is decided here. */
export function register(program: Command): void {
  const quarantine = program
    .command('quarantine')
    .description('look at requests in quarantine, release or reject them');

  quarantine
    .command('list')
    .description('print the requests, one a line')
    .option(...DATABASE)
    .addOption(new Option('--state <state>', 'only those in this state').choices(STATES))
    .action(async (options: DatabaseOption & { state?: QuarantineState }, command: Command) => {
      await reporting(command, async () => {
        const found = await withStore(options.database, (store) => new Quarantine(store).list(options.state));
        for (const line of aligned([HEADINGS, ...found.map(rowOf)])) console.log(line);
      });
    });

  quarantine
    .command('show')
    .description('print what is known of a request in quarantine, with its history and the message, as JSON')
    .argument('<ref>', 'QuarantineEventRef')
    .option(...DATABASE)
    .action(async (ref: string, options: DatabaseOption, command: Command) => {
      await reporting(command, async () => {
        const known = await withStore(options.database, (store) => describe(store, readEventRef(ref)));
        console.log(JSON.stringify(known, undefined, 2));
      });
    });

  settling(quarantine, 'release')
    .description('let a request go on to its Device')
    .action(async (ref: string, options: SettleOptions, command: Command) => {
      await reporting(command, async () => {
        await settle(ref, options, (room, eventRef) => room.release(eventRef, options.by, systemClock()));
        console.log(`${ref}: released`);
      });
    });

  settling(quarantine, 'reject')
    .description('end a request; its User is told that it failed')
    .option('--reason <text>', 'why, for the record')
    .action(async (ref: string, options: SettleOptions, command: Command) => {
      await reporting(command, async () => {
        await settle(ref, options, (room, eventRef) =>
          room.reject(eventRef, options.by, systemClock(), options.reason),
        );
        console.log(`${ref}: rejected`);
      });
    });
}

const HEADINGS = ['REF', 'STATE', 'SINCE', 'BREACH', 'REQUEST', 'DETAIL'];

function rowOf({ eventRef, state, settledAt, at, breach, requestId, detail }: QuarantinedRequest): string[] {
  return [String(eventRef), state, (settledAt ?? at).toISOString(), breach, requestId, detail];
}

function settling(quarantine: Command, name: 'release' | 'reject'): Command {
  return quarantine
    .command(name)
    .argument('<ref>', 'QuarantineEventRef')
    .option(...DATABASE)
    .option('--by <name>', 'who decides, for the record', process.env['USER'] ?? 'command line');
}

async function settle(
  ref: string,
  { database }: SettleOptions,
  decide: (room: Quarantine, eventRef: bigint) => Promise<boolean>,
): Promise<void> {
  const eventRef = readEventRef(ref);
  await withStore(database, async (store) => {
    const room = new Quarantine(store);
    if (await decide(room, eventRef)) return;
    const found = await existing(room, eventRef);
    throw new ConfigError('<ref>', `${ref} was ${found.state} by ${found.settledBy} before`);
  });
}

async function describe(store: Store, eventRef: bigint): Promise<object> {
  const found = await existing(new Quarantine(store), eventRef);
  const entry = await store.journal.find(found);
  return {
    ...found,
    eventRef: String(found.eventRef),
    history: await store.journal.history(found),
    request: entry?.request.toString('utf8'),
  };
}

async function existing(room: Quarantine, eventRef: bigint): Promise<QuarantinedRequest> {
  const found = await room.find(eventRef);
  if (found === undefined) throw new ConfigError('<ref>', `there is no request ${eventRef} in quarantine`);
  return found;
}

function readEventRef(text: string): bigint {
  if (/^\d{1,20}$/.test(text)) return BigInt(text);
  throw new ConfigError('<ref>', `'${text}' is not a QuarantineEventRef, a whole number`);
}
