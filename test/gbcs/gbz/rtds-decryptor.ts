import type { Decrypt } from '../../../src/gbcs/use-case.js';
import type { GroupingHeader } from '../../../src/gbcs/grouping-header.js';
import { decryptAttribute, encryptionContext } from '../../../src/gbcs/protection/attribute-encryption.js';
import { sharedSecret } from '../../../src/gbcs/protection/shared-secret.js';
import { rtdsPrivateKey, rtdsPublicKey } from '../rtds.js';

/** Decrypts what a reference Response or Alert carries, with the published test keys. */
export function decryptorFor(header: GroupingHeader): Decrypt {
  const { originator, recipient } = encryptionContext(header);
  const privateKey = rtdsPrivateKey(recipient, 'ka');
  const publicKey = rtdsPublicKey(originator, 'ka');
  if (!privateKey || !publicKey) return () => undefined;
  const secret = sharedSecret(privateKey, publicKey);
  return (encrypted) => decryptAttribute(header, encrypted, secret);
}
