import type { Eui64 } from '../common/eui64.js';

/** A half-hour and a day, in milliseconds. */
export const HALF_HOUR_MS = 1_800_000;
export const DAY_MS = 86_400_000;
const HALF_HOURS = DAY_MS / HALF_HOUR_MS;

/** Start of the half-hour a time is in, milliseconds since 1970. */
export const halfHourOf = (time: number): number => Math.floor(time / HALF_HOUR_MS) * HALF_HOUR_MS;

/** Before that no virtual meter has measured anything, midnight UTC. Mark: unknown, any date would do. */
const IN_USE_SINCE = Date.UTC(2014, 0, 1) / DAY_MS;

/** What a household uses in the half-hours of a day, in parts; multiplied by the factor of the day it is Wh. */
const CURVE: readonly number[] = [
  10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 20, 20, 30, 40, 40, 30, 30, 20, 20, 20, 20, 20, 30, 30, 20, 20,
  20, 20, 20, 20, 30, 40, 50, 60, 60, 60, 60, 50, 50, 40, 40, 30, 30, 20, 20, 10, 10,
];
const PARTS_OF_A_DAY = CURVE.reduce((sum, part) => sum + part, 0);

/** Factors of a day: the lowest, how far days differ, and how far summer and winter do. */
const FACTOR = { lowest: 5, days: 5, seasons: 2 } as const;
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

function factorOf(seed: number, day: number): number {
  if (day < IN_USE_SINCE) return 0;
  const season = Math.round(FACTOR.seasons * (1 + Math.cos((2 * Math.PI * day) / YEAR_DAYS)));
  return FACTOR.lowest + season + (mixed(seed, day) % FACTOR.days);
}

/**
 * Active energy a virtual household takes in a half-hour: a function of the Device and the time alone.
 * @param start of the half-hour, milliseconds since 1970
 * @returns Wh, a multiple of 10
 */
export function loadOf(seed: number, start: number): number {
  const halfHour = Math.floor(start / HALF_HOUR_MS);
  const part = CURVE[halfHour % HALF_HOURS] ?? 0;
  return part * factorOf(seed, Math.floor(halfHour / HALF_HOURS));
}

/** All that was taken before a day, in Wh. @param midnight that starts it, milliseconds since 1970 */
export function loadBefore(seed: number, midnight: number): number {
  let factors = 0;
  for (let day = IN_USE_SINCE; day < midnight / DAY_MS; day++) factors += factorOf(seed, day);
  return factors * PARTS_OF_A_DAY;
}
