import { ByteReader } from '../../../bytes/byte-reader.js';
import { ByteWriter } from '../../../bytes/byte-writer.js';
import { describeSpecification } from '../../../dlms/access-specification.js';
import { mapped, type ObisCode, octetString } from '../../../dlms/index.js';
import { OBIS_LENGTH, obisFromBytes, obisToBytes } from '../../../dlms/obis-code.js';

/** Length of the instruction in a future-dated execution alert, in bytes. */
const INSTRUCTION_LENGTH = 19;

/** Which Command had been future dated, and which activation attribute came due. */
export interface ExecutedInstruction {
  readonly messageCode: number;
  readonly originatorCounter: bigint;
  readonly classId: number;
  readonly obis: ObisCode;
  readonly attribute: number;
}

/** octet-string(19). Source: GBCS, future-dated execution of instruction alert; 41 RTDS alerts. */
export const executedInstruction = mapped<Buffer, ExecutedInstruction>(octetString(INSTRUCTION_LENGTH), {
  toWire: (value) =>
    new ByteWriter()
      .u16(value.messageCode)
      .u64(value.originatorCounter)
      .u16(value.classId)
      .bytes(obisToBytes(value.obis))
      .i8(value.attribute)
      .toBuffer(),
  fromWire(bytes) {
    const reader = new ByteReader(bytes);
    return {
      messageCode: reader.u16(),
      originatorCounter: reader.u64(),
      classId: reader.u16(),
      obis: obisFromBytes(reader.bytes(OBIS_LENGTH)),
      attribute: reader.i8(),
    };
  },
  describe: ({ messageCode, originatorCounter, classId, obis, attribute }) => ({
    messageCode: `0x${messageCode.toString(16).toUpperCase().padStart(4, '0')}`,
    originatorCounter: originatorCounter.toString(),
    activated: describeSpecification({ service: 'set', classId, obis, index: attribute }),
  }),
});
