import { boolean } from '../../../dlms/index.js';
import { dlmsUseCase, set } from '../engine/index.js';

/** Set Supply Tamper State on ESME: whether a tamper locks the supply. */
export const ECS81 = dlmsUseCase({
  code: 'ECS81',
  title: 'Set Supply Tamper State on ESME',
  messageCode: 0x0068,
  messageType: 'SME.C.C',
  serviceReferenceVariants: ['6.25'],
  targets: ['ESME'],
  source: 'GBCS mapping table row 1960',
  command: { locks: set({ classId: 1, obis: '0-0:94.44.0.4' }, 2, boolean) },
  from: { SetElectricitySupplyTamperState: (content) => ({ locks: content.SupplyTamperState === 'Locked' }) },
});
