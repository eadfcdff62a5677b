import { type Command, InvalidArgumentError, Option } from 'commander';
import { ConfigError } from '../../common/errors.js';
import type { Eui64 } from '../../common/eui64.js';
import { readSettings } from '../../config/index.js';
import {
  type DeviceFacts,
  describeMessage,
  transform,
  transformAs,
  type TransformResult,
  USE_CASES,
  type UseCase,
} from '../../gbcs/index.js';
import { commandContext } from '../command-context.js';
import { DEVICE_OPTION_HELP, readDeviceOption } from '../device-option.js';
import {
  askedBy,
  referenceDevices,
  type ReferenceFacts,
  referenceFacts,
  referencePairName,
} from '../conformance/reference-facts.js';
import { readInput } from '../files.js';
import { credentialsFrom } from '../keystore-options.js';
import { DuisFileReader } from '../duis-file-reader.js';
import { reporting } from './certs.js';

interface Options {
  readonly acbCounter?: bigint;
  readonly format: 'hex' | 'base64' | 'json';
  readonly device?: ReadonlyMap<Eui64, DeviceFacts>;
  readonly keystore?: readonly string[];
  readonly useCase?: string;
}

/** `duis transform`: the GBCS message a Service Request asks for, before it is protected. */
export function register(program: Command): void {
  program
    .command('transform')
    .description(
      'print the GBCS message a Service Request becomes: the Pre-Command if the User is to sign it, else the ' +
        'Command without signature and MAC. The Signature of the request is not checked',
    )
    .argument('<file>', 'the request, or - for standard input')
    .option(
      '--acb-counter <n>',
      'Originator Counter where a party of the DCC originates the message; 0 if not given',
      readCounter,
    )
    .addOption(
      new Option('--format <form>', 'how to print it').choices(['hex', 'base64', 'json']).default('hex'),
    )
    .option('--device <facts>', DEVICE_OPTION_HELP, readDeviceOption)
    .option('--keystore <directory>', 'certificates; may be repeated', append)
    .option('--use-case <code>', 'build this use case, whichever fits the Device')
    .addHelpText(
      'after',
      '\nA Device without --device is taken from the reference test data, or has the one type its Service Request allows. ' +
        'Requests of the reference test data (NAME_REQUEST_DUIS.XML) tell the GBCS version and ESME variant by their name.',
    )
    .action(async (file: string, options: Options, command: Command) => {
      await reporting(command, async () => {
        const result = await transformFile(file, options);
        console.log(print(result, options.format));
      });
    });
}

async function transformFile(file: string, options: Options): Promise<TransformResult> {
  const xml = readInput(file);
  const reader = await DuisFileReader.open(readSettings().xsd_dir);
  try {
    const name = referencePairName(file);
    const facts = name === undefined ? undefined : referenceFacts(name);
    const read = reader.read(xml);
    const request = facts === undefined ? read : askedBy(read, facts);
    const context = commandContext(request, {
      devices: devicesOf(request.requestId.target, facts, options.device),
      counter: options.acbCounter ?? 0n,
      credentials: credentialsFrom(options.keystore),
    });
    if (options.useCase === undefined) return transform(request, context);
    return transformAs(useCaseNamed(options.useCase), request, context);
  } finally {
    reader.close();
  }
}

/** Devices given on the command line come first; a request of the reference test data tells more by its name. */
function devicesOf(
  target: Eui64,
  facts: ReferenceFacts | undefined,
  given: ReadonlyMap<Eui64, DeviceFacts> = new Map(),
): ReadonlyMap<Eui64, DeviceFacts> {
  return facts === undefined ? given : new Map([...referenceDevices(target, facts), ...given]);
}

function useCaseNamed(code: string): UseCase {
  const found = USE_CASES.find((useCase) => useCase.code === code);
  if (!found) throw new ConfigError('--use-case', `'${code}' is not a use case this gateway builds`);
  return found;
}

function print(result: TransformResult, format: Options['format']): string {
  switch (format) {
    case 'hex':
      return result.bytes.toString('hex').toUpperCase();
    case 'base64':
      return result.bytes.toString('base64');
    case 'json': {
      const { useCase, kind, originator, protection, message, bytes } = result;
      const facts = {
        useCase: useCase.code,
        kind,
        originator,
        protection,
        message: describeMessage(message),
        bytes: bytes.toString('hex').toUpperCase(),
      };
      return JSON.stringify(facts, undefined, 2);
    }
  }
}

function readCounter(text: string): bigint {
  if (!/^[0-9]{1,20}$/.test(text) || BigInt(text) >= 1n << 64n) {
    throw new InvalidArgumentError('It has to be a whole number below 2^64.');
  }
  return BigInt(text);
}

function append(directory: string, before: readonly string[] = []): readonly string[] {
  return [...before, directory];
}
