import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import { readInput } from '../files.js';
import { readCounter } from '../originator-counter-option.js';
import { signAsOriginator } from '../sign-as-originator.js';
import { reporting } from './certs.js';

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
        const signed = await signAsOriginator(readInput(file), options);
        if (options.output === undefined) process.stdout.write(signed);
        else writeFileSync(options.output, signed);
      });
    });
}
