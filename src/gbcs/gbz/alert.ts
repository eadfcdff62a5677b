import { CodecError } from '../../common/errors.js';
import { ByteReader } from '../bytes/byte-reader.js';
import { ByteWriter } from '../bytes/byte-writer.js';
import { type GbzComponent, readComponent, writeComponent } from './component.js';
import { readProfile, SMART_ENERGY_PROFILE } from './gbz-content.js';

/** What follows code and time in a GBZ Alert; each use case says which it has. */
export interface AlertDetailCodec<T> {
  read(reader: ByteReader): T;
  write(writer: ByteWriter, value: T): void;
}

/** Content of a GBZ Alert. */
export interface GbzAlert<T> {
  /** Event or Alert Code of GBCS section 16, 2 bytes. */
  readonly alertCode: number;
  /** Seconds since 2000-01-01 UTC; unlike times in ZCL payloads it is big-endian. */
  readonly time: number;
  /** Absent where the Alert says nothing more. */
  readonly detail?: T;
}

/**
 * Reads a GBZ Alert: profile (2), number of details 0 or 1 (1), alert code (2), time (4, big-endian), detail.
 * @param detail layout of the detail; absent for Alerts that have none
 * @throws CodecError
 */
export function decodeGbzAlert<T>(content: Uint8Array, detail?: AlertDetailCodec<T>): GbzAlert<T> {
  const reader = new ByteReader(content);
  readProfile(reader);
  const at = reader.offset;
  const count = reader.u8('number of details');
  const expected = detail ? 1 : 0;
  if (count !== expected) throw new CodecError(`the Alert has ${expected} details, found ${count}`, at);
  const alertCode = reader.u16('alert code');
  const time = reader.u32('time of the Alert');
  const alert = { alertCode, time, ...(detail && { detail: detail.read(reader) }) };
  reader.end('the end of the Alert');
  return alert;
}

/** Writes what `decodeGbzAlert` reads. @throws CodecError */
export function encodeGbzAlert<T>(alert: GbzAlert<T>, detail?: AlertDetailCodec<T>): Buffer {
  const writer = new ByteWriter()
    .u16(SMART_ENERGY_PROFILE)
    .u8(detail ? 1 : 0)
    .u16(alert.alertCode)
    .u32(alert.time);
  if (detail) {
    if (alert.detail === undefined) throw new CodecError('the Alert lacks its detail');
    detail.write(writer, alert.detail);
  }
  return writer.toBuffer();
}

/** A whole component, always the only one. Source: GCS53. */
export const componentDetail: AlertDetailCodec<GbzComponent> = {
  read: (reader) => readComponent(reader, true),
  write: (writer, component) => writeComponent(writer, component, true),
};
