import { boolean } from '../../../dlms/index.js';
import { dlmsUseCase, get, nothingToSay } from '../engine/index.js';
import { counterWithUnit } from '../shared/register-items.js';
import { seconds, watts } from '../shared/units.js';

const LOAD_LIMITER = { classId: 71, obis: '0-0:17.0.0.255' } as const;

/** Read ESME Load Limit Data. */
export const ECS27 = dlmsUseCase({
  code: 'ECS27',
  title: 'Read ESME Load Limit Data',
  messageCode: 0x0042,
  messageType: 'SME.C.NC',
  serviceReferenceVariants: ['4.15'],
  targets: ['ESME'],
  source: 'GBCS mapping table rows 102 to 1166; SMETS 5.7.4.19 to 5.7.4.22, 5.7.5.18',
  command: {
    /** Whether the supply is disabled when the limit is exceeded; otherwise it is left as it is. */
    disablesSupply: get({ classId: 9000, obis: '0-0:94.44.0.3' }, 2, boolean),
    loadLimitCounter: counterWithUnit({ classId: 3, obis: '0-0:94.44.42.255' }),
    powerThreshold: get(LOAD_LIMITER, 4, watts),
    period: get(LOAD_LIMITER, 6, seconds),
    restorationPeriod: get(LOAD_LIMITER, 7, seconds),
  },
  from: { ReadLoadLimitData: nothingToSay },
});
