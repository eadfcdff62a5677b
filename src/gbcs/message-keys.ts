import type { Eui64 } from '../common/eui64.js';
import type { CredentialStore } from '../smki/index.js';
import type { DescribeKeys } from './describe-message.js';
import { decryptAttribute, encryptionContext } from './protection/attribute-encryption.js';
import { verifyMac } from './protection/mac.js';
import { verifyMessageSignature } from './protection/message-signature.js';
import { SharedSecretCache } from './protection/shared-secret.js';

/**
 * Checks and decrypts messages with the keys of a key store; it may hold the private key of either side.
 * @param accessControlBroker whose MAC Commands bear
 */
export function messageKeys(credentials: CredentialStore, accessControlBroker: Eui64): DescribeKeys {
  const secrets = new SharedSecretCache();
  const secretOf = (one: Eui64, other: Eui64): Buffer | undefined => {
    const [mine, theirs] = [credentials.find(one, 'ka'), credentials.find(other, 'ka')];
    if (!mine || !theirs) return undefined;
    if (mine.privateKey) return secrets.get(mine.privateKey, theirs.publicKey);
    return theirs.privateKey && secrets.get(theirs.privateKey, mine.publicKey);
  };
  return {
    macIsValid(message) {
      const secret = secretOf(
        message.header.kind === 'Command' ? accessControlBroker : message.header.originator,
        message.header.recipient,
      );
      return secret && verifyMac(message, secret);
    },
    signatureIsValid(message) {
      const signers = credentials.findAll(message.header.originator, 'ds');
      if (signers.length === 0) return undefined;
      return signers.some(({ publicKey }) => verifyMessageSignature(message, publicKey));
    },
    decrypt(message) {
      const { originator, recipient } = encryptionContext(message.header);
      const secret = secretOf(originator, recipient);
      return (encrypted) => secret && decryptAttribute(message.header, encrypted, secret);
    },
  };
}
