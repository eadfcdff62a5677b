import { writeFileSync } from 'node:fs';
import { type Command, InvalidArgumentError } from 'commander';
import { systemClock } from '../../common/clock.js';
import { ConfigError } from '../../common/errors.js';
import { signRequest } from '../../duis/signature/index.js';
import { readInput } from '../files.js';
import { commandCredentials, reporting } from './certs.js';

interface Options {
  readonly keystore?: string;
  readonly counter?: bigint;
  readonly output?: string;
}

/** `duis sign`: signs a Service Request as its Business Originator. */
export function register(program: Command): void {
  program
    .command('sign')
    .description(
      'sign a Service Request with the key of its Business Originator; a Signature it has is replaced',
    )
    .argument('<file>', 'the request, or - for standard input')
    .option('--keystore <directory>', 'certificates and keys; by default those the gateway knows')
    .option(
      '--counter <n>',
      "Originator Counter to put into the RequestID; 'now' for milliseconds since 1970, as the DCC signing tool does",
      readCounter,
    )
    .option('-o, --output <file>', 'write there instead of to standard output')
    .action(async (file: string, options: Options, command: Command) => {
      await reporting(command, async () => {
        const { store } = await commandCredentials(options.keystore);
        const request = readInput(file);
        const signed = signRequest(
          request,
          (originator) => {
            const identity = store.findXmlSigner(originator);
            if (identity !== undefined) return identity;
            throw new ConfigError('key store', `there is no digital signature key of ${originator}`);
          },
          options.counter,
        );
        if (options.output === undefined) process.stdout.write(signed);
        else writeFileSync(options.output, signed);
      });
    });
}

function readCounter(text: string): bigint {
  if (text === 'now') return BigInt(systemClock().getTime());
  if (!/^[0-9]{1,20}$/.test(text)) throw new InvalidArgumentError('It has to be a whole number or now.');
  return BigInt(text);
}
