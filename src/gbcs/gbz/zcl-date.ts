import { CodecError } from '../../common/errors.js';
import type { ZclType } from './zcl-type.js';

/** A date whose members may be left open: "every year", "any month". */
export interface ZclDate {
  /** 1900 to 2154. */
  readonly year?: number;
  /** 1 to 12. */
  readonly month?: number;
  /** 1 to 31. */
  readonly dayOfMonth?: number;
  /** 1 Monday to 7 Sunday. */
  readonly dayOfWeek?: number;
}

const FIRST_YEAR = 1900;
const NOT_SPECIFIED = 0xff;
const MEMBERS = ['year', 'month', 'dayOfMonth', 'dayOfWeek'] as const;

/** Date: 4 bytes, year minus 1900, month, day of month, day of week; 0xFF where not specified. */
export const zclDate: ZclType<ZclDate> = {
  name: 'Date',
  dataTypeId: 0xe1,
  shape: { kind: 'date' },
  read(reader) {
    const date: { -readonly [Member in keyof ZclDate]: ZclDate[Member] } = {};
    for (const member of MEMBERS) {
      const byte = reader.u8(`${member} of a date`);
      if (byte !== NOT_SPECIFIED) date[member] = member === 'year' ? byte + FIRST_YEAR : byte;
    }
    return date;
  },
  write(writer, value) {
    for (const member of MEMBERS) {
      const number = value[member];
      const byte = number === undefined ? NOT_SPECIFIED : member === 'year' ? number - FIRST_YEAR : number;
      if (number !== undefined && !(byte >= 0 && byte < NOT_SPECIFIED)) {
        throw new CodecError(`${member} ${number} cannot be written in a ZigBee date`, undefined, member);
      }
      writer.u8(byte);
    }
  },
  describe(value) {
    const two = (number: number | undefined) =>
      number === undefined ? '**' : String(number).padStart(2, '0');
    const day = value.dayOfWeek === undefined ? '' : ` weekday ${value.dayOfWeek}`;
    return `${value.year ?? '****'}-${two(value.month)}-${two(value.dayOfMonth)}${day}`;
  },
};
