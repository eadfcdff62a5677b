import { octetText } from '../../../dlms/index.js';
import { dlmsUseCase, set } from '../engine/index.js';

/** Send Message to ESME. */
export const ECS10 = dlmsUseCase({
  code: 'ECS10',
  title: 'Send Message to ESME',
  messageCode: 0x0021,
  messageType: 'SME.C.NC',
  serviceReferenceVariants: ['3.1'],
  targets: ['ESME'],
  source: 'GBCS mapping table row 1398',
  command: { supplierMessage: set({ classId: 1, obis: '0-2:96.13.1.255' }, 2, octetText({ max: 116 })) },
  from: { DisplayMessage: (content) => ({ supplierMessage: content.SupplierMessage }) },
});
