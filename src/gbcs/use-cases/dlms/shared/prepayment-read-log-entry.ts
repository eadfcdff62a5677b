import { profileBuffer, structure, zigbeeUtcTime } from '../../../dlms/index.js';
import { balance } from './amount.js';

/** What is kept of a meter's account in its logs, in the order of transmission. */
export const accountValues = {
  emergencyCreditBalance: balance,
  meterBalance: balance,
  paymentDebtRegister: balance,
  timeDebtRegister1: balance,
  timeDebtRegister2: balance,
  accumulatedDebtRegister: balance,
};

/** Buffer of a log of account values. Source: mapping table, structure prepaymentReadLogEntry. */
export const prepaymentReadLog = profileBuffer(structure({ timestamp: zigbeeUtcTime, ...accountValues }));
