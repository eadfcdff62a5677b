import type { Eui64 } from '../common/eui64.js';
import { cell } from '../gbcs/use-cases/asn1/trust-anchor-cell.js';
import type { VirtualDevice } from './virtual-device.js';

/** First bytes of Event and Alert Codes. Source: GBCS-RULES section 7, Alerts; mark: confirmed. */
const CODES = { networkOperator: 0x80, critical: 0x8f } as const;

/** Whether Alerts of a code are signed and always sent. */
export const isCritical = (code: number): boolean => code >> 8 === CODES.critical;

/** The supplier a Device trusts; undefined where that is not said. */
export function supplierOf({ trustAnchors }: VirtualDevice): Eui64 | undefined {
  return trustAnchors.anchor(cell('supplier', 'keyAgreement'))?.party;
}

/** Who is told of an event: a Communications Hub knows the Access Control Broker only. @returns undefined for nobody */
export function recipientOf(device: VirtualDevice, code: number): Eui64 | undefined {
  if (device.deviceType === 'CHF') return device.accessControlBroker;
  if (code >> 8 !== CODES.networkOperator) return supplierOf(device);
  return device.trustAnchors.anchor(cell('networkOperator', 'keyAgreement'))?.party;
}
