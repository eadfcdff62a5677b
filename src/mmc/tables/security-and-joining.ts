import type { Description } from '../../gbcs/index.js';
import { at, base64, each, eui64, hexadecimal, instant, number, text, words } from '../conversions.js';
import { clockStatus } from '../clock-status.js';
import { hasMembers, valueAt } from '../decoded-content.js';
import { derStatus } from '../der-statuses.js';
import { kept, type MmcTree, type Reader, type Template } from '../mmc-tree.js';
import type { ResponseRow } from '../response-row.js';
import {
  ACTIVATE_CODES,
  CLOCK_CODES,
  DEVICE_CERTIFICATE_CODES,
  ISSUE_CODES,
  JOIN_CODES,
  PROVIDE_CERTIFICATE_CODES,
  TRUST_ANCHOR_CODES,
  UNJOIN_CODES,
} from './response-codes.js';

/** Device types of ASN.1 messages. Source: GBCS.md section 6; MMC schema 5.4, DeviceType. */
const DEVICE_TYPE = words({
  gSME: 'GSME',
  eSME: 'ESME',
  communicationsHubCommunicationsHubFunction: 'CHF',
  communicationsHubGasProxyFunction: 'GPF',
  type1HANConnectedAuxiliaryLoadControlSwitch: 'HCALCS',
  type1PrepaymentInterfaceDevice: 'PPMID',
  type2: 'Type2',
});

/** Roles of Remote Parties. Source: GBCS.md section 6; MMC schema 5.4, RemotePartyRole. */
const ROLE = words({
  root: 'Root',
  recovery: 'Recovery',
  supplier: 'Supplier',
  networkOperator: 'NetworkOperator',
  accessControlBroker: 'ACB',
  transitionalCoS: 'TransCoS',
  loadController: 'LoadController',
});

const MODE = words({
  accessControlBrokerByACB: 'ACBByACB',
  supplierBySupplier: 'SupplierBySupplier',
  networkOperatorByNetworkOperator: 'NetworkOperatorByNetworkOperator',
  loadControllerBySupplier: 'LoadControllerBySupplier',
  supplierByTransCoS: 'SupplierByTransCoS',
});

/** What a trust anchor cell is for, in the words of MMC. */
const certificateType =
  (prefix: string): Reader =>
  (scope) => {
    const member = (name: string) => valueAt(scope, `${prefix}${name}`);
    switch (member('trustAnchorCellKeyUsage')) {
      case 'digitalSignature':
        return 'DigitalSigning';
      case 'keyAgreement':
        return member('trustAnchorCellUsage') === 'prePaymentTopUp' ? 'KeyAgreementTopUp' : 'KeyAgreement';
      case 'keyCertSign':
        return 'KeyCertSign';
      default:
        return undefined;
    }
  };

/** The outcome of an Update Security Credentials. Source: MMC schema 5.4, ExecutionOutcome. */
export const EXECUTION_OUTCOME: Template = {
  AuthorisingRemotePartyOriginatorCounter: at('executionOutcome.authorisingRemotePartySeqNumber', number),
  CredentialsReplacementMode: at('executionOutcome.credentialsReplacementMode', MODE),
  RemotePartySeqNumberChange: {
    RemotePartyRole: at('executionOutcome.remotePartySeqNumberChanges.0.otherRemotePartyRole', ROLE),
    RemotePartyFloorSeqNumber: at(
      'executionOutcome.remotePartySeqNumberChanges.0.otherRemotePartyFloorSeqNumber',
      number,
    ),
    RemotePartyPrepaymentTopUpFloorSeqNumber: at(
      'executionOutcome.remotePartySeqNumberChanges.0.newRemotePartySpecialistFloorSeqNumber.0.seqNumber',
      number,
    ),
  },
  ReplacementOutcome: each('executionOutcome.replacementOutcomes', {
    StatusCode: derStatus('statusCode', TRUST_ANCHOR_CODES),
    CertificateType: certificateType('affectedTrustAnchorCell.'),
    RemotePartyRole: at('affectedTrustAnchorCell.trustAnchorCellRemotePartyRole', ROLE),
    ExistingRemotePartyID: at('existingSubjectUniqueID', eui64),
    NewRemotePartyID: at('replacingSubjectUniqueID', eui64),
    ExistingCertificateHash: at('existingSubjectKeyIdentifier', hexadecimal),
    NewCertificateHash: at('replacingSubjectKeyIdentifier', hexadecimal),
  }),
};

/** One element for each cell of each party; a party without cells has one of its own. */
const remotePartyDetails: Reader = (content) => {
  if (!Array.isArray(content)) return undefined;
  return (content as readonly Description[]).filter(hasMembers).flatMap((party): MmcTree[] => {
    const common: MmcTree = {
      RemotePartyRole: at('remotePartyRole', ROLE)(party),
      StatusCode: derStatus('statusCode', TRUST_ANCHOR_CODES)(party),
      RemotePartyFloorSeqNumber: at('currentSeqNumber', number)(party),
    };
    const cells = valueAt(party, 'trustAnchorCellsDetails');
    if (!Array.isArray(cells) || cells.length === 0) return [common];
    return (cells as readonly Description[]).map((cell) => ({
      ...common,
      CertificateUsage: certificateType('')(cell),
      ExistingRemotePartyID: at('existingSubjectUniqueID', eui64)(cell),
      ExistingCertificateHash: at('existingSubjectKeyIdentifier', hexadecimal)(cell),
    }));
  });
};

const DEVICE_LOG_ENTRY: Template = {
  DeviceID: at('deviceIdentifier', eui64),
  DeviceType: at('deviceType', DEVICE_TYPE),
};

/** Credentials, joining, firmware activation and clocks: 6.11, 6.15, 6.17, 6.21 to 6.24, 8.5 to 8.12, 11.3. */
export const SECURITY_AND_JOINING: readonly ResponseRow[] = [
  {
    useCases: ['CS02a', 'CS02f'],
    elements: { RemotePartyDetails: remotePartyDetails },
    source: 'MMC schema 5.4, RetrieveDeviceSecurityCredentialsKRPRsp',
    mark: 'inferred',
  },
  {
    useCases: ['CS02b', 'CS02g'],
    elements: { ExecutionOutcome: EXECUTION_OUTCOME },
    source: 'MMC schema 5.4, ExecutionOutcome',
    mark: 'confirmed',
  },
  {
    useCases: ['CS02c'],
    elements: {
      IssueCredentialsResponseCode: derStatus('issueCredentialsResponseCode', ISSUE_CODES),
      CertificationRequest: at('certificationRequest', base64),
    },
    source: 'MMC schema 5.4, IssueSecurityCredentialsRsp',
    mark: 'confirmed',
  },
  {
    useCases: ['CS02d'],
    elements: { UpdateSecurityCredentialsResponseCode: derStatus('', DEVICE_CERTIFICATE_CODES) },
    source: 'MMC schema 5.4, UpdateSecurityCredentialsDeviceRsp',
    mark: 'confirmed',
  },
  {
    useCases: ['CS02e'],
    elements: {
      RetrieveDeviceSecurityCredentialsStatusCode: derStatus(
        'provideDeviceCertificateResponseCode',
        PROVIDE_CERTIFICATE_CODES,
      ),
      Certificate: at('certificate.der', base64),
    },
    source: 'MMC schema 5.4, RetrieveDeviceSecurityCredentialsDeviceRsp',
    mark: 'confirmed',
  },
  {
    useCases: ['CS03A1', 'CS03A2', 'CS03B', 'CS03C'],
    elements: { joinResponseCode: derStatus('', JOIN_CODES) },
    source: 'MMC schema 5.4, JoinServiceCriticalRsp and JoinServiceNonCriticalRsp',
    mark: 'confirmed',
  },
  {
    useCases: ['CS04AC', 'CS04B'],
    elements: { unjoinResponseCode: derStatus('', UNJOIN_CODES) },
    source: 'MMC schema 5.4, UnjoinServiceCriticalRsp and UnjoinServiceNonCriticalRsp',
    mark: 'confirmed',
  },
  {
    useCases: ['CS06'],
    elements: {
      ActivateImageResponseCode: derStatus('executionOutcome.activateImageResponseCode', ACTIVATE_CODES),
      FirmwareVersion: at('executionOutcome.firmwareVersion', text),
    },
    source: 'MMC schema 5.4, ActivateFirmwareRsp',
    mark: 'confirmed',
  },
  {
    useCases: ['CS07'],
    elements: { DeviceLogEntries: kept({ LogEntry: each('deviceLogEntries', DEVICE_LOG_ENTRY) }) },
    source: 'MMC schema 5.4, ReadDeviceLogRsp',
    mark: 'confirmed',
  },
  {
    useCases: ['CCS05/CCS04', 'CCS06'],
    elements: {
      CHFDeviceLog: kept({
        CHFDeviceLogEntry: each('entries', {
          DeviceID: at('device', eui64),
          LastCommunicationsDateTime: at('lastCommunication', instant),
        }),
      }),
    },
    source:
      'MMC schema 5.4, ReadDeviceLogRsp; of the six figures of the radio link no source says which SubGHzLinkQuality is',
    mark: 'inferred',
  },
  {
    useCases: ['CCS07'],
    elements: {
      CHFConnectedDeviceLog: kept({
        CHFCurrentConnectedDeviceLogEntry: each('deviceLog.devices', {
          DeviceID: at('device', eui64),
          DeviceSecurityDetails: at('hashedLinkKey', text),
        }),
        CHFHistoricConnectedDeviceLogEntry: each('historicDeviceLog.devices', {
          DeviceID: at('device', eui64),
          DeviceSecurityDetails: at('hashedLinkKey', text),
        }),
      }),
    },
    source: 'MMC schema 5.4, ReadDeviceLogRsp',
    mark: 'inferred',
  },
  {
    useCases: ['GCS59'],
    elements: {
      RestoreDeviceLogOutcome: each('restoreOutcomes', {
        DeviceLogEntry: {
          DeviceID: at('deviceLogEntry.deviceIdentifier', eui64),
          DeviceType: at('deviceLogEntry.deviceType', DEVICE_TYPE),
        },
        joinResponseCode: derStatus('joinResponseCode', JOIN_CODES),
      }),
    },
    source: 'MMC schema 5.4, RestoreGPFDeviceLogRsp',
    mark: 'confirmed',
  },
  {
    useCases: ['GCS28'],
    elements: {
      DeviceTime: at('deviceTime', instant),
      Gas: kept({ GasClockTimeStatus: derStatus('deviceTimeStatus', CLOCK_CODES) }),
    },
    source: 'MMC schema 5.4, SynchroniseClockRsp and CommissionDeviceSynchroniseClockRsp',
    mark: 'confirmed',
  },
  {
    useCases: ['ECS70'],
    elements: {
      DeviceTime: at('time', instant),
      Electricity: kept({
        ElecClockTimeStatus: {
          TimeStatusCode: at('status', number),
          TimeStatus: at('status', (value) => (typeof value === 'number' ? clockStatus(value) : undefined)),
        },
      }),
    },
    source: 'MMC schema 5.4, SynchroniseClockRsp and CommissionDeviceSynchroniseClockRsp',
    mark: 'confirmed',
  },
];
