import { createCipheriv, timingSafeEqual } from 'node:crypto';
import { encodeSignedPart, type GbcsMessage, MAC_LENGTH } from '../message.js';
import { deriveKey, initialisationVector } from './key-derivation.js';

/** Security control byte and the lengths of five empty fields, which the MAC covers before the signed part. */
const MAC_PREFIX = Buffer.from('110000000000', 'hex');

/**
 * MAC of a message, 12 bytes: AES-128-GMAC over prefix and signed part. The key depends on the kind of message.
 * Source: GBCS, "Calculating Message Authentication Codes".
 * @param secret shared secret Z: of Access Control Broker and Device for a Command, of Device and recipient otherwise
 */
export function computeMac(message: Omit<GbcsMessage, 'mac'>, secret: Uint8Array): Buffer {
  const { header } = message;
  const key = deriveKey(secret, header.kind, header);
  const cipher = createCipheriv('aes-128-gcm', key, initialisationVector(header.originator), {
    authTagLength: MAC_LENGTH,
  });
  cipher.setAAD(Buffer.concat([MAC_PREFIX, encodeSignedPart(message)]));
  cipher.final();
  return cipher.getAuthTag();
}

/** The message with a MAC layer around it. @param secret as for `computeMac` */
export function addMac(message: GbcsMessage, secret: Uint8Array): GbcsMessage {
  return { ...message, mac: computeMac(message, secret) };
}

/** False also for a message without a MAC. @param secret as for `computeMac` */
export function verifyMac(message: GbcsMessage, secret: Uint8Array): boolean {
  return message.mac?.length === MAC_LENGTH && timingSafeEqual(message.mac, computeMac(message, secret));
}
