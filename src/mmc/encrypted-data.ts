import type { Description, UseCase } from '../gbcs/index.js';
import { encryptedIn } from './decoded-content.js';
import type { MmcTree } from './mmc-tree.js';

/** `type` of encrypted data, by the encoding they came in. Source: MMC schema 5.4, GBCSDataType; mark: inferred. */
const DATA_TYPES = { DLMS: 'dlms', GBZ: 'zigbeeCiphered', 'ASN.1': 'gbcs' } as const;

/** What stayed encrypted for want of a key, as the `GBCSData` elements a second pass with the key is for. */
export function encryptedData({ code, encoding }: UseCase, content: Description): readonly MmcTree[] {
  return encryptedIn(content).map((bytes, index) => ({
    format: 'encrypted',
    sequence: String(index),
    name: code,
    type: DATA_TYPES[encoding],
    value: Buffer.from(bytes, 'hex').toString('base64'),
  }));
}
