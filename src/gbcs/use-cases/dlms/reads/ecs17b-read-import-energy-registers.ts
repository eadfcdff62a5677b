import { doubleLongUnsigned, optionalMember, quantity, structure } from '../../../dlms/index.js';
import { dlmsUseCase, nothingToSay, protectedRead, register } from '../engine/index.js';
import { scalerUnit } from '../shared/scaler-unit.js';
import { wattHours } from '../shared/units.js';

/** Import registers of both elements. Source: mapping table rows 21 to 44, structure import_register_collection. */
const importRegisterCollection = structure({
  activeImport: wattHours,
  activeScalerUnit: scalerUnit,
  reactiveImport: quantity(doubleLongUnsigned, 'varh'),
  reactiveScalerUnit: scalerUnit,
  /** Twin element ESME only. */
  secondaryActiveImport: optionalMember(wattHours),
});

/** Read ESME Energy Registers (Import Energy). */
export const ECS17b = dlmsUseCase({
  code: 'ECS17b',
  title: 'Read ESME Energy Registers (Import Energy)',
  messageCode: 0x0027,
  messageType: 'SME.C.NC',
  serviceReferenceVariants: ['4.1.1'],
  targets: ['ESME'],
  source: 'GBCS mapping table rows 21 to 44; SMETS 5.7.5.3, 5.7.5.30, 5.13.2.11',
  command: {
    registers: protectedRead('0-0:43.2.8.255', {
      importRegisters: register({ classId: 1, obis: '0-0:94.44.34.10' }, importRegisterCollection),
    }),
  },
  from: { ReadInstantaneousImportRegisters: nothingToSay },
});
