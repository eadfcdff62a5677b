import { Circuit, type CircuitOptions } from './circuit.js';

/** A delivery that has begun, as its destination sees it. */
export interface Passage {
  /** The destination took it, or refused it: it is there. */
  reached(): void;
  failed(now: Date): void;
  /** Its place is free again; called once, last. */
  end(): void;
}

/** A destination that is left alone for now. */
export interface OpenCircuit {
  readonly destination: string;
  /** Failures since the last success. */
  readonly failures: number;
  /** When a single delivery is tried; undefined while it is. */
  readonly probeAt: Date | undefined;
}

export interface DestinationsOptions extends CircuitOptions {
  /** Most deliveries to one destination in hand at once. */
  readonly inHand: number;
}

interface Destination {
  readonly circuit: Circuit;
  inHand: number;
  /** It had its full share in hand and has not come down to half of it. */
  full: boolean;
}

/**
 * What is known of the destinations of one channel: deliveries in hand and circuit of each. Destinations with nothing in
 * hand that are well are forgotten, so that memory does not grow with the number of Devices.
 */
export class Destinations {
  readonly #known = new Map<string, Destination>();

  constructor(private readonly options: DestinationsOptions) {}

  /** Whether a delivery may begin now. */
  admits(destination: string, now: Date): boolean {
    const known = this.#known.get(destination);
    return known === undefined || admits(known, now);
  }

  /** A delivery begins, which `admits` has allowed. */
  begin(destination: string): Passage {
    const known = this.#known.get(destination) ?? this.#meet(destination);
    const { circuit } = known;
    const probe = circuit.begin();
    known.full = ++known.inHand >= this.options.inHand;
    let told = false;
    return {
      reached: () => {
        told = true;
        circuit.succeeded();
      },
      failed: (now) => {
        told = true;
        circuit.failed(probe, now);
      },
      end: () => {
        if (!told) circuit.abandoned(probe);
        // Not with each place that becomes free: a look at the outbox is worth its cost when it finds several.
        if (--known.inHand <= this.options.inHand / 2) known.full = false;
        if (known.inHand === 0 && circuit.isSound) this.#known.delete(destination);
      },
    };
  }

  #meet(destination: string): Destination {
    const met: Destination = { circuit: new Circuit(this.options), inHand: 0, full: false };
    this.#known.set(destination, met);
    return met;
  }

  /** Destinations to which nothing may begin now. */
  refusing(now: Date): string[] {
    return [...this.#known].filter(([, known]) => !admits(known, now)).map(([destination]) => destination);
  }

  /** Deliveries in hand to destinations that take more. */
  inHandOfAdmitted(now: Date): number {
    let sum = 0;
    for (const known of this.#known.values()) if (admits(known, now)) sum += known.inHand;
    return sum;
  }

  isOpen(destination: string): boolean {
    return this.#known.get(destination)?.circuit.isOpen ?? false;
  }

  /** Until when a destination is left alone; undefined where it is not. */
  probeAt(destination: string): Date | undefined {
    return this.#known.get(destination)?.circuit.probeAt;
  }

  /** When the next probe may pass that may not pass now. */
  nextProbe(now: Date): Date | undefined {
    let next: Date | undefined;
    for (const { circuit } of this.#known.values()) {
      const at = circuit.probeAt;
      if (at !== undefined && at > now && (next === undefined || at < next)) next = at;
    }
    return next;
  }

  openCircuits(): OpenCircuit[] {
    return [...this.#known]
      .filter(([, { circuit }]) => circuit.isOpen)
      .map(([destination, { circuit }]) => ({
        destination,
        failures: circuit.failures,
        probeAt: circuit.probeAt,
      }));
  }
}

function admits({ full, circuit }: Destination, now: Date): boolean {
  return !full && circuit.admits(now);
}
