import { InvalidArgumentError, type Command } from 'commander';
import { readSettings } from '../../config/index.js';
import { messageKeys } from '../../gbcs/index.js';
import {
  type ParseContext,
  parseDeviceMessage,
  parseDuisResponse,
  parseSmets1Response,
} from '../../mmc/index.js';
import { aboutFile, type Hints } from '../about-file.js';
import { isXml, messageBytes, readInput } from '../files.js';
import { credentialsFrom } from '../keystore-options.js';
import { ACCESS_CONTROL_BROKER } from '../reference-devices.js';
import { DuisFileReader } from '../duis-file-reader.js';
import { reporting } from './certs.js';

interface Options {
  readonly serviceRequest?: string;
  readonly variant?: string;
  readonly key?: readonly string[];
}

/** How to go on where a file cannot be parsed. */
const HINTS: Hints = {
  CODEC:
    'It has to be a whole GBCS message, hexadecimal or binary, or a DUIS Response in XML; duis decode tells what a message says.',
  MMC_NOT_COVERED:
    'duis decode tells what it says; --service-request or --variant says which Service Request it answers.',
};

/** `duis parse`: what a Device answered, as the MMC XML a User expects. */
export function register(program: Command): void {
  program
    .command('parse')
    .description(
      'print what a Device says, a GBCS Response or Alert or the DUIS Response that holds it, of SMETS1 too, as an MMC ' +
        'document (GBCSResponse); exit code 1 if it is malformed or its use case has no MMC form here',
    )
    .argument('<file>', 'the message, hexadecimal, binary or in DUIS XML, or - for standard input')
    .option('--service-request <file>', 'the Service Request it answers, for use cases that serve several')
    .option('--variant <number>', 'or only its Service Reference Variant, such as 7.9', readVariant)
    .option('--key <directory>', 'keys to decrypt with; may be repeated', append)
    .action(async (file: string, options: Options, command: Command) => {
      await reporting(command, async () => {
        const variant = options.variant ?? (await variantOfRequest(options.serviceRequest));
        const context = {
          keys: messageKeys(credentialsFrom(options.key), ACCESS_CONTROL_BROKER),
          ...(variant !== undefined && { serviceReferenceVariant: variant }),
        };
        const mmc = await aboutFile(file, HINTS, () => {
          const bytes = readInput(file);
          return isXml(bytes) ? parseXml(bytes, context) : parseDeviceMessage(messageBytes(bytes), context);
        });
        console.log(mmc);
      });
    });
}

async function parseXml(xml: Buffer, context: ParseContext): Promise<string> {
  const reader = await DuisFileReader.open(readSettings().xsd_dir);
  try {
    const document = reader.readResponse(xml);
    return 'Body' in document ? parseDuisResponse(document, context) : parseSmets1Response(document);
  } finally {
    reader.close();
  }
}

async function variantOfRequest(file: string | undefined): Promise<string | undefined> {
  if (file === undefined) return undefined;
  const reader = await DuisFileReader.open(readSettings().xsd_dir);
  try {
    return await aboutFile(file, {}, () => reader.read(readInput(file)).serviceReferenceVariant);
  } finally {
    reader.close();
  }
}

function readVariant(text: string): string {
  if (!/^\d{1,2}(\.\d{1,2}){1,2}$/.test(text))
    throw new InvalidArgumentError('It has to be a number such as 7.9.');
  return text;
}

function append(directory: string, before: readonly string[] = []): readonly string[] {
  return [...before, directory];
}
