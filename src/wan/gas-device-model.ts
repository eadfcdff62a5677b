import { basic } from '../gbcs/gbz/clusters/basic.js';
import { metering } from '../gbcs/gbz/clusters/metering.js';
import { prepayment } from '../gbcs/gbz/clusters/prepayment.js';
import { price } from '../gbcs/gbz/clusters/price.js';
import type { AnyZclCluster, ZclAttribute } from '../gbcs/gbz/zcl-cluster.js';
import type { VirtualDevice } from './virtual-device.js';

interface FactoryValue {
  readonly cluster: AnyZclCluster;
  readonly attribute: ZclAttribute;
  readonly value: unknown;
}

/** How a ZigBee enumeration numbers cubic metres in binary; thousandths of them are counted. */
const CUBIC_METRES = 0x01;
const GBP = 826;
/** Decimal digits of prices: thousandths of a penny, in the upper four bits. */
const FIVE_DIGITS = 0x50;
const MEGAJOULES_A_CUBIC_METRE = 0x01;
const SUPPLY_ON = 0x02;
/** A cubic metre every ten hours. */
const LITRES_AN_HOUR = 100;
const MS_AN_HOUR = 3_600_000;

/** What a virtual gas Device comes with; what is not named here is 0 or empty. Plausible values of this project's own. */
const FACTORY_VALUES: readonly FactoryValue[] = [
  { cluster: basic, attribute: basic.attributes.manufacturerName, value: 'VIRT' },
  { cluster: basic, attribute: basic.attributes.modelIdentifier, value: 'GAS METER 1' },
  { cluster: metering, attribute: metering.attributes.unitOfMeasure, value: CUBIC_METRES },
  { cluster: metering, attribute: metering.attributes.multiplier, value: 1 },
  { cluster: metering, attribute: metering.attributes.divisor, value: 1000 },
  { cluster: metering, attribute: metering.attributes.supplyStatus, value: SUPPLY_ON },
  { cluster: metering, attribute: metering.attributes.remainingBatteryLifeInDays, value: 3650 },
  { cluster: price, attribute: price.attributes.currency, value: GBP },
  { cluster: price, attribute: price.attributes.priceTrailingDigit, value: FIVE_DIGITS },
  { cluster: price, attribute: price.attributes.unitOfMeasure, value: CUBIC_METRES },
  { cluster: price, attribute: price.attributes.calorificValueUnit, value: MEGAJOULES_A_CUBIC_METRE },
  { cluster: prepayment, attribute: prepayment.attributes.emergencyCreditLimit, value: 1_000_000 },
  { cluster: prepayment, attribute: prepayment.attributes.emergencyCreditThreshold, value: 200_000 },
];

/** Gives a virtual GSME or Gas Proxy Function its factory values, and registers that count. */
export function furnishGasDevice(device: VirtualDevice): void {
  const { attributes } = device;
  for (const { cluster, attribute, value } of FACTORY_VALUES) attributes.set(cluster.id, attribute.id, value);
  const installed = device.now.getTime();
  const base = Number(BigInt(`0x${device.id.replaceAll('-', '')}`) % 100_000n);
  const used = (): number =>
    base + Math.floor(((device.now.getTime() - installed) * LITRES_AN_HOUR) / MS_AN_HOUR);
  const { currentSummationDelivered, currentTier1SummationDelivered, currentMeterId } = metering.attributes;
  for (const { id } of [currentSummationDelivered, currentTier1SummationDelivered])
    attributes.define(metering.id, id, used);
  attributes.define(metering.id, currentMeterId.id, () => Buffer.from(device.firmwareVersion, 'hex'));
}
