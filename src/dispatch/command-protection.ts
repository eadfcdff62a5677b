import { DuisRejection } from '../common/errors.js';
import type { Eui64 } from '../common/eui64.js';
import {
  encodeMessage,
  type GbcsMessage,
  type MessageProtection,
  privateKeySigner,
  protectCommand,
  SharedSecretCache,
  type Signer,
  verifyMessageSignature,
} from '../gbcs/index.js';
import type { CredentialStore } from '../smki/index.js';

/** The signer of a party of the DCC; undefined for a party it does not sign for. */
export type SignerFor = (party: Eui64) => Signer | undefined;

/** Adds to a Command what only the DCC can: its parties' signatures and the Access Control Broker's MAC. */
export class CommandProtection {
  readonly #secrets = new SharedSecretCache();

  /** @param signerFor signs for parties of the DCC whose keys are not among the credentials, as in an HSM */
  constructor(
    private readonly credentials: CredentialStore,
    private readonly accessControlBroker: Eui64,
    private readonly signerFor: SignerFor = () => undefined,
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
    const signer = this.#signer(originator);
    return encodeMessage(
      protectCommand(message, protection, {
        secrets: this.#secrets,
        ...(own !== undefined && { accessControlBrokerKeyAgreement: own }),
        ...(device !== undefined && { deviceKeyAgreement: device }),
        ...(signer !== undefined && { originatorSigner: signer }),
      }),
    );
  }

  /** True if the message bears a signature of the party, by any certificate it has for signing. */
  isSignedBy(message: GbcsMessage, party: Eui64): boolean {
    return this.credentials
      .findAll(party, 'ds')
      .some((known) => verifyMessageSignature(message, known.publicKey));
  }

  #signer(party: Eui64): Signer | undefined {
    const elsewhere = this.signerFor(party);
    if (elsewhere !== undefined) return elsewhere;
    const key = this.#privateKey(party, 'ds');
    return key && privateKeySigner(key);
  }

  #privateKey(party: Eui64, usage: 'ka' | 'ds') {
    return this.credentials.find(party, usage)?.privateKey;
  }
}
