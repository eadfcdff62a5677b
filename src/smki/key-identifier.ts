import { createHash, type KeyObject } from 'node:crypto';

/** Uncompressed point of a P-256 public key: 04, x, y; 65 bytes. */
export function publicPoint(key: KeyObject): Buffer {
  const { x, y } = key.export({ format: 'jwk' });
  return Buffer.concat([
    Buffer.of(4),
    Buffer.from(String(x), 'base64url'),
    Buffer.from(String(y), 'base64url'),
  ]);
}

/**
 * Subject key identifier, 8 bytes: 4 in the top four bits, then the last 60 bits of SHA-1 of the public point.
 * Source: RFC 5280 4.2.1.2 (2); 416 of 416 certificates of the RTDS key store.
 */
export function keyIdentifier(key: KeyObject): Buffer {
  const identifier = createHash('sha1').update(publicPoint(key)).digest().subarray(-8);
  identifier[0] = 0x40 | ((identifier[0] ?? 0) & 0x0f);
  return identifier;
}
