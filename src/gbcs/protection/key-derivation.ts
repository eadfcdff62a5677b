import { createHash } from 'node:crypto';
import { type Eui64, eui64ToBytes } from '../../common/eui64.js';
import type { MessageKind } from '../grouping-header.js';

/** Length of a derived AES-128 key, in bytes. */
const KEY_LENGTH = 16;
/** First (and only) round counter of the single-step key derivation function. */
const ROUND = Buffer.from('00000001', 'hex');
/** Algorithm identifier of aes128-gcm in the DLMS object tree: OID 2.16.756.5.8.3.0. */
const ALGORITHM_ID = Buffer.from('60857406080300', 'hex');

/** What the derived key is for: the MAC of a kind of message, or the encryption of data within one. */
export type KeyPurpose = MessageKind | 'Encryption';

const PURPOSE_FLAGS: Readonly<Record<KeyPurpose, number>> = {
  Command: 1,
  Response: 2,
  Alert: 3,
  Encryption: 4,
};

/** The identities a key is bound to: those of the Grouping Header, with the exceptions `attribute-encryption` names. */
export interface KeyContext {
  readonly originator: Eui64;
  readonly originatorCounter: bigint;
  readonly recipient: Eui64;
}

/**
 * AES-128 key of one message: first 16 bytes of SHA-256(00000001, Z, algorithm id, originator, 09, purpose flag,
 * counter, recipient). Source: GBCS, key derivation function (NIST SP 800-56A, SHA-256).
 * @param secret shared secret Z, 32 bytes
 */
export function deriveKey(secret: Uint8Array, purpose: KeyPurpose, context: KeyContext): Buffer {
  const transactionId = Buffer.alloc(10);
  transactionId.writeUInt8(9, 0);
  transactionId.writeUInt8(PURPOSE_FLAGS[purpose], 1);
  transactionId.writeBigUInt64BE(context.originatorCounter, 2);
  return createHash('sha256')
    .update(ROUND)
    .update(secret)
    .update(ALGORITHM_ID)
    .update(eui64ToBytes(context.originator))
    .update(transactionId)
    .update(eui64ToBytes(context.recipient))
    .digest()
    .subarray(0, KEY_LENGTH);
}

/** AES-GCM initialisation vector, 12 bytes: originator and an invocation field of zero. */
export function initialisationVector(originator: Eui64): Buffer {
  return Buffer.concat([eui64ToBytes(originator), Buffer.alloc(4)]);
}
