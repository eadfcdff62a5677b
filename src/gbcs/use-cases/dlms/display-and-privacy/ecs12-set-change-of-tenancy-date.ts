import { instant } from '../../../dlms/index.js';
import { dlmsUseCase, set } from '../engine/index.js';

/** Set Change of Tenancy date on ESME: what was recorded before it is no longer shown to the consumer. */
export const ECS12 = dlmsUseCase({
  code: 'ECS12',
  title: 'Set Change of Tenancy date on ESME',
  messageCode: 0x0022,
  messageType: 'SME.C.NC',
  serviceReferenceVariants: ['3.2'],
  targets: ['ESME'],
  source: 'GBCS mapping table row 75',
  command: { restrictionDateTime: set({ classId: 1, obis: '0-0:94.44.3.2' }, 2, instant) },
  from: {
    RestrictAccessForChangeOfTenancy: (content) => ({ restrictionDateTime: content.RestrictionDateTime }),
  },
});
