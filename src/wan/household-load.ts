import type { Eui64 } from '../common/eui64.js';

/** A half-hour and a day, in milliseconds. */
export const HALF_HOUR_MS = 1_800_000;
export const DAY_MS = 86_400_000;
const HALF_HOURS = DAY_MS / HALF_HOUR_MS;

/** Start of the half-hour a time is in, milliseconds since 1970. */
export const halfHourOf = (time: number): number => Math.floor(time / HALF_HOUR_MS) * HALF_HOUR_MS;

/** Before that no virtual meter has measured anything, midnight UTC. Mark: unknown, any date would do. */
const IN_USE_SINCE = Date.UTC(2014, 0, 1) / DAY_MS;

const YEAR_DAYS = 365.25;

/** Multiplier and shifts that mix the bits of a number well. */
const MIX = { first: 0x85ebca6b, second: 0xc2b2ae35, shifts: [16, 13, 16] } as const;

/** A number that looks like chance and is the same each time. @returns 32 bits */
export function mixed(seed: number, position: number): number {
  const [first, second, third] = MIX.shifts;
  let value = Math.imul(seed ^ position, MIX.first);
  value = Math.imul(value ^ (value >>> first) ^ (position << 1), MIX.second);
  value = Math.imul(value ^ (value >>> second), MIX.first);
  return (value ^ (value >>> third)) >>> 0;
}

/** What makes the load of a Device its own. */
export function seedOf(device: Eui64): number {
  return Number(BigInt(`0x${device.replaceAll('-', '')}`) & 0xffffffffn);
}

/** How much the days of a household differ. */
export interface DayFactors {
  readonly lowest: number;
  /** How many factors there are by chance. */
  readonly days: number;
  /** How far summer and winter are from the middle of the year. */
  readonly seasons: number;
}

/** What a household takes: a function of the Device and the time alone. */
export interface HouseholdLoad {
  /** In a half-hour. @param start milliseconds since 1970 */
  readonly of: (seed: number, start: number) => number;
  /** Before a day. @param midnight that starts it, milliseconds since 1970 */
  readonly before: (seed: number, midnight: number) => number;
}

/** @param curve what is used in the half-hours of a day, in parts; multiplied by the factor of the day it is the load */
export function householdLoad(curve: readonly number[], factors: DayFactors): HouseholdLoad {
  const partsOfADay = curve.reduce((sum, part) => sum + part, 0);
  const factorOf = (seed: number, day: number): number => {
    if (day < IN_USE_SINCE) return 0;
    const season = Math.round(factors.seasons * (1 + Math.cos((2 * Math.PI * day) / YEAR_DAYS)));
    return factors.lowest + season + (mixed(seed, day) % factors.days);
  };
  return {
    of(seed, start) {
      const halfHour = Math.floor(start / HALF_HOUR_MS);
      return (curve[halfHour % HALF_HOURS] ?? 0) * factorOf(seed, Math.floor(halfHour / HALF_HOURS));
    },
    before(seed, midnight) {
      let sum = 0;
      for (let day = IN_USE_SINCE; day < midnight / DAY_MS; day++) sum += factorOf(seed, day);
      return sum * partsOfADay;
    },
  };
}
