import { dlmsUseCase, set } from '../engine/index.js';
import { instantaneousPowerThresholds, THRESHOLD_OBJECT } from '../shared/instantaneous-power-thresholds.js';

/** Set Instantaneous Power Threshold Configuration. */
export const ECS34 = dlmsUseCase({
  code: 'ECS34',
  title: 'Set Instantaneous Power Threshold Configuration',
  messageCode: 0x0047,
  messageType: 'SME.C.NC',
  serviceReferenceVariants: ['6.12'],
  targets: ['ESME'],
  source: 'GBCS mapping table rows 862, 863',
  command: { thresholds: set(THRESHOLD_OBJECT, 2, instantaneousPowerThresholds) },
  from: {
    UpdateDeviceConfigurationInstantaneousPowerThreshold: (content) => ({
      thresholds: {
        lowMedium: content.LowMediumPowerThreshold,
        mediumHigh: content.MediumHighPowerThreshold,
      },
    }),
  },
});
