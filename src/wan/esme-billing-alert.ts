import { cosemDateTimeOf } from '../gbcs/dlms/cosem-date-time.js';
import { encodeDataNotification } from '../gbcs/dlms/data-notification.js';
import { encodeData } from '../gbcs/dlms/dlms-type.js';
import { compactArray, structure } from '../gbcs/dlms/index.js';
import { invokeIdOf } from '../gbcs/dlms/long-invoke-id.js';
import { encryptedData, protectionArray } from '../gbcs/dlms/protected-attributes.js';
import { encryptionContext } from '../gbcs/index.js';
import { singleElement } from '../gbcs/use-cases/dlms/shared/register-read-log-entry.js';
import type { RegisterReading } from './esme-meter.js';
import { supplierOf } from './alert-recipient.js';
import type { VirtualDevice } from './virtual-device.js';

/** ECS68, Billing Data Log Updated. Source: gbcs-alert-codes.csv; RTDS 4.5.0 ECS68; mark: confirmed. */
const BILLING_DATA_LOG_UPDATED = { messageCode: 0x0061, alertCode: 0x8f0a } as const;

/** What is encrypted: the log of registers, of which the entry is told that was added. Source: RTDS 4.5.0 ECS68. */
const billingDataLog = structure({ entries: compactArray(structure(singleElement)) });

/** Tells the supplier of the registers at the end of a billing period, encrypted for it alone. */
export function tellOfBillingData(esme: VirtualDevice, reading: RegisterReading): void {
  const recipient = supplierOf(esme);
  if (recipient === undefined) return;
  const { messageCode, alertCode } = BILLING_DATA_LOG_UPDATED;
  esme.send({
    messageCode,
    recipient,
    protection: 'signature',
    content: (header) => {
      const encrypted = esme.encrypt(header, encodeData(billingDataLog, { entries: [reading] }));
      const { originatorCounter: counter, originator, recipient: reader } = encryptionContext(header);
      const protection = [
        { parameters: { counter, originator, recipient: reader, keyInfo: { agreedKey: {} } } },
      ];
      return encodeDataNotification({
        invokeId: invokeIdOf(header.originatorCounter),
        alertCode,
        dateTime: cosemDateTimeOf(reading.timestamp),
        further: [encodeData(protectionArray, protection), encodeData(encryptedData, encrypted)],
      });
    },
  });
}
