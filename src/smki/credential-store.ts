import type { Eui64 } from '../common/eui64.js';
import type { Certificate } from './certificate.js';
import { canSign, type Credential, type SigningCredential, type Usage } from './credential.js';
import type { CredentialSource } from './credential-source.js';
import { normaliseName } from './distinguished-name.js';
import { chainOf, type IssuingAuthority } from './issuing-authority.js';

/** Whether a certificate hangs on a known authority, is trusted because it was put there, or is not trusted. */
export type Standing =
  | { readonly state: 'chained'; readonly authority: IssuingAuthority }
  | { readonly state: 'pinned' }
  | { readonly state: 'untrusted'; readonly reason: string };

/** Issuer names as peers spell them are few; the bound only keeps hostile spellings from piling up. */
const SPELLINGS_KEPT = 512;

/**
 * Certificates and keys of organisations and Devices from any number of sources. Where several credentials answer
 * one question, those of the source added first come first.
 */
export class CredentialStore {
  readonly #byParty = new Map<string, Credential[]>();
  readonly #bySerial = new Map<string, Credential>();
  readonly #authorities: IssuingAuthority[] = [];
  readonly #mustChain = new Set<Certificate>();
  readonly #standings = new Map<Certificate, Standing>();
  readonly #spellings = new Map<string, string>();

  constructor(sources: readonly CredentialSource[] = []) {
    for (const source of sources) this.add(source);
  }

  /** Adds a source. A certificate that is there already stays, unless only the newcomer brings its private key. */
  add(source: CredentialSource): void {
    this.#authorities.push(...source.authorities);
    this.#standings.clear();
    for (const candidate of source.credentials) {
      const { certificate } = candidate;
      if (certificate !== undefined) {
        const serial = serialKey(certificate.issuer, certificate.serialNumber);
        const present = this.#bySerial.get(serial);
        if (present?.usage === candidate.usage) {
          if (present.privateKey !== undefined || candidate.privateKey === undefined) continue;
          this.#remove(present);
        }
        this.#bySerial.set(serial, candidate);
        if (source.mustChain) this.#mustChain.add(certificate);
      }
      const party = partyKey(candidate.eui, candidate.usage);
      const known = this.#byParty.get(party);
      if (known === undefined) this.#byParty.set(party, [candidate]);
      else known.push(candidate);
    }
  }

  /** Takes a credential that is used from now on where others of its party answer as well. */
  prefer(credential: Credential): void {
    const party = partyKey(credential.eui, credential.usage);
    const { certificate } = credential;
    if (certificate !== undefined)
      this.#bySerial.set(serialKey(certificate.issuer, certificate.serialNumber), credential);
    const others = this.findAll(credential.eui, credential.usage).filter(
      (other) => !isSame(other, credential),
    );
    this.#byParty.set(party, [credential, ...others]);
  }

  /** Authorities that certificates may hang on, those of all sources. */
  get authorities(): readonly IssuingAuthority[] {
    return this.#authorities;
  }

  /** Every credential of a party for a usage, preferred ones first. */
  findAll(eui: Eui64, usage: Usage): readonly Credential[] {
    return this.#byParty.get(partyKey(eui, usage)) ?? [];
  }

  /** The credential GBCS messages of a party are made or checked with; XML signing ones only if there is no other. */
  find(eui: Eui64, usage: Usage): Credential | undefined {
    const candidates = this.findAll(eui, usage);
    return candidates.find((candidate) => !signsXml(candidate)) ?? candidates[0];
  }

  /** The credential a party signs DUIS XML with: its XML signing one, or any for digital signatures. */
  findXmlSigner(eui: Eui64): SigningCredential | undefined {
    const candidates = this.findAll(eui, 'ds').filter(canSign);
    return candidates.find(signsXml) ?? candidates[0];
  }

  /** @param issuerName in any spelling `normaliseName` understands */
  findBySerial(issuerName: string, serialNumber: bigint): Credential | undefined {
    return this.#bySerial.get(serialKey(this.#normalise(issuerName), serialNumber));
  }

  /** Each credential once, in the order of the sources. */
  all(): readonly Credential[] {
    return [...this.#byParty.values()].flat();
  }

  /** Checked once a certificate and kept, until a source is added. */
  standing(certificate: Certificate): Standing {
    let standing = this.#standings.get(certificate);
    if (standing === undefined) {
      standing = this.#judge(certificate);
      this.#standings.set(certificate, standing);
    }
    return standing;
  }

  #remove(present: Credential): void {
    const party = partyKey(present.eui, present.usage);
    const others = this.findAll(present.eui, present.usage).filter((candidate) => candidate !== present);
    this.#byParty.set(party, others);
  }

  #judge(certificate: Certificate): Standing {
    const chain = chainOf(certificate, this.#authorities);
    if (chain.state === 'complete') return { state: 'chained', authority: chain.authority };
    if (chain.state === 'broken') {
      return { state: 'untrusted', reason: `it was not signed by ${certificate.issuerName}` };
    }
    if (this.#mustChain.has(certificate)) {
      return {
        state: 'untrusted',
        reason: `its issuer ${certificate.issuerName} is not among the authorities`,
      };
    }
    return { state: 'pinned' };
  }

  #normalise(issuerName: string): string {
    let normal = this.#spellings.get(issuerName);
    if (normal === undefined) {
      normal = normaliseName(issuerName);
      if (this.#spellings.size >= SPELLINGS_KEPT) this.#spellings.clear();
      this.#spellings.set(issuerName, normal);
    }
    return normal;
  }
}

const partyKey = (eui: Eui64, usage: Usage): string => `${eui} ${usage}`;
const serialKey = (issuer: string, serialNumber: bigint): string => `${serialNumber} ${issuer}`;
const signsXml = (candidate: Credential): boolean => candidate.certificate?.role?.signsXml === true;

function isSame({ publicKey }: Credential, other: Credential): boolean {
  return publicKey.equals(other.publicKey);
}
