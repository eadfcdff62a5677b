import { decodeAccessRequest } from '../gbcs/dlms/access-request.js';
import type { AccessSpecification } from '../gbcs/dlms/access-specification.js';
import { encodeAccessResponse } from '../gbcs/dlms/access-response.js';
import type { GbcsMessage, GroupingHeader, UseCase } from '../gbcs/index.js';
import { type AccessOutcome, NULL_DATA, RESULT } from './cosem-objects.js';
import { executeAsn1 } from './execute-asn1.js';
import { executeGbz } from './execute-gbz.js';
import { takeActivations } from './future-dating.js';
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
      return executeDlms(device, command, response);
    case 'GBZ':
      return executeGbz(device, useCase, command, response);
    case 'ASN.1':
      return executeAsn1(device, useCase, command);
  }
}

/** Every Command asks to break on error. Source: 105 of 105 Responses of RTDS 4.5.0 that tell of an error. */
const NOT_ATTEMPTED: AccessOutcome = { result: RESULT.otherReason, data: NULL_DATA };

function access(
  device: VirtualDevice,
  item: AccessSpecification,
  position: number,
  data: Buffer,
  response: GroupingHeader,
): AccessOutcome {
  if (device.failsAt === position) return { result: RESULT.hardwareFault, data: NULL_DATA };
  return isProtectedRead(item) ? readProtected(device, data, response) : device.objects.access(item, data);
}

/** Whether an item does more than read; a read that is encrypted is a method, but no act. */
function acts(item: AccessSpecification): boolean {
  return (item.service === 'set' || item.service === 'action') && !isProtectedRead(item);
}

function executeDlms(device: VirtualDevice, command: GbcsMessage, response: GroupingHeader): Buffer {
  const { invokeId, items } = decodeAccessRequest(command.content);
  let broken = false;
  const results = items.map((item, position) => {
    const parameters = item.selection ?? item.data;
    const data = Buffer.from(parameters.bytes(parameters.remaining));
    const outcome = broken ? NOT_ATTEMPTED : access(device, item, position, data, response);
    broken ||= outcome.result !== RESULT.success;
    const service = item.service === 'get-with-selection' ? 'get' : item.service;
    return { service, result: outcome.result, data: outcome.data };
  });
  takeActivations(device, command, (position) => results[position]?.result === RESULT.success);
  if (items.some(acts)) device.objects.actedOn(command.header.messageCode, !broken);
  return encodeAccessResponse({ invokeId, results });
}
