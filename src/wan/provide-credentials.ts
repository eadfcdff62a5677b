import { decodeDer, encodeDer } from '../gbcs/asn1/der-schema.js';
import type { GbcsMessage } from '../gbcs/index.js';
import { CS02a, CS02f } from '../gbcs/use-cases/asn1/cs02a-provide-security-credential-details.js';
import type { RemotePartyRole } from '../gbcs/use-cases/asn1/trust-anchor-cell.js';
import { schemaOf } from './schema-of.js';
import type { VirtualDevice } from './virtual-device.js';

/**
 * CS02a and CS02f of a Device that cannot read its cells: of no role it says anything.
 * Source: GBCS-RULES 1.2; that the status is `other` is inferred.
 */
export function credentialsUnread(_device: VirtualDevice, { content }: GbcsMessage): Buffer {
  return encodeDer(
    schemaOf(CS02a.contents.response),
    rolesAskedFor(content).map((remotePartyRole) => ({ remotePartyRole, statusCode: 'other' as const })),
  );
}

/**
 * CS02a and CS02f: tells what is in the trust anchor cells of roles, and the latest counter of the party there.
 * A role of which a virtual Device does not know what it holds is told as having no trust anchor, which CS02f calls `other`.
 * Source: GBCS-RULES 1.2; Responses of RTDS 4.5.0; mark: confirmed.
 */
export function provideCredentials(device: VirtualDevice, { header, content }: GbcsMessage): Buffer {
  const absent =
    header.messageCode === CS02f.messageCode ? ('other' as const) : ('trustAnchorNotFound' as const);
  return encodeDer(
    schemaOf(CS02a.contents.response),
    rolesAskedFor(content).map((remotePartyRole) => {
      const cells = cellsOf(device, remotePartyRole);
      const [first] = cells;
      if (first === undefined) return { remotePartyRole, statusCode: absent };
      return {
        remotePartyRole,
        statusCode: 'success' as const,
        currentSeqNumber: device.counterOf(first.anchor.party),
        trustAnchorCellsDetails: cells.map(({ trustAnchorCellKeyUsage, trustAnchorCellUsage, anchor }) => ({
          trustAnchorCellKeyUsage,
          trustAnchorCellUsage,
          existingSubjectUniqueID: anchor.party,
          existingSubjectKeyIdentifier: anchor.keyIdentifier,
        })),
      };
    }),
  );
}

const rolesAskedFor = (content: Buffer) =>
  decodeDer(schemaOf(CS02a.contents.command), content).value.remotePartyRolesCredentialsRequired;

/** Only a Communications Hub Function has the cell for the broker's signature. Source: GBCS-RULES 1.1; mark: confirmed. */
function cellsOf({ deviceType, trustAnchors }: VirtualDevice, role: RemotePartyRole) {
  return trustAnchors
    .cellsOf(role)
    .filter(
      ({ trustAnchorCellKeyUsage }) =>
        deviceType === 'CHF' ||
        role !== 'accessControlBroker' ||
        trustAnchorCellKeyUsage !== 'digitalSignature',
    );
}
