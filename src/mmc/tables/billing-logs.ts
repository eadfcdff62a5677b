import { at, each, indexed, instant, number } from '../conversions.js';
import { eachCommand, ofCommand, volume } from '../gbz-readers.js';
import { kept } from '../mmc-tree.js';
import type { ResponseRow } from '../response-row.js';
import {
  ELECTRICITY_BALANCES,
  ELECTRICITY_BILLING,
  ELECTRICITY_TARIFF_REGISTERS,
  GAS_BALANCES,
  GAS_BILLING,
} from './shared-elements.js';

/** Logs of billing and daily reads: 4.4, 4.6 and 4.14. */
export const BILLING_LOGS: readonly ResponseRow[] = [
  {
    useCases: ['ECS20b'],
    elements: {
      Electricity: kept({
        LogEntryConsumptionAndTariffRegistersData: each('log.entries', {
          ActiveImportRegisterConsumption: at('activeImport', number),
          SecondaryActiveImportRegisterConsumption: at('secondaryActiveImport', number),
          ...ELECTRICITY_TARIFF_REGISTERS,
          Timestamp: at('timestamp', instant),
        }),
        LogEntryPrepaymentData: each('log.entries', ELECTRICITY_BALANCES),
      }),
    },
    source: 'MMC schema 5.4, RetrieveCoMOrTariffTriggeredBillingDataLogRsp',
    mark: 'confirmed',
  },
  {
    useCases: ['GCS15b'],
    elements: {
      Gas: kept({
        LogEntryConsumptionRegister: eachCommand('publishSnapshot', {
          ConsumptionRegister: at('snapshot.value.currentSummationDelivered', volume),
          Timestamp: at('snapshotTime', instant),
          TariffTOURegisterMatrixValue: indexed('snapshot.value.tierSummations', volume),
          BlockRegisterMatrixValue: indexed('snapshot.value.tierBlockSummations', volume),
        }),
        LogEntryPrepaymentData: eachCommand('publishPrepaySnapshot', GAS_BALANCES),
      }),
    },
    source: 'MMC schema 5.4, RetrieveCoMOrTariffTriggeredBillingDataLogRsp',
    mark: 'confirmed',
  },
  {
    useCases: ['ECS20c'],
    elements: {
      Electricity: kept({
        ESMEBillingDataLogEntry: each('log.registers', ELECTRICITY_BILLING),
        ESMEBillingPrepaymentDataLogEntry: each('log.account', ELECTRICITY_BALANCES),
      }),
    },
    source: 'MMC schema 5.4, RetrieveBillingCalendarTriggeredBillingDataLogRsp',
    mark: 'confirmed',
  },
  {
    useCases: ['GCS15c'],
    elements: {
      Gas: kept({
        GSMEBillingDataLogEntry: eachCommand('publishSnapshot', GAS_BILLING),
        GSMEBillingPrepaymentDataLogEntry: eachCommand('publishPrepaySnapshot', GAS_BALANCES),
      }),
    },
    source: 'MMC schema 5.4, RetrieveBillingCalendarTriggeredBillingDataLogRsp',
    mark: 'confirmed',
  },
  {
    useCases: ['ECS20a'],
    elements: {
      PaymentBasedDebtRepayment: {
        LogEntry: each('entries', { Amount: at('value', number), Timestamp: at('timestamp', instant) }),
      },
    },
    source: 'MMC schema 5.4, RetrieveBillingDataLogDebtPaymentsRsp',
    mark: 'confirmed',
  },
  {
    useCases: ['GCS15d'],
    elements: {
      PaymentBasedDebtRepayment: {
        LogEntry: ofCommand(
          'publishDebtLog',
          each('debts', {
            Amount: at('amountCollected', number),
            Timestamp: at('collectionTime', instant),
          }),
        ),
      },
    },
    source: 'MMC schema 5.4, RetrieveBillingDataLogDebtPaymentsRsp',
    mark: 'confirmed',
  },
  {
    useCases: ['ECS20d'],
    elements: {
      PrepaymentCredits: {
        LogEntry: each('entries', { Amount: at('value', number), Timestamp: at('timestamp', instant) }),
      },
    },
    source: 'MMC schema 5.4, RetrieveBillingDataLogPrepaymentCreditsRsp',
    mark: 'confirmed',
  },
  {
    useCases: ['GCS15e'],
    elements: {
      PrepaymentCredits: {
        LogEntry: ofCommand(
          'publishTopUpLog',
          each('topUps', { Amount: at('topUpAmount', number), Timestamp: at('topUpTime', instant) }),
        ),
      },
    },
    source: 'MMC schema 5.4, RetrieveBillingDataLogPrepaymentCreditsRsp',
    mark: 'confirmed',
  },
  {
    useCases: ['ECS21a'],
    elements: {
      LogEntry: each('log.entries', {
        Timestamp: at('timestamp', instant),
        Electricity: kept({
          ElecActiveImportRegisterConsumption: at('activeImport', number),
          SecondaryActiveImportRegisterConsumption: at('secondaryActiveImport', number),
          ...ELECTRICITY_TARIFF_REGISTERS,
        }),
      }),
    },
    source: 'MMC schema 5.4, RetrieveImportDailyReadLogRsp',
    mark: 'confirmed',
  },
  {
    useCases: ['GCS16a'],
    elements: {
      LogEntry: eachCommand('publishSnapshot', {
        Timestamp: at('snapshotTime', instant),
        Gas: kept({
          GasActiveImportRegisterConsumption: at('snapshot.value.currentSummationDelivered', volume),
          TariffBlockCounterMatrix: indexed('snapshot.value.tierBlockSummations', volume),
          TariffTOURegisterMatrix: indexed('snapshot.value.tierSummations', volume),
        }),
      }),
    },
    source: 'MMC schema 5.4, RetrieveImportDailyReadLogRsp',
    mark: 'confirmed',
  },
  {
    useCases: ['ECS21b'],
    elements: { Electricity: kept({ LogEntry: each('log.entries', ELECTRICITY_BALANCES) }) },
    source: 'MMC schema 5.4, ReadPrepaymentDailyReadLogRsp',
    mark: 'confirmed',
  },
  {
    useCases: ['GCS16b'],
    elements: { Gas: kept({ LogEntry: eachCommand('publishPrepaySnapshot', GAS_BALANCES) }) },
    source: 'MMC schema 5.4, ReadPrepaymentDailyReadLogRsp',
    mark: 'confirmed',
  },
  {
    useCases: ['ECS21c'],
    elements: {
      LogEntry: each('entries', {
        ActiveExportRegisterValue: at('value', number),
        TimeStamp: at('timestamp', instant),
      }),
    },
    source: 'MMC schema 5.4, RetrieveExportDailyReadLogRsp',
    mark: 'confirmed',
  },
];
