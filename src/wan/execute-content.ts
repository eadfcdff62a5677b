import { decodeAccessRequest } from '../gbcs/dlms/access-request.js';
import { encodeAccessResponse } from '../gbcs/dlms/access-response.js';
import type { GbcsMessage, GroupingHeader, UseCase } from '../gbcs/index.js';
import { RESULT } from './cosem-objects.js';
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
      return executeGbz(device, command);
    case 'ASN.1':
      return executeAsn1(device, useCase, command);
  }
}

function executeDlms(device: VirtualDevice, command: GbcsMessage, response: GroupingHeader): Buffer {
  const { invokeId, items } = decodeAccessRequest(command.content);
  const results = items.map((item) => {
    const data = Buffer.from(item.data.bytes(item.data.remaining));
    const outcome = isProtectedRead(item)
      ? readProtected(device, data, response)
      : device.objects.access(item, data);
    const service = item.service === 'get-with-selection' ? 'get' : item.service;
    return { service, result: outcome.result, data: outcome.data };
  });
  takeActivations(device, command, (position) => results[position]?.result === RESULT.success);
  return encodeAccessResponse({ invokeId, results });
}
