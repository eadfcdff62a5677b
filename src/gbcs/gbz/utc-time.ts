import { CodecError } from '../../common/errors.js';
import { uint32 } from './integers.js';
import type { Labels } from './enumerations.js';
import type { ZclType } from './zcl-type.js';

/** 2000-01-01T00:00:00Z, where ZigBee time begins, in milliseconds of JavaScript time. */
const EPOCH_MS = Date.UTC(2000, 0, 1);

/** As an activation time: at once. */
export const AT_ONCE = 0x00000000;
/** Cancels what prepayment and tariff information commands future dated; ZCL's "no value". */
export const CANCEL = 0xffffffff;
/** Cancels a calendar, price matrix or block thresholds; as the end of a period: all entries. */
export const CANCEL_CALENDAR = 0xfffffffe;
export const ALL_ENTRIES = 0xfffffffe;

/**
 * Seconds since 2000-01-01 UTC of an instant.
 * @throws CodecError for a fraction of a second, and for an instant that is not from 2000 to February 2136 or whose
 * number means something else (0, 0xFFFFFFFE, 0xFFFFFFFF)
 */
export function utcTimeOf(instant: Date): number {
  const seconds = (instant.getTime() - EPOCH_MS) / 1000;
  if (!Number.isInteger(seconds)) throw new CodecError('ZigBee time has no fractions of a second');
  if (seconds <= AT_ONCE || seconds >= CANCEL_CALENDAR) {
    throw new CodecError(`${instant.toISOString()} cannot be written as a ZigBee UTCTime`);
  }
  return seconds;
}

/** The instant `seconds` after 2000-01-01 UTC. */
export function instantOf(seconds: number): Date {
  return new Date(EPOCH_MS + seconds * 1000);
}

/** ISO 8601 without fractions of a second. */
export function formatUtcTime(seconds: number): string {
  return instantOf(seconds).toISOString().replace('.000Z', 'Z');
}

/**
 * UTCTime: 4 bytes, little-endian, seconds since 2000-01-01 UTC; 0xFFFFFFFF is "no value".
 * @param special meaning of values that are no instant in this place
 */
export function utcTime(special: Labels = {}): ZclType<number> {
  return {
    ...uint32,
    name: 'UTCTime',
    dataTypeId: 0xe2,
    describe: (value) => special[value] ?? formatUtcTime(value),
  };
}

/** UTCTime that says when a command takes effect. */
export const activationTime = utcTime({
  [AT_ONCE]: 'at once',
  [CANCEL]: 'cancel (0xFFFFFFFF)',
  [CANCEL_CALENDAR]: 'cancel (0xFFFFFFFE)',
});
