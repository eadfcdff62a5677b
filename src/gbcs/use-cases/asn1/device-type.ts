import type { DeviceType } from '../../../common/device-type.js';
import type { Infer } from '../../asn1/der-schema.js';
import { integerNames } from '../../asn1/integer.js';
import { entityIdentifier } from '../../asn1/octet-string.js';
import { sequence } from '../../asn1/sequence.js';

/** DeviceType of GBCS. Source: GBCS 0.8.1 page 195; all but the Communications Hub Function seen in RTDS 4.5.0. */
export const gbcsDeviceType = integerNames({
  gSME: 0,
  eSME: 1,
  communicationsHubCommunicationsHubFunction: 2,
  communicationsHubGasProxyFunction: 3,
  type1HANConnectedAuxiliaryLoadControlSwitch: 4,
  type1PrepaymentInterfaceDevice: 5,
  type2: 6,
});

export type GbcsDeviceType = Infer<typeof gbcsDeviceType>;

/** What GBCS calls each Device type of the inventory. */
export const GBCS_DEVICE_TYPES: Readonly<Record<DeviceType, GbcsDeviceType>> = {
  GSME: 'gSME',
  ESME: 'eSME',
  CHF: 'communicationsHubCommunicationsHubFunction',
  GPF: 'communicationsHubGasProxyFunction',
  HCALCS: 'type1HANConnectedAuxiliaryLoadControlSwitch',
  PPMID: 'type1PrepaymentInterfaceDevice',
  IHD: 'type2',
  CAD: 'type2',
};

/** An entry of the Device Log of a Device. */
export const deviceLogEntry = sequence({
  deviceIdentifier: entityIdentifier,
  deviceType: gbcsDeviceType,
});
