import { commandContext } from '../../src/cli/command-context.js';
import { referenceDevices } from '../../src/cli/conformance/reference-facts.js';
import type { ServiceRequest } from '../../src/duis/index.js';
import type { DlmsUseCase } from '../../src/gbcs/use-cases/dlms/engine/index.js';
import { transform, type TransformResult } from '../../src/gbcs/transform.js';
import type { DeviceFacts } from '../../src/gbcs/transform-context.js';
import { CredentialStore } from '../../src/smki/index.js';

/** The message of a request, for a Device of which more is known than its type. */
export function transformed(request: ServiceRequest, facts: Partial<DeviceFacts> = {}): TransformResult {
  const { target } = request.requestId;
  const devices = referenceDevices(target, { device: facts });
  if (devices.size === 0) throw new Error(`no Device ${target}`);
  const credentials = new CredentialStore();
  return transform(request, commandContext(request, { devices, counter: 1302n, credentials }));
}

/** What a DLMS Command says, read back from its bytes. */
export function commandValues(
  request: ServiceRequest,
  facts: Partial<DeviceFacts> = {},
): Record<string, unknown> {
  const { useCase, message } = transformed(request, facts);
  return (useCase as DlmsUseCase<Record<string, unknown>>).decodeCommand(message.content);
}

/** A request whose content has other members. */
export function withContent(
  request: ServiceRequest,
  change: Readonly<Record<string, unknown>>,
): ServiceRequest {
  const { body } = request;
  return { ...request, body: { ...body, content: { ...body.content, ...change } } as ServiceRequest['body'] };
}
