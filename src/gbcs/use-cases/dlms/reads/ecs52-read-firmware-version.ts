import { octetString } from '../../../dlms/index.js';
import { dlmsUseCase, get, nothingToSay } from '../engine/index.js';

/** Read ESME/SAPC/Comms Hub Firmware Version. */
export const ECS52 = dlmsUseCase({
  code: 'ECS52',
  title: 'Read ESME/SAPC/Comms Hub Firmware Version',
  messageCode: 0x0059,
  messageType: 'SME.C.NC',
  serviceReferenceVariants: ['11.2'],
  targets: ['ESME', 'CHF'],
  source: 'GBCS mapping table row 85',
  command: { firmwareVersion: get({ classId: 1, obis: '0-0:0.2.1.255' }, 2, octetString(4)) },
  from: { ReadFirmwareVersion: nothingToSay },
});
