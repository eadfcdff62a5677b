import { createCipheriv, createDecipheriv } from 'node:crypto';
import { CodecError } from '../../common/errors.js';
import { ByteReader } from '../bytes/byte-reader.js';
import type { GroupingHeader } from '../grouping-header.js';
import { MAC_LENGTH } from '../message.js';
import { deriveKey, initialisationVector, type KeyContext } from './key-derivation.js';

/** Security control 0x31: authenticated encryption. */
const SECURITY_CONTROL = 0x31;
const AAD = Buffer.from([SECURITY_CONTROL]);
/** Security control byte, then an invocation counter of zero. */
const PREFIX = Buffer.from([SECURITY_CONTROL, 0, 0, 0, 0]);

/**
 * Identities the encryption key of a message is bound to. With a Supplementary Remote Party that party is the
 * recipient, and its Supplementary Originator Counter, where the Device sends one, takes the place of the header's.
 * Source: GBCS-RULES section 5; 60 of 60 encrypted items of RTDS 4.5.0.
 */
export function encryptionContext(header: GroupingHeader): KeyContext {
  const party = header.supplementaryRemoteParty;
  return {
    originator: header.originator,
    originatorCounter: party?.originatorCounter ?? header.originatorCounter,
    recipient: party?.id ?? header.recipient,
  };
}

/**
 * Encrypts sensitive data of a Response or Alert: `31 00000000`, ciphertext, 12 bytes of tag.
 * All items of one message share key and IV, as GBCS prescribes.
 * @param secret shared secret Z of the Device and the party that may read the data
 */
export function encryptAttribute(header: GroupingHeader, plaintext: Uint8Array, secret: Uint8Array): Buffer {
  const context = encryptionContext(header);
  const key = deriveKey(secret, 'Encryption', context);
  const cipher = createCipheriv('aes-128-gcm', key, initialisationVector(context.originator), {
    authTagLength: MAC_LENGTH,
  });
  cipher.setAAD(AAD);
  return Buffer.concat([PREFIX, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
}

/**
 * Reverses `encryptAttribute`.
 * @throws CodecError if the bytes do not have that form or do not authenticate under this key
 */
export function decryptAttribute(header: GroupingHeader, encrypted: Uint8Array, secret: Uint8Array): Buffer {
  const reader = new ByteReader(encrypted);
  for (const byte of PREFIX) reader.expect(byte, 'security header 31 00000000');
  const ciphertext = reader.bytes(Math.max(0, reader.remaining - MAC_LENGTH));
  const tag = reader.bytes(MAC_LENGTH, 'authentication tag');
  const context = encryptionContext(header);
  const key = deriveKey(secret, 'Encryption', context);
  const decipher = createDecipheriv('aes-128-gcm', key, initialisationVector(context.originator), {
    authTagLength: MAC_LENGTH,
  });
  decipher.setAAD(AAD);
  decipher.setAuthTag(tag);
  const plaintext = decipher.update(ciphertext);
  try {
    return Buffer.concat([plaintext, decipher.final()]);
  } catch {
    throw new CodecError('the encrypted data do not authenticate under this key', PREFIX.length);
  }
}
