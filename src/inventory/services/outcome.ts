import type { Eui64 } from '../../common/eui64.js';
import type { ResponseContent } from '../../duis/index.js';
import type { Inventory } from '../inventory.js';

/** What a Non-Device Service is performed with. */
export interface NonDeviceContext {
  readonly inventory: Inventory;
  readonly now: Date;
  /** The RequestID; the same one performed again has no further effect. */
  readonly requestId: string;
  readonly user: { readonly id: Eui64 };
}

/** How a Non-Device Service ended; a refusal is a DuisRejection instead. */
export interface NonDeviceOutcome {
  readonly responseCode: 'I0' | 'I99' | 'W110401';
  /** What the Service Response carries besides its references. */
  readonly content?: ResponseContent;
  /** For the log and the journal; the User does not see it. */
  readonly remark?: string;
}

/**
 * Success of a Non-Device request that returns no data.
 * @see DUIS Response Code I99: "also success of a Non-Device request that returns no specific data"
 */
export const DONE: NonDeviceOutcome = { responseCode: 'I99' };
