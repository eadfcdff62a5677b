import type { Command } from 'commander';
import { CodecError } from '../../common/errors.js';
import type { Eui64 } from '../../common/eui64.js';
import { readSettings } from '../../config/index.js';
import type { DeviceFacts } from '../../gbcs/index.js';
import { correlatePreCommand, preCommandIn } from '../../mmc/index.js';
import { aboutFile, type Hints } from '../about-file.js';
import { commandContext } from '../command-context.js';
import {
  askedBy,
  referenceDevices,
  referenceFacts,
  referencePairName,
} from '../conformance/reference-facts.js';
import { DEVICE_OPTION_HELP, readDeviceOption } from '../device-option.js';
import { isXml, messageBytes, readInput } from '../files.js';
import { credentialsFrom } from '../keystore-options.js';
import { DuisFileReader } from '../duis-file-reader.js';
import { reporting } from './certs.js';

interface Options {
  readonly request: string;
  readonly preCommand: string;
  readonly device?: ReadonlyMap<Eui64, DeviceFacts>;
  readonly keystore?: readonly string[];
}

/** How to go on where a Pre-Command cannot be read. */
const HINTS: Hints = {
  CODEC:
    'It has to be a whole Pre-Command, hexadecimal or binary, or the DUIS Response of the Transform Service in XML.',
};

/** `duis correlate`: whether a Pre-Command says what its Service Request says. */
export function register(program: Command): void {
  program
    .command('correlate')
    .description(
      'check that a Pre-Command says what its Service Request says, before it is signed; prints each difference and ' +
        'exits with code 1 if there is any',
    )
    .requiredOption('--request <file>', 'the Service Request')
    .requiredOption(
      '--pre-command <file>',
      'the Pre-Command, hexadecimal, binary or in the DUIS Response of the Transform Service, or - for standard input',
    )
    .option('--device <facts>', DEVICE_OPTION_HELP, readDeviceOption)
    .option('--keystore <directory>', 'certificates; may be repeated', append)
    .action(async (options: Options, command: Command) => {
      await reporting(command, async () => {
        const differences = await correlateFiles(options);
        for (const difference of differences) console.log(difference);
        if (differences.length > 0) process.exitCode = 1;
        else console.log('the Pre-Command says what the Service Request says');
      });
    });
}

async function correlateFiles(options: Options): Promise<readonly string[]> {
  const reader = await DuisFileReader.open(readSettings().xsd_dir);
  try {
    const name = referencePairName(options.request);
    const facts = name === undefined ? undefined : referenceFacts(name);
    const read = await aboutFile(options.request, {}, () => reader.read(readInput(options.request)));
    const request = facts === undefined ? read : askedBy(read, facts);
    const { target } = request.requestId;
    const devices = new Map([...(facts ? referenceDevices(target, facts) : []), ...(options.device ?? [])]);
    const context = commandContext(request, {
      devices,
      counter: 0n,
      credentials: credentialsFrom(options.keystore),
    });
    return await aboutFile(options.preCommand, HINTS, () =>
      correlatePreCommand(request, readPreCommand(readInput(options.preCommand), reader), context),
    );
  } finally {
    reader.close();
  }
}

function readPreCommand(bytes: Buffer, reader: DuisFileReader): Buffer {
  if (!isXml(bytes)) return messageBytes(bytes);
  const document = reader.readResponse(bytes);
  if ('Body' in document) return preCommandIn(document);
  throw new CodecError('a SMETS1 Response has no Pre-Command');
}

function append(directory: string, before: readonly string[] = []): readonly string[] {
  return [...before, directory];
}
