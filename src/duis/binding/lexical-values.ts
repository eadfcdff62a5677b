import { CodecError } from '../../common/errors.js';
import { parseEui64 } from '../../common/eui64.js';
import type { SimpleModel } from './schema-model.js';

/** A value of a simple type, as the generated types hold it. */
export type LexicalValue = string | number | bigint | boolean | Date | Buffer;

/**
 * Reads the text of a schema-valid element or attribute.
 * @throws CodecError if the text is not of the type after all
 */
export function readLexical(text: string, model: SimpleModel): LexicalValue {
  switch (model.kind) {
    case 'string':
      return model.collapse === undefined ? text : text.replace(/[\t\n\r ]+/g, ' ').trim();
    case 'number':
      return Number(integer(text));
    case 'bigint':
      return BigInt(integer(text));
    case 'boolean':
      return ['true', '1'].includes(text.trim());
    case 'decimal':
    case 'date':
    case 'time':
      return text.trim();
    case 'dateTime':
      return readDateTime(text.trim());
    case 'hexBinary':
      return Buffer.from(text.trim(), 'hex');
    case 'base64Binary':
      return Buffer.from(text, 'base64');
    case 'eui':
      return parseEui64(text.trim());
  }
}

/** An integer as JavaScript reads it: a bigint may not start with a plus sign. */
function integer(text: string): string {
  const found = /^\s*\+?(-?\d+)\s*$/.exec(text)?.[1];
  if (found === undefined) throw new CodecError(`'${text}' is not an integer`);
  return found;
}

/**
 * Writes a value so that `readLexical` gives it back.
 * @throws CodecError for a time outside the years 1 to 9999
 */
export function writeLexical(value: LexicalValue, model: SimpleModel): string {
  if (value instanceof Date) return writeDateTime(value);
  if (Buffer.isBuffer(value)) {
    return model.kind === 'hexBinary' ? value.toString('hex').toUpperCase() : value.toString('base64');
  }
  return String(value);
}

const DATE_TIME =
  /^(-?\d{4,})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,3})\d*)?(?:Z|([+-])(\d\d):(\d\d))?$/;

const MINUTE_MS = 60_000;

/** xs:dateTime to the millisecond; one without a time zone is taken as UTC, the only zone DUIS uses. */
function readDateTime(text: string): Date {
  const found = DATE_TIME.exec(text);
  if (found !== null) {
    const [, year, month, day, hour, minute, second, fraction = '', sign, zoneHours = 0, zoneMinutes = 0] =
      found;
    // Not Date.UTC alone: it takes the years 0 to 99 for those of the last century. Hour 24 is the next midnight.
    const date = new Date(0);
    date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
    date.setUTCHours(Number(hour), Number(minute), Number(second), Number(fraction.padEnd(3, '0')));
    const zone = (Number(zoneHours) * 60 + Number(zoneMinutes)) * MINUTE_MS * (sign === '-' ? -1 : 1);
    const instant = new Date(date.getTime() - zone);
    if (!Number.isNaN(instant.getTime())) return instant;
  }
  throw new CodecError(`'${text}' is not a date and time`);
}

function writeDateTime(instant: Date): string {
  const text = Number.isNaN(instant.getTime()) ? '' : instant.toISOString();
  if (!/^\d{4}-/.test(text) || text.startsWith('0000')) {
    throw new CodecError('the time cannot be written: it is not in the years 1 to 9999');
  }
  return text;
}
