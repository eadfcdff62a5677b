import { constant, octetText } from '../../../dlms/index.js';
import { dlmsUseCase, nothingToSay, set } from '../engine/index.js';

/** Disable Privacy PIN Protection on ESME: an empty PIN is written. */
export const ECS14 = dlmsUseCase({
  code: 'ECS14',
  title: 'Disable Privacy PIN Protection on ESME',
  messageCode: 0x0023,
  messageType: 'SME.C.NC',
  serviceReferenceVariants: ['3.5'],
  targets: ['ESME'],
  source: 'GBCS mapping table row 89',
  command: { privacyPin: set({ classId: 1, obis: '0-0:94.44.3.1' }, 2, constant(octetText({ max: 4 }), '')) },
  from: { DisablePrivacyPIN: nothingToSay },
});
