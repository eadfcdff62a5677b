import { at, indexed, instant, number } from '../conversions.js';
import type { Template } from '../mmc-tree.js';
import { volume } from '../gbz-readers.js';

/** Prepayment balances of a log entry of an ESME. Source: MMC schema 5.4, PrepaymentOperationalDataType. */
export const ELECTRICITY_BALANCES: Template = {
  AccumulatedDebtRegister: at('accumulatedDebtRegister', number),
  EmergencyCreditBalance: at('emergencyCreditBalance', number),
  MeterBalance: at('meterBalance', number),
  PaymentDebtRegister: at('paymentDebtRegister', number),
  TimeDebtRegisters1: at('timeDebtRegister1', number),
  TimeDebtRegisters2: at('timeDebtRegister2', number),
  Timestamp: at('timestamp', instant),
};

/** The same of a GSME or GPF, from a prepayment snapshot; debt 3 is payment-based. */
export const GAS_BALANCES: Template = {
  AccumulatedDebtRegister: at('snapshot.value.accumulatedDebt', number),
  EmergencyCreditBalance: at('snapshot.value.emergencyCreditRemaining', number),
  MeterBalance: at('snapshot.value.creditRemaining', number),
  PaymentDebtRegister: at('snapshot.value.type3DebtRemaining', number),
  TimeDebtRegisters1: at('snapshot.value.type1DebtRemaining', number),
  TimeDebtRegisters2: at('snapshot.value.type2DebtRemaining', number),
  Timestamp: at('snapshotTime', instant),
};

/** Tariff registers of a log entry of an ESME; the names are the same in all logs. */
export const ELECTRICITY_TARIFF_REGISTERS: Template = {
  TariffTOURegisterMatrixValue: indexed('tariffTou', number),
  SecondaryTariffTOURegisterMatrixValue: indexed('secondaryTariffTou', number),
  TariffTOUBlock1RegisterMatrixValue: indexed('tariffTouBlock1', number),
  TariffTOUBlock2RegisterMatrixValue: indexed('tariffTouBlock2', number),
  TariffTOUBlock3RegisterMatrixValue: indexed('tariffTouBlock3', number),
  TariffTOUBlock4RegisterMatrixValue: indexed('tariffTouBlock4', number),
};

/** A billing entry of an ESME. Source: MMC schema 5.4, ESMEBillingDataLogType. */
export const ELECTRICITY_BILLING: Template = {
  Timestamp: at('timestamp', instant),
  ActiveImportRegisterValueConsumption: at('activeImport', number),
  SecondaryActiveImportRegisterValueConsumption: at('secondaryActiveImport', number),
  ...ELECTRICITY_TARIFF_REGISTERS,
};

/** A billing entry of a GSME, from a snapshot. Source: MMC schema 5.4, GSMEBillingDataLogType. */
export const GAS_BILLING: Template = {
  Timestamp: at('snapshotTime', instant),
  ActiveImportRegisterValueConsumption: at('snapshot.value.currentSummationDelivered', volume),
  BlockRegisterMatrixValue: indexed('snapshot.value.tierBlockSummations', volume),
  TariffTOURegisterMatrixValue: indexed('snapshot.value.tierSummations', volume),
};
