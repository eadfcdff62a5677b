import { dlmsUseCase, nothingToSay } from '../engine/index.js';
import { registerWithUnit } from '../shared/register-items.js';

/** Read ESME Energy Registers (Export Energy). The time of a future-dated read concerns the DCC only. */
export const ECS17a = dlmsUseCase({
  code: 'ECS17a',
  title: 'Read ESME Energy Registers (Export Energy)',
  messageCode: 0x0026,
  messageType: 'SME.C.NC',
  serviceReferenceVariants: ['4.2'],
  targets: ['ESME'],
  source: 'GBCS mapping table rows 100 to 365; SMETS 5.7.5.2, 5.7.5.29',
  command: {
    activeExport: registerWithUnit({ classId: 3, obis: '1-0:2.8.0.255' }, 'Wh'),
    reactiveExport: registerWithUnit({ classId: 3, obis: '1-0:4.8.0.255' }, 'varh'),
  },
  from: { ReadInstantaneousExportRegisters: nothingToSay },
});
