import type { KeyObject } from 'node:crypto';
import type { Eui64 } from '../common/eui64.js';
import {
  cell,
  REMOTE_PARTY_ROLES,
  type RemotePartyRole,
  type TrustAnchorCellIdentifier,
} from '../gbcs/use-cases/asn1/trust-anchor-cell.js';
import type { CredentialStore, Usage } from '../smki/index.js';
import { keyIdentifier } from '../smki/index.js';

/** The key of a Remote Party in a trust anchor cell. */
export interface TrustAnchor {
  readonly party: Eui64;
  readonly publicKey: KeyObject;
  /** Subject key identifier, 8 bytes. */
  readonly keyIdentifier: Buffer;
}

/** Which party a Device comes with for each role, as far as that is said. */
export type RemoteParties = Readonly<Partial<Record<RemotePartyRole, Eui64>>>;

/** The cells roles have. Source: Responses of CS02a in RTDS 4.5.0; the broker's signature cell is the hub's only. */
const CELLS: readonly TrustAnchorCellIdentifier[] = [
  cell('recovery', 'digitalSignature'),
  cell('supplier', 'digitalSignature'),
  cell('supplier', 'keyAgreement'),
  cell('supplier', 'keyAgreement', 'prePaymentTopUp'),
  cell('networkOperator', 'digitalSignature'),
  cell('networkOperator', 'keyAgreement'),
  cell('accessControlBroker', 'digitalSignature'),
  cell('accessControlBroker', 'keyAgreement'),
  cell('transitionalCoS', 'digitalSignature'),
  cell('wanProvider', 'digitalSignature'),
  cell('loadController', 'digitalSignature'),
  cell('loadController', 'keyAgreement'),
];

/**
 * Whom a virtual Device trusts. A cell whose certificate was replaced (CS02b, CS02g) holds that certificate, and of its
 * role nobody else is trusted. Until then a virtual Device, which serves whoever tries the gateway, trusts every party
 * of the role that its credentials know.
 */
export class TrustAnchors {
  readonly #credentials: CredentialStore;
  readonly #parties: RemoteParties;
  readonly #replaced = new Map<string, TrustAnchor>();

  /** @param parties whom the Device says it holds where nothing was replaced */
  constructor(credentials: CredentialStore, parties: RemoteParties) {
    this.#credentials = credentials;
    this.#parties = parties;
  }

  /** What a cell holds; undefined where that is not said. */
  anchor(identifier: TrustAnchorCellIdentifier): TrustAnchor | undefined {
    const party = this.#parties[identifier.trustAnchorCellRemotePartyRole];
    return this.replacedAnchor(identifier) ?? (party && this.anchorOf(party, identifier));
  }

  /** What was put into a cell in the place of what it came with; undefined if nothing was. */
  replacedAnchor(identifier: TrustAnchorCellIdentifier): TrustAnchor | undefined {
    return this.#replaced.get(nameOf(identifier));
  }

  /** What the credentials know of a party for the usage of a cell. */
  anchorOf(party: Eui64, identifier: TrustAnchorCellIdentifier): TrustAnchor | undefined {
    const usage = usageOf(identifier);
    const credential = usage && this.#credentials.find(party, usage);
    if (credential === undefined) return undefined;
    const { publicKey } = credential;
    return { party, publicKey, keyIdentifier: keyIdentifier(publicKey) };
  }

  /** The cells of a role with what they hold; those of which nothing is said are left out. */
  cellsOf(role: RemotePartyRole): readonly (TrustAnchorCellIdentifier & { readonly anchor: TrustAnchor })[] {
    return CELLS.filter((one) => one.trustAnchorCellRemotePartyRole === role).flatMap((identifier) => {
      const anchor = this.anchor(identifier);
      return anchor === undefined ? [] : [{ ...identifier, anchor }];
    });
  }

  replace(identifier: TrustAnchorCellIdentifier, anchor: TrustAnchor): void {
    this.#replaced.set(nameOf(identifier), anchor);
  }

  /** The keys with which messages of a party are checked; none for a party that is not trusted. */
  keysOf(party: Eui64, usage: 'ds' | 'ka'): readonly KeyObject[] {
    const held = this.#held(party, usage);
    if (held.length > 0) return held;
    const known = this.#credentials.findAll(party, usage);
    if (known.some(({ certificate }) => this.#isReplaced(certificate?.role?.code, usage))) return [];
    return known.map(({ publicKey }) => publicKey);
  }

  /** The key with which MACs for a party are made; undefined if none is known. */
  keyAgreementKeyOf(party: Eui64): KeyObject | undefined {
    return this.#held(party, 'ka')[0] ?? this.#credentials.find(party, 'ka')?.publicKey;
  }

  #held(party: Eui64, usage: 'ds' | 'ka'): readonly KeyObject[] {
    return CELLS.filter((identifier) => usageOf(identifier) === usage).flatMap((identifier) => {
      const anchor = this.#replaced.get(nameOf(identifier));
      return anchor?.party === party ? [anchor.publicKey] : [];
    });
  }

  #isReplaced(roleCode: number | undefined, usage: 'ds' | 'ka'): boolean {
    return CELLS.some(
      (identifier) =>
        REMOTE_PARTY_ROLES[identifier.trustAnchorCellRemotePartyRole] === roleCode &&
        usageOf(identifier) === usage &&
        this.#replaced.has(nameOf(identifier)),
    );
  }
}

/** The usage of a cell in the words of the credential store. */
function usageOf({
  trustAnchorCellKeyUsage,
  trustAnchorCellUsage,
}: TrustAnchorCellIdentifier): Usage | undefined {
  if (trustAnchorCellKeyUsage === 'digitalSignature') return 'ds';
  if (trustAnchorCellKeyUsage !== 'keyAgreement') return undefined;
  return trustAnchorCellUsage === 'prePaymentTopUp' ? 'pp-ka' : 'ka';
}

const nameOf = (identifier: TrustAnchorCellIdentifier): string =>
  [
    identifier.trustAnchorCellRemotePartyRole,
    identifier.trustAnchorCellKeyUsage,
    identifier.trustAnchorCellUsage,
  ].join(' ');
