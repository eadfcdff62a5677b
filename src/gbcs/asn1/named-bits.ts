import { CodecError } from '../../common/errors.js';
import type { DerSchema } from './der-schema.js';

const BIT_STRING = 0x03;

/**
 * BIT STRING whose bits have names; bit 0 is the highest bit of the first byte. As DER demands, zero bits at the end
 * are left out. Values list the names of the bits that are set, in the order of the bits.
 */
export function namedBits<Name extends string>(
  bits: Readonly<Record<Name, number>>,
): DerSchema<readonly Name[]> {
  const names = (Object.keys(bits) as Name[]).sort((a, b) => bits[a] - bits[b]);
  return {
    tags: [BIT_STRING],
    read({ contents, offset }) {
      const unused = contents.u8('number of unused bits');
      const octets = contents.bytes(contents.remaining);
      const last = octets.at(-1);
      if (last === undefined ? unused !== 0 : unused > 7 || trailingZeros(last) !== unused) {
        throw new CodecError('a BIT STRING does not end with its last set bit', offset);
      }
      const found: Name[] = [];
      for (let bit = 0; bit < octets.length * 8; bit += 1) {
        if (((octets[bit >> 3] ?? 0) & (0x80 >> (bit & 7))) === 0) continue;
        const name = names.find((candidate) => bits[candidate] === bit);
        if (name === undefined) throw new CodecError(`bit ${bit} has no meaning here`, offset);
        found.push(name);
      }
      return found;
    },
    write(value) {
      const set = value.map((name) => {
        const bit: number | undefined = bits[name];
        if (bit === undefined) throw new CodecError(`'${name}' is none of ${names.join(', ')}`);
        return bit;
      });
      const octets = Buffer.alloc(set.length === 0 ? 0 : (Math.max(...set) >> 3) + 1);
      for (const bit of set) octets.writeUInt8(octets.readUInt8(bit >> 3) | (0x80 >> (bit & 7)), bit >> 3);
      const last = octets.at(-1);
      const unused = last === undefined ? 0 : trailingZeros(last);
      return { tag: BIT_STRING, contents: Buffer.concat([Buffer.from([unused]), octets]) };
    },
    describe: (value) => value,
  };
}

/** Number of zero bits below the lowest set bit of a byte, 8 if none is set. */
function trailingZeros(byte: number): number {
  return byte === 0 ? 8 : 31 - Math.clz32(byte & -byte);
}
