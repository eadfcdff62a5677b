import { CodecError } from '../../../../common/errors.js';
import type { ByteReader } from '../../../bytes/byte-reader.js';
import { anyData } from '../../../dlms/any-data.js';
import { decodeData, type DlmsType } from '../../../dlms/dlms-type.js';
import type { Description } from '../../../use-case.js';

/**
 * A value as `type` explains it; if it has another layout, as it is and why.
 * @throws CodecError if it is no DLMS data
 */
export function describeData(type: DlmsType<unknown>, data: ByteReader): Description {
  try {
    return type.describe(decodeData(type, data.fork()));
  } catch (error) {
    if (!(error instanceof CodecError)) throw error;
    return { unexpected: anyData.describe(decodeData(anyData, data.fork())), because: error.message };
  }
}
