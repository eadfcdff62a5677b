import { DuisRejection } from '../common/errors.js';
import type { Eui64 } from '../common/eui64.js';
import {
  encodeMessage,
  type GbcsMessage,
  type MessageProtection,
  protectCommand,
  SharedSecretCache,
  verifyMessageSignature,
} from '../gbcs/index.js';
import type { CredentialStore } from '../smki/index.js';

/** Adds to a Command what only the DCC can: its parties' signatures and the Access Control Broker's MAC. */
export class CommandProtection {
  readonly #secrets = new SharedSecretCache();

  constructor(
    private readonly credentials: CredentialStore,
    private readonly accessControlBroker: Eui64,
  ) {}

  /**
   * The whole Command as it leaves for the Device.
   * @param message unsigned, or signed by its User
   * @throws DuisRejection if the Device's certificate is not known
   */
  protect(message: GbcsMessage, protection: MessageProtection): Buffer {
    const { recipient, originator } = message.header;
    const device = this.credentials.find(recipient, 'ka')?.publicKey;
    if (device === undefined && protection.mac) {
      throw new DuisRejection('E20', `no Key Agreement certificate of Device ${recipient} is known`);
    }
    const own = this.#privateKey(this.accessControlBroker, 'ka');
    const signature = this.#privateKey(originator, 'ds');
    return encodeMessage(
      protectCommand(message, protection, {
        secrets: this.#secrets,
        ...(own !== undefined && { accessControlBrokerKeyAgreement: own }),
        ...(device !== undefined && { deviceKeyAgreement: device }),
        ...(signature !== undefined && { originatorSignature: signature }),
      }),
    );
  }

  /** True if the message bears a signature of the party, by any certificate it has for signing. */
  isSignedBy(message: GbcsMessage, party: Eui64): boolean {
    return this.credentials
      .findAll(party, 'ds')
      .some((known) => verifyMessageSignature(message, known.publicKey));
  }

  #privateKey(party: Eui64, usage: 'ka' | 'ds') {
    return this.credentials.find(party, usage)?.privateKey;
  }
}
