import { utcTimeOf } from '../gbcs/gbz/utc-time.js';
import { GCS53 } from '../gbcs/use-cases/gbz/gbz-alerts.js';
import { supplierOf } from './alert-recipient.js';
import { snapshotComponent } from './gas-publications.js';
import type { VirtualDevice } from './virtual-device.js';

/** Billing Data Log Updated. Source: gbcs-alert-codes.csv; RTDS 4.5.0 GCS53. */
const BILLING_DATA_LOG_UPDATED = 0x8f0a;

/** GCS53: tells the supplier of the billing period that ended, encrypted for it alone. */
export function pushBillingData(meter: VirtualDevice): void {
  const recipient = supplierOf(meter);
  const snapshot = meter.records.readings.billing.entries.at(-1);
  if (recipient === undefined || snapshot === undefined) return;
  meter.send({
    messageCode: GCS53.messageCode,
    recipient,
    protection: 'signature',
    content: (header) => {
      const plain = snapshotComponent(snapshot);
      return GCS53.encodeAlert({
        alertCode: BILLING_DATA_LOG_UPDATED,
        time: utcTimeOf(snapshot.time),
        detail: { ...plain, frameCounter: 0, payload: meter.encrypt(header, plain.payload) },
      });
    },
  });
}
