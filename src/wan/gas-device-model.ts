import { basic } from '../gbcs/gbz/clusters/basic.js';
import { metering } from '../gbcs/gbz/clusters/metering.js';
import { prepayment } from '../gbcs/gbz/clusters/prepayment.js';
import { price } from '../gbcs/gbz/clusters/price.js';
import type { AnyZclCluster, ZclAttribute } from '../gbcs/gbz/zcl-cluster.js';
import { furnishGasFunctions } from './gas-functions.js';
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
/** The same of a calorific value. */
const ONE_DIGIT = 0x10;
const MEGAJOULES_A_CUBIC_METRE = 0x01;
const SUPPLY_ON = 0x02;

const { attributes: measured } = metering;
const TIER_REGISTERS = [
  measured.currentTier1SummationDelivered,
  measured.currentTier2SummationDelivered,
  measured.currentTier3SummationDelivered,
  measured.currentTier4SummationDelivered,
] as const;
const BLOCK_REGISTERS = [
  measured.currentNoTierBlock1SummationDelivered,
  measured.currentNoTierBlock2SummationDelivered,
  measured.currentNoTierBlock3SummationDelivered,
  measured.currentNoTierBlock4SummationDelivered,
] as const;

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
  { cluster: price, attribute: price.attributes.calorificValue, value: 395 },
  { cluster: price, attribute: price.attributes.calorificValueTrailingDigit, value: ONE_DIGIT },
  { cluster: price, attribute: price.attributes.conversionFactor, value: 102_264 },
  { cluster: price, attribute: price.attributes.conversionFactorTrailingDigit, value: FIVE_DIGITS },
  { cluster: prepayment, attribute: prepayment.attributes.emergencyCreditLimit, value: 1_000_000 },
  { cluster: prepayment, attribute: prepayment.attributes.emergencyCreditThreshold, value: 200_000 },
];

/** Gives a virtual GSME or Gas Proxy Function its factory values, and a GSME registers that count. */
export function furnishGasDevice(device: VirtualDevice): void {
  const { attributes } = device;
  for (const { cluster, attribute, value } of FACTORY_VALUES) attributes.set(cluster.id, attribute.id, value);
  const { currentMeterId, currentSummationDelivered } = metering.attributes;
  attributes.define(metering.id, currentMeterId.id, () => Buffer.from(device.firmwareVersion, 'hex'));
  if (device.deviceType !== 'GSME') return;
  const { meter } = furnishGasFunctions(device);
  const readingNow = () => {
    meter.run(device.now);
    return meter.reading;
  };
  attributes.define(metering.id, currentSummationDelivered.id, () => readingNow().total);
  for (const [number, { id }] of TIER_REGISTERS.entries())
    attributes.define(metering.id, id, () => readingNow().tiers[number]);
  for (const [number, { id }] of BLOCK_REGISTERS.entries())
    attributes.define(metering.id, id, () => readingNow().blocks[number]);
}
