import { CodecError } from '../../common/errors.js';
import type { ByteReader } from '../bytes/byte-reader.js';
import type { DerSchema } from './der-schema.js';

const INTEGER = 0x02;
const ENUMERATED = 0x0a;

/** 2^63 - 1, the highest sequence number and Originator Counter of GBCS. */
export const MAX_SEQUENCE_NUMBER = (1n << 63n) - 1n;

/** INTEGER of any size that lies from `min` to `max`. */
export function bigInteger(range: { readonly min: bigint; readonly max: bigint }): DerSchema<bigint> {
  const check = (value: bigint, offset?: number): bigint => {
    if (value >= range.min && value <= range.max) return value;
    throw new CodecError(`${value} is not from ${range.min} to ${range.max}`, offset);
  };
  return {
    tags: [INTEGER],
    read: (element) => check(readInteger(element.contents), element.offset),
    write: (value) => ({ tag: INTEGER, contents: integerOctets(check(value)) }),
    describe: (value) => (value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value.toString()),
  };
}

/** INTEGER from `min` to `max`, both exact as a number. */
export function integer(range: { readonly min: number; readonly max: number }): DerSchema<number> {
  const wide = bigInteger({ min: BigInt(range.min), max: BigInt(range.max) });
  return {
    tags: wide.tags,
    read: (element, der) => Number(wide.read(element, der)),
    write: (value) => {
      if (!Number.isSafeInteger(value)) throw new CodecError(`${value} is not a whole number`);
      return wide.write(BigInt(value));
    },
    describe: (value) => value,
  };
}

/** INTEGER that stands for one of a few names. */
export function integerNames<Name extends string>(names: Readonly<Record<Name, number>>): DerSchema<Name> {
  return named(INTEGER, names);
}

/** ENUMERATED. */
export function enumerated<Name extends string>(names: Readonly<Record<Name, number>>): DerSchema<Name> {
  return named(ENUMERATED, names);
}

function named<Name extends string>(tag: number, names: Readonly<Record<Name, number>>): DerSchema<Name> {
  const byNumber = new Map((Object.keys(names) as Name[]).map((name) => [BigInt(names[name]), name]));
  return {
    tags: [tag],
    read(element) {
      const value = readInteger(element.contents);
      const name = byNumber.get(value);
      if (name !== undefined) return name;
      throw new CodecError(`${value} is none of ${Object.keys(names).join(', ')}`, element.offset);
    },
    write(name) {
      const value: number | undefined = names[name];
      if (value === undefined) {
        throw new CodecError(`'${name}' is none of ${Object.keys(names).join(', ')}`);
      }
      return { tag, contents: integerOctets(BigInt(value)) };
    },
    describe: (name) => name,
  };
}

/** Contents octets of an INTEGER: two's complement, big-endian. @throws CodecError unless as short as possible */
function readInteger(contents: ByteReader): bigint {
  const offset = contents.offset;
  const octets = contents.bytes(contents.remaining);
  const [first, second] = octets;
  if (first === undefined) throw new CodecError('an INTEGER has at least one byte', offset);
  if (second !== undefined && (first === 0 ? second < 0x80 : first === 0xff && second >= 0x80)) {
    throw new CodecError('an INTEGER is longer than it needs to be', offset);
  }
  return BigInt.asIntN(octets.length * 8, BigInt(`0x${octets.toString('hex')}`));
}

function integerOctets(value: bigint): Buffer {
  let bytes = 1;
  while (BigInt.asIntN(bytes * 8, value) !== value) bytes += 1;
  const digits = BigInt.asUintN(bytes * 8, value).toString(16);
  return Buffer.from(digits.padStart(bytes * 2, '0'), 'hex');
}
