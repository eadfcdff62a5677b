import { type DlmsType, profileBuffer, structure, zigbeeUtcTime } from '../../../dlms/index.js';

/** Buffer of a log of one value. Source: mapping table, structure dlValueLogEntry. */
export function valueLog<T>(value: DlmsType<T>) {
  return profileBuffer(structure({ timestamp: zigbeeUtcTime, value }));
}
