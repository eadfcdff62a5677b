import { structure } from '../../../dlms/index.js';
import { dlmsUseCase, nothingToSay, protectedRead, register } from '../engine/index.js';
import { balance } from '../shared/amount.js';

/** What is in the account. Source: mapping table rows 1807 to 1812, structure prepayment_balance_collection. */
export const balances = structure({
  meterBalance: balance,
  emergencyCreditBalance: balance,
  accumulatedDebtRegister: balance,
  timeDebtRegister1: balance,
  timeDebtRegister2: balance,
  paymentDebtRegister: balance,
});

/** Read ESME Prepayment Registers. */
export const ECS19 = dlmsUseCase({
  code: 'ECS19',
  title: 'Read ESME Prepayment Registers',
  messageCode: 0x002d,
  messageType: 'SME.C.NC',
  serviceReferenceVariants: ['4.3'],
  targets: ['ESME'],
  source: 'GBCS mapping table rows 934, 1807 to 1812',
  command: {
    registers: protectedRead('0-0:43.2.1.255', {
      balances: register({ classId: 1, obis: '0-0:94.44.34.30' }, balances),
    }),
  },
  from: { ReadInstantaneousPrepayValues: nothingToSay },
});
