import { structure } from '../../../dlms/index.js';
import { dlmsUseCase, get, nothingToSay } from '../engine/index.js';
import { scalerUnit } from '../shared/scaler-unit.js';
import { watts } from '../shared/units.js';

/** Source: mapping table rows 25 to 43, structure power_import_collection. */
const powerImportCollection = structure({
  activePowerImport: watts,
  activePowerScalerUnit: scalerUnit,
  primaryActivePowerImport: watts,
});

/** Read ESME Energy Registers (Power). */
export const ECS17c = dlmsUseCase({
  code: 'ECS17c',
  title: 'Read ESME Energy Registers (Power)',
  messageCode: 0x0028,
  messageType: 'SME.C.NC',
  serviceReferenceVariants: ['4.16'],
  targets: ['ESME'],
  source: 'GBCS mapping table rows 25 to 43; SMETS 5.7.5.4, 5.13.2.1, 5.13.2.5',
  command: { powerImport: get({ classId: 1, obis: '0-0:94.44.34.20' }, 2, powerImportCollection) },
  from: { ReadActivePowerImport: nothingToSay },
});
