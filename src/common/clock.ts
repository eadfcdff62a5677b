/** Tells the time; injected, so that tests and the harness can move it. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();

/** The second that has begun: clocks of Devices, and times in GBCS messages, have no fractions. */
export function wholeSecond(instant: Date): Date {
  return new Date(Math.floor(instant.getTime() / 1000) * 1000);
}
