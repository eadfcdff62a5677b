import { z } from 'zod';

/** How a faulty S1SP behaves. */
export const FAULT_KINDS = [
  /** Takes requests after `delayMs` milliseconds only. */
  'slow',
  /** Takes no requests: answers `status`, 500 if not given. */
  'refuse',
  /** Posts every answer twice. */
  'answer-twice',
  /** Posts answers after `delayMs` milliseconds, or when it is released. */
  'late',
  /** Signs answers with a key that is not its own. */
  'wrongly-signed',
  /** Takes requests and never answers. */
  'never',
  /** Answers with an S1SP Alert of `alertCode` and does nothing. */
  's1sp-alert',
] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];

/** What `PUT /admin/fault` takes, and `Faults.set`. */
export const FAULT = z.strictObject({
  kind: z.enum(FAULT_KINDS),
  /** Requests it applies to; all, if absent. */
  count: z.number().int().positive().optional(),
  delayMs: z.number().int().nonnegative().optional(),
  status: z.number().int().min(400).max(599).optional(),
  alertCode: z.string().min(1).max(50).optional(),
});

export type Fault = z.output<typeof FAULT>;

/** The fault switch of the mock: one fault at a time. */
export class Faults {
  #current: Fault | undefined;
  #left = Infinity;
  readonly #held = new Set<() => void>();

  /** Takes effect with the next request. */
  set(fault: Fault): void {
    this.#current = fault;
    this.#left = fault.count ?? Infinity;
  }

  /** The mock behaves well again; what is held back stays so. */
  clear(): void {
    this.#current = undefined;
  }

  get current(): Fault | undefined {
    return this.#current;
  }

  /** The fault for one request, counted. */
  next(): Fault | undefined {
    const fault = this.#current;
    this.#left -= 1;
    if (this.#left <= 0) this.#current = undefined;
    return fault;
  }

  /** How many late answers wait to be released. */
  get held(): number {
    return this.#held.size;
  }

  /** Lets all late answers go. */
  release(): void {
    for (const go of [...this.#held]) go();
  }

  /** Waits `delayMs` milliseconds or, without it, until released; ends at once when the mock stops. */
  async wait(delayMs: number | undefined, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    await new Promise<void>((resolve) => {
      const timer = delayMs === undefined ? undefined : setTimeout(() => go(), delayMs);
      const go = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', go);
        this.#held.delete(go);
        resolve();
      };
      signal.addEventListener('abort', go);
      this.#held.add(go);
    });
  }
}
