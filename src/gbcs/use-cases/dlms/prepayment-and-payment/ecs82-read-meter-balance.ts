import { dlmsUseCase, get, nothingToSay } from '../engine/index.js';
import { METER_BALANCE } from '../shared/account-objects.js';
import { balance } from '../shared/amount.js';

/** Read Meter Balance for ESME. */
export const ECS82 = dlmsUseCase({
  code: 'ECS82',
  title: 'Read Meter Balance for ESME',
  messageCode: 0x0069,
  messageType: 'SME.C.NC',
  serviceReferenceVariants: ['4.18'],
  targets: ['ESME'],
  source: 'GBCS mapping table row 1022',
  command: { meterBalance: get(METER_BALANCE, 2, balance) },
  from: { ReadMeterBalance: nothingToSay },
});
