import type { Clock } from '../common/clock.js';
import { parseEui64 } from '../common/eui64.js';
import type { GbcsMessage } from '../gbcs/index.js';
import type { Inventory, StatusEvent } from '../inventory/index.js';
import type { JournalEntry } from '../store/index.js';
import { reportsSuccess } from './reports-success.js';

/** Service Reference Variants whose success changes the SMI Status of their target. The pairing is inferred, as the transitions are. */
const STATUS_EVENTS: Readonly<Record<string, StatusEvent>> = {
  '8.1.1': 'commissioned',
  '8.7.1': 'joined',
  '8.7.2': 'joined',
};

const HAN_DEVICE_LOG_VARIANTS: readonly string[] = ['8.11', '8.12.1'];

/** Lets the inventory follow what became of a request. */
export class InventoryFollowUp {
  constructor(
    private readonly inventory: Inventory,
    private readonly clock: Clock,
  ) {}

  /** A Device has answered a Command. */
  async answered(entry: JournalEntry, message: GbcsMessage): Promise<void> {
    if (reportsSuccess(message)) await this.succeeded(entry);
    else await this.failed(entry, 'the Device reported a failure');
  }

  /** The request has done what it asked for. */
  async succeeded(entry: JournalEntry): Promise<void> {
    const now = this.clock();
    if (HAN_DEVICE_LOG_VARIANTS.includes(entry.serviceReferenceVariant)) {
      await this.inventory.confirmHanDeviceLogUpdate(entry.requestId, now);
    }
    const event = STATUS_EVENTS[entry.serviceReferenceVariant];
    if (event !== undefined) {
      await this.inventory.record(event, parseEui64(entry.target), { at: now, requestId: entry.requestId });
    }
  }

  /** The request was refused by the Device or S1SP, or nobody answered. */
  async failed(entry: JournalEntry, reason: string): Promise<void> {
    if (HAN_DEVICE_LOG_VARIANTS.includes(entry.serviceReferenceVariant)) {
      await this.inventory.revertHanDeviceLogUpdate(entry.requestId, this.clock(), reason);
    }
  }
}
