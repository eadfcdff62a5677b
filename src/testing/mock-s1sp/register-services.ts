import type {
  MmcActiveEnergyUnit,
  MmcGasConsumptionUnit,
  MmcPrepaymentOperationalDataType,
  MmcReactiveEnergyUnit,
} from '../../duis/generated/service-response-types.js';
import { DAY, entryTimes, HALF_HOUR, monthStarts, within } from './log-entries.js';
import { contentOf, read, type ServiceTable } from './service.js';
import type { Smets1Device } from './smets1-device.js';

const WH: MmcActiveEnergyUnit = 'Wh';
const VARH: MmcReactiveEnergyUnit = 'varh';
const M3: MmcGasConsumptionUnit = 'm3';

const energy = (value: bigint) => ({ Value: value, ActiveEnergyUnit: WH });

/** Registers, balances and logs of meters. */
export const REGISTER_SERVICES: ServiceTable = {
  '4.1.1': read('ReadInstantaneousImportRegistersRsp', ({ device, now }) =>
    device.isGas
      ? { Gas: { ConsumptionRegister: { Value: device.gasM3(now), Unit: M3 } } }
      : {
          Electricity: {
            ActiveImportRegister: energy(device.importWh(now)),
            ReactiveImportRegister: { Value: device.reactiveImportVarh(now), ReactiveEnergyUnit: VARH },
          },
        },
  ),
  '4.1.2': read('ReadInstantaneousImportTOUMatricesRsp', ({ device, now }) =>
    device.isGas
      ? {
          Gas: {
            TariffTOURegisterMatrix: { TOURegisterMatrixValue: [{ value: device.gasM3(now), index: '1' }] },
          },
        }
      : {
          Electricity: { TariffTOURegisterCollection: { TOUPrimaryRegisterValue: dayAndNight(device, now) } },
        },
  ),
  '4.1.3': read('ReadInstantaneousImportTOUWithBlocksMatricesRsp', ({ device, now }) => ({
    TariffBlockTOURegisterCollection: {
      TariffBlock: [{ index: 1n, RegisterMatrixTOUValue: dayAndNight(device, now) }],
    },
  })),
  '4.1.4': read('ReadInstantaneousImportBlockCountersRsp', ({ device, now }) => ({
    ImportBlockCounters: { TariffBlockCounterValue: [{ value: device.gasM3(now), index: '1' }] },
  })),
  '4.2': read('ReadInstantaneousExportRegistersRsp', ({ device, now }) => ({
    ActiveExportRegister: energy(device.exportWh(now)),
  })),
  '4.3': read('ReadInstantaneousPrepayValuesRsp', ({ device }) => ({
    EmergencyCreditBalance: device.emergencyCreditBalance,
    AccumulatedDebtRegister: 0n,
    PaymentDebtRegister: device.paymentDebt,
    TimeDebtRegister1: device.timeDebt[0],
    TimeDebtRegister2: device.timeDebt[1],
    MeterBalance: device.meterBalance,
  })),
  '4.4.2': read('RetrieveCoMOrTariffTriggeredBillingDataLogRsp', ({ device }) =>
    device.isGas ? { Gas: {} } : { Electricity: {} },
  ),
  '4.4.3': read('RetrieveBillingCalendarTriggeredBillingDataLogRsp', ({ request, device, now }) => {
    const { ReadLogPeriod: period } = contentOf(request, 'RetrieveBillingCalendarTriggeredBillingDataLog');
    const months = monthStarts(period, now);
    return device.isGas
      ? {
          Gas: {
            GSMEBillingDataLogEntry: months.map((at) => ({
              Timestamp: at,
              ActiveImportRegisterValueConsumption: device.gasM3(at),
            })),
          },
        }
      : {
          Electricity: {
            ESMEBillingDataLogEntry: months.map((at) => ({
              Timestamp: at,
              ActiveImportRegisterValueConsumption: device.importWh(at),
            })),
          },
        };
  }),
  '4.4.4': read('RetrieveBillingDataLogDebtPaymentsRsp', () => ({ PaymentBasedDebtRepayment: {} })),
  '4.4.5': read('RetrieveBillingDataLogPrepaymentCreditsRsp', ({ request, device }) => {
    const { ReadLogPeriod: period } = contentOf(request, 'RetrieveBillingDataLogPrepaymentCredits');
    return {
      PrepaymentCredits: {
        LogEntry: device.topUps
          .filter(({ at }) => within(period, at))
          .map(({ at, amount }) => ({ Amount: amount, Timestamp: at })),
      },
    };
  }),
  '4.6.1': read('RetrieveImportDailyReadLogRsp', ({ request, device, now }) => {
    const { ReadLogPeriod: period } = contentOf(request, 'RetrieveImportDailyReadLog');
    return {
      LogEntry: entryTimes(period, now, DAY, 31).map((at) => ({
        Timestamp: at,
        ...(device.isGas
          ? { Gas: { GasActiveImportRegisterConsumption: device.gasM3(at) } }
          : { Electricity: { ElecActiveImportRegisterConsumption: device.importWh(at) } }),
      })),
    };
  }),
  '4.6.2': read('RetrieveExportDailyReadLogRsp', ({ request, device, now }) => {
    const { ReadLogPeriod: period } = contentOf(request, 'RetrieveExportDailyReadLog');
    return {
      LogEntry: entryTimes(period, now, DAY, 31).map((at) => ({
        ActiveExportRegisterValue: device.exportWh(at),
        TimeStamp: at,
      })),
    };
  }),
  '4.8.1': read('ReadActiveImportProfileDataRsp', ({ request, device, now }) => {
    const { ReadLogPeriod: period } = contentOf(request, 'ReadActiveImportProfileData');
    return {
      LogEntry: entryTimes(period, now, HALF_HOUR).map((at) => ({
        Timestamp: at,
        ...(device.isGas
          ? { Gas: { PrimaryValue: difference(device, at) } }
          : { Electricity: { PrimaryValue: device.importWh(at) - device.importWh(before(at)) } }),
      })),
    };
  }),
  '4.8.2': read('ReadReactiveImportProfileDataRsp', ({ request, device, now }) => {
    const { ReadLogPeriod: period } = contentOf(request, 'ReadReactiveImportProfileData');
    return {
      LogEntry: entryTimes(period, now, HALF_HOUR).map((at) => ({
        ReactiveEnergyImportedValue: device.reactiveImportVarh(at) - device.reactiveImportVarh(before(at)),
        Timestamp: at,
      })),
    };
  }),
  '4.8.3': read('ReadExportProfileDataRsp', ({ request, device, now }) => {
    const { ReadLogPeriod: period } = contentOf(request, 'ReadExportProfileData');
    return {
      LogEntry: entryTimes(period, now, HALF_HOUR).map((at) => ({
        ActiveEnergyExportedValue: device.exportWh(at) - device.exportWh(before(at)),
        ReactiveEnergyExportedValue: 0n,
        Timestamp: at,
      })),
    };
  }),
  '4.10': read('ReadNetworkDataRsp', ({ device }) =>
    device.isGas
      ? { Gas: { NetworkDataLog: {} } }
      : { Electricity: { SinglePhaseESME: { AvgRMSOverVoltageCounter: { Value: 0n, Unit: 'V' } } } },
  ),
  '4.12.1': read('ReadMaximumDemandImportRegistersRsp', () => ({})),
  '4.12.2': read('ReadMaximumDemandExportRegistersRsp', () => ({})),
  '4.14': read('ReadPrepaymentDailyReadLogRsp', ({ request, device, now }) => {
    const { ReadLogPeriod: period } = contentOf(request, 'ReadPrepaymentDailyReadLog');
    const LogEntry = entryTimes(period, now, DAY, 31).map((at) => prepaymentData(device, at));
    return device.isGas ? { Gas: { LogEntry } } : { Electricity: { LogEntry } };
  }),
  '4.16': read('ReadActivePowerImportRsp', ({ device }) => ({
    ActivePowerImport: { Value: BigInt(device.loadW), Unit: 'W' },
  })),
  '4.17': read('RetrieveDailyConsumptionLogRsp', ({ request, device, now }) => {
    const { ReadLogPeriod: period } = contentOf(request, 'RetrieveDailyConsumptionLog');
    const days = entryTimes(period, now, DAY);
    return device.isGas
      ? { Gas: { LogEntry: days.map((at) => ({ Value: difference(device, at, DAY), Timestamp: at })) } }
      : {
          Electricity: {
            LogEntry: days.map((at) => ({
              Value: device.importWh(at) - device.importWh(before(at, DAY)),
              Timestamp: at,
            })),
          },
        };
  }),
  '4.18': read('ReadMeterBalanceRsp', ({ device }) => ({ MeterBalance: device.meterBalance })),
  '7.4': read('ReadSupplyStatusRsp', ({ device }) => ({
    SupplyState: device.supplyState,
    ...(device.isGas && { Gas: { RemainingBatteryCapacity: 2400 } }),
  })),
  '11.2': read('ReadFirmwareVersionRsp', ({ device }) => ({ FirmwareVersion: device.firmwareVersion })),
  '14.1': read('RecordNetworkDataGASRsp', () => ({ SampleID: 1n })),
};

const before = (at: Date, ms = HALF_HOUR): Date => new Date(at.getTime() - ms);

/** Gas used in the interval that ends at a time, in cubic metres. */
function difference(device: Smets1Device, at: Date, ms = HALF_HOUR): string {
  return (Number(device.gasM3(at)) - Number(device.gasM3(before(at, ms)))).toFixed(3);
}

/** A third of it by night. */
function dayAndNight(device: Smets1Device, at: Date): { value: bigint; index: bigint }[] {
  const all = device.importWh(at);
  return [
    { value: all - all / 3n, index: 1n },
    { value: all / 3n, index: 2n },
  ];
}

function prepaymentData(device: Smets1Device, at: Date): MmcPrepaymentOperationalDataType {
  return {
    EmergencyCreditBalance: device.emergencyCreditBalance,
    MeterBalance: device.meterBalance,
    PaymentDebtRegister: device.paymentDebt,
    Timestamp: at,
  };
}
