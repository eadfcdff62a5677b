import { CodecError } from '../common/errors.js';

export const DAY_MS = 86_400_000;

const ZONE = '(?:Z|[+-]00:00)?';
const DATE = new RegExp(`^(\\d{4})-(\\d\\d)-(\\d\\d)${ZONE}$`);
const TIME = new RegExp(`^(\\d\\d):(\\d\\d):(\\d\\d)(?:\\.0+)?${ZONE}$`);

/**
 * Midnight UTC of an xs:date, in milliseconds since 1970. One without a time zone is taken as UTC, the only zone DUIS
 * uses; inferred: another zone is refused, since it would leave open which day is meant.
 * @throws CodecError for another zone, or a year that has not four digits
 */
export function midnightOf(date: string): number {
  const [, year, month, day] = DATE.exec(date) ?? [];
  if (year === undefined || month === undefined || day === undefined) {
    throw new CodecError(`'${date}' is not a date in UTC (YYYY-MM-DD)`);
  }
  return Date.UTC(Number(year), Number(month) - 1, Number(day));
}

/**
 * An xs:time in UTC as milliseconds after midnight. `24:00:00` is the same time as `00:00:00` (XML Schema part 2, 3.2.8).
 * @throws CodecError for another zone, or fractions of a second, which no GBCS message carries
 */
export function timeOfDay(time: string): number {
  const [, hours, minutes, seconds] = TIME.exec(time) ?? [];
  if (hours === undefined || minutes === undefined || seconds === undefined) {
    throw new CodecError(`'${time}' is not a time of whole seconds in UTC (hh:mm:ss)`);
  }
  return ((Number(hours) * 60 + Number(minutes)) * 60_000 + Number(seconds) * 1000) % DAY_MS;
}
