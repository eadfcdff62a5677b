import { DuisRejection, InternalError } from '../common/errors.js';
import type { Eui64 } from '../common/eui64.js';
import {
  addMac,
  encodeMessage,
  type GbcsMessage,
  SharedSecretCache,
  signMessage,
  type TransformResult,
  verifyMessageSignature,
} from '../gbcs/index.js';
import type { CredentialStore } from '../smki/index.js';

/** Signs as a party of the DCC and adds the Access Control Broker's MAC: the keys that only the DCC holds. */
export class CommandProtection {
  readonly #secrets = new SharedSecretCache();

  constructor(
    private readonly credentials: CredentialStore,
    private readonly accessControlBroker: Eui64,
  ) {}

  /** The whole Command as it leaves for the Device. @throws DuisRejection if the Device's certificate is not known */
  protect(result: TransformResult, device: Eui64): Buffer {
    const signed = result.protection.signed ? this.#sign(result.message) : result.message;
    return result.protection.mac ? this.addMac(signed, device) : encodeMessage(signed);
  }

  /** Puts the MAC layer around a message that is signed, or says it is not. */
  addMac(message: GbcsMessage, device: Eui64): Buffer {
    const own = this.credentials.findAll(this.accessControlBroker, 'ka').find(({ privateKey }) => privateKey);
    if (own?.privateKey === undefined) {
      throw new InternalError(
        `no key agreement key of the Access Control Broker ${this.accessControlBroker}`,
      );
    }
    const peer = this.credentials.find(device, 'ka');
    if (peer === undefined) {
      throw new DuisRejection('E20', `no key agreement certificate of Device ${device} is known`);
    }
    return encodeMessage(addMac(message, this.#secrets.get(own.privateKey, peer.publicKey)));
  }

  /** True if the message bears a signature of the party, by any certificate it has for signing. */
  isSignedBy(message: GbcsMessage, party: Eui64): boolean {
    return this.credentials
      .findAll(party, 'ds')
      .some(({ publicKey }) => verifyMessageSignature(message, publicKey));
  }

  #sign(message: GbcsMessage): GbcsMessage {
    const { originator } = message.header;
    const signer = this.credentials.find(originator, 'ds');
    if (signer?.privateKey === undefined) throw new InternalError(`no signing key of ${originator}`);
    return signMessage(message, signer.privateKey);
  }
}
