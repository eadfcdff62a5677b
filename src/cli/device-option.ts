import { InvalidArgumentError } from 'commander';
import { DEVICE_TYPES, type DeviceType } from '../common/device-type.js';
import { CodecError } from '../common/errors.js';
import { type Eui64, parseEui64 } from '../common/eui64.js';
import type { DeviceFacts } from '../gbcs/index.js';

/** How a Device is described on the command line. */
export const DEVICE_OPTION_HELP =
  'facts about a Device, such as 00-DB-12-34-56-78-90-A0=ESME,gbcs=4.1,variant=BD,knows=none: its type, GBCS ' +
  'version, ESME variant, and the parties it knows (EUI-64s joined by +, or none); may be repeated';

/**
 * Reads one `--device` option and adds it to those before.
 * @throws InvalidArgumentError
 */
export function readDeviceOption(
  text: string,
  before: ReadonlyMap<Eui64, DeviceFacts> = new Map(),
): ReadonlyMap<Eui64, DeviceFacts> {
  const [head = '', ...details] = text.split(',');
  const [eui, deviceType] = head.split('=');
  if (!eui || !isDeviceType(deviceType)) {
    throw new InvalidArgumentError(`It has to begin with EUI=TYPE, TYPE one of ${DEVICE_TYPES.join(', ')}.`);
  }
  let facts: DeviceFacts = { deviceType };
  for (const detail of details) facts = { ...facts, ...readDetail(detail) };
  return new Map(before).set(readEui(eui), facts);
}

function isDeviceType(text: string | undefined): text is DeviceType {
  return DEVICE_TYPES.some((type) => type === text);
}

function readDetail(text: string): Partial<DeviceFacts> {
  const [name, value = ''] = text.split('=');
  switch (name) {
    case 'gbcs':
      if (!/^\d+(\.\d+)*$/.test(value)) throw new InvalidArgumentError(`'${value}' is not a GBCS version.`);
      return { gbcsVersion: value };
    case 'variant':
      if (!/^[A-G]+$/.test(value)) throw new InvalidArgumentError(`'${value}' is not an ESME variant.`);
      return { esmeVariant: value };
    case 'knows':
      return { knownRemoteParties: value === 'none' ? [] : value.split('+').map(readEui) };
    default:
      throw new InvalidArgumentError(`'${text}' is none of gbcs=, variant=, knows=.`);
  }
}

function readEui(text: string): Eui64 {
  try {
    return parseEui64(text);
  } catch (error) {
    throw new InvalidArgumentError(error instanceof CodecError ? `${error.message}.` : String(error));
  }
}
