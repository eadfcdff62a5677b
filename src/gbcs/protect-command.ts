import type { KeyObject } from 'node:crypto';
import { InternalError } from '../common/errors.js';
import { type GbcsMessage, NO_SIGNATURE, SIGNATURE_LENGTH } from './message.js';
import { addMac } from './protection/mac.js';
import { signMessage, type Signer } from './protection/message-signature.js';
import { type SharedSecretCache, sharedSecret } from './protection/shared-secret.js';
import type { MessageProtection } from './use-case.js';

/** Keys the DCC needs for a Command; which of them depends on its protection. */
export interface CommandKeys {
  /** Key Agreement private key of the Access Control Broker: for the MAC. */
  readonly accessControlBrokerKeyAgreement?: KeyObject;
  /** Key Agreement public key of the Device: for the MAC. */
  readonly deviceKeyAgreement?: KeyObject;
  /** Signs for the originator, where that is not the User. */
  readonly originatorSigner?: Signer;
  /** Remembers the secret of broker and Device from Command to Command. */
  readonly secrets?: SharedSecretCache;
}

/**
 * Adds what the DCC adds before a Command goes to the Device: the signature where it originates a signed Command, and
 * the MAC. A Command signed by the User comes in with the signature.
 * @throws InternalError if a key is missing that the protection needs
 */
export function protectCommand(
  message: GbcsMessage,
  protection: MessageProtection,
  keys: CommandKeys,
): GbcsMessage {
  const signed = withSignatureField(message, protection, keys);
  if (!protection.mac) return signed;
  const { accessControlBrokerKeyAgreement: own, deviceKeyAgreement: device } = keys;
  if (!own) throw new InternalError('the Access Control Broker has no Key Agreement private key');
  if (!device) throw new InternalError(`no Key Agreement key of ${message.header.recipient} is known`);
  return addMac(signed, keys.secrets?.get(own, device) ?? sharedSecret(own, device));
}

function withSignatureField(
  message: GbcsMessage,
  protection: MessageProtection,
  keys: CommandKeys,
): GbcsMessage {
  const { header, content } = message;
  if (!protection.signed) return { header, content, signature: NO_SIGNATURE };
  if (message.signature?.length === SIGNATURE_LENGTH)
    return { header, content, signature: message.signature };
  if (!keys.originatorSigner) {
    throw new InternalError(
      `a signature of ${header.originator} is needed, and its private key is not known`,
    );
  }
  return signMessage(message, keys.originatorSigner);
}
