import { decodeAccessRequest } from '../gbcs/dlms/access-request.js';
import { encodeAccessResponse } from '../gbcs/dlms/access-response.js';
import { decodeGbzContent, encodeGbzContent } from '../gbcs/gbz/gbz-content.js';
import type { GbzComponent } from '../gbcs/gbz/component.js';
import type { GbcsMessage, GroupingHeader, UseCase } from '../gbcs/index.js';
import { executeAsn1 } from './execute-asn1.js';
import { isProtectedRead, readProtected } from './protected-read.js';
import type { VirtualDevice } from './virtual-device.js';

/** Carries out the content of a Command and gives the content of its Response. */
export function executeContent(
  device: VirtualDevice,
  useCase: UseCase,
  command: GbcsMessage,
  response: GroupingHeader,
): Buffer {
  switch (useCase.encoding) {
    case 'DLMS':
      return executeDlms(device, command.content, response);
    case 'GBZ':
      return executeGbz(command.content);
    case 'ASN.1':
      return executeAsn1(device, useCase, command);
  }
}

function executeDlms(device: VirtualDevice, content: Buffer, response: GroupingHeader): Buffer {
  const { invokeId, items } = decodeAccessRequest(content);
  return encodeAccessResponse({
    invokeId,
    results: items.map((item) => {
      const data = Buffer.from(item.data.bytes(item.data.remaining));
      const outcome = isProtectedRead(item)
        ? readProtected(device, data, response)
        : device.objects.access(item, data);
      const service = item.service === 'get-with-selection' ? 'get' : item.service;
      return { service, result: outcome.result, data: outcome.data };
    }),
  });
}

/** ZCL default response, and the statuses it may tell. */
const DEFAULT_RESPONSE = 0x0b;
const STATUS = { success: 0x00, notFound: 0x8b } as const;
/** ZCL read attributes, and its response. */
const READ_ATTRIBUTES = 0x00;
const READ_ATTRIBUTES_RESPONSE = 0x01;
const UNSUPPORTED_ATTRIBUTE = 0x86;

/**
 * Answers each component: commands are accepted, and as a virtual gas Device keeps no ZigBee attributes, those are
 * reported as unsupported and logs as not found.
 */
function executeGbz(content: Buffer): Buffer {
  return encodeGbzContent(
    decodeGbzContent(content).map(({ cluster, frameControl, sequence, command, payload }): GbzComponent => {
      const reads = !frameControl.clusterSpecific && command === READ_ATTRIBUTES;
      const asks = frameControl.clusterSpecific && frameControl.direction === 'client to server';
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
          : Buffer.from([command, asks ? STATUS.notFound : STATUS.success]),
      };
    }),
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
