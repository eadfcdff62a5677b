import { ByteReader } from '../gbcs/bytes/byte-reader.js';
import { bitString, type ObisCode } from '../gbcs/dlms/index.js';
import { decodeData, encodeData } from '../gbcs/dlms/dlms-type.js';
import type { CosemObjects } from './cosem-objects.js';

/** Codes a setting is for. Source: GBCS mapping table rows 1930 to 1939. */
const CODES = 256;
const behaviours = bitString(CODES);
const maskAndActions = bitString(2 * CODES);

/** What is written, and what is read: which codes are switched on. Source: GBCS mapping table rows 8, 9, 1930 to 1939. */
const SETTINGS: readonly (readonly [written: ObisCode, read: ObisCode])[] = [
  ['0-30:97.98.11.255', '0-30:97.98.15.255'],
  ['0-30:97.98.12.255', '0-30:97.98.16.255'],
  ['0-30:97.98.13.255', '0-30:97.98.17.255'],
  ['0-30:97.98.14.255', '0-30:97.98.18.255'],
  ['0-33:97.98.11.255', '0-33:97.98.15.255'],
  ['0-33:97.98.14.255', '0-33:97.98.18.255'],
];

const attribute = (obis: ObisCode) => ({ classId: 1, obis, index: 2 });

/** Gives an ESME the behaviours of its events and alerts: all off as it comes, and as they are set from then on. */
export function furnishAlertBehaviours(objects: CosemObjects): void {
  for (const [written, read] of SETTINGS) {
    let enabled = '0'.repeat(CODES);
    objects.defineAttribute(attribute(read), () => encodeData(behaviours, enabled));
    objects.whenWritten(attribute(written), () => {
      const value = objects.value(attribute(written));
      if (value === undefined) return;
      const bits = decodeData(maskAndActions, new ByteReader(value));
      const [mask, actions] = [bits.slice(0, CODES), bits.slice(CODES)];
      enabled = [...enabled].map((bit, code) => (mask[code] === '1' ? actions[code] : bit)).join('');
    });
  }
}
