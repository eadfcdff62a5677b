import { CodecError, InternalError } from '../../../../common/errors.js';
import type { DeviceType } from '../../../../common/device-type.js';
import { ByteReader } from '../../../bytes/byte-reader.js';
import { formatCosemDateTime } from '../../../dlms/cosem-date-time.js';
import { decodeDataNotification } from '../../../dlms/data-notification.js';
import { decodeData, within } from '../../../dlms/dlms-type.js';
import { anyData, type DlmsType } from '../../../dlms/index.js';
import { encryptedData, protectionArray } from '../../../dlms/protected-attributes.js';
import type { Decrypt, Description, MessageType, UseCase } from '../../../use-case.js';
import { describeData } from '../engine/describe-data.js';

/** An alert of a Device: its content is alert code, date-time, and the members named here. */
export interface DlmsAlertRow {
  readonly code: string;
  readonly title: string;
  readonly messageCode: number;
  /** Critical alerts are signed, others carry a MAC. */
  readonly messageType: MessageType;
  readonly source: string;
  /** What follows the date-time, by name in the order of transmission. */
  readonly members?: Readonly<Record<string, DlmsType<unknown>>>;
  /** The value that is encrypted for the recipient, where `members` are a protection array and the encrypted bytes. */
  readonly encrypted?: DlmsType<unknown>;
}

const NO_TARGETS: readonly DeviceType[] = [];

/** Builds the use case of an alert; no Service Request asks for it. */
export function dlmsAlert(row: DlmsAlertRow): UseCase {
  const { members = {}, encrypted, ...facts } = row;
  const noCommand = () => {
    throw new InternalError(`${row.code} is an alert and has no Command`);
  };
  return {
    ...facts,
    encoding: 'DLMS',
    serviceReferenceVariants: [],
    targets: NO_TARGETS,
    buildContent: noCommand,
    describeCommand: noCommand,
    describeResponse: noCommand,
    describeAlert(content, decrypt) {
      const { alertCode, dateTime, further } = decodeDataNotification(content);
      const told: Record<string, Description> = {
        alertCode: `0x${alertCode.toString(16).toUpperCase().padStart(4, '0')}`,
        dateTime: formatCosemDateTime(dateTime),
      };
      if (encrypted) return { ...told, value: describeEncrypted(further, encrypted, decrypt) };
      const entries = Object.entries(members);
      further.forEach((reader, index) => {
        const [name, type] = entries[index] ?? [`member${index + 1}`, anyData];
        told[name] = within(name, () => describeData(type, reader));
      });
      return told;
    },
  };
}

/** Members as the answer of a protected read has them: protection, then encrypted bytes. */
function describeEncrypted(
  [protection, bytes]: readonly ByteReader[],
  type: DlmsType<unknown>,
  decrypt: Decrypt | undefined,
): Description {
  if (!protection || !bytes) throw new CodecError('expected a protection array and encrypted data');
  decodeData(protectionArray, protection);
  const encrypted = decodeData(encryptedData, bytes);
  const plaintext = decrypt?.(encrypted);
  if (!plaintext) return { encrypted: encrypted.toString('hex').toUpperCase() };
  return describeData(type, new ByteReader(plaintext));
}
