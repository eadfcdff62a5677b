import { DAY_MS, HALF_HOUR_MS, mixed } from './esme-load.js';

const HALF_HOURS = DAY_MS / HALF_HOUR_MS;

/** Before that no virtual meter has measured anything, midnight UTC. Mark: unknown, any date would do. */
const IN_USE_SINCE = Date.UTC(2014, 0, 1) / DAY_MS;

/** When a household heats and cooks, by half-hour of the day, in parts; multiplied by the factor of the day it is litres. */
const CURVE: readonly number[] = [
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 4, 10, 16, 18, 16, 12, 8, 5, 4, 4, 4, 5, 6, 6, 5, 4, 4, 4, 4, 5, 8, 12, 16,
  18, 18, 16, 14, 12, 12, 10, 8, 6, 4, 2, 1, 0, 0,
];
const PARTS_OF_A_DAY = CURVE.reduce((sum, part) => sum + part, 0);

/** Factors of a day: the lowest, how far days differ, and how far summer and winter do. */
const FACTOR = { lowest: 2, days: 4, seasons: 6 } as const;
const YEAR_DAYS = 365.25;

function factorOf(seed: number, day: number): number {
  if (day < IN_USE_SINCE) return 0;
  const season = Math.round(FACTOR.seasons * (1 + Math.cos((2 * Math.PI * day) / YEAR_DAYS)));
  return FACTOR.lowest + season + (mixed(seed, day) % FACTOR.days);
}

/**
 * Gas a virtual household takes in a half-hour: a function of the Device and the time alone.
 * @param seed what makes the load of a Device its own
 * @param start of the half-hour, milliseconds since 1970
 * @returns litres
 */
export function gasLoadOf(seed: number, start: number): number {
  const halfHour = Math.floor(start / HALF_HOUR_MS);
  const part = CURVE[halfHour % HALF_HOURS] ?? 0;
  return part * factorOf(seed, Math.floor(halfHour / HALF_HOURS));
}

/** All that was taken before a day, in litres. @param midnight that starts it, milliseconds since 1970 */
export function gasLoadBefore(seed: number, midnight: number): number {
  let factors = 0;
  for (let day = IN_USE_SINCE; day < midnight / DAY_MS; day++) factors += factorOf(seed, day);
  return factors * PARTS_OF_A_DAY;
}
