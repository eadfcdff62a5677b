import { longUnsigned, quantity } from '../../../dlms/index.js';
import { dlmsUseCase, get, nothingToSay } from '../engine/index.js';

const seconds = quantity(longUnsigned, 's');

/** Read ESME Configuration Data Device Information (randomisation). */
export const ECS26c = dlmsUseCase({
  code: 'ECS26c',
  title: 'Read ESME Configuration Data Device Information (randomisation)',
  messageCode: 0x003d,
  messageType: 'SME.C.NC',
  serviceReferenceVariants: ['6.2.2'],
  targets: ['ESME'],
  source: 'GBCS mapping table rows 65 to 67; SMETS 5.7.1.5, 5.7.4.33, 5.7.5.28',
  command: {
    randomisedOffset: get({ classId: 1, obis: '0-0:94.44.0.0' }, 2, seconds),
    /** Ten-thousandths of the limit. */
    randomisedOffsetNumber: get({ classId: 1, obis: '0-0:94.44.0.2' }, 2, longUnsigned),
    randomisedOffsetLimit: get({ classId: 1, obis: '0-0:94.44.0.1' }, 2, seconds),
  },
  from: { ReadDeviceConfigurationRandomisation: nothingToSay },
});
