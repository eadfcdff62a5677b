import { CodecError } from '../../../common/errors.js';
import { uint48 } from '../integers.js';
import type { ZclType } from '../zcl-type.js';

/** The thresholds of one price tier, or of all if the sub-payload control says so. */
export interface BlockThresholds {
  /** 0 to 15. */
  readonly tier: number;
  /** 0 to 15 values of 48 bits. */
  readonly thresholds: readonly number[];
}

const MAX_NIBBLE = 15;

/** Tier and number of thresholds (one nibble each, 1 byte), then the thresholds, 6 bytes each, little-endian. */
export const blockThresholds: ZclType<BlockThresholds> = {
  name: 'block thresholds',
  shape: { kind: 'block thresholds', maxNibble: MAX_NIBBLE },
  read(reader) {
    const byte = reader.u8('tier and number of block thresholds');
    const length = byte & MAX_NIBBLE;
    return { tier: byte >> 4, thresholds: Array.from({ length }, () => uint48.read(reader)) };
  },
  write(writer, { tier, thresholds }) {
    if (!(tier >= 0 && tier <= MAX_NIBBLE) || thresholds.length > MAX_NIBBLE) {
      throw new CodecError(`tier ${tier} or ${thresholds.length} block thresholds do not fit in a nibble`);
    }
    writer.u8((tier << 4) | thresholds.length);
    for (const threshold of thresholds) uint48.write(writer, threshold);
  },
  describe: ({ tier, thresholds }) => ({ tier, thresholds: [...thresholds] }),
};
