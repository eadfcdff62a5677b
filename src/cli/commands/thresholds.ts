import { type Command, Option } from 'commander';
import {
  type AnomalyThreshold,
  AnomalyThresholds,
  type AttributeLimit,
  AttributeLimits,
} from '../../authorisation/index.js';
import { ConfigError } from '../../common/errors.js';
import { parseEui64 } from '../../common/eui64.js';
import type { ThresholdSetter } from '../../store/index.js';
import { readDuration, writeDuration } from '../duration.js';
import { reporting } from './certs.js';
import { aligned, withStore } from './cpl.js';

interface SetOptions {
  readonly database?: string;
  readonly setter: ThresholdSetter;
  readonly user?: string;
  readonly variant?: string;
  readonly maximum: string;
  readonly warning?: string;
  readonly window: string;
}

interface LimitOptions {
  readonly database?: string;
  readonly minimum?: string;
  readonly maximum?: string;
  readonly user?: string;
}

const DATABASE = ['--database <file>', 'SQLite file; by default that of the settings'] as const;

/** `duis thresholds`: what counts as an anomaly. A running gateway takes a change in within a second. */
export function register(program: Command): void {
  const thresholds = program
    .command('thresholds')
    .description('list and set anomaly thresholds and limits of values');

  thresholds
    .command('list')
    .description('print the thresholds, then the limits of values, one a line')
    .option(...DATABASE)
    .action(async (options: { database?: string }, command: Command) => {
      await reporting(command, async () => {
        const [set, limits] = await withStore(options.database, async (store) => [
          await new AnomalyThresholds(store).list(),
          await new AttributeLimits(store).list(),
        ]);
        for (const line of aligned([THRESHOLD_HEADINGS, ...set.map(thresholdRow)])) console.log(line);
        console.log('');
        for (const line of aligned([LIMIT_HEADINGS, ...limits.map(limitRow)])) console.log(line);
      });
    });

  thresholds
    .command('set')
    .description('set how many requests of a User in a span of time go on; those beyond are quarantined')
    .requiredOption('--maximum <number>', 'most requests in the window')
    .requiredOption('--window <duration>', 'length of the window, such as 90s, 15m, 24h or 7d')
    .option('--warning <number>', 'log a line from this number on')
    .option('--user <eui>', 'only this User; without it every User, each counted by itself')
    .option('--variant <variant>', 'only this Service Reference Variant; without it all, counted together')
    .addOption(
      new Option('--setter <setter>', 'whose threshold it is').choices(['DCC', 'User']).default('DCC'),
    )
    .option(...DATABASE)
    .action(async (options: SetOptions, command: Command) => {
      await reporting(command, async () => {
        const threshold = await withStore(options.database, (store) =>
          new AnomalyThresholds(store).set({
            setter: options.setter,
            user: options.user === undefined ? undefined : parseEui64(options.user),
            variant: options.variant,
            maximum: wholeNumber('--maximum', options.maximum),
            warning: options.warning === undefined ? undefined : wholeNumber('--warning', options.warning),
            windowMs: readDuration('--window', options.window),
          }),
        );
        console.log(`threshold ${threshold.id} set`);
      });
    });

  thresholds
    .command('limit')
    .description('set between what a value in requests has to be; requests with one outside are quarantined')
    .argument('<variant>', 'Service Reference Variant, such as 2.1')
    .argument(
      '<path>',
      'elements down to the value, such as UpdatePrepayConfigElectricity.LowCreditThreshold',
    )
    .option('--minimum <value>', 'a number, or a date and time')
    .option('--maximum <value>', 'a number, or a date and time')
    .option('--user <eui>', 'only this User; without it every User')
    .option(...DATABASE)
    .action(async (variant: string, path: string, options: LimitOptions, command: Command) => {
      await reporting(command, async () => {
        const limit = await withStore(options.database, (store) =>
          new AttributeLimits(store).set({
            variant,
            path,
            minimum: options.minimum,
            maximum: options.maximum,
            user: options.user === undefined ? undefined : parseEui64(options.user),
          }),
        );
        console.log(`limit ${limit.id} set`);
      });
    });

  thresholds
    .command('remove')
    .description('remove a threshold, or a limit of values')
    .argument('<id>', 'number of the threshold or limit')
    .option('--limit', 'the number is that of a limit of values', false)
    .option(...DATABASE)
    .action(async (id: string, options: { limit: boolean; database?: string }, command: Command) => {
      await reporting(command, async () => {
        const what = options.limit ? 'limit' : 'threshold';
        const removed = await withStore(options.database, (store) =>
          (options.limit ? new AttributeLimits(store) : new AnomalyThresholds(store)).remove(
            wholeNumber('<id>', id),
          ),
        );
        if (!removed) throw new ConfigError('<id>', `there is no ${what} ${id}`);
        console.log(`${what} ${id} removed`);
      });
    });
}

const THRESHOLD_HEADINGS = ['THRESHOLD', 'SETTER', 'USER', 'VARIANT', 'MAXIMUM', 'WARNING', 'WINDOW'];

function thresholdRow(threshold: AnomalyThreshold): string[] {
  return [
    String(threshold.id),
    threshold.setter,
    threshold.user ?? 'every',
    threshold.variant ?? 'all',
    String(threshold.maximum),
    threshold.warning === undefined ? '-' : String(threshold.warning),
    writeDuration(threshold.windowMs),
  ];
}

const LIMIT_HEADINGS = ['LIMIT', 'USER', 'VARIANT', 'MINIMUM', 'MAXIMUM', 'PATH'];

function limitRow({ id, user, variant, minimum, maximum, path }: AttributeLimit): string[] {
  return [String(id), user ?? 'every', variant, minimum ?? '-', maximum ?? '-', path];
}

function wholeNumber(setting: string, text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new ConfigError(setting, `'${text}' is not a whole number`);
}
