import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { systemClock } from '../../common/clock.js';
import { postRequest } from '../post-request.js';
import { signAsOriginator } from '../sign-as-originator.js';
import { reporting } from './certs.js';

const STANDARD_INPUT = 0;

interface Options {
  readonly url?: string;
  readonly keystore?: string;
  readonly sign?: true;
}

/** `duis submit`: sends a Service Request to a gateway and prints the answer. */
export function register(program: Command): void {
  program
    .command('submit')
    .description('send a Service Request to the web service its Command Variant is for, and print the answer')
    .argument('<file>', 'the request, or - for standard input')
    .option('--url <url>', 'the gateway; by default where the settings say it listens')
    .option('--sign', 'sign it first, with a new Originator Counter, so that it can be sent again and again')
    .option('--keystore <directory>', 'for --sign: certificates and keys; by default those the gateway knows')
    .action((file: string, options: Options, command: Command) =>
      reporting(command, async () => {
        const message = await prepare(readFileSync(file === '-' ? STANDARD_INPUT : file), options);
        const answer = await postRequest(message, options.url);
        process.stdout.write(`${answer.body}\n`);
        if (!answer.accepted) process.exitCode = 1;
      }),
    );
}

function prepare(request: Buffer, { sign, keystore }: Options): Promise<Buffer> {
  if (sign !== true) return Promise.resolve(request);
  return signAsOriginator(request, { keystore, counter: BigInt(systemClock().getTime()) });
}
