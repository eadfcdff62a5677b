import { octetText } from '../../../dlms/index.js';
import { dlmsUseCase, get, nothingToSay } from '../engine/index.js';

/** Read MPAN Value on the ESME. */
export const ECS40 = dlmsUseCase({
  code: 'ECS40',
  title: 'Read MPAN Value on the ESME',
  messageCode: 0x004e,
  messageType: 'SME.C.NC',
  serviceReferenceVariants: ['6.2.7'],
  targets: ['ESME'],
  source: 'GBCS mapping table rows 76, 77',
  command: {
    /** 13 characters of the primary MPAN, then 13 of the secondary one of a twin element ESME. */
    importMpans: get({ classId: 1, obis: '0-0:94.44.34.11' }, 2, octetText({ max: 26 })),
    exportMpan: get({ classId: 1, obis: '1-0:0.0.2.255' }, 2, octetText({ max: 13 })),
  },
  from: { ReadDeviceConfigurationMPxN: nothingToSay },
});
