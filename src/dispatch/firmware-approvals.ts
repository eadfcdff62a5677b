import type { Clock } from '../common/clock.js';
import type { Inventory } from '../inventory/index.js';
import type { Outbox } from '../store/index.js';
import type { Consequences } from './consequences.js';
import { enqueue } from './hand-to-user.js';

export interface FirmwareApprovalParts {
  readonly inventory: Inventory;
  readonly consequences: Consequences;
  readonly outbox: Outbox;
  readonly wake: () => void;
  readonly clock: Clock;
}

/** Lets Devices follow the Central Products List: suspended with their firmware's approval, restored with it. */
export class FirmwareApprovals {
  #followed: string | undefined;

  constructor(private readonly parts: FirmwareApprovalParts) {}

  /** Looks through the Devices where the list, or the firmware that runs, is another than at the last look. */
  async follow(): Promise<void> {
    const { inventory, consequences, outbox, wake, clock } = this.parts;
    const state = await inventory.approvalState();
    if (state === this.#followed) return;
    const now = clock();
    const events = await inventory.suspendUnapproved(now);
    await enqueue(await consequences.of(events, `firmware approval ${now.toISOString()}`), { outbox, wake });
    this.#followed = state;
  }
}
