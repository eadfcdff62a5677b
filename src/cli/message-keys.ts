import { decryptAttribute, encryptionContext, type GbcsMessage, SharedSecretCache } from '../gbcs/index.js';
import type { DescribeKeys } from '../gbcs/index.js';
import { verifyMac, verifyMessageSignature } from '../gbcs/index.js';
import type { Eui64 } from '../common/eui64.js';
import type { CredentialStore } from '../smki/index.js';
import { ACCESS_CONTROL_BROKER } from './reference-devices.js';

/** Checks and decrypts messages with the keys of a key store; it may hold the private key of either side. */
export function messageKeys(credentials: CredentialStore): DescribeKeys {
  const secrets = new SharedSecretCache();
  const secretOf = (one: Eui64, other: Eui64): Buffer | undefined => {
    const [mine, theirs] = [credentials.find(one, 'ka'), credentials.find(other, 'ka')];
    if (!mine || !theirs) return undefined;
    if (mine.privateKey) return secrets.get(mine.privateKey, theirs.publicKey);
    return theirs.privateKey && secrets.get(theirs.privateKey, mine.publicKey);
  };
  return {
    macIsValid(message) {
      const secret = secretOf(...macParties(message));
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

/** Who agreed the key of a MAC: Access Control Broker and Device for a Command, originator and recipient otherwise. */
function macParties({ header }: GbcsMessage): readonly [Eui64, Eui64] {
  return [header.kind === 'Command' ? ACCESS_CONTROL_BROKER : header.originator, header.recipient];
}
