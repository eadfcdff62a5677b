import type { MmcPaymentMode } from '../../duis/generated/service-response-types.js';
import { contentOf, failure, read, type ServiceTable, update } from './service.js';
import type { Smets1Device } from './smets1-device.js';

/** Thousandths of a penny a simulated top-up is worth; what a UTRN is worth only its maker can tell. */
const TOP_UP = 1_000_000n;
const DEFAULT_EMERGENCY_CREDIT = 500_000n;

/** Tariff, payment, supply and messages: updates, and the reads that show them. */
export const METER_SERVICES: ServiceTable = {
  '1.1.1': update(
    'UpdateImportTariffPrimaryElement',
    'UpdateImportTariffPrimaryElementRsp',
    (content, { device }) =>
      device.set('UpdatePricePrimaryElement', { PriceElements: content.PriceElements }),
  ),
  '1.1.2': update('UpdateImportTariffSecondaryElement', 'UpdateImportTariffSecondaryElementRsp'),
  '1.2.1': update('UpdatePricePrimaryElement', 'UpdatePricePrimaryElementRsp'),
  '1.2.2': update('UpdatePriceSecondaryElement', 'UpdatePriceSecondaryElementRsp'),
  '1.5': update('UpdateMeterBalance', 'UpdateMeterBalanceRsp', (content, { device }) => {
    const { AdjustMeterBalance: by } = content.PrepaymentMode ?? content.CreditMode ?? {};
    device.meterBalance = by === undefined ? 0n : device.meterBalance + BigInt(by);
  }),
  '1.6': update('UpdatePaymentMode', 'UpdatePaymentModeRsp', (content, { device, now }) =>
    device.record(now, 0x8014, `payment mode ${content.Credit === undefined ? 'prepayment' : 'credit'}`),
  ),
  '1.7': update('ResetTariffBlockCounterMatrix', 'ResetTariffBlockCounterMatrixRsp'),
  '2.1': update('UpdatePrepayConfiguration', 'UpdatePrepayConfigurationRsp'),
  '2.2': update('TopUpDevice', 'TopUpDeviceRsp', (_content, { device, now }) => {
    device.meterBalance += TOP_UP;
    device.topUps.push({ at: now, amount: TOP_UP });
  }),
  '2.3': update('UpdateDebt', 'UpdateDebtRsp', (content, { device }) => {
    device.timeDebt = [
      device.timeDebt[0] + BigInt(content.TimeDebtRegister1),
      device.timeDebt[1] + BigInt(content.TimeDebtRegister2),
    ];
    device.paymentDebt += BigInt(content.PaymentDebtRegister);
  }),
  '2.5': update('ActivateEmergencyCredit', 'ActivateEmergencyCreditRsp', (_content, { device }) => {
    const { UpdatePrepayConfigElectricity: electricity, UpdatePrepayConfigGas: gas } =
      device.setting('UpdatePrepayConfiguration') ?? {};
    const limit = (electricity ?? gas)?.EmergencyCreditLimit;
    device.emergencyCreditBalance = limit === undefined ? DEFAULT_EMERGENCY_CREDIT : BigInt(limit);
  }),
  '3.1': update('DisplayMessage', 'DisplayMessageRsp', (content, { device, now }) =>
    device.messages.push({ at: now, text: content.SupplierMessage }),
  ),
  '3.2': update(
    'RestrictAccessForChangeOfTenancy',
    'RestrictAccessForChangeOfTenancyRsp',
    (_content, { device }) => {
      device.messages.length = 0;
    },
  ),
  '3.3': update('ClearEventLog', 'ClearEventLogRsp', (_content, { device }) => device.clearEvents()),
  '3.4': update('UpdateSupplierName', 'UpdateSupplierNameRsp'),
  '3.5': update('DisablePrivacyPIN', 'DisablePrivacyPINRsp'),
  '4.11.1': read('ReadTariffPrimaryElementRsp', ({ device }) => tariff(device)),
  '4.11.2': read('ReadTariffSecondaryElementRsp', () => ({})),
  '4.13': read('ReadPrepaymentConfigurationRsp', ({ device }) => {
    const { UpdatePrepayConfigElectricity: electricity, UpdatePrepayConfigGas: gas } =
      device.setting('UpdatePrepayConfiguration') ?? {};
    const config = electricity ?? gas;
    const mode = device.setting('UpdatePaymentMode');
    return {
      ...(config !== undefined && {
        DebtRecoveryRateCap: BigInt(config.DebtRecoveryRateCap),
        EmergencyCreditLimit: BigInt(config.EmergencyCreditLimit),
        EmergencyCreditThreshold: BigInt(config.EmergencyCreditThreshold),
        LowCreditThreshold: BigInt(config.LowCreditThreshold),
        CreditMaxCreditThreshold: BigInt(config.MaxCreditThreshold),
        MaxCreditMaxMeterBalance: BigInt(config.MaxMeterBalance),
      }),
      ...(device.isGas ? { Gas: {} } : { Electricity: { PaymentMode: paymentMode(mode?.Prepayment) } }),
    };
  }),
  '6.2.9': read('ReadDeviceConfigurationPaymentModeRsp', ({ device }) => {
    const { Prepayment: prepayment } = device.setting('UpdatePaymentMode') ?? {};
    return {
      PaymentMode: paymentMode(prepayment),
      ...(prepayment !== undefined && {
        SuspendDebtEmergency: prepayment.SuspendDebtEmergency,
        SuspendDebtDisabled: prepayment.SuspendDebtDisabled,
      }),
    };
  }),
  '6.13': read('ReadEventOrSecurityLogRsp', ({ request, device }) => {
    const { ReadLogPeriod: period, LogToRead: log } = contentOf(request, 'ReadEventOrSecurityLog');
    if (log === 'ALCSEvent') return { ALCSEvent: {} };
    const security = log === 'Security' || log === 'GSMESecurity';
    return {
      Log: {
        LogEntry: device.events
          .filter((event) => event.security === security)
          .filter(({ at }) => at >= period.StartDateTime && at <= period.EndDateTime)
          .map(({ at, code, meaning }) => ({ Timestamp: at, LogCode: code, LogMeaning: meaning })),
      },
    };
  }),
  '7.1': update('EnableSupply', 'EnableSupplyRsp', (_content, { device }) => {
    device.supplyState = 'Enabled';
  }),
  '7.2': update('DisableSupply', 'DisableSupplyRsp', (_content, { device, now }) => {
    device.supplyState = 'Disabled';
    device.record(now, 0x8020, 'supply disabled');
  }),
  '7.3': update('ArmSupply', 'ArmSupplyRsp', (_content, { device }) => {
    device.supplyState = 'Armed';
  }),
  '9.1': update('RequestCustomerIdentificationNumber', 'RequestCustomerIdentificationNumberRsp'),
  '11.3': ({ device }) =>
    failure(
      'ActivateFirmwareRsp',
      {
        ActivateImageResponseCode: { ResponseCode: 1n, ASN1Status: 'noImageHeld' },
        FirmwareVersion: device.firmwareVersion,
      },
      'no firmware image was distributed',
    ),
};

const paymentMode = (prepayment: unknown): MmcPaymentMode =>
  prepayment === undefined ? 'Credit' : 'Prepayment';

function tariff(device: Smets1Device) {
  const { ElectricityPriceElements: electricity, GasPriceElements: gas } =
    device.setting('UpdatePricePrimaryElement')?.PriceElements ?? {};
  if (device.isGas) {
    return {
      Gas: {
        CurrencyUnitsLabel: gas?.CurrencyUnits ?? ('GBP' as const),
        StandingCharge: gas?.StandingCharge ?? 0,
      },
    };
  }
  return {
    Electricity: {
      CurrencyUnitsLabel: 'GBP' as const,
      CurrencyUnitsName: 'Millipence' as const,
      StandingCharge: electricity?.StandingCharge ?? 0,
      StandingChargeScale: electricity?.StandingChargeScale ?? 0,
      PriceScale: electricity?.PriceScale ?? 0,
    },
  };
}
