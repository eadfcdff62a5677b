import type { DeviceAlert } from './device-alert.js';

/** Something a Device does at a time. */
export interface HeldInstruction {
  readonly at: Date;
  /** Carries it out. @param now whole second @returns the Alert that tells of it */
  readonly execute: (now: Date) => DeviceAlert;
}

/**
 * What a Device holds until its time. Each instruction has a slot: a later one of the same slot takes the place of the
 * earlier, as there is but one passive value and one activation time in the Device.
 */
export class HeldInstructions {
  readonly #held = new Map<string, HeldInstruction>();

  hold(slot: string, instruction: HeldInstruction): void {
    // Deleted first, so that it comes after what the same Command holds already.
    this.#held.delete(slot);
    this.#held.set(slot, instruction);
  }

  drop(slot: string): void {
    this.#held.delete(slot);
  }

  get size(): number {
    return this.#held.size;
  }

  /** When the next one is due; undefined if none is held. */
  get nextDue(): Date | undefined {
    const times = [...this.#held.values()].map(({ at }) => at.getTime());
    return times.length === 0 ? undefined : new Date(Math.min(...times));
  }

  /** Those whose time has come, earliest first, else in the order they were given; they are held no more. */
  takeDue(now: Date): readonly HeldInstruction[] {
    const due = [...this.#held].filter(([, { at }]) => at.getTime() <= now.getTime());
    for (const [slot] of due) this.#held.delete(slot);
    return due.map(([, instruction]) => instruction).sort((a, b) => a.at.getTime() - b.at.getTime());
  }
}
