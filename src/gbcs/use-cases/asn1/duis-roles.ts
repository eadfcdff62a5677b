import type { ContentOf } from './request-content.js';
import type { RemotePartyRole } from './trust-anchor-cell.js';

/** RemotePartyRole of the DUIS schema. */
export type DuisRole = ContentOf<'RetrieveDeviceSecurityCredentialsKRP'>['RemotePartyRole'][number];

/** What GBCS calls the roles of the DUIS schema. */
export const ROLES_OF_DUIS: Readonly<Record<DuisRole, RemotePartyRole>> = {
  ACB: 'accessControlBroker',
  NetworkOperator: 'networkOperator',
  Recovery: 'recovery',
  Root: 'root',
  Supplier: 'supplier',
  TransCoS: 'transitionalCoS',
  LoadController: 'loadController',
};
