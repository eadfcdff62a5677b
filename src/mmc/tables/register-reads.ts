import { at, indexed, instant, number, text, timeOfDay, words } from '../conversions.js';
import { attribute, attributesIndexed, attributeVolume, meteringVolume } from '../gbz-readers.js';
import { kept, type MmcTree, type Reader } from '../mmc-tree.js';
import { valueAt } from '../decoded-content.js';
import type { ResponseRow } from '../response-row.js';

/** Registers of blocks: 4 blocks of 8 registers each, then 4 blocks of 8 counters. Source: GBCS ECS17e; RTDS 4.5.0. */
const BLOCKS = 4;
const REGISTERS_IN_BLOCK = 8;

const UNIT_OF_VOLUME = words({ 'm3 or m3/h (0x01)': 'm3' });

/** The registers of each tariff block, block after block. */
const tariffBlocks: Reader = (content) => {
  if (valueAt(content, 'registers.tariffBlockTou.primaryRegisters') === undefined) return undefined;
  return Array.from({ length: BLOCKS }, (_, block): MmcTree => {
    const from = block * REGISTERS_IN_BLOCK;
    const registers = 'registers.tariffBlockTou.primaryRegisters';
    return {
      index: String(block + 1),
      RegisterMatrixTOUValue: indexed(registers, number, from, REGISTERS_IN_BLOCK)(content),
      CounterMatrixTOUValue: indexed(
        registers,
        number,
        from + BLOCKS * REGISTERS_IN_BLOCK,
        REGISTERS_IN_BLOCK,
      )(content),
    };
  });
};

/** A maximum demand register with the time of its value and of its last reset. */
const maximumDemand = (register: string, lastReset: string) => ({
  Value: at(`${register}.value`, number),
  CaptureTime: at(`${register}.capturedAt`, instant),
  LastResetDateTime: at(lastReset, instant),
});

/** Reads of registers and single values: 4.1 to 4.3, 4.12, 4.16, 4.18, 11.2. */
export const REGISTER_READS: readonly ResponseRow[] = [
  {
    useCases: ['ECS17a'],
    elements: {
      ActiveExportRegister: {
        Value: at('activeExport.value', number),
        ActiveEnergyUnit: at('activeExport.scalerUnit.unit', text),
      },
      ReactiveExportRegister: {
        Value: at('reactiveExport.value', number),
        ReactiveEnergyUnit: at('reactiveExport.scalerUnit.unit', text),
      },
    },
    source: 'MMC schema 5.4, ReadInstantaneousExportRegistersRsp',
    mark: 'confirmed',
  },
  {
    useCases: ['ECS17b'],
    elements: {
      Electricity: kept({
        ActiveImportRegister: {
          Value: at('registers.importRegisters.activeImport', number),
          ActiveEnergyUnit: at('registers.importRegisters.activeScalerUnit.unit', text),
        },
        ReactiveImportRegister: {
          Value: at('registers.importRegisters.reactiveImport', number),
          ReactiveEnergyUnit: at('registers.importRegisters.reactiveScalerUnit.unit', text),
        },
        SecondaryActiveImportRegister: {
          Value: at('registers.importRegisters.secondaryActiveImport', number),
        },
      }),
    },
    source: 'MMC schema 5.4, ReadInstantaneousImportRegistersRsp',
    mark: 'confirmed',
  },
  {
    useCases: ['GCS13a'],
    elements: {
      Gas: kept({
        ConsumptionRegister: {
          Value: attributeVolume('currentSummationDelivered'),
          Unit: attribute('unitOfMeasure', UNIT_OF_VOLUME),
        },
      }),
    },
    source: 'MMC schema 5.4, ReadInstantaneousImportRegistersRsp',
    mark: 'confirmed',
  },
  {
    useCases: ['ECS17c'],
    elements: {
      ActivePowerImport: {
        Value: at('powerImport.activePowerImport', number),
        Unit: at('powerImport.activePowerScalerUnit.unit', text),
      },
      PrimaryActivePowerImportValue: at('powerImport.primaryActivePowerImport', number),
    },
    source: 'MMC schema 5.4, ReadActivePowerImportRsp',
    mark: 'confirmed',
  },
  {
    useCases: ['ECS17d'],
    elements: {
      Electricity: kept({
        TariffTOURegisterCollection: {
          TOUPrimaryRegisterValue: indexed('registers.tariffTou.primaryRegisters', number),
          TOUSecondRegisterValue: indexed('registers.tariffTou.secondaryRegisters', number),
        },
      }),
    },
    source: 'MMC schema 5.4, ReadInstantaneousImportTOUMatricesRsp',
    mark: 'confirmed',
  },
  {
    useCases: ['GCS13c'],
    elements: {
      Gas: kept({
        TariffTOURegisterMatrix: {
          TOURegisterMatrixValue: attributesIndexed(
            (tier) => `currentTier${tier}SummationDelivered`,
            4,
            meteringVolume,
          ),
        },
      }),
    },
    source: 'MMC schema 5.4, ReadInstantaneousImportTOUMatricesRsp',
    mark: 'confirmed',
  },
  {
    useCases: ['ECS17e'],
    elements: { TariffBlockTOURegisterCollection: kept({ TariffBlock: tariffBlocks }) },
    source: 'MMC schema 5.4, ReadInstantaneousImportTOUWithBlocksMatricesRsp; GBCS ECS17e',
    mark: 'inferred',
  },
  {
    useCases: ['GCS13b'],
    elements: {
      ImportBlockCounters: kept({
        TariffBlockCounterValue: attributesIndexed(
          (block) => `currentNoTierBlock${block}SummationDelivered`,
          4,
          meteringVolume,
        ),
      }),
    },
    source: 'MMC schema 5.4, ReadInstantaneousImportBlockCountersRsp',
    mark: 'confirmed',
  },
  {
    useCases: ['ECS18a'],
    elements: { MaxDemandActiveEnergyExport: maximumDemand('activePowerExport', 'exportLastReset') },
    source: 'MMC schema 5.4, ReadMaximumDemandExportRegistersRsp',
    mark: 'confirmed',
  },
  {
    useCases: ['ECS18b'],
    elements: {
      MaxDemandConfigurableTimeActivePowerImport: maximumDemand(
        'configurableTimeActivePowerImport',
        'configurableTimeImportLastReset',
      ),
      MaxDemandActiveEnergyImport: maximumDemand('activePowerImport', 'importLastReset'),
      MaxDemandConfigurableTimePeriod: {
        StartTime: at('configurableTimePeriod.0.switchTime', timeOfDay),
        EndTime: at('configurableTimePeriod.1.switchTime', timeOfDay),
      },
    },
    source: 'MMC schema 5.4, ReadMaximumDemandImportRegistersRsp; script selectors 1 and 2 of GBCS ECS37',
    mark: 'inferred',
  },
  {
    useCases: ['ECS19'],
    elements: {
      EmergencyCreditBalance: at('registers.balances.emergencyCreditBalance', number),
      AccumulatedDebtRegister: at('registers.balances.accumulatedDebtRegister', number),
      PaymentDebtRegister: at('registers.balances.paymentDebtRegister', number),
      TimeDebtRegister1: at('registers.balances.timeDebtRegister1', number),
      TimeDebtRegister2: at('registers.balances.timeDebtRegister2', number),
      MeterBalance: at('registers.balances.meterBalance', number),
    },
    source: 'MMC schema 5.4, ReadInstantaneousPrepayValuesRsp',
    mark: 'confirmed',
  },
  {
    useCases: ['GCS14'],
    elements: {
      EmergencyCreditBalance: attribute('emergencyCreditRemaining', number),
      AccumulatedDebtRegister: attribute('accumulatedDebt', number),
      PaymentDebtRegister: attribute('debtAmount3', number),
      TimeDebtRegister1: attribute('debtAmount1', number),
      TimeDebtRegister2: attribute('debtAmount2', number),
      MeterBalance: attribute('creditRemaining', number),
    },
    source: 'MMC schema 5.4, ReadInstantaneousPrepayValuesRsp; debt 3 is payment-based (GBCS GCS04)',
    mark: 'confirmed',
  },
  {
    useCases: ['ECS82'],
    elements: { MeterBalance: at('meterBalance', number) },
    source: 'MMC schema 5.4, ReadMeterBalanceRsp',
    mark: 'confirmed',
  },
  {
    useCases: ['GCS60', 'GCS60a'],
    elements: {
      MeterBalance: attribute('billToDateDelivered', number),
      Gas: { MeterBalancePrepaymentMode: attribute('creditRemaining', number) },
    },
    source: 'MMC schema 5.4, ReadMeterBalanceRsp',
    mark: 'inferred',
  },
  {
    useCases: ['ECS52', 'CS08'],
    elements: { FirmwareVersion: at('firmwareVersion', text) },
    source: 'MMC schema 5.4, ReadFirmwareVersionRsp',
    mark: 'confirmed',
  },
  {
    useCases: ['GCS38'],
    elements: { FirmwareVersion: attribute('currentMeterId', text) },
    source: 'MMC schema 5.4, ReadFirmwareVersionRsp',
    mark: 'confirmed',
  },
];
