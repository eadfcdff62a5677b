import { type Command, InvalidArgumentError, Option } from 'commander';
import { systemClock } from '../../common/clock.js';
import { ConfigError } from '../../common/errors.js';
import { type Eui64, parseEui64 } from '../../common/eui64.js';
import { type Message, type MessageFilter, Messages, type Replayed, type Store } from '../../store/index.js';
import { type DatabaseOption, onDatabase } from '../database-option.js';
import { reporting } from './certs.js';
import { aligned, withStore } from './cpl.js';

interface FilterOptions extends DatabaseOption {
  readonly user?: Eui64;
  readonly destination?: string;
}

interface ListOptions extends FilterOptions {
  readonly dead?: boolean;
  readonly pending?: boolean;
  readonly limit: number;
}

interface ReplayCommandOptions extends FilterOptions {
  readonly allDead?: boolean;
  readonly alsoConcluded?: boolean;
  readonly by: string;
}

/** `duis messages`: what is on its way out, and what was given up. A running gateway sends within seconds what is replayed here. */
export function register(program: Command): void {
  const messages = program
    .command('messages')
    .description('look at messages on their way to Users, S1SPs and Devices, and replay those given up');

  filtered(messages.command('list'))
    .description('print the messages that are not settled, one a line')
    .addOption(new Option('--dead', 'only those given up').conflicts('pending'))
    .option('--pending', 'only those still to be delivered')
    .option('--limit <number>', 'how many at most', wholeNumber, 100)
    .action(async (options: ListOptions, command: Command) => {
      await reporting(command, async () => {
        // One more than is printed tells whether there are more.
        const filter = { ...filterOf(options), states: statesOf(options), limit: options.limit + 1 };
        const found = await withStore(options.database, (store) => new Messages(store).list(filter));
        for (const line of aligned([HEADINGS, ...found.slice(0, options.limit).map(rowOf)]))
          console.log(line);
        if (found.length > options.limit) console.error(`There are more; --limit raises the number.`);
      });
    });

  onDatabase(messages.command('show'))
    .description('print a message, the history of its request and the document, as JSON')
    .argument('<id>', "as 'duis messages list' prints it, in quotes")
    .action(async (id: string, options: DatabaseOption, command: Command) => {
      await reporting(command, async () => {
        const known = await withStore(options.database, (store) => describe(store, id));
        console.log(JSON.stringify(known, undefined, 2));
      });
    });

  filtered(messages.command('replay'))
    .description('put messages that were given up back on their way, with all their attempts')
    .argument('[id...]', "as 'duis messages list' prints them, in quotes")
    .option('--all-dead', 'everything given up, or that of one User or destination')
    .option(
      '--also-concluded',
      'even a Command whose User was told that it failed: a Device may yet execute it',
    )
    .option('--by <name>', 'who decides, for the record', process.env['USER'] ?? 'command line')
    .action(async (ids: string[], options: ReplayCommandOptions, command: Command) => {
      await reporting(command, async () => {
        if (ids.length > 0 === (options.allDead === true)) {
          throw new ConfigError('<id>', 'name messages, or all with --all-dead');
        }
        await withStore(options.database, async (store) => {
          if (options.allDead) await replayDead(new Messages(store), options);
          else for (const id of ids) await replay(new Messages(store), id, options);
        });
      });
    });
}

const HEADINGS = ['STATE', 'ATTEMPTS', 'SINCE OR NEXT', 'CHANNEL', 'DESTINATION', 'ID', 'LAST ERROR'];

function rowOf(message: Message): string[] {
  const { state, attempts, settledAt, nextAttemptAt, channel, destination, id, lastError } = message;
  const time = (settledAt ?? nextAttemptAt).toISOString();
  return [state, String(attempts), time, channel, destination, `'${id}'`, lastError ?? '-'];
}

function filtered(command: Command): Command {
  return onDatabase(command)
    .option('--user <eui64>', 'only those of the requests of this User, or to it', eui64)
    .option('--destination <destination>', 'only those to this URL or Device');
}

function filterOf({ user, destination }: FilterOptions): MessageFilter {
  return { ...(user !== undefined && { user }), ...(destination !== undefined && { destination }) };
}

function statesOf({ dead, pending }: ListOptions): ('dead' | 'pending')[] {
  if (dead) return ['dead'];
  return pending ? ['pending'] : ['dead', 'pending'];
}

async function describe(store: Store, id: string): Promise<object> {
  const found = await new Messages(store).find(id);
  if (found === undefined) throw new ConfigError('<id>', `there is no message '${id}'`);
  const { body, ...message } = found;
  return {
    ...message,
    history: message.request && (await store.journal.history(message.request)),
    // A Command is bytes, all else is XML.
    document: body.toString(message.channel === 'wan' ? 'hex' : 'utf8'),
  };
}

const REFUSED: Readonly<Record<Exclude<Replayed, 'replayed'>, string>> = {
  unknown: 'there is no such message',
  'not-dead': 'it was not given up',
  concluded:
    'its User was told that the request failed, and may send it again; --also-concluded replays it all the same',
};

async function replay(messages: Messages, id: string, options: ReplayCommandOptions): Promise<void> {
  const result = await messages.replay(id, systemClock(), recorded(options));
  if (result !== 'replayed') throw new ConfigError('<id>', `'${id}': ${REFUSED[result]}`);
  console.log(`'${id}': replayed`);
}

async function replayDead(messages: Messages, options: ReplayCommandOptions): Promise<void> {
  const { replayed, concluded } = await messages.replayDead(
    filterOf(options),
    systemClock(),
    recorded(options),
  );
  for (const id of replayed) console.log(`'${id}': replayed`);
  for (const id of concluded) console.log(`'${id}': left, ${REFUSED.concluded}`);
  console.log(`${replayed.length} replayed, ${concluded.length} left`);
}

function recorded({ by, alsoConcluded }: ReplayCommandOptions): { by: string; alsoConcluded: boolean } {
  return { by, alsoConcluded: alsoConcluded === true };
}

function eui64(text: string): Eui64 {
  try {
    return parseEui64(text);
  } catch (error) {
    throw new InvalidArgumentError((error as Error).message);
  }
}

function wholeNumber(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It has to be a whole number.');
}
