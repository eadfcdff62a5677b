import { activationDateTime, boolean } from '../../../dlms/index.js';
import { dlmsUseCase, set } from '../engine/index.js';
import { activationOf } from '../shared/execution.js';
import { seconds, watts } from '../shared/units.js';

const supplyState = { classId: 9000, obis: '0-0:94.44.0.3' } as const;
const powerThreshold = { classId: 9000, obis: '0-0:94.44.128.7' } as const;
const limitPeriod = { classId: 9000, obis: '0-0:94.44.128.6' } as const;
const restorationPeriod = { classId: 9000, obis: '0-0:94.44.128.8' } as const;

/** Set Load Limit Configurations - General Settings. */
export const ECS28a = dlmsUseCase({
  code: 'ECS28a',
  title: 'Set Load Limit Configurations - General Settings',
  messageCode: 0x0043,
  messageType: 'SME.C.C',
  serviceReferenceVariants: ['6.4.1'],
  targets: ['ESME'],
  source: 'GBCS mapping table rows 1180 to 1220',
  command: {
    supplyStateDisables: set(supplyState, 4, boolean),
    powerThreshold: set(powerThreshold, 4, watts),
    limitPeriod: set(limitPeriod, 4, seconds),
    restorationPeriod: set(restorationPeriod, 4, seconds),
    supplyStateActivation: set(supplyState, 6, activationDateTime),
    powerThresholdActivation: set(powerThreshold, 6, activationDateTime),
    limitPeriodActivation: set(limitPeriod, 6, activationDateTime),
    restorationPeriodActivation: set(restorationPeriod, 6, activationDateTime),
  },
  from: {
    UpdateDeviceConfigurationLoadLimitingGeneralSettings(content) {
      const activation = activationOf(content.ExecutionDateTime);
      return {
        supplyStateDisables: content.LoadLimitSupplyState === 'Disable',
        powerThreshold: content.LoadLimitPowerThreshold,
        limitPeriod: content.LoadLimitPeriod,
        restorationPeriod: content.LoadLimitRestorationPeriod,
        supplyStateActivation: activation,
        powerThresholdActivation: activation,
        limitPeriodActivation: activation,
        restorationPeriodActivation: activation,
      };
    },
  },
});
