import { CodecError } from '../../../../common/errors.js';
import { octetText } from '../../../dlms/index.js';
import { dlmsUseCase, set } from '../engine/index.js';

/** Digits of an MPAN, a byte each. */
const MPAN_LENGTH = 13;

/** Set MPAN Value on the ESME: that of the primary element, followed by that of the secondary element if there is one. */
export const ECS39a = dlmsUseCase({
  code: 'ECS39a',
  title: 'Set MPAN Value on the ESME',
  messageCode: 0x004c,
  messageType: 'SME.C.NC',
  serviceReferenceVariants: ['6.20.1'],
  targets: ['ESME'],
  source: 'GBCS mapping table row 76',
  command: {
    importMpans: set(
      { classId: 1, obis: '0-0:94.44.34.11' },
      2,
      octetText({ min: MPAN_LENGTH, max: 2 * MPAN_LENGTH }),
    ),
  },
  from: {
    SetDeviceConfigurationImportMPxN({ ImportMPANs }) {
      if (!ImportMPANs) throw new CodecError('an ESME takes ImportMPANs, not an ImportMPRN');
      return { importMpans: ImportMPANs.ImportMPAN + (ImportMPANs.SecondaryImportMPAN ?? '') };
    },
  },
});

/** Set Export MPAN Value on the ESME. */
export const ECS39b = dlmsUseCase({
  code: 'ECS39b',
  title: 'Set Export MPAN Value on the ESME',
  messageCode: 0x004d,
  messageType: 'SME.C.NC',
  serviceReferenceVariants: ['6.20.2'],
  targets: ['ESME'],
  source: 'GBCS mapping table row 77',
  originator: 'AccessControlBrokerForUser',
  command: { exportMpan: set({ classId: 1, obis: '1-0:0.0.2.255' }, 2, octetText(MPAN_LENGTH)) },
  from: { SetDeviceConfigurationExportMPAN: (content) => ({ exportMpan: content.ExportMPAN }) },
});
