import { enum8, nibbles, withLabels } from '../enumerations.js';
import { uint16, uint24, uint32, uint48, uint8 } from '../integers.js';
import { octetString, remainingOctets } from '../strings.js';
import { structure, untilEnd } from '../structures.js';
import { activationTime, utcTime } from '../utc-time.js';
import { zclCluster } from '../zcl-cluster.js';
import { blockThresholds } from './block-thresholds.js';
import {
  commandIndex,
  issuerEventId,
  providerId,
  totalNumberOfCommands,
  unitOfMeasure,
} from './common-parameters.js';

/** Most significant nibble: digits to the right of the decimal point. */
const trailingDigit = nibbles('decimal digits', 'reserved');
/** Most significant nibble: where the period begins (2: not specified); least significant: its unit. */
const durationType = nibbles('control', 'unit (1 days, 2 weeks, 3 months)');
const tariffType = nibbles('reserved', 'tariff type');
const calorificValueUnit = enum8({ 0x01: 'MJ/m3' });
const currency = withLabels(uint16, { 826: 'GBP (826)', 978: 'EUR (978)' });

const priceMatrixEntry = structure(
  {
    /** Time of use: price tier, from 1. Block: number of the block, from 0. */
    tierOrBlockId: uint8,
    price: uint32,
  },
  'price matrix entry',
);

/** Price cluster. Source: ZigBee Smart Energy, "Price"; GBCS mapping table, GCS01a to GCS25a. */
export const price = zclCluster({
  id: 0x0700,
  name: 'Price',
  attributes: {
    block1Threshold: { id: 0x0100, type: uint48 },
    block2Threshold: { id: 0x0101, type: uint48 },
    block3Threshold: { id: 0x0102, type: uint48 },
    thresholdMultiplier: { id: 0x0202, type: uint24 },
    thresholdDivisor: { id: 0x0203, type: uint24 },
    standingCharge: { id: 0x0301, type: uint32 },
    conversionFactor: { id: 0x0302, type: uint32 },
    conversionFactorTrailingDigit: { id: 0x0303, type: trailingDigit },
    calorificValue: { id: 0x0304, type: uint32 },
    calorificValueUnit: { id: 0x0305, type: calorificValueUnit },
    calorificValueTrailingDigit: { id: 0x0306, type: trailingDigit },
    noTierBlock1Price: { id: 0x0400, type: uint32 },
    noTierBlock2Price: { id: 0x0401, type: uint32 },
    noTierBlock3Price: { id: 0x0402, type: uint32 },
    noTierBlock4Price: { id: 0x0403, type: uint32 },
    tier1Block1Price: { id: 0x0410, type: uint32 },
    tier2Block1Price: { id: 0x0420, type: uint32 },
    tier3Block1Price: { id: 0x0430, type: uint32 },
    tier4Block1Price: { id: 0x0440, type: uint32 },
    unitOfMeasure: { id: 0x0615, type: unitOfMeasure },
    currency: { id: 0x0616, type: currency },
    priceTrailingDigit: { id: 0x0617, type: trailingDigit },
  },
  fromServer: {
    publishPrice: {
      id: 0x00,
      parameters: {
        providerId,
        rateLabel: octetString,
        issuerEventId,
        currentTime: utcTime(),
        unitOfMeasure,
        currency,
        priceTrailingDigitAndTier: nibbles('decimal digits', 'price tier'),
        numberOfPriceTiersAndRegisterTier: nibbles('number of price tiers', 'register tier'),
        startTime: activationTime,
        /** Minutes. */
        durationInMinutes: withLabels(uint16, { 0xffff: 'until changed' }),
        price: uint32,
        /** Up to 19 octets that GBCS tells receivers to ignore. */
        further: remainingOctets,
      },
    },
    publishBlockPeriod: {
      id: 0x01,
      parameters: {
        providerId,
        issuerEventId,
        blockPeriodStartTime: utcTime(),
        blockPeriodDuration: uint24,
        blockPeriodControl: enum8({ 0x02: 'repeating block' }),
        blockPeriodDurationType: durationType,
        tariffType,
        tariffResolutionPeriod: enum8({ 0x01: 'block period' }),
      },
    },
    publishConversionFactor: {
      id: 0x02,
      parameters: {
        issuerEventId,
        startTime: activationTime,
        conversionFactor: uint32,
        conversionFactorTrailingDigit: trailingDigit,
      },
    },
    publishCalorificValue: {
      id: 0x03,
      parameters: {
        issuerEventId,
        startTime: activationTime,
        calorificValue: uint32,
        calorificValueUnit,
        calorificValueTrailingDigit: trailingDigit,
      },
    },
    publishTariffInformation: {
      id: 0x04,
      parameters: {
        providerId,
        issuerEventId,
        issuerTariffId: uint32,
        startTime: activationTime,
        tariffTypeAndChargingScheme: nibbles('charging scheme', 'tariff type'),
        tariffLabel: octetString,
        numberOfPriceTiersInUse: uint8,
        numberOfBlockThresholdsInUse: uint8,
        unitOfMeasure,
        currency,
        priceTrailingDigit: trailingDigit,
        standingCharge: uint32,
        tierBlockMode: uint8,
        blockThresholdMultiplier: uint24,
        blockThresholdDivisor: uint24,
      },
    },
    publishPriceMatrix: {
      id: 0x05,
      parameters: {
        providerId,
        issuerEventId,
        startTime: activationTime,
        issuerTariffId: uint32,
        commandIndex,
        totalNumberOfCommands,
        subPayloadControl: enum8({ 0x00: 'block', 0x01: 'time of use' }),
        priceMatrix: untilEnd(priceMatrixEntry),
      },
    },
    publishBlockThresholds: {
      id: 0x06,
      parameters: {
        providerId,
        issuerEventId,
        startTime: activationTime,
        issuerTariffId: uint32,
        commandIndex,
        totalNumberOfCommands,
        subPayloadControl: enum8({ 0x01: 'thresholds apply to all tiers' }),
        blockThresholds: untilEnd(blockThresholds),
      },
    },
    publishBillingPeriod: {
      id: 0x09,
      parameters: {
        providerId,
        issuerEventId,
        billingPeriodStartTime: utcTime(),
        billingPeriodDuration: uint24,
        billingPeriodDurationType: durationType,
        tariffType,
      },
    },
  },
  fromClient: {
    getCurrentPrice: { id: 0x00, parameters: { commandOptions: uint8 } },
    getBillingPeriod: {
      id: 0x0b,
      parameters: {
        earliestStartTime: activationTime,
        minimumIssuerEventId: withLabels(uint32, { 0xffffffff: 'not used' }),
        numberOfCommands: uint8,
        tariffType,
      },
    },
  },
});
