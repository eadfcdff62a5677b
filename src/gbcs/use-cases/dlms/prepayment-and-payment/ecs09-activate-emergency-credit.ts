import { constant, integer } from '../../../dlms/index.js';
import { action, dlmsUseCase, nothingToSay } from '../engine/index.js';
import { EMERGENCY_CREDIT } from '../shared/account-objects.js';

/** Activate Emergency Credit Remotely on ESME. */
export const ECS09 = dlmsUseCase({
  code: 'ECS09',
  title: 'Activate Emergency Credit Remotely on ESME',
  messageCode: 0x0020,
  messageType: 'SME.C.C',
  serviceReferenceVariants: ['2.5'],
  targets: ['ESME'],
  source: 'GBCS mapping table row 1050',
  command: { invokeCredit: action(EMERGENCY_CREDIT, 3, constant(integer, 0)) },
  from: { ActivateEmergencyCredit: nothingToSay },
});
