import { CodecError } from '../../../common/errors.js';
import type { ByteReader } from '../../bytes/byte-reader.js';
import { type AlertDetailCodec, componentDetail } from '../../gbz/alert.js';
import { clusterOf, commandOf } from '../../gbz/cluster-catalogue.js';
import { describeComponent } from '../../gbz/describe-content.js';
import { decodeFrameControl, encodeFrameControl, type FrameControl } from '../../gbz/frame-control.js';
import { gbzAlertUseCase } from '../../gbz/gbz-alert-use-case.js';

const ANY_GAS_DEVICE = ['GSME', 'GPF'] as const;

/** Push Billing Data Log as an Alert: the latest billing snapshot, encrypted. */
export const GCS53 = gbzAlertUseCase({
  code: 'GCS53',
  title: 'Push Billing Data Log as an Alert',
  messageCode: 0x008b,
  messageType: 'SME.C.C',
  targets: ANY_GAS_DEVICE,
  source: 'GBCS mapping table rows 520, 607, 1477, 1478; SMETS 4.6.5.3, CHTS 4.5.2',
  detail: { ...componentDetail, describe: describeComponent },
});

/** Critical Alert that says no more than its code. */
export const GENERIC_CRITICAL_ALERT = gbzAlertUseCase({
  code: 'GCA-ZigBee',
  title: 'Generic Critical Alert (ZigBee)',
  messageCode: 0x1000,
  messageType: 'SME.C.C',
  targets: ANY_GAS_DEVICE,
  source: 'GBCS message code 1000; RTDS 4.5.0 GCA-ZigBee',
});

/** Non-critical Alert that says no more than its code. */
export const GENERIC_NON_CRITICAL_ALERT = gbzAlertUseCase({
  code: 'GNCA-ZigBee',
  title: 'Generic Non-Critical Alert (ZigBee)',
  messageCode: 0x1001,
  messageType: 'SME.C.NC',
  targets: ANY_GAS_DEVICE,
  source: 'GBCS message code 1001; RTDS 4.5.0 GNCA-ZigBee',
});

/** Which component of which Command a future-dated execution alert is about. */
interface ExecutedComponent {
  readonly messageCode: number;
  readonly originatorCounter: bigint;
  readonly cluster: number;
  readonly frameControl: FrameControl;
  readonly command: number;
}

const EXECUTED_COMPONENT_LENGTH = 14;

/** Length 0x0E (1), message code (2), originator counter (8), cluster (2), frame control (1), command (1); big-endian. */
const executedComponent: AlertDetailCodec<ExecutedComponent> = {
  read(outer) {
    outer.expect(EXECUTED_COMPONENT_LENGTH, 'length of the executed component');
    const reader = outer.sub(EXECUTED_COMPONENT_LENGTH, 'the executed component');
    const messageCode = reader.u16('message code');
    const originatorCounter = reader.u64('originator counter');
    const cluster = reader.u16('cluster identifier');
    const at = reader.offset;
    const frameControl = decodeFrameControl(reader.u8('frame control'), at);
    return {
      messageCode,
      originatorCounter,
      cluster,
      frameControl,
      command: reader.u8('command identifier'),
    };
  },
  write(writer, value) {
    writer
      .u8(EXECUTED_COMPONENT_LENGTH)
      .u16(value.messageCode)
      .u64(value.originatorCounter)
      .u16(value.cluster)
      .u8(encodeFrameControl(value.frameControl))
      .u8(value.command);
  },
};

const hex = (value: number, digits: number) => value.toString(16).toUpperCase().padStart(digits, '0');

/** Future-dated execution of a component, successful (8F66) or not (8F67). */
export const FUTURE_DATED_EXECUTION_ALERT = gbzAlertUseCase({
  code: 'FDEA-ZigBee',
  title: 'Future Dated Execution Of Instruction Alert (ZigBee)',
  messageCode: 0x00cd,
  messageType: 'SME.C.C',
  targets: ['GSME'],
  source: 'GBCS message code 00CD; RTDS 4.5.0 alerts of GCS01a to GCS05',
  detail: {
    ...executedComponent,
    describe: (value) => ({
      messageCode: hex(value.messageCode, 4),
      originatorCounter: value.originatorCounter.toString(),
      cluster: clusterOf(value.cluster)?.name ?? hex(value.cluster, 4),
      command:
        commandOf(value.cluster, value.frameControl, value.command)?.name ??
        `${hex(value.command, 2)} (${value.frameControl.direction})`,
      instruction:
        hex(value.cluster, 4) + hex(encodeFrameControl(value.frameControl), 2) + hex(value.command, 2),
    }),
  },
});

const OCTET_STRING_TAG = 0x09;
const IMAGE_HASH_LENGTH = 32;

/** An image hash as a DLMS octet-string: tag 09, length 0x20, 32 bytes. */
const imageHash: AlertDetailCodec<Uint8Array> = {
  read(reader) {
    reader.expect(OCTET_STRING_TAG, 'tag of an octet string');
    reader.expect(IMAGE_HASH_LENGTH, 'length of an image hash');
    return reader.bytes(IMAGE_HASH_LENGTH, 'image hash');
  },
  write(writer, value) {
    if (value.length !== IMAGE_HASH_LENGTH) {
      throw new CodecError(`an image hash has ${IMAGE_HASH_LENGTH} bytes, found ${value.length}`);
    }
    writer.u8(OCTET_STRING_TAG).u8(IMAGE_HASH_LENGTH).bytes(value);
  },
};

/** Firmware distribution receipt (8F72 received, 8F1C not valid). */
export const FIRMWARE_DISTRIBUTION_RECEIPT_ALERT = gbzAlertUseCase({
  code: 'FDRA-ZigBee',
  title: 'Firmware Distribution Receipt Alert (ZigBee)',
  messageCode: 0x00cf,
  messageType: 'SME.C.C',
  targets: ['GSME'],
  source: 'GBCS message code 00CF; RTDS 4.5.0 FDRA-ZigBee',
  detail: {
    ...imageHash,
    describe: (hash) => ({ imageHash: Buffer.from(hash).toString('hex') }),
  },
});

/** Why a meter's integrity check failed. Source: Wireshark's GBCS dissector. */
const INTEGRITY_ISSUES = [
  'other',
  'non-volatile memory',
  'program execution',
  'program storage',
  'RAM',
  'unexpected reset',
  'watchdog',
  'metrology firmware',
  'measurement fault',
  'not specified',
];

const issueCode: AlertDetailCodec<number> = {
  read: (reader: ByteReader) => reader.u16('integrity issue'),
  write: (writer, value) => {
    writer.u16(value);
  },
};

/** Meter Integrity Issue Warning Alert (81A0); the reason is big-endian, as the code is. */
export const METER_INTEGRITY_ISSUE_ALERT = gbzAlertUseCase({
  code: 'MIIWA-ZigBee',
  title: 'Meter Integrity Issue Warning Alert (ZigBee)',
  messageCode: 0x00f2,
  messageType: 'SME.C.NC',
  targets: ['GSME'],
  source: 'GBCS message code 00F2; RTDS 4.5.0 MIIWA-ZigBee',
  detail: {
    ...issueCode,
    describe: (issue) => ({ issue: INTEGRITY_ISSUES[issue] ?? hex(issue, 4) }),
  },
});

/** The Alerts, whose contents can be made as well as read. */
export const GBZ_ALERTS = [
  GCS53,
  GENERIC_CRITICAL_ALERT,
  GENERIC_NON_CRITICAL_ALERT,
  FUTURE_DATED_EXECUTION_ALERT,
  FIRMWARE_DISTRIBUTION_RECEIPT_ALERT,
  METER_INTEGRITY_ISSUE_ALERT,
] as const;
