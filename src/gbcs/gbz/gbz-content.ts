import { CodecError } from '../../common/errors.js';
import { ByteReader } from '../bytes/byte-reader.js';
import { ByteWriter } from '../bytes/byte-writer.js';
import { type GbzComponent, readComponent, writeComponent } from './component.js';

/** ZigBee Smart Energy profile identifier: the first two bytes of every GBZ content. */
export const SMART_ENERGY_PROFILE = 0x0109;

/** Most components one message may have. Source: GBCS-RULES section 2. */
export const MAX_COMPONENTS = 31;

/** Checks the profile identifier (2 bytes, big-endian). @throws CodecError */
export function readProfile(reader: ByteReader): void {
  const at = reader.offset;
  const profile = reader.u16('profile identifier');
  if (profile !== SMART_ENERGY_PROFILE) {
    throw new CodecError(`GBZ content begins with 0109, found ${profile.toString(16).padStart(4, '0')}`, at);
  }
}

/**
 * Reads the content of a GBZ Command or Response: profile (2), number of components (1), components.
 * @throws CodecError with the offset of the first byte that does not fit
 */
export function decodeGbzContent(content: Uint8Array): GbzComponent[] {
  const reader = new ByteReader(content);
  readProfile(reader);
  const at = reader.offset;
  const count = reader.u8('number of components');
  if (count === 0 || count > MAX_COMPONENTS) {
    throw new CodecError(`a message has 1 to ${MAX_COMPONENTS} components, found ${count}`, at);
  }
  const components: GbzComponent[] = [];
  for (let index = 0; index < count; index++) {
    try {
      components.push(readComponent(reader, index === count - 1));
    } catch (error) {
      throw error instanceof CodecError ? error.within(`components[${index}]`) : error;
    }
  }
  reader.end('the end of the content');
  return components;
}

/** Writes components as `decodeGbzContent` reads them. @throws CodecError */
export function encodeGbzContent(components: readonly GbzComponent[]): Buffer {
  if (components.length === 0 || components.length > MAX_COMPONENTS) {
    throw new CodecError(`a message has 1 to ${MAX_COMPONENTS} components, not ${components.length}`);
  }
  const writer = new ByteWriter().u16(SMART_ENERGY_PROFILE).u8(components.length);
  components.forEach((component, index) => {
    writeComponent(writer, component, index === components.length - 1);
  });
  return writer.toBuffer();
}
