/** What decides when a circuit opens, and for how long. */
export interface CircuitOptions {
  /** Failures in a row that open it. */
  readonly failures: number;
  /** Milliseconds it stays open the nth time in a row, counted from 1. */
  readonly pause: (opening: number) => number;
}

/** Names the one that passes an open circuit. */
export type Probe = symbol;

/**
 * Whether a destination is worth trying. After some failures in a row the circuit opens and nothing passes for a pause; then
 * one probe passes, which closes the circuit or opens it for longer.
 *
 * Cockatiel's circuit breaker queues what comes while a probe is out and reads the time itself; here what waits stays in the
 * outbox, and the time is the caller's.
 */
export class Circuit {
  #failures = 0;
  #openings = 0;
  #open: { readonly since: Date; readonly until: Date } | undefined;
  #probe: Probe | undefined;

  constructor(private readonly options: CircuitOptions) {}

  /** Open, or tried by a probe at this moment. */
  get isOpen(): boolean {
    return this.#open !== undefined;
  }

  /** Nothing has failed since the last success. */
  get isSound(): boolean {
    return this.#failures === 0;
  }

  /** Failures since the last success. */
  get failures(): number {
    return this.#failures;
  }

  /** When the probe may pass; undefined while the circuit is closed or the probe is out. */
  get probeAt(): Date | undefined {
    return this.#probe ? undefined : this.#open?.until;
  }

  /** A clock that was moved back ends the pause rather than prolong it. */
  admits(now: Date): boolean {
    if (this.#open === undefined) return true;
    return this.#probe === undefined && (now >= this.#open.until || now < this.#open.since);
  }

  /** Something passes, which `admits` has allowed. @returns what names it if it is the probe */
  begin(): Probe | undefined {
    if (this.#open !== undefined) this.#probe = Symbol('probe');
    return this.#probe;
  }

  succeeded(): void {
    this.#failures = 0;
    this.#openings = 0;
    this.#open = undefined;
    this.#probe = undefined;
  }

  /** What failed although it passed before the circuit opened tells nothing new. @param begun what `begin` returned */
  failed(begun: Probe | undefined, now: Date): void {
    this.#failures++;
    const opens = this.#open === undefined ? this.#failures >= this.options.failures : this.#isProbe(begun);
    if (!opens) return;
    this.#probe = undefined;
    this.#openings++;
    this.#open = { since: now, until: new Date(now.getTime() + this.options.pause(this.#openings)) };
  }

  /** What passed came to no end that tells anything. @param begun what `begin` returned */
  abandoned(begun: Probe | undefined): void {
    if (this.#isProbe(begun)) this.#probe = undefined;
  }

  #isProbe(begun: Probe | undefined): boolean {
    return begun !== undefined && begun === this.#probe;
  }
}
