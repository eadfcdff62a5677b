import { householdLoad } from './household-load.js';

/** What a household uses in the half-hours of a day, in parts of 10. */
const CURVE: readonly number[] = [
  10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 20, 20, 30, 40, 40, 30, 30, 20, 20, 20, 20, 20, 30, 30, 20, 20,
  20, 20, 20, 20, 30, 40, 50, 60, 60, 60, 60, 50, 50, 40, 40, 30, 30, 20, 20, 10, 10,
];

/** Active energy a virtual household takes, in Wh: multiples of 10. */
export const ELECTRICITY = householdLoad(CURVE, { lowest: 5, days: 5, seasons: 2 });
