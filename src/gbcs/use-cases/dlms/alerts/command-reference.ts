import { eui64FromBytes, EUI64_LENGTH, type Eui64, eui64ToBytes } from '../../../../common/eui64.js';
import { ByteReader } from '../../../bytes/byte-reader.js';
import { ByteWriter } from '../../../bytes/byte-writer.js';
import { mapped, octetString } from '../../../dlms/index.js';

/** A Command a Device refused: message code and Originator Counter, octet-string(10). Source: RTDS 4.5.0 ECS100. */
export const refusedCommand = mapped<Buffer, { readonly messageCode: number; readonly counter: bigint }>(
  octetString(10),
  {
    toWire: ({ messageCode, counter }) => new ByteWriter().u16(messageCode).u64(counter).toBuffer(),
    fromWire(bytes) {
      const reader = new ByteReader(bytes);
      return { messageCode: reader.u16(), counter: reader.u64() };
    },
    describe: ({ messageCode, counter }) => ({
      messageCode: `0x${messageCode.toString(16).toUpperCase().padStart(4, '0')}`,
      originatorCounter: counter.toString(),
    }),
  },
);

/** A message a Communications Hub discarded. */
export interface DiscardedMessage {
  readonly originator: Eui64;
  readonly recipient: Eui64;
  /** 1 Command, 2 Response, 3 Alert. */
  readonly craFlag: number;
  readonly counter: bigint;
}

/** octet-string(25). Source: RTDS 4.5.0 DBCH10. */
export const discardedMessage = mapped<Buffer, DiscardedMessage>(octetString(25), {
  toWire: (value) =>
    new ByteWriter()
      .bytes(eui64ToBytes(value.originator))
      .bytes(eui64ToBytes(value.recipient))
      .u8(value.craFlag)
      .u64(value.counter)
      .toBuffer(),
  fromWire(bytes) {
    const reader = new ByteReader(bytes);
    return {
      originator: eui64FromBytes(reader.bytes(EUI64_LENGTH)),
      recipient: eui64FromBytes(reader.bytes(EUI64_LENGTH)),
      craFlag: reader.u8(),
      counter: reader.u64(),
    };
  },
  describe: ({ counter, ...value }) => ({ ...value, counter: counter.toString() }),
});
