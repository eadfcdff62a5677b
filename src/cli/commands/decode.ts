import type { Command } from 'commander';
import { decodeMessage, describeMessage, messageKeys } from '../../gbcs/index.js';
import { readHex } from '../files.js';
import { credentialsFrom } from '../keystore-options.js';
import { ACCESS_CONTROL_BROKER } from '../reference-devices.js';
import { reporting } from './certs.js';

interface Options {
  readonly keystore?: readonly string[];
}

/** `duis decode`: a GBCS message in words. */
export function register(program: Command): void {
  program
    .command('decode')
    .description(
      'print a GBCS Command, Pre-Command, Response or Alert as JSON; exit code 1 if it is malformed',
    )
    .argument('<file>', 'the message in hexadecimal, or - for standard input')
    .option(
      '--keystore <directory>',
      'keys to check MAC and signature and to decrypt with; may be repeated',
      (directory: string, before: readonly string[] = []) => [...before, directory],
    )
    .action((file: string, options: Options, command: Command) => {
      reporting(command, () => {
        const message = decodeMessage(readHex(file));
        const keys = messageKeys(credentialsFrom(options.keystore), ACCESS_CONTROL_BROKER);
        console.log(JSON.stringify(describeMessage(message, keys), undefined, 2));
      });
    });
}
