import { REMOTE_PARTY_ROLES } from '../gbcs/use-cases/asn1/trust-anchor-cell.js';
import type { CredentialStore } from '../smki/index.js';
import type { RemoteParties } from './trust-anchors.js';

/**
 * The parties that Devices say they hold as they come: of each role the first one there are certificates of, such as the
 * first supplier of the test organisations.
 */
export function remotePartiesIn(credentials: CredentialStore): RemoteParties {
  const all = credentials.all();
  return Object.fromEntries(
    Object.entries(REMOTE_PARTY_ROLES).flatMap(([role, code]) => {
      const party = all.find(({ certificate }) => certificate?.role?.code === code)?.eui;
      return party === undefined ? [] : [[role, party]];
    }),
  );
}
