import { constant, longUnsigned } from '../../../dlms/index.js';
import { action, dlmsUseCase, nothingToSay } from '../engine/index.js';

/** Script of the tariffication script table that resets all block counters. */
const RESET_ALL_COUNTERS = 99;

/** Reset Tariff Block Counter Matrix. */
export const ECS05 = dlmsUseCase({
  code: 'ECS05',
  title: 'Reset Tariff Block Counter Matrix',
  messageCode: 0x001d,
  messageType: 'SME.C.C',
  serviceReferenceVariants: ['1.7'],
  targets: ['ESME'],
  source: 'GBCS mapping table row 694; SMETS 5.7.5.33',
  command: {
    execute: action({ classId: 9, obis: '0-0:10.0.100.255' }, 1, constant(longUnsigned, RESET_ALL_COUNTERS)),
  },
  from: { ResetTariffBlockCounterMatrix: nothingToSay },
});
