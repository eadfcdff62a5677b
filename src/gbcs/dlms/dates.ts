import { CodecError } from '../../common/errors.js';
import { ByteReader } from '../bytes/byte-reader.js';
import { ByteWriter } from '../bytes/byte-writer.js';
import {
  COSEM_DATE_TIME_LENGTH,
  cosemDateTime,
  type CosemDateTime,
  cosemDateTimeOf,
  formatCosemDateTime,
  IMMEDIATELY,
  NOTHING_SPECIFIED,
  NOT_SPECIFIED,
  YEAR_NOT_SPECIFIED,
} from './cosem-date-time.js';
import { mapped } from './derived-types.js';
import type { DlmsType } from './dlms-type.js';
import { doubleLongUnsigned } from './numbers.js';
import { octetString } from './strings.js';

/** date-time as octet-string(12), wildcards and status included. */
export const dateTime: DlmsType<CosemDateTime> = mapped(octetString(COSEM_DATE_TIME_LENGTH), {
  toWire: (value) => cosemDateTime.encode(value),
  fromWire: (bytes) => cosemDateTime.decode(bytes),
  describe: formatCosemDateTime,
});

/** An instant in UTC as octet-string(12): no wildcards, to the hundredth of a second. Weekday and status are not specified. */
export const instant: DlmsType<Date> = mapped(dateTime, {
  toWire: cosemDateTimeOf,
  fromWire: instantOf,
  describe: (value) => value.toISOString(),
});

/** When a passive value becomes active: at once, at an instant, or never (which cancels an earlier date). */
export type Activation = 'immediately' | 'never' | Date;

/** Activation date-time attribute of a future-datable object, octet-string(12). Source: GBCS future dating, 178 of 178 RTDS values. */
export const activationDateTime: DlmsType<Activation> = mapped(dateTime, {
  toWire(value) {
    if (value === 'immediately') return IMMEDIATELY;
    if (value === 'never') return NOTHING_SPECIFIED;
    return cosemDateTimeOf(value);
  },
  fromWire(value) {
    const bytes = cosemDateTime.encode(value);
    if (bytes.equals(cosemDateTime.encode(IMMEDIATELY))) return 'immediately';
    if (bytes.equals(cosemDateTime.encode(NOTHING_SPECIFIED))) return 'never';
    return instantOf(value);
  },
  describe: (value) => (value instanceof Date ? value.toISOString() : value),
});

function instantOf(value: CosemDateTime): Date {
  const { year, month, dayOfMonth, hour, minute, second, hundredths } = value;
  const date = new Date(Date.UTC(year, month - 1, dayOfMonth, hour, minute, second, hundredths * 10));
  date.setUTCFullYear(year);
  if (!cosemDateTime.encode(cosemDateTimeOf(date)).equals(cosemDateTime.encode(value))) {
    throw new CodecError(`${formatCosemDateTime(value)} is not an instant in UTC`);
  }
  return date;
}

/** COSEM date with wildcards: 65535 for any year, 255 for any month, day or weekday. */
export interface CosemDate {
  readonly year: number;
  /** 1 to 12, 255 for any; 253 and 254 mark the end and the start of daylight saving. */
  readonly month: number;
  /** 1 to 31, 255 for any; 254 for the last day of the month, 253 for the one before. */
  readonly dayOfMonth: number;
  /** 1 Monday to 7 Sunday, 255 for any. */
  readonly dayOfWeek: number;
}

/** Length of a COSEM date, in bytes. */
const DATE_LENGTH = 5;

/** date as octet-string(5), wildcards included. */
export const date: DlmsType<CosemDate> = mapped(octetString(DATE_LENGTH), {
  toWire: (value) =>
    new ByteWriter(DATE_LENGTH)
      .u16(value.year)
      .u8(value.month)
      .u8(value.dayOfMonth)
      .u8(value.dayOfWeek)
      .toBuffer(),
  fromWire(bytes) {
    const reader = new ByteReader(bytes);
    return { year: reader.u16(), month: reader.u8(), dayOfMonth: reader.u8(), dayOfWeek: reader.u8() };
  },
  describe(value) {
    const part = (number: number, any: number) => (number === any ? '*' : String(number));
    const weekday = value.dayOfWeek === NOT_SPECIFIED ? '' : ` weekday ${value.dayOfWeek}`;
    return (
      `${part(value.year, YEAR_NOT_SPECIFIED)}-${part(value.month, NOT_SPECIFIED)}-` +
      `${part(value.dayOfMonth, NOT_SPECIFIED)}${weekday}`
    );
  },
});

/** COSEM time of day; 255 for not specified. */
export interface CosemTime {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly hundredths: number;
}

/** Length of a COSEM time, in bytes. */
const TIME_LENGTH = 4;

/** time as octet-string(4). */
export const time: DlmsType<CosemTime> = mapped(octetString(TIME_LENGTH), {
  toWire: (value) =>
    new ByteWriter(TIME_LENGTH)
      .u8(value.hour)
      .u8(value.minute)
      .u8(value.second)
      .u8(value.hundredths)
      .toBuffer(),
  fromWire(bytes) {
    const reader = new ByteReader(bytes);
    return { hour: reader.u8(), minute: reader.u8(), second: reader.u8(), hundredths: reader.u8() };
  },
  describe(value) {
    const two = (number: number) => (number === NOT_SPECIFIED ? '**' : String(number).padStart(2, '0'));
    const hundredths = value.hundredths === 0 ? '' : `.${two(value.hundredths)}`;
    return `${two(value.hour)}:${two(value.minute)}:${two(value.second)}${hundredths}`;
  },
});

/** Start of the ZigBee epoch, 2000-01-01T00:00:00Z, in milliseconds since 1970. */
const ZIGBEE_EPOCH_MS = Date.UTC(2000, 0, 1);

/** ZigBee UTC time: seconds since 2000-01-01 as double-long-unsigned. */
export const zigbeeUtcTime: DlmsType<Date> = mapped(doubleLongUnsigned, {
  toWire(value) {
    const seconds = (value.getTime() - ZIGBEE_EPOCH_MS) / 1000;
    if (!(seconds >= 0)) throw new CodecError(`${String(value)} is before the ZigBee epoch (2000-01-01)`);
    if (!Number.isInteger(seconds)) throw new CodecError('ZigBee time has no fractions of a second');
    return seconds;
  },
  fromWire: (seconds) => new Date(ZIGBEE_EPOCH_MS + seconds * 1000),
  describe: (value) => value.toISOString(),
});
