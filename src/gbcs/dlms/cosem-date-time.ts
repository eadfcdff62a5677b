import { CodecError } from '../../common/errors.js';
import { ByteReader } from '../bytes/byte-reader.js';
import { ByteWriter } from '../bytes/byte-writer.js';

/** Length of a COSEM date-time, in bytes. */
export const COSEM_DATE_TIME_LENGTH = 12;

/** "Not specified" of the one-byte fields, and the wildcard of dates. */
export const NOT_SPECIFIED = 0xff;
/** "Not specified" of the year. */
export const YEAR_NOT_SPECIFIED = 0xffff;
/** "Not specified" of the deviation from UTC. */
export const DEVIATION_NOT_SPECIFIED = -0x8000;

/**
 * COSEM date-time as it stands on the wire, wildcards included.
 * Source: DLMS UA Blue Book, "Date and time formats"; GBCS always leaves the deviation unspecified.
 */
export interface CosemDateTime {
  /** 0 to 65534, or 65535 for not specified. */
  readonly year: number;
  readonly month: number;
  readonly dayOfMonth: number;
  /** 1 Monday to 7 Sunday. */
  readonly dayOfWeek: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly hundredths: number;
  /** Minutes of local time to UTC; -32768 for not specified. */
  readonly deviation: number;
  /** Clock status byte; 255 for not specified. */
  readonly status: number;
}

export const cosemDateTime = {
  encode(value: CosemDateTime): Buffer {
    return new ByteWriter(COSEM_DATE_TIME_LENGTH)
      .u16(value.year)
      .u8(value.month)
      .u8(value.dayOfMonth)
      .u8(value.dayOfWeek)
      .u8(value.hour)
      .u8(value.minute)
      .u8(value.second)
      .u8(value.hundredths)
      .i16(value.deviation)
      .u8(value.status)
      .toBuffer();
  },

  /** @throws CodecError unless `bytes` is 12 bytes long */
  decode(bytes: Uint8Array): CosemDateTime {
    const reader = new ByteReader(bytes);
    const value = {
      year: reader.u16('year'),
      month: reader.u8('month'),
      dayOfMonth: reader.u8('day of month'),
      dayOfWeek: reader.u8('day of week'),
      hour: reader.u8('hour'),
      minute: reader.u8('minute'),
      second: reader.u8('second'),
      hundredths: reader.u8('hundredths'),
      deviation: reader.i16('deviation'),
      status: reader.u8('clock status'),
    };
    reader.end('12 bytes of date-time');
    return value;
  },
};

/** An instant in UTC with weekday, deviation and status not specified: the form of activation times in Commands. */
export function cosemDateTimeOf(instant: Date): CosemDateTime {
  const year = instant.getUTCFullYear();
  if (Number.isNaN(year) || year < 0 || year >= YEAR_NOT_SPECIFIED) {
    throw new CodecError(`${String(instant)} cannot be written as a COSEM date-time`);
  }
  const hundredths = instant.getUTCMilliseconds() / 10;
  if (!Number.isInteger(hundredths)) throw new CodecError('a COSEM date-time has no thousandths of a second');
  return {
    year,
    month: instant.getUTCMonth() + 1,
    dayOfMonth: instant.getUTCDate(),
    dayOfWeek: NOT_SPECIFIED,
    hour: instant.getUTCHours(),
    minute: instant.getUTCMinutes(),
    second: instant.getUTCSeconds(),
    hundredths,
    deviation: DEVIATION_NOT_SPECIFIED,
    status: NOT_SPECIFIED,
  };
}

/** `0000000000000000008000FF`: activate at once. */
export const IMMEDIATELY: CosemDateTime = {
  year: 0,
  month: 0,
  dayOfMonth: 0,
  dayOfWeek: 0,
  hour: 0,
  minute: 0,
  second: 0,
  hundredths: 0,
  deviation: DEVIATION_NOT_SPECIFIED,
  status: NOT_SPECIFIED,
};

/** `FFFFFFFFFFFFFFFFFF8000FF`: no time; as an activation time it cancels what was future dated. */
export const NOTHING_SPECIFIED: CosemDateTime = {
  year: YEAR_NOT_SPECIFIED,
  month: NOT_SPECIFIED,
  dayOfMonth: NOT_SPECIFIED,
  dayOfWeek: NOT_SPECIFIED,
  hour: NOT_SPECIFIED,
  minute: NOT_SPECIFIED,
  second: NOT_SPECIFIED,
  hundredths: NOT_SPECIFIED,
  deviation: DEVIATION_NOT_SPECIFIED,
  status: NOT_SPECIFIED,
};

const two = (value: number) => (value === NOT_SPECIFIED ? '**' : String(value).padStart(2, '0'));

/** Readable form: `2014-12-25T23:30:00Z` with `*` for what is not specified; the status byte follows if it is. */
export function formatCosemDateTime(value: CosemDateTime): string {
  const bytes = cosemDateTime.encode(value);
  if (bytes.equals(cosemDateTime.encode(IMMEDIATELY))) return 'immediately';
  if (bytes.equals(cosemDateTime.encode(NOTHING_SPECIFIED))) return 'never (cancels)';
  const year = value.year === YEAR_NOT_SPECIFIED ? '****' : String(value.year).padStart(4, '0');
  const weekday = value.dayOfWeek === NOT_SPECIFIED ? '' : ` weekday ${value.dayOfWeek}`;
  const hundredths =
    value.hundredths === 0 || value.hundredths === NOT_SPECIFIED ? '' : `.${two(value.hundredths)}`;
  const zone = value.deviation === DEVIATION_NOT_SPECIFIED ? 'Z' : ` deviation ${value.deviation} min`;
  const status = value.status === NOT_SPECIFIED ? '' : ` status ${two(value.status)}`;
  return (
    `${year}-${two(value.month)}-${two(value.dayOfMonth)}T` +
    `${two(value.hour)}:${two(value.minute)}:${two(value.second)}${hundredths}${zone}${weekday}${status}`
  );
}
