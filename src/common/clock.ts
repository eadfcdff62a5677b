/** Tells the time; injected, so that tests and the harness can move it. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();
