import { CodecError } from '../../../common/errors.js';

const UTC_TIME = /^([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.(\d+))?(?:Z|[+-]00:00)?$/;

/**
 * An xs:time as minutes after midnight UTC.
 * @throws CodecError for seconds, other time zones and `24:00:00`, which a schedule in minutes of a UTC day lacks
 */
export function minutesOfDay(time: string): number {
  const [, hours, minutes, seconds, fraction = ''] = UTC_TIME.exec(time.trim()) ?? [];
  if (hours === undefined || minutes === undefined) {
    throw new CodecError(`'${time}' is not a time of a UTC day`);
  }
  if (Number(seconds) !== 0 || Number(fraction || 0) !== 0) {
    throw new CodecError(`${time} is not a whole minute`);
  }
  return Number(hours) * 60 + Number(minutes);
}
