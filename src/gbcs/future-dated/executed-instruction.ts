import { alertCodeOf } from '../alert-code.js';
import { decodeDer, type DerSchema } from '../asn1/der-schema.js';
import { decodeDataNotification } from '../dlms/data-notification.js';
import { decodeData } from '../dlms/dlms-type.js';
import { CodecError, InternalError } from '../../common/errors.js';
import type { GbcsMessage } from '../message.js';
import { CS02B_ALERT, CS02G_ALERT } from '../use-cases/asn1/cs02b-update-security-credentials.js';
import { CS06, CS06_ALERT } from '../use-cases/asn1/cs06-activate-firmware.js';
import { REPLACEMENT_MODE_ROWS } from '../use-cases/asn1/replacement-mode.js';
import { executedInstruction } from '../use-cases/dlms/alerts/future-dated-execution.js';
import { FUTURE_DATED_EXECUTION_ALERT } from '../use-cases/gbz/gbz-alerts.js';
import type { Instruction } from './instruction.js';

/** Alert codes of an instruction that came due. Source: gbcs-alert-codes; RTDS 4.5.0; mark: confirmed. */
export const FUTURE_DATED_ALERT_CODES = { succeeded: 0x8f66, failed: 0x8f67 } as const;

/** Message code of the future-dated execution alert of an ESME. */
export const FDEA_DLMS = 0x00cc;

/** What an alert says of a Command that had been future dated. */
export interface ExecutedInstruction {
  /** Message code of the Command. */
  readonly messageCode: number;
  /** Originator Counter of the Command; its originator is the recipient of the alert. */
  readonly originatorCounter: bigint;
  readonly instruction: Instruction;
  /** Whether the Device could carry it out: 8F66, else 8F67. */
  readonly succeeded: boolean;
}

type Told = Omit<ExecutedInstruction, 'succeeded'>;

/** How each message code tells it. */
const READERS = new Map<number, (content: Buffer) => Told>([
  [FDEA_DLMS, ofEsme],
  [FUTURE_DATED_EXECUTION_ALERT.messageCode, ofGsme],
  [CS06_ALERT.messageCode, ofFirmwareActivation],
  [CS02B_ALERT.messageCode, (content) => ofCredentials(alertOf(CS02B_ALERT.contents.alert), content)],
  [CS02G_ALERT.messageCode, (content) => ofCredentials(alertOf(CS02G_ALERT.contents.alert), content)],
]);

/**
 * Which instruction of which Command an alert is about; undefined for any alert but those of future-dated execution.
 *
 * Source: every alert 8F66 and 8F67 of RTDS 4.5.0.
 * @throws CodecError if the alert is one of these and malformed
 */
export function executedInstructionOf(alert: GbcsMessage): ExecutedInstruction | undefined {
  const read = READERS.get(alert.header.messageCode);
  if (alert.header.kind !== 'Alert' || read === undefined) return undefined;
  const alertCode = alertCodeOf(alert);
  const { succeeded, failed } = FUTURE_DATED_ALERT_CODES;
  if (alertCode !== succeeded && alertCode !== failed) return undefined;
  return { ...read(alert.content), succeeded: alertCode === succeeded };
}

function ofEsme(content: Buffer): Told {
  const [reader] = decodeDataNotification(content).further;
  if (reader === undefined) throw new CodecError('the alert names no instruction');
  const { messageCode, originatorCounter, classId, obis, attribute } = decodeData(
    executedInstruction,
    reader,
  );
  return { messageCode, originatorCounter, instruction: { encoding: 'DLMS', classId, obis, attribute } };
}

function ofGsme(content: Buffer): Told {
  const { detail } = FUTURE_DATED_EXECUTION_ALERT.decodeAlert(content);
  if (detail === undefined) throw new CodecError('the alert names no component');
  const { messageCode, originatorCounter, cluster, frameControl, command } = detail;
  return { messageCode, originatorCounter, instruction: { encoding: 'GBZ', cluster, frameControl, command } };
}

function ofFirmwareActivation(content: Buffer): Told {
  const { originatorCounter } = decodeDer(alertOf(CS06_ALERT.contents.alert), content).value;
  return { messageCode: CS06.messageCode, originatorCounter, instruction: { encoding: 'ASN.1' } };
}

/** The mode of replacement tells the message code, and the number of the authorising party is that of its Command. */
function ofCredentials(schema: CredentialsAlert, content: Buffer): Told {
  const { executionOutcome } = decodeDer(schema, content).value;
  const mode = executionOutcome.credentialsReplacementMode;
  const row = REPLACEMENT_MODE_ROWS.find((candidate) => candidate.mode === mode);
  if (row === undefined) throw new InternalError(`${mode} has no row`);
  return {
    messageCode: row.messageCode,
    originatorCounter: executionOutcome.authorisingRemotePartySeqNumber,
    instruction: { encoding: 'ASN.1' },
  };
}

type CredentialsAlert = NonNullable<typeof CS02B_ALERT.contents.alert>;

function alertOf<T>(schema: DerSchema<T> | undefined): DerSchema<T> {
  if (schema === undefined) throw new InternalError('the use case has no alert');
  return schema;
}
