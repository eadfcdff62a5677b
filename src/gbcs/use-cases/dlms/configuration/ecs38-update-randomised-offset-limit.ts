import { longUnsigned, quantity } from '../../../dlms/index.js';
import { dlmsUseCase, set } from '../engine/index.js';

/** Update Randomised Offset Limit. */
export const ECS38 = dlmsUseCase({
  code: 'ECS38',
  title: 'Update Randomised Offset Limit',
  messageCode: 0x004b,
  messageType: 'SME.C.C',
  serviceReferenceVariants: ['7.12'],
  targets: ['ESME'],
  source: 'GBCS mapping table row 66',
  command: { limit: set({ classId: 1, obis: '0-0:94.44.0.1' }, 2, quantity(longUnsigned, 's')) },
  from: { SetRandomisedOffsetLimit: (content) => ({ limit: content.RandomisedOffsetLimit }) },
});
