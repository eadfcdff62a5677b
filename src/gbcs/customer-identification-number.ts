import { ByteReader } from './bytes/byte-reader.js';
import { deviceManagement } from './gbz/clusters/device-management.js';
import { decodeGbzContent } from './gbz/gbz-content.js';
import { decodeMessage } from './message.js';
import { ECS50 } from './use-cases/dlms/display-and-privacy/ecs50-send-cin.js';
import { GCS36 } from './use-cases/gbz/gcs36-send-cin.js';

const { updateCin } = deviceManagement.fromServer;

/**
 * The Customer Identification Number that a Command shows on a meter (9.1); undefined for other Commands.
 * @throws CodecError if the Command is malformed
 */
export function customerIdentificationNumberIn(command: Uint8Array): string | undefined {
  const { header, content } = decodeMessage(command);
  if (header.messageCode === ECS50.messageCode) return ECS50.decodeCommand(content).number;
  if (header.messageCode !== GCS36.messageCode) return undefined;
  const [component] = decodeGbzContent(content);
  if (component === undefined) return undefined;
  const { customerIdNumber } = updateCin.payload.read(new ByteReader(component.payload));
  return Buffer.from(customerIdNumber).toString('ascii');
}
