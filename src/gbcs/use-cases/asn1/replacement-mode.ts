import { integerNames } from '../../asn1/integer.js';
import type { RemotePartyRole } from './trust-anchor-cell.js';

/** CredentialsReplacementMode. Source: GBCS-RULES 1.3; all but 0 and 1 seen in RTDS 4.5.0. */
export const REPLACEMENT_MODES = {
  rootBySupplier: 0,
  rootByWanProvider: 1,
  supplierBySupplier: 2,
  networkOperatorByNetworkOperator: 3,
  accessControlBrokerByACB: 4,
  wanProviderByWanProvider: 5,
  transCoSByTransCoS: 6,
  supplierByTransCoS: 7,
  anyExceptAbnormalRootByRecovery: 8,
  anyByContingency: 9,
  loadControllerByLoadController: 10,
  loadControllerBySupplier: 11,
} as const;

export type ReplacementMode = keyof typeof REPLACEMENT_MODES;

export const credentialsReplacementMode = integerNames<ReplacementMode>(REPLACEMENT_MODES);

/** What one mode means for the message. */
export interface ReplacementModeRow {
  readonly mode: ReplacementMode;
  readonly useCase: 'CS02b' | 'CS02g';
  readonly messageCode: number;
  /** The role whose credentials are replaced; absent where there may be several. */
  readonly replaced?: RemotePartyRole;
  /** The role that authorises it; absent for the contingency party, which has no cell. */
  readonly authorisedBy?: RemotePartyRole;
  readonly signed: boolean;
  readonly mac: boolean;
  /** Service Reference Variants that ask for it. */
  readonly serviceReferenceVariants: readonly string[];
}

/**
 * Every mode. Source: GBCS-RULES 1.3, verified there on the Commands of RTDS 4.5.0; modes 0 and 1 from the dissector
 * of Wireshark (names, message codes), their protection by the general rule of GBCS 0.8.1 page 163.
 */
export const REPLACEMENT_MODE_ROWS: readonly ReplacementModeRow[] = [
  {
    mode: 'rootBySupplier',
    useCase: 'CS02b',
    messageCode: 0x0100,
    replaced: 'root',
    authorisedBy: 'supplier',
    signed: true,
    mac: true,
    serviceReferenceVariants: [],
  },
  {
    mode: 'rootByWanProvider',
    useCase: 'CS02b',
    messageCode: 0x0101,
    replaced: 'root',
    authorisedBy: 'wanProvider',
    signed: true,
    mac: true,
    serviceReferenceVariants: [],
  },
  {
    mode: 'supplierBySupplier',
    useCase: 'CS02b',
    messageCode: 0x0102,
    replaced: 'supplier',
    authorisedBy: 'supplier',
    signed: true,
    mac: true,
    serviceReferenceVariants: ['6.15.1', '6.21'],
  },
  {
    mode: 'networkOperatorByNetworkOperator',
    useCase: 'CS02b',
    messageCode: 0x0103,
    replaced: 'networkOperator',
    authorisedBy: 'networkOperator',
    signed: true,
    mac: true,
    serviceReferenceVariants: ['6.15.1', '6.21'],
  },
  {
    mode: 'accessControlBrokerByACB',
    useCase: 'CS02b',
    messageCode: 0x0104,
    replaced: 'accessControlBroker',
    authorisedBy: 'accessControlBroker',
    signed: false,
    mac: true,
    serviceReferenceVariants: ['8.5'],
  },
  {
    mode: 'wanProviderByWanProvider',
    useCase: 'CS02b',
    messageCode: 0x0105,
    replaced: 'wanProvider',
    authorisedBy: 'wanProvider',
    signed: true,
    mac: true,
    serviceReferenceVariants: [],
  },
  {
    mode: 'transCoSByTransCoS',
    useCase: 'CS02b',
    messageCode: 0x0106,
    replaced: 'transitionalCoS',
    authorisedBy: 'transitionalCoS',
    signed: true,
    mac: true,
    serviceReferenceVariants: [],
  },
  {
    mode: 'supplierByTransCoS',
    useCase: 'CS02b',
    messageCode: 0x0107,
    replaced: 'supplier',
    authorisedBy: 'transitionalCoS',
    signed: true,
    mac: true,
    serviceReferenceVariants: ['6.23'],
  },
  {
    mode: 'anyExceptAbnormalRootByRecovery',
    useCase: 'CS02b',
    messageCode: 0x0108,
    authorisedBy: 'recovery',
    signed: true,
    mac: false,
    serviceReferenceVariants: [],
  },
  {
    mode: 'anyByContingency',
    useCase: 'CS02b',
    messageCode: 0x0109,
    signed: true,
    mac: false,
    serviceReferenceVariants: [],
  },
  {
    mode: 'loadControllerByLoadController',
    useCase: 'CS02g',
    messageCode: 0x0125,
    replaced: 'loadController',
    authorisedBy: 'loadController',
    signed: true,
    mac: true,
    serviceReferenceVariants: ['6.15.1'],
  },
  {
    mode: 'loadControllerBySupplier',
    useCase: 'CS02g',
    messageCode: 0x0126,
    replaced: 'loadController',
    authorisedBy: 'supplier',
    signed: true,
    mac: true,
    serviceReferenceVariants: ['6.15.1'],
  },
];
