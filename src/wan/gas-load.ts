import { householdLoad } from './household-load.js';

/** When a household heats and cooks, by half-hour of the day, in parts. */
const CURVE: readonly number[] = [
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 4, 10, 16, 18, 16, 12, 8, 5, 4, 4, 4, 5, 6, 6, 5, 4, 4, 4, 4, 5, 8, 12, 16,
  18, 18, 16, 14, 12, 12, 10, 8, 6, 4, 2, 1, 0, 0,
];

/** Gas a virtual household takes, in litres. */
export const GAS = householdLoad(CURVE, { lowest: 2, days: 4, seasons: 6 });
