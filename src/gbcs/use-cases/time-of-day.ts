import { CodecError } from '../../common/errors.js';

const UTC_TIME = /^([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.(\d{1,2})0*)?(?:Z|[+-]00:00)?$/;

/** A time of a UTC day, to the hundredth of a second. */
export interface TimeOfDay {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly hundredths: number;
}

/**
 * Reads an xs:time.
 * @throws CodecError for other time zones, `24:00:00` and fractions finer than hundredths, which a UTC day of a meter lacks
 */
export function timeOfDay(time: string): TimeOfDay {
  const [, hour, minute, second, fraction = ''] = UTC_TIME.exec(time.trim()) ?? [];
  if (hour === undefined) throw new CodecError(`'${time}' is not a time of a UTC day`);
  return {
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
    hundredths: Number(fraction.padEnd(2, '0')),
  };
}

/**
 * An xs:time as minutes after midnight UTC.
 * @throws CodecError for seconds, other time zones and `24:00:00`, which a schedule in minutes of a UTC day lacks
 */
export function minutesOfDay(time: string): number {
  const { hour, minute, second, hundredths } = timeOfDay(time);
  if (second !== 0 || hundredths !== 0) throw new CodecError(`${time} is not a whole minute`);
  return hour * 60 + minute;
}
