import type { KeyObject } from 'node:crypto';
import { type Eui64, eui64Compact } from '../common/eui64.js';
import {
  buildCertificationRequest,
  type Certificate,
  type CredentialStore,
  type DeviceKeyUsage,
  type KeyPair,
  type KeySource,
} from '../smki/index.js';

/** What a Device holds for one usage. */
interface HeldKey {
  readonly privateKey: KeyObject;
  readonly certificate: Certificate | undefined;
}

/** Why a Device does not take a certificate. Source: GBCS 13.5, response codes of CS02d. */
export type CertificateRefusal =
  'wrongDeviceIdentity' | 'invalidKeyUsage' | 'noCorrespondingKeyPairGenerated' | 'wrongPublicKey';

const USAGES = { digitalSignature: 'ds', keyAgreement: 'ka' } as const;

/**
 * The keys of a virtual Device: those it comes with, and those it has made itself since. A new key is in use once its
 * certificate has come.
 */
export class DeviceKeys {
  readonly #made = new Map<DeviceKeyUsage, KeyPair>();
  readonly #replaced = new Map<DeviceKeyUsage, HeldKey>();
  #number = 0;

  /**
   * @param credentials where the keys are that it comes with
   * @param source of new keys
   */
  constructor(
    private readonly device: Eui64,
    private readonly credentials: CredentialStore,
    private readonly source: KeySource,
  ) {}

  /** @throws Error for a Device that has no such key */
  privateKey(usage: DeviceKeyUsage): KeyObject {
    const held = this.#held(usage);
    if (held === undefined) throw new Error(`Device ${this.device} has no ${USAGES[usage]} key`);
    return held.privateKey;
  }

  certificate(usage: DeviceKeyUsage): Certificate | undefined {
    return this.#held(usage)?.certificate;
  }

  /** Makes a key pair, in place of one made before that has no certificate yet. @returns the certification request, DER */
  request(usage: DeviceKeyUsage): Buffer {
    const name = `${eui64Compact(this.device)}-${USAGES[usage]}-${++this.#number}`;
    const keys = this.source(name);
    this.#made.set(usage, keys);
    return buildCertificationRequest(this.device, usage, keys);
  }

  /** Takes the certificate of a key it has made, which is in use from now on. @returns why not, if it does not */
  install(certificate: Certificate): CertificateRefusal | undefined {
    if (certificate.eui !== this.device) return 'wrongDeviceIdentity';
    const { keyUsage } = certificate;
    if (keyUsage !== 'digitalSignature' && keyUsage !== 'keyAgreement') return 'invalidKeyUsage';
    const made = this.#made.get(keyUsage);
    if (made === undefined) return 'noCorrespondingKeyPairGenerated';
    if (!made.publicKey.equals(certificate.publicKey)) return 'wrongPublicKey';
    this.#replaced.set(keyUsage, { privateKey: made.privateKey, certificate });
    this.#made.delete(keyUsage);
    return undefined;
  }

  #held(usage: DeviceKeyUsage): HeldKey | undefined {
    const replaced = this.#replaced.get(usage);
    if (replaced !== undefined) return replaced;
    const own = this.credentials.findAll(this.device, USAGES[usage]).find(({ privateKey }) => privateKey);
    return own?.privateKey && { privateKey: own.privateKey, certificate: own.certificate };
  }
}
