import { CodecError } from '../../../common/errors.js';
import type { DerSchema, Infer } from '../../asn1/der-schema.js';
import { bigInteger, enumerated, integerNames, MAX_SEQUENCE_NUMBER } from '../../asn1/integer.js';
import { namedBits } from '../../asn1/named-bits.js';
import { sequence, withDefault } from '../../asn1/sequence.js';

/** RemotePartyRole. Source: GBCS-RULES 1.1; 0 to 6 and 8 seen in RTDS 4.5.0. */
export const REMOTE_PARTY_ROLES = {
  root: 0,
  recovery: 1,
  supplier: 2,
  networkOperator: 3,
  accessControlBroker: 4,
  transitionalCoS: 5,
  wanProvider: 6,
  issuingAuthority: 7,
  loadController: 8,
  other: 127,
} as const;

export type RemotePartyRole = keyof typeof REMOTE_PARTY_ROLES;

export const remotePartyRole = integerNames<RemotePartyRole>(REMOTE_PARTY_ROLES);

const keyUsageBits = namedBits({ digitalSignature: 0, keyAgreement: 4, keyCertSign: 5, cRLSign: 6 });

export type KeyUsage = Infer<typeof keyUsageBits>[number];

/** KeyUsage of a key or of a trust anchor cell: exactly one. */
export const keyUsage: DerSchema<KeyUsage> = {
  tags: keyUsageBits.tags,
  read(element, der) {
    const [usage, ...others] = keyUsageBits.read(element, der);
    if (usage === undefined || others.length > 0)
      throw new CodecError('expected one key usage', element.offset);
    return usage;
  },
  write: (usage) => keyUsageBits.write([usage]),
  describe: (usage) => usage,
};

/** CellUsage DEFAULT management: a supplier has a second Key Agreement cell, for prepayment top-ups. */
export const cellUsage = withDefault(integerNames({ management: 0, prePaymentTopUp: 1 }), 'management');

/** Names one cell of a Device that holds a Remote Party's key. */
export const trustAnchorCellIdentifier = sequence({
  trustAnchorCellRemotePartyRole: remotePartyRole,
  trustAnchorCellKeyUsage: keyUsage,
  trustAnchorCellUsage: cellUsage,
});

export type TrustAnchorCellIdentifier = Infer<typeof trustAnchorCellIdentifier>;

/** A cell; of the usual kind unless said otherwise. */
export function cell(
  role: RemotePartyRole,
  usage: KeyUsage,
  trustAnchorCellUsage: TrustAnchorCellIdentifier['trustAnchorCellUsage'] = 'management',
): TrustAnchorCellIdentifier {
  return {
    trustAnchorCellRemotePartyRole: role,
    trustAnchorCellKeyUsage: usage,
    trustAnchorCellUsage,
  };
}

/** SeqNumber, 0 to 2^63 - 1: the number space of Originator Counters. */
export const seqNumber = bigInteger({ min: 0n, max: MAX_SEQUENCE_NUMBER });

/** StatusCode; the numbers are those of RFC 5934. Source: GBCS-RULES 1.1; 0, 10, 25, 127 seen in RTDS 4.5.0. */
export const STATUS_CODES = {
  success: 0,
  badCertificate: 5,
  noTrustAnchor: 10,
  insufficientMemory: 17,
  trustAnchorNotFound: 25,
  resourcesBusy: 30,
  other: 127,
} as const;
export const statusCode = enumerated(STATUS_CODES);
