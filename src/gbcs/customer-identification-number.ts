import { decodeMessage } from './message.js';
import type { Description } from './use-case.js';
import { ECS50 } from './use-cases/dlms/display-and-privacy/ecs50-send-cin.js';
import { GCS36 } from './use-cases/gbz/gcs36-send-cin.js';

/**
 * The Customer Identification Number that a Command shows on a meter (9.1), 4 digits; undefined for other Commands.
 * @throws CodecError if the Command is malformed
 */
export function customerIdentificationNumberIn(command: Uint8Array): string | undefined {
  const { header, content } = decodeMessage(command);
  if (header.messageCode === ECS50.messageCode) return ECS50.decodeCommand(content).number;
  if (header.messageCode === GCS36.messageCode) return memberOf(GCS36.describeCommand(content));
  return undefined;
}

/** The member of Update CIN that is the number, wherever it stands in the description. */
function memberOf(description: Description): string | undefined {
  if (typeof description !== 'object' || description === null) return undefined;
  for (const [name, value] of Object.entries(description)) {
    if (name === 'customerIdNumber' && typeof value === 'string') return value;
    const found = memberOf(value);
    if (found !== undefined) return found;
  }
  return undefined;
}
