import type { Eui64 } from '../../common/eui64.js';
import type { ResponseContent } from '../../duis/index.js';
import type { Inventory } from '../inventory.js';
import type { InventoryEvent } from '../inventory-event.js';

/** What a Non-Device Service is performed with. */
export interface NonDeviceContext {
  readonly inventory: Inventory;
  readonly now: Date;
  /** The RequestID; the same one performed again has no further effect. */
  readonly requestId: string;
  readonly user: { readonly id: Eui64 };
  /** X.509 certificates (DER) with which a User makes a Device known to the DCC (8.6). */
  readonly accessControlBrokerCertificates?: {
    readonly digitalSigning?: Buffer;
    readonly keyAgreement: Buffer;
  };
}

/** How a Non-Device Service ended; a refusal is a DuisRejection instead. */
export interface NonDeviceOutcome {
  readonly responseCode: 'I0' | 'I99' | 'W110101' | 'W110401';
  /** What the Service Response carries besides its references. */
  readonly content?: ResponseContent;
  /** For the log and the journal; the User does not see it. */
  readonly remark?: string;
  /** What changed in the inventory. */
  readonly events?: readonly InventoryEvent[];
}

/**
 * Success of a Non-Device request that returns no data.
 * @see DUIS Response Code I99: "also success of a Non-Device request that returns no specific data"
 */
export const DONE: NonDeviceOutcome = { responseCode: 'I99' };
