import { CodecError } from '../../common/errors.js';
import { ByteReader } from '../bytes/byte-reader.js';
import { ByteWriter } from '../bytes/byte-writer.js';
import { commandOf } from './cluster-catalogue.js';
import type { GbzComponent } from './component.js';
import type { FrameControl } from './frame-control.js';
import type { ZclCommand } from './zcl-cluster.js';

/** The plaintext ZCL payload of a component and the command that explains it. */
export interface ZclFrame<T = unknown> {
  readonly command: ZclCommand<T>;
  readonly values: T;
}

/**
 * The command a component carries.
 * @throws CodecError if no GB use case has such a command
 */
export function commandOfComponent(component: GbzComponent): ZclCommand {
  const { cluster, frameControl, command } = component;
  const found = commandOf(cluster, frameControl, command);
  if (found) return found;
  const hex = (value: number, digits: number) => value.toString(16).toUpperCase().padStart(digits, '0');
  const kind = frameControl.clusterSpecific ? frameControl.direction : 'profile-wide';
  throw new CodecError(
    `no GBZ use case has command ${hex(command, 2)} (${kind}) of cluster ${hex(cluster, 4)}`,
    component.payloadOffset,
  );
}

/**
 * Reads the ZCL payload of a component.
 * @param plaintext the decrypted payload where the component is encrypted
 * @throws CodecError for unknown commands, short payloads and bytes left over
 */
export function readFrame(component: GbzComponent, plaintext?: Uint8Array): ZclFrame {
  const command = commandOfComponent(component);
  // Bytes inside a plaintext have no place of their own in the content: errors point to the ciphertext they came from.
  const reader = new ByteReader(plaintext ?? component.payload, component.payloadOffset ?? 0);
  try {
    const values = command.payload.read(reader);
    reader.end(`the end of ${command.name}`);
    return { command, values };
  } catch (error) {
    throw error instanceof CodecError ? error.within(command.name) : error;
  }
}

/** The ZCL payload of a command. @throws CodecError if a value does not fit its type */
export function encodePayload<T>(command: ZclCommand<T>, values: T): Buffer {
  const writer = new ByteWriter();
  try {
    command.payload.write(writer, values);
  } catch (error) {
    throw error instanceof CodecError ? error.within(command.name) : error;
  }
  return writer.toBuffer();
}

/** The frame control a Command component has. */
export function frameControlOf(command: ZclCommand): FrameControl {
  return {
    clusterSpecific: command.clusterSpecific,
    direction: command.direction,
    disableDefaultResponse: false,
  };
}
