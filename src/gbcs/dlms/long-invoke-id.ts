import type { ByteReader } from '../bytes/byte-reader.js';
import type { ByteWriter } from '../bytes/byte-writer.js';

/** High byte of a long-invoke-id-and-priority in GBCS: confirmed service, normal priority. */
const INVOKE_FLAGS = 0x20;

/** The low 24 bits of an Originator Counter, which identify request and response. */
export function invokeIdOf(originatorCounter: bigint): number {
  return Number(originatorCounter & 0xffffffn);
}

export function writeInvokeId(writer: ByteWriter, invokeId: number): void {
  writer.u8(INVOKE_FLAGS).u24(invokeId);
}

/** @throws CodecError if the flags are not those of GBCS */
export function readInvokeId(reader: ByteReader): number {
  reader.expect(INVOKE_FLAGS, 'flags of long-invoke-id');
  return reader.u24('long-invoke-id');
}
