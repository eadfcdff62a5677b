import { constant, integer } from '../../../dlms/index.js';
import { action, dlmsUseCase, nothingToSay } from '../engine/index.js';

/** Set Load Limit Configuration Counter Reset. */
export const ECS28b = dlmsUseCase({
  code: 'ECS28b',
  title: 'Set Load Limit Configuration Counter Reset',
  messageCode: 0x0044,
  messageType: 'SME.C.NC',
  serviceReferenceVariants: ['6.4.2'],
  targets: ['ESME'],
  source: 'GBCS mapping table row 500',
  command: { resetCounter: action({ classId: 3, obis: '0-0:94.44.42.255' }, 1, constant(integer, 0)) },
  from: { UpdateDeviceConfigurationLoadLimitingCounterReset: nothingToSay },
});
