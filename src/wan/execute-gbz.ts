import { prepayment } from '../gbcs/gbz/clusters/prepayment.js';
import { commandOf } from '../gbcs/gbz/cluster-catalogue.js';
import type { GbzComponent } from '../gbcs/gbz/component.js';
import { encodePayload, frameControlOf } from '../gbcs/gbz/frame.js';
import { decodeGbzContent, encodeGbzContent } from '../gbcs/gbz/gbz-content.js';
import type { GbcsMessage } from '../gbcs/index.js';
import { takeActivations } from './future-dating.js';
import type { VirtualDevice } from './virtual-device.js';

/** ZCL default response, and the statuses it may tell. */
const DEFAULT_RESPONSE = 0x0b;
const STATUS = { success: 0x00, notFound: 0x8b } as const;
/** ZCL read attributes, and its response. */
const READ_ATTRIBUTES = 0x00;
const READ_ATTRIBUTES_RESPONSE = 0x01;
const UNSUPPORTED_ATTRIBUTE = 0x86;

const { changePaymentMode } = prepayment.fromClient;
const { changePaymentModeResponse } = prepayment.fromServer;

/** What a virtual GSME says of its prepayment mode. Source: Responses of GCS02 and GCS03 in RTDS 4.5.0. */
const PREPAYMENT_FACTS = {
  friendlyCredit: 1,
  friendlyCreditCalendarId: 2,
  emergencyCreditLimit: 1_000_000,
  emergencyCreditThreshold: 200_000,
};

/**
 * Answers each component: commands are accepted, and as a virtual gas Device keeps no ZigBee attributes, those are
 * reported as unsupported and logs as not found.
 */
export function executeGbz(device: VirtualDevice, command: GbcsMessage): Buffer {
  const components = decodeGbzContent(command.content);
  takeActivations(device, command, () => true);
  return encodeGbzContent(components.map(answer));
}

function answer(component: GbzComponent): GbzComponent {
  const { cluster, frameControl, sequence, command, payload } = component;
  if (isChangeOfPaymentMode(component)) {
    return {
      cluster,
      sequence,
      frameControl: frameControlOf(changePaymentModeResponse),
      command: changePaymentModeResponse.id,
      payload: encodePayload(changePaymentModeResponse, PREPAYMENT_FACTS),
    };
  }
  const reads = !frameControl.clusterSpecific && command === READ_ATTRIBUTES;
  return {
    cluster,
    sequence,
    frameControl: {
      clusterSpecific: false,
      direction: frameControl.direction === 'client to server' ? 'server to client' : 'client to server',
      disableDefaultResponse: false,
    },
    command: reads ? READ_ATTRIBUTES_RESPONSE : DEFAULT_RESPONSE,
    payload: reads
      ? unsupported(payload)
      : Buffer.from([command, asksForMore(component) ? STATUS.notFound : STATUS.success]),
  };
}

function isChangeOfPaymentMode({ cluster, frameControl, command }: GbzComponent): boolean {
  return commandOf(cluster, frameControl, command) === changePaymentMode;
}

/** Whether the answer would be more than that the command was done: those are the ones ZCL calls "get". */
function asksForMore({ cluster, frameControl, command }: GbzComponent): boolean {
  return (
    frameControl.clusterSpecific &&
    frameControl.direction === 'client to server' &&
    commandOf(cluster, frameControl, command)?.name.startsWith('get') !== false
  );
}

/** A record of status "unsupported" for each attribute that was asked for. */
function unsupported(attributes: Buffer): Buffer {
  const records: Buffer[] = [];
  for (let at = 0; at + 1 < attributes.length; at += 2) {
    records.push(attributes.subarray(at, at + 2), Buffer.from([UNSUPPORTED_ATTRIBUTE]));
  }
  return Buffer.concat(records);
}
