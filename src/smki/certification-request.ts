import { createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { CodecError } from '../common/errors.js';
import type { Eui64 } from '../common/eui64.js';
import { ECDSA_WITH_SHA256 } from './certificate-builder.js';
import { deviceNameExtension, keyUsageExtension } from './certificate-extensions.js';
import {
  bitString,
  childrenOf,
  contentOf,
  contextTag,
  decodeDer,
  encodeDer,
  integer,
  objectIdentifier,
  sequence,
  set,
} from './der.js';
import type { KeyPair } from './key-source.js';

const EXTENSION_REQUEST = '1.2.840.113549.1.9.14';

/** What a Device may have a key for. */
export type DeviceKeyUsage = 'digitalSignature' | 'keyAgreement';

/**
 * PKCS#10 certification request of a Device: no subject, keyUsage and hardwareModuleName asked for.
 * @returns DER
 * Source: RFC 2986; RTDS 4.5.0 CS02c
 */
export function buildCertificationRequest(
  device: Eui64,
  usage: DeviceKeyUsage,
  { publicKey, privateKey }: KeyPair,
): Buffer {
  const extensions = sequence(keyUsageExtension(usage), deviceNameExtension(device));
  const asked = sequence(
    integer(Buffer.of(0)),
    sequence(),
    decodeDer(publicKey.export({ format: 'der', type: 'spki' })),
    contextTag(0, [sequence(objectIdentifier(EXTENSION_REQUEST), set(extensions))]),
  );
  const signature = sign('sha256', encodeDer(asked), privateKey);
  return encodeDer(sequence(asked, sequence(objectIdentifier(ECDSA_WITH_SHA256)), bitString(signature)));
}

/**
 * The public key a certification request is for, once its signature shows that the other half is held.
 * @param der PKCS#10
 * @throws CodecError if it is none, or signed with another key
 */
export function requestedKey(der: Uint8Array): KeyObject {
  const [asked, , signature] = childrenOf(decodeDer(der), 'certification request');
  const [, , spki] = childrenOf(asked, 'certification request information');
  if (asked === undefined || spki === undefined) throw new CodecError('not a certification request');
  const publicKey = createPublicKey({ key: encodeDer(spki), format: 'der', type: 'spki' });
  // A bit string starts with the number of its unused bits.
  const bytes = contentOf(signature, 'signature').subarray(1);
  if (verify('sha256', encodeDer(asked), publicKey, bytes)) return publicKey;
  throw new CodecError('the certification request is signed with another key than it asks for');
}
