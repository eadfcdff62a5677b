import { type Command, InvalidArgumentError, Option } from 'commander';
import { CodecError, ConfigError, GatewayError } from '../../common/errors.js';
import { type Eui64, parseEui64 } from '../../common/eui64.js';
import { sharedSecret } from '../../gbcs/protection/shared-secret.js';
import { buildUtrn, counterAfter, parseUtrn, type ValueClass, verifyUtrn } from '../../gbcs/utrn/index.js';
import { CredentialStore, keyStoreDirectory } from '../../smki/index.js';

interface Parties {
  readonly supplier: Eui64;
  readonly meter: Eui64;
  readonly keystore: string;
}

interface BuildOptions extends Parties {
  readonly counter: bigint;
  readonly value: number;
  readonly class: ValueClass;
}

interface CheckOptions extends Partial<Parties> {
  readonly counter?: bigint;
  readonly after?: bigint;
}

const SUPPLIER = '--supplier <eui64>';
const METER = '--meter <eui64>';
const KEY_STORE = '--keystore <dir>';
const KEY_STORE_HELP = "directory with the supplier's <EUI-64>-pp-ka.key and the meter's <EUI-64>-ka.pem";
const COUNTER_HELP = 'Originator Counter of the top-up, decimal or 0x...; its low 32 bits are zero';

/** Adds `duis utrn build` and `duis utrn check`. */
export function register(program: Command): void {
  const utrn = program
    .command('utrn')
    .description('build and check prepayment tokens (UTRN, 20 digits)')
    .addHelpText(
      'after',
      '\nExample:\n  duis utrn build --supplier 90-B3-D5-1F-30-01-00-00 --meter 00-DB-12-34-56-78-90-A0 \\\n' +
        '    --counter 0x300000000 --class pounds --value 10 --keystore keys\n',
    );

  utrn
    .command('build')
    .description('print the UTRN of a top-up')
    .requiredOption(SUPPLIER, 'EUI-64 of the supplier', eui64)
    .requiredOption(METER, 'EUI-64 of the ESME or GSME', eui64)
    .requiredOption('--counter <n>', COUNTER_HELP, counter)
    .requiredOption('--value <n>', 'amount, 0 to 8191, in the unit of --class', amount)
    .addOption(
      new Option('--class <unit>', 'unit of the value').choices(['pence', 'pounds']).makeOptionMandatory(),
    )
    .requiredOption(KEY_STORE, KEY_STORE_HELP)
    .action((options: BuildOptions, command: Command) => {
      orFail(command, () => {
        const { supplier, meter, value } = options;
        const context = { supplier, meter, originatorCounter: options.counter };
        console.log(buildUtrn(context, { value, valueClass: options.class }, secretOf(options)));
      });
    });

  utrn
    .command('check')
    .description('show what a UTRN holds, and whether it is authentic if keys are given')
    .argument('<utrn>', '20 digits')
    .option(SUPPLIER, 'EUI-64 of the supplier', eui64)
    .option(METER, 'EUI-64 of the ESME or GSME', eui64)
    .option(KEY_STORE, KEY_STORE_HELP)
    .option('--counter <n>', `${COUNTER_HELP}; by default the lowest that fits`, counter)
    .option(
      '--after <n>',
      'highest Originator Counter of a top-up the meter has seen, to find the next',
      counter,
    )
    .action((digits: string, options: CheckOptions, command: Command) => {
      orFail(command, () => check(digits, options));
    });
}

/** Prints the token as JSON; a MAC that is wrong ends the process with exit code 1. */
function check(digits: string, options: CheckOptions): void {
  const { utrn, token } = parseUtrn(digits);
  const { supplier, meter, keystore } = options;
  const originatorCounter = options.counter ?? counterAfter(token, options.after ?? -1n);
  let mac = 'not checked: give --supplier, --meter and --keystore';
  if (supplier !== undefined && meter !== undefined && keystore !== undefined) {
    const secret = secretOf({ supplier, meter, keystore });
    const valid = verifyUtrn(utrn, { supplier, meter, originatorCounter }, secret);
    mac = valid ? 'valid' : 'invalid';
    if (!valid) process.exitCode = 1;
  } else if (supplier ?? meter ?? keystore) {
    throw new ConfigError('utrn check', '--supplier, --meter and --keystore are needed together');
  }
  const { valueClass, value, truncatedCounter } = token;
  const shown = {
    utrn,
    valueClass,
    value,
    truncatedCounter,
    originatorCounter: originatorCounter.toString(),
    mac,
  };
  console.log(JSON.stringify(shown, undefined, 2));
}

function secretOf({ supplier, meter, keystore }: Parties): Buffer {
  const store = new CredentialStore([keyStoreDirectory(keystore)]);
  const privateKey = store
    .findAll(supplier, 'pp-ka')
    .map((found) => found.privateKey)
    .find((key) => key !== undefined);
  if (!privateKey) throw new ConfigError('key store', `no prepayment key agreement key of ${supplier} in it`);
  const publicKey = store.find(meter, 'ka')?.publicKey;
  if (!publicKey) throw new ConfigError('key store', `no key agreement certificate of ${meter} in it`);
  return sharedSecret(privateKey, publicKey);
}

function orFail(command: Command, action: () => void): void {
  try {
    action();
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
    command.error(`error: ${error.message}`);
  }
}

function eui64(text: string): Eui64 {
  try {
    return parseEui64(text);
  } catch (error) {
    throw new InvalidArgumentError(error instanceof CodecError ? error.message : String(error));
  }
}

function counter(text: string): bigint {
  if (!/^(\d+|0x[0-9a-f]+)$/i.test(text)) throw new InvalidArgumentError('Not a whole number.');
  return BigInt(text);
}

function amount(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('Not a whole number.');
  return Number(text);
}
