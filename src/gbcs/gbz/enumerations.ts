import type { Description } from '../use-case.js';
import { uint16, uint24, uint32, uint8 } from './integers.js';
import type { ZclType } from './zcl-type.js';

const hex = (value: number, bytes: number) =>
  `0x${value
    .toString(16)
    .toUpperCase()
    .padStart(bytes * 2, '0')}`;

/** Meaning of the values of an enumeration. */
export type Labels = Readonly<Record<number, string>>;

/** 1 byte; values without a label are shown as numbers. */
export function enum8(labels: Labels = {}): ZclType<number> {
  return {
    ...uint8,
    name: 'ENUM8',
    dataTypeId: 0x30,
    describe: (value) => (value in labels ? `${labels[value]} (${hex(value, 1)})` : hex(value, 1)),
  };
}

/** 2 bytes, little-endian. */
export const enum16: ZclType<number> = { ...uint16, name: 'ENUM16', dataTypeId: 0x31 };

/** A number of `unit` whose special values have a name of their own, such as "until changed". */
export function withLabels(unit: ZclType<number>, labels: Labels): ZclType<number> {
  return { ...unit, describe: (value) => labels[value] ?? unit.describe(value) };
}

function bitmap(name: string, dataTypeId: number, base: ZclType<number>, bytes: number, bits: Labels) {
  return {
    ...base,
    name,
    dataTypeId,
    describe(value: number): Description {
      const set = Object.entries(bits)
        .filter(([bit]) => Math.floor(value / 2 ** Number(bit)) % 2 === 1)
        .map(([, label]) => label);
      return set.length > 0 ? `${hex(value, bytes)} (${set.join(', ')})` : hex(value, bytes);
    },
  } satisfies ZclType<number>;
}

/** 1 byte. @param bits names of the bits, counted from the least significant one */
export const bitmap8 = (bits: Labels = {}): ZclType<number> => bitmap('BITMAP8', 0x18, uint8, 1, bits);

/** 2 bytes, little-endian. @param bits names of the bits, counted from the least significant one */
export const bitmap16 = (bits: Labels = {}): ZclType<number> => bitmap('BITMAP16', 0x19, uint16, 2, bits);

/** 3 bytes, little-endian. @param bits names of the bits, counted from the least significant one */
export const bitmap24 = (bits: Labels = {}): ZclType<number> => bitmap('BITMAP24', 0x1a, uint24, 3, bits);

/** 4 bytes, little-endian. @param bits names of the bits, counted from the least significant one */
export const bitmap32 = (bits: Labels = {}): ZclType<number> => bitmap('BITMAP32', 0x1b, uint32, 4, bits);

/**
 * 1 byte in two halves. The halves stay one number; `describe` tells them apart.
 * @param high name of the most significant nibble
 * @param low name of the least significant nibble
 */
export function nibbles(high: string, low: string): ZclType<number> {
  return {
    ...uint8,
    name: 'BITMAP8 (NIBBLES)',
    dataTypeId: 0x18,
    describe: (value) => ({ [high]: value >> 4, [low]: value & 0x0f }),
  };
}
