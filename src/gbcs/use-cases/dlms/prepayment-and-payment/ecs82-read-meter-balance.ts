import { dlmsUseCase, get, nothingToSay } from '../engine/index.js';
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
  command: { meterBalance: get({ classId: 112, obis: '0-0:19.10.0.255' }, 2, balance) },
  from: { ReadMeterBalance: nothingToSay },
});
