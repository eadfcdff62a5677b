import { CodecError } from '../../../../common/errors.js';
import { boolean } from '../../../dlms/index.js';
import { dlmsUseCase, repeat, set } from '../engine/index.js';
import { indexed } from '../../ordered.js';
import { CONTROLLERS } from './auxiliary-controllers.js';
import { boostFunctionControl } from './boost-function.js';

/** @throws CodecError unless each controller is there once */
function boosted(
  controllers: readonly { readonly index: number; readonly value: boolean }[],
  element: string,
): boolean[] {
  const inOrder = indexed(controllers, element);
  if (inOrder.length !== CONTROLLERS) {
    throw new CodecError(`expected ${CONTROLLERS} ${element}, found ${inOrder.length}`);
  }
  return inOrder;
}

/**
 * Set ALCS/APC and Boost Function Association. The Command writes all five controllers: one that is added is true and
 * one that is removed false, so that one that is not added is false and one that is not removed true.
 */
export const ECS62 = dlmsUseCase({
  code: 'ECS62',
  title: 'Set ALCS/APC and Boost Function Association',
  messageCode: 0x005f,
  messageType: 'SME.C.NC',
  serviceReferenceVariants: ['7.9', '7.10'],
  targets: ['ESME'],
  source: 'GBCS mapping table rows 13 to 17; RTDS 4.5.0 ECS62Add, ECS62Remove',
  command: {
    boosted: repeat(CONTROLLERS, (controller) => set(boostFunctionControl(controller), 2, boolean)),
  },
  from: {
    AddAuxiliaryLoadToBoostButton: ({ AddToBoostButton }) => ({
      boosted: boosted(AddToBoostButton, 'AddToBoostButton'),
    }),
    RemoveAuxiliaryLoadFromBoostButton: ({ RemoveFromBoostButton }) => ({
      boosted: boosted(RemoveFromBoostButton, 'RemoveFromBoostButton').map((removed) => !removed),
    }),
  },
});
