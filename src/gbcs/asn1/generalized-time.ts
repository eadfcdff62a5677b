import { CodecError } from '../../common/errors.js';
import type { DerSchema } from './der-schema.js';

const GENERALIZED_TIME = 0x18;
const FORM = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/;
/** Length of `YYYYMMDDHHMMSSZ`, in bytes. */
const LENGTH = 15;

/**
 * GeneralizedTime as GBCS uses it: `YYYYMMDDHHMMSSZ`, UTC, to the second.
 * Writing a fraction of a second, or a year beyond 9999, is a CodecError.
 */
export const generalizedTime: DerSchema<Date> = {
  tags: [GENERALIZED_TIME],
  read({ contents, offset }) {
    const text = contents.bytes(contents.remaining).toString('latin1');
    const date = parseTime(text);
    if (!date) throw new CodecError(`'${text}' is not a time in the form YYYYMMDDHHMMSSZ`, offset);
    return date;
  },
  write(value) {
    const text = formatTime(value);
    if (text.length !== LENGTH || value.getUTCMilliseconds() !== 0) {
      throw new CodecError(`${describeTime(value)} is not a whole second of the years 0 to 9999`);
    }
    return { tag: GENERALIZED_TIME, contents: Buffer.from(text, 'latin1') };
  },
  describe: describeTime,
};

function parseTime(text: string): Date | undefined {
  const match = FORM.exec(text);
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second] = match;
  const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  // Date moves the 31st of a short month to the next one: such a day does not exist.
  return Number.isNaN(date.getTime()) || formatTime(date) !== text ? undefined : date;
}

function formatTime(date: Date): string {
  return Number.isNaN(date.getTime()) ? '' : `${date.toISOString().slice(0, -5).replace(/[-T:]/g, '')}Z`;
}

function describeTime(date: Date): string {
  return Number.isNaN(date.getTime()) ? 'no time' : date.toISOString().replace('.000Z', 'Z');
}
