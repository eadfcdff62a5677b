import { dlmsUseCase, get, nothingToSay } from '../engine/index.js';
import { instantaneousPowerThresholds, THRESHOLD_OBJECT } from '../shared/instantaneous-power-thresholds.js';

/** Read ESME Configuration Data Device Information (instantaneous power thresholds). */
export const ECS26f = dlmsUseCase({
  code: 'ECS26f',
  title: 'Read ESME Configuration Data Device Information (instantaneous power thresholds)',
  messageCode: 0x0040,
  messageType: 'SME.C.NC',
  serviceReferenceVariants: ['6.2.5'],
  targets: ['ESME'],
  source: 'GBCS mapping table rows 862, 863',
  command: { thresholds: get(THRESHOLD_OBJECT, 2, instantaneousPowerThresholds) },
  from: { ReadDeviceConfigurationInstantaneousPowerThresholds: nothingToSay },
});
