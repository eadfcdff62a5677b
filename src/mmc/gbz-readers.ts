import type { Description } from '../gbcs/index.js';
import { type Conversion, decimals } from './conversions.js';
import { hasMembers, valueAt } from './decoded-content.js';
import { componentsOf } from './gbz-statuses.js';
import { fill, type MmcTree, type Reader, type Template } from './mmc-tree.js';

/** The value of an attribute that was read, by its name in the cluster; undefined where it could not be. */
function attributeOf(content: Description, name: string): Description | undefined {
  for (const component of componentsOf(content)) {
    const attributes = valueAt(component, 'payload.attributes');
    if (!Array.isArray(attributes)) continue;
    const found = (attributes as readonly Description[])
      .filter(hasMembers)
      .find(({ attribute }) => attribute === name);
    if (found) return found['value'];
  }
  return undefined;
}

/** An attribute of any component, converted. */
export const attribute =
  (name: string, conversion: Conversion): Reader =>
  (content) => {
    const found = attributeOf(content, name);
    return found === undefined ? undefined : conversion(found);
  };

/** Attributes of one name with a number in it, from 1, each with its index. */
export const attributesIndexed =
  (
    nameOf: (index: number) => string,
    count: number,
    conversionIn: (content: Description) => Conversion,
  ): Reader =>
  (content) => {
    const values = Array.from({ length: count }, (_, index): MmcTree | undefined => {
      const found = attributeOf(content, nameOf(index + 1));
      const value = found === undefined ? undefined : conversionIn(content)(found);
      return value === undefined ? undefined : { index: String(index + 1), value };
    }).filter((value) => value !== undefined);
    return values.length === 0 ? undefined : values;
  };

/** One element for each component that carries the command, of its payload. */
export const eachCommand =
  (command: string, template: Template): Reader =>
  (content) =>
    payloadsOf(content, command).map((payload) => fill(template, payload) ?? {});

/** The payloads of the components that carry a command. */
export function payloadsOf(content: Description, command: string): readonly Description[] {
  return componentsOf(content)
    .filter((component) => component['command'] === command)
    .map((component) => component['payload'] ?? null);
}

/** Something of the first component that carries the command; undefined if none does. */
export const ofCommand =
  (command: string, reader: Reader): Reader =>
  (content) => {
    const [payload] = payloadsOf(content, command);
    return payload === undefined ? undefined : reader(payload);
  };

/** Digits behind the point of a volume in cubic metres. Source: GBCS, multiplier 1 and divisor 1000; RTDS GCS13a. */
const VOLUME_DIGITS = 3;

/** A volume in cubic metres where the message tells no divisor: thousandths. Mark: inferred. */
export const volume: Conversion = decimals(VOLUME_DIGITS);

/**
 * A volume in cubic metres, by the multiplier and divisor read with it; without them no value is told, since it would be a
 * guess.
 */
export function volumeBy(multiplierName: string, divisorName: string): (content: Description) => Conversion {
  return (content) => {
    const [multiplier, divisor] = [attributeOf(content, multiplierName), attributeOf(content, divisorName)];
    if (multiplier !== 1 || typeof divisor !== 'number') return () => undefined;
    const digits = Math.log10(divisor);
    return Number.isInteger(digits) ? decimals(digits) : () => undefined;
  };
}

/** An attribute as a volume in cubic metres, by `multiplier` and `divisor` of the Metering cluster. */
export const attributeVolume =
  (name: string): Reader =>
  (content) =>
    attribute(name, meteringVolume(content))(content);

/** Volumes of the Metering cluster, by its multiplier and divisor. */
export const meteringVolume = volumeBy('multiplier', 'divisor');
