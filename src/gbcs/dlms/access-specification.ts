import { CodecError } from '../../common/errors.js';
import type { ByteReader } from '../bytes/byte-reader.js';
import type { ByteWriter } from '../bytes/byte-writer.js';
import { OBIS_LENGTH, type ObisCode, obisFromBytes, obisToBytes } from './obis-code.js';

/** What an access specification asks for. Byte on the wire: 1 get, 2 set, 3 action, 4 get with selection. */
export type AccessService = 'get' | 'set' | 'action' | 'get-with-selection';

const SERVICE_BYTES: Readonly<Record<AccessService, number>> = {
  get: 1,
  set: 2,
  action: 3,
  'get-with-selection': 4,
};

/** A COSEM object: interface class and logical name. */
export interface CosemObject {
  /** Interface class, 16 bits. */
  readonly classId: number;
  readonly obis: ObisCode;
}

/** One attribute or method of an object. */
export interface AccessSpecification extends CosemObject {
  readonly service: AccessService;
  /** Attribute (get, set) or method (action), -128 to 127. */
  readonly index: number;
}

export function writeAccessSpecification(writer: ByteWriter, specification: AccessSpecification): void {
  writer
    .u8(SERVICE_BYTES[specification.service])
    .u16(specification.classId)
    .bytes(obisToBytes(specification.obis))
    .i8(specification.index);
}

/** @throws CodecError */
export function readAccessSpecification(reader: ByteReader): AccessSpecification {
  return {
    service: readService(reader),
    classId: reader.u16('class'),
    obis: obisFromBytes(reader.bytes(OBIS_LENGTH, 'OBIS code')),
    index: reader.i8('attribute or method'),
  };
}

/** Writes the service byte of a response; a get with selection is answered as a get. */
export function writeService(writer: ByteWriter, service: AccessService): void {
  writer.u8(SERVICE_BYTES[service]);
}

/** @throws CodecError for an unknown service */
export function readService(reader: ByteReader): AccessService {
  const at = reader.offset;
  const byte = reader.u8('service');
  for (const [service, value] of Object.entries(SERVICE_BYTES)) {
    if (value === byte) return service as AccessService;
  }
  throw new CodecError(`${byte} is not a service (1 get, 2 set, 3 action, 4 get with selection)`, at);
}

export function describeSpecification({ service, classId, obis, index }: AccessSpecification): string {
  const member = service === 'action' ? 'method' : 'attribute';
  return `${service} class ${classId} ${obis} ${member} ${index}`;
}
