import { deviceManagement } from '../gbcs/gbz/clusters/device-management.js';
import { metering } from '../gbcs/gbz/clusters/metering.js';
import { prepayment, CREDIT_ADJUSTMENT, DEBT_AMOUNT_TYPE } from '../gbcs/gbz/clusters/prepayment.js';
import { price } from '../gbcs/gbz/clusters/price.js';
import { commandOf } from '../gbcs/gbz/cluster-catalogue.js';
import type { GbzComponent } from '../gbcs/gbz/component.js';
import { readFrame } from '../gbcs/gbz/frame.js';
import type { AnyZclCluster, ZclAttribute, ZclCommand } from '../gbcs/gbz/zcl-cluster.js';
import { BLOCK_PRICES, BLOCK_THRESHOLDS, TIER_PRICES } from './gas-tariff.js';
import type { ZigbeeAttributes } from './zigbee-attributes.js';

/** Cut-off value of a change of payment mode that changes none. Source: GBCS mapping table, GCS02. */
const NO_CUT_OFF_VALUE = -1;

/** The attributes of a virtual GSME as the settings below see them. */
class Settings {
  constructor(private readonly attributes: ZigbeeAttributes) {}

  set(cluster: AnyZclCluster, attribute: ZclAttribute, value: unknown): void {
    this.attributes.set(cluster.id, attribute.id, value);
  }

  add(cluster: AnyZclCluster, attribute: ZclAttribute, amount: number): void {
    this.set(cluster, attribute, Number(this.attributes.read(cluster.id, attribute.id)?.value ?? 0) + amount);
  }
}

interface SettingRow<T> {
  readonly command: ZclCommand<T>;
  readonly apply: (values: T, settings: Settings) => void;
}

/** Lets the compiler check a row against the parameters of its command. */
const row = <T>(command: ZclCommand<T>, apply: SettingRow<T>['apply']): SettingRow<unknown> => ({
  command,
  apply: (values, settings) => apply(values as T, settings),
});

const { attributes: credit, fromClient: toPrepayment } = prepayment;
const { attributes: measured, fromClient: toMetering } = metering;
const { attributes: charged, fromServer: toPrice } = price;

/** The registers of time-based debts, by what Change Debt calls them. Source: GBCS mapping table, GCS04. */
const TIME_DEBTS: ReadonlyMap<
  number,
  Readonly<Record<'amount' | 'recoveryFrequency' | 'recoveryAmount', ZclAttribute>>
> = new Map([
  [
    DEBT_AMOUNT_TYPE.timeDebt1Incremental,
    {
      amount: credit.debtAmount1,
      recoveryFrequency: credit.debtRecoveryFrequency1,
      recoveryAmount: credit.debtRecoveryAmount1,
    },
  ],
  [
    DEBT_AMOUNT_TYPE.timeDebt2Incremental,
    {
      amount: credit.debtAmount2,
      recoveryFrequency: credit.debtRecoveryFrequency2,
      recoveryAmount: credit.debtRecoveryAmount2,
    },
  ],
]);

/** Sub-payload control of a price matrix. Source: ZigBee Smart Energy, Publish Price Matrix. */
const PRICES_OF_BLOCKS = 0;
/**
 * What a command changes in the attributes of a virtual GSME. Mark: inferred from the names of parameters and attributes
 * in the ZigBee Smart Energy clusters; that debts and credits are changed by a difference: GBCS mapping table, GCS04 and GCS40.
 */
const SETTINGS: readonly SettingRow<unknown>[] = [
  row(toPrepayment.changePaymentMode, (values, settings) => {
    settings.set(prepayment, credit.paymentControlConfiguration, values.proposedPaymentControlConfiguration);
    if (values.cutOffValue !== NO_CUT_OFF_VALUE) {
      settings.set(prepayment, credit.cutOffValue, values.cutOffValue);
    }
  }),
  row(toPrepayment.emergencyCreditSetup, (values, settings) => {
    settings.set(prepayment, credit.emergencyCreditLimit, values.emergencyCreditLimit);
    settings.set(prepayment, credit.emergencyCreditThreshold, values.emergencyCreditThreshold);
  }),
  row(toPrepayment.setMaximumCreditLimit, (values, settings) => {
    settings.set(prepayment, credit.maxCreditLimit, values.maximumCreditLevel);
    settings.set(prepayment, credit.maxCreditPerTopUp, values.maximumCreditPerTopUp);
  }),
  row(toPrepayment.setOverallDebtCap, ({ overallDebtCap }, settings) => {
    settings.set(prepayment, credit.overallDebtCap, overallDebtCap);
  }),
  row(toPrepayment.setLowCreditWarningLevel, ({ lowCreditWarningLevel }, settings) => {
    settings.set(prepayment, credit.lowCreditWarning, lowCreditWarningLevel);
  }),
  row(toPrepayment.changeDebt, (values, settings) => {
    if (values.debtAmountType === DEBT_AMOUNT_TYPE.paymentDebtIncremental) {
      settings.add(prepayment, credit.debtAmount3, values.debtAmount);
      settings.set(prepayment, credit.debtRecoveryTopUpPercentage3, values.debtRecoveryBalancePercentage);
      return;
    }
    const debt = TIME_DEBTS.get(values.debtAmountType);
    if (debt === undefined) return;
    settings.add(prepayment, debt.amount, values.debtAmount);
    settings.set(prepayment, debt.recoveryFrequency, values.debtRecoveryFrequency);
    settings.set(prepayment, debt.recoveryAmount, values.debtRecoveryAmount);
  }),
  row(toPrepayment.creditAdjustment, ({ creditAdjustmentType, creditAdjustmentValue }, settings) => {
    switch (creditAdjustmentType) {
      case CREDIT_ADJUSTMENT.prepaymentIncremental:
        return settings.add(prepayment, credit.creditRemaining, creditAdjustmentValue);
      case CREDIT_ADJUSTMENT.prepaymentAbsolute:
        return settings.set(prepayment, credit.creditRemaining, creditAdjustmentValue);
      case CREDIT_ADJUSTMENT.creditModeAbsolute:
        return settings.set(metering, measured.billToDateDelivered, creditAdjustmentValue);
      case CREDIT_ADJUSTMENT.creditModeIncremental:
        return settings.add(metering, measured.billToDateDelivered, creditAdjustmentValue);
    }
  }),
  row(toMetering.changeSupply, ({ proposedSupplyStatus }, settings) => {
    settings.set(metering, measured.supplyStatus, proposedSupplyStatus);
  }),
  row(toMetering.setSupplyStatus, (values, settings) => {
    settings.set(metering, measured.supplyTamperState, values.supplyTamperState);
    settings.set(metering, measured.supplyDepletionState, values.supplyDepletionState);
  }),
  row(toMetering.setUncontrolledFlowThreshold, (values, settings) => {
    settings.set(metering, measured.uncontrolledFlowThreshold, values.uncontrolledFlowThreshold);
    settings.set(metering, measured.uncontrolledFlowThresholdUnitOfMeasure, values.unitOfMeasure);
    settings.set(metering, measured.uncontrolledFlowMultiplier, values.multiplier);
    settings.set(metering, measured.uncontrolledFlowDivisor, values.divisor);
    settings.set(metering, measured.flowStabilisationPeriod, values.stabilisationPeriod);
    settings.set(metering, measured.flowMeasurementPeriod, values.measurementPeriod);
  }),
  row(toPrice.publishConversionFactor, (values, settings) => {
    settings.set(price, charged.conversionFactor, values.conversionFactor);
    settings.set(price, charged.conversionFactorTrailingDigit, values.conversionFactorTrailingDigit);
  }),
  row(toPrice.publishCalorificValue, (values, settings) => {
    settings.set(price, charged.calorificValue, values.calorificValue);
    settings.set(price, charged.calorificValueUnit, values.calorificValueUnit);
    settings.set(price, charged.calorificValueTrailingDigit, values.calorificValueTrailingDigit);
  }),
  row(toPrice.publishTariffInformation, (values, settings) => {
    settings.set(price, charged.standingCharge, values.standingCharge);
    settings.set(price, charged.unitOfMeasure, values.unitOfMeasure);
    settings.set(price, charged.currency, values.currency);
    settings.set(price, charged.priceTrailingDigit, values.priceTrailingDigit);
    settings.set(price, charged.thresholdMultiplier, values.blockThresholdMultiplier);
    settings.set(price, charged.thresholdDivisor, values.blockThresholdDivisor);
  }),
  row(toPrice.publishPriceMatrix, ({ subPayloadControl, priceMatrix }, settings) => {
    const ofBlocks = subPayloadControl === PRICES_OF_BLOCKS;
    for (const { tierOrBlockId, price: amount } of priceMatrix) {
      const attribute = ofBlocks ? BLOCK_PRICES[tierOrBlockId] : TIER_PRICES[tierOrBlockId - 1];
      if (attribute !== undefined) settings.set(price, attribute, amount);
    }
  }),
  row(toPrice.publishBlockThresholds, ({ blockThresholds }, settings) => {
    const [{ thresholds } = { thresholds: [] }] = blockThresholds;
    for (const [number, attribute] of BLOCK_THRESHOLDS.entries())
      settings.set(price, attribute, thresholds[number] ?? 0);
  }),
  row(deviceManagement.fromServer.updateSiteId, ({ siteId }, settings) => {
    settings.set(metering, measured.siteId, siteId);
  }),
];

/** Carries out a component's command on the attributes of a virtual GSME; commands that set none change nothing. */
export function applySetting(attributes: ZigbeeAttributes, component: GbzComponent): void {
  const { cluster, frameControl, command } = component;
  const known = commandOf(cluster, frameControl, command);
  const setting = SETTINGS.find((each) => each.command === known);
  setting?.apply(readFrame(component).values, new Settings(attributes));
}
