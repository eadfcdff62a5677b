/** What a Device does by itself as time goes by, such as counting; it sends Alerts of it. */
export interface Routine {
  /** When there is next something to do; undefined if nothing. After `run` it is later than the time that was given. */
  readonly nextDue: Date | undefined;
  /** Does all there is to do up to a time, also before anything is due, such as when a Command comes. */
  run(now: Date): void;
}
