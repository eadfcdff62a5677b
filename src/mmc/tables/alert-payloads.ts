import { at, type Conversion, hexadecimal, instant, number, text, words } from '../conversions.js';
import { levelIn } from '../controller-state.js';
import { valueAt } from '../decoded-content.js';
import { derStatus } from '../der-statuses.js';
import { fill, type Reader, type Template } from '../mmc-tree.js';
import { ACTIVATE_CODES } from './response-codes.js';
import { EXECUTION_OUTCOME } from './security-and-joining.js';
import { ELECTRICITY_BILLING, GAS_BILLING } from './shared-elements.js';

/** What an Alert carries besides its code and time, as the one member of `Payload`. */
export interface AlertRow {
  readonly useCases: readonly string[];
  readonly payload: Template;
  readonly source: string;
  readonly mark: 'confirmed' | 'inferred';
}

/** The members of what stands at a path. */
const inside =
  (path: string, template: Template): Reader =>
  (content) => {
    const found = valueAt(content, path);
    return found === undefined ? undefined : fill(template, found);
  };

/** Class, OBIS code and attribute of `set class 9000 0-0:94.44.128.29 attribute 6`, as bytes. */
const cosemInstruction = (part: 'class' | 'obis' | 'attribute'): Conversion => {
  return (value) => {
    const found = typeof value === 'string' ? /class (\d+) ([\d.:-]+) attribute (-?\d+)$/.exec(value) : null;
    if (!found) return undefined;
    const [, classId = '', obis = '', attributeId = ''] = found;
    const bytes = {
      class: [Number(classId) >> 8, Number(classId) & 0xff],
      obis: obis.split(/[-:.]/).map(Number),
      attribute: [Number(attributeId) & 0xff],
    };
    return Buffer.from(bytes[part]).toString('hex').toUpperCase();
  };
};

/** Some bytes of cluster (2), frame control (1) and command (1). */
const gbzInstruction =
  (from: number, to: number): Conversion =>
  (value) =>
    hexadecimal(value)?.slice(2 * from, 2 * to);

/** Warnings in the order of their numbers, with the decoder's words for those of gas meters. */
const ISSUES: readonly (readonly [string, string])[] = [
  ['other', 'Other'],
  ['non-volatile memory', 'Error Non Volatile Memory'],
  ['program execution', 'Error Program Execution'],
  ['program storage', 'Error Program Storage'],
  ['RAM', 'Error RAM'],
  ['unexpected reset', 'Error Unexpected Hardware Reset'],
  ['watchdog', 'Error Watchdog'],
  ['metrology firmware', 'Error Metrology Firmware Verification Failure'],
  ['measurement fault', 'Error Measurement Fault'],
  ['not specified', 'Unspecified Smart Meter Operational Integrity Error'],
];

/** A number of two bytes in hexadecimal, or the decoder's word for it. Source: MMC schema 5.4; Wireshark's dissector. */
const WARNINGS = words(
  Object.fromEntries(
    ISSUES.flatMap(([word, warning], number) => [
      [word, warning],
      [number.toString(16).padStart(4, '0'), warning],
    ]),
  ),
);

/** Auxiliary controller: its number in the low half of the byte, output (1) or input (2) in the high one. */
const HALF_BYTE = 4;
const INPUT = 2;
const controllerNumber: Conversion = (value) =>
  typeof value === 'number' ? String(value & 0x0f) : undefined;
const ofInput: Reader = (content) => {
  const value = valueAt(content, 'directionAndNumber');
  return typeof value === 'number' && value >> HALF_BYTE === INPUT ? {} : undefined;
};

/** Alerts with a payload; all others have none. */
export const ALERT_PAYLOADS: readonly AlertRow[] = [
  {
    useCases: ['FDEA-DLMS'],
    payload: {
      FutureDatedCommandOutcomeDeviceAlert: {
        COSEMFutureDatedAlert: {
          FutureDatedCommandMessageCode: at('instruction.messageCode', hexadecimal),
          FutureDatedCommandOriginatorCounter: at('instruction.originatorCounter', number),
          DLMSCOSEMFDInstructionIdentification: {
            ClassId: at('instruction.activated', cosemInstruction('class')),
            InstanceId: at('instruction.activated', cosemInstruction('obis')),
            AttributeId: at('instruction.activated', cosemInstruction('attribute')),
          },
        },
      },
    },
    source: 'MMC schema 5.4, COSEMFutureDatedAlertType; GBCS 9.2.2.6',
    mark: 'confirmed',
  },
  {
    useCases: ['FDEA-ZigBee'],
    payload: {
      FutureDatedCommandOutcomeDeviceAlert: {
        GBZFutureDatedAlert: {
          FutureDatedCommandMessageCode: at('detail.messageCode', hexadecimal),
          FutureDatedCommandOriginatorCounter: at('detail.originatorCounter', number),
          GBZFDInstructionIdentification: {
            ExtendedHeaderClusterID: at('detail.instruction', gbzInstruction(0, 2)),
            FrameControl: at('detail.instruction', gbzInstruction(2, 3)),
            CommandIdentifier: at('detail.instruction', gbzInstruction(3, 4)),
          },
        },
      },
    },
    source: 'MMC schema 5.4, GBZFutureDatedAlertType; GBCS 9.2.2.6',
    mark: 'confirmed',
  },
  {
    useCases: ['CS02b', 'CS02g'],
    payload: {
      FutureDatedCommandOutcomeDeviceAlert: {
        UpdateSecurityCredentialsDeviceAlert: {
          UpdateSecurityCredentialsExecutionOutcome: EXECUTION_OUTCOME,
        },
      },
    },
    source: 'MMC schema 5.4, UpdateSecurityCredentialsDeviceAlertType',
    mark: 'confirmed',
  },
  {
    useCases: ['CS06'],
    payload: {
      FutureDatedCommandOutcomeDeviceAlert: {
        FirmwareActivationDeviceAlert: {
          ExecutionDateTime: at('executionDateTime', instant),
          OriginatorCounterFromCommand: at('originatorCounter', number),
          ActivateImageResponseCode: derStatus('executionOutcome.activateImageResponseCode', ACTIVATE_CODES),
          FirmwareVersion: at('executionOutcome.firmwareVersion', text),
        },
      },
    },
    source: 'MMC schema 5.4, FirmwareActivationDeviceAlertType',
    mark: 'confirmed',
  },
  {
    useCases: ['ECS68'],
    payload: {
      BillingDataLogDeviceAlert: {
        ESMEBillingDataLogEntry: inside('value.billingDataLog.0', ELECTRICITY_BILLING),
      },
    },
    source: 'MMC schema 5.4, BillingDataLogDeviceAlertType',
    mark: 'confirmed',
  },
  {
    useCases: ['GCS53'],
    payload: {
      BillingDataLogDeviceAlert: { GSMEBillingDataLogEntry: inside('detail.payload', GAS_BILLING) },
    },
    source: 'MMC schema 5.4, BillingDataLogDeviceAlertType',
    mark: 'confirmed',
  },
  {
    useCases: ['ECS80'],
    payload: {
      SupplyOutageRestoreAlert: {
        interruptionValue: at('interruption', instant),
        restorationValue: at('restoration', instant),
      },
    },
    source: 'MMC schema 5.4, SupplyOutageRestoreAlertType',
    mark: 'confirmed',
  },
  {
    useCases: ['FDRA-DLMS'],
    payload: { FirmwareVerificationDeviceAlert: { ManufacturerImageHash: at('imageHash', hexadecimal) } },
    source: 'MMC schema 5.4, FirmwareVerificationDeviceAlertType',
    mark: 'confirmed',
  },
  {
    useCases: ['FDRA-ZigBee'],
    payload: {
      FirmwareVerificationDeviceAlert: { ManufacturerImageHash: at('detail.imageHash', hexadecimal) },
    },
    source: 'MMC schema 5.4, FirmwareVerificationDeviceAlertType',
    mark: 'confirmed',
  },
  {
    useCases: ['MIIWA-DLMS'],
    payload: { SmartMeterIntegrityIssueWarningDeviceAlert: { Warning: at('issue', WARNINGS) } },
    source: 'MMC schema 5.4, SmartMeterIntegrityIssueWarningDeviceAlertType',
    mark: 'inferred',
  },
  {
    useCases: ['MIIWA-ZigBee'],
    payload: { SmartMeterIntegrityIssueWarningDeviceAlert: { Warning: at('detail.issue', WARNINGS) } },
    source: 'MMC schema 5.4, SmartMeterIntegrityIssueWarningDeviceAlertType',
    mark: 'inferred',
  },
  {
    useCases: ['ECS100'],
    payload: {
      CommandNotSupportedbyDevice: {
        MessageCodeofCommandReceived: at('command.messageCode', hexadecimal),
        OriginatorCounterfromCommandReceived: at('command.originatorCounter', number),
      },
    },
    source: 'MMC schema 5.4, CommandNotSupportedbyDevice',
    mark: 'confirmed',
  },
  {
    useCases: ['ECS101'],
    payload: {
      LimitAPCLevelCommandProcessedDeviceAlert: {
        APCLimitPeriodStart: at('limitPeriodStart', instant),
        APCLimitPeriodEnd: at('limitPeriodEnd', instant),
        AuxiliaryControllerN: at('directionAndNumber', controllerNumber),
        ResultingLevel: at('resultingLevel', number),
        InputFromControlledLoad: ofInput,
      },
    },
    source: 'MMC schema 5.4, LimitAPCLevelCommandProcessedDeviceAlert; RTDS 4.5.0 ECS101 INPUT (0x23)',
    mark: 'inferred',
  },
  {
    useCases: ['ECS102'],
    payload: {
      LimitAPCLevelEndedDeviceAlert: {
        AuxiliaryControllerN: at('directionAndNumber', controllerNumber),
        ResultingLevel: at('resultingLevel', number),
        InputFromControlledLoad: ofInput,
      },
    },
    source: 'MMC schema 5.4, LimitAPCLevelEndedDeviceAlert; RTDS 4.5.0 ECS102 OUTPUT (0x11)',
    mark: 'inferred',
  },
  {
    useCases: ['ECS200'],
    payload: {
      OperationalUpdateDeviceAlert: {
        OutputState: levelIn('state', 'outputState'),
        InputState: levelIn('state', 'inputState'),
        StateAndAssociatedInformation: at('state', text),
      },
    },
    source: 'MMC schema 5.4, OperationalUpdateDeviceAlert; RTDS 4.5.0 ECS200',
    mark: 'inferred',
  },
];

const BY_USE_CASE = new Map(
  ALERT_PAYLOADS.flatMap((row) => row.useCases.map((code) => [code, row] as const)),
);

/** The row of an Alert's use case; undefined where it has no payload. */
export function alertRowOf(useCase: string): AlertRow | undefined {
  return BY_USE_CASE.get(useCase);
}
