import { octetText } from '../../../dlms/index.js';
import { dlmsUseCase, set } from '../engine/index.js';

/** Write Supplier Contact Details on ESME. */
export const ECS16 = dlmsUseCase({
  code: 'ECS16',
  title: 'Write Supplier Contact Details on ESME',
  messageCode: 0x0025,
  messageType: 'SME.C.NC',
  serviceReferenceVariants: ['3.4'],
  targets: ['ESME'],
  source: 'GBCS mapping table rows 1197, 1251',
  command: {
    telephoneNumber: set({ classId: 9000, obis: '0-0:96.13.0.255' }, 2, octetText({ max: 18 })),
    name: set({ classId: 9000, obis: '0-0:96.13.1.255' }, 2, octetText({ max: 15 })),
  },
  from: {
    UpdateSupplierName: (content) => ({
      telephoneNumber: content.SupplierTelephoneNumber,
      name: content.SupplierName,
    }),
  },
});
