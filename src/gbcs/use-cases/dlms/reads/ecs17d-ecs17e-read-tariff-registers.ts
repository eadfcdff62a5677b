import { array, optionalMember, structure } from '../../../dlms/index.js';
import { dlmsUseCase, nothingToSay, protectedRead, register } from '../engine/index.js';
import { wattHours } from '../shared/units.js';

/** Source: mapping table rows 28, 38, structure TOU_register_collection. */
const touRegisterCollection = structure({
  primaryRegisters: array(wattHours, 48),
  /** Twin element ESME only. */
  secondaryRegisters: optionalMember(array(wattHours, 4)),
});

/** 16 time-of-use registers of block 1, then those of blocks 2 to 4. Source: mapping table row 29. */
const blockTouRegisterCollection = structure({ primaryRegisters: array(wattHours, 64) });

/** Read ESME Energy Register (TOU). */
export const ECS17d = dlmsUseCase({
  code: 'ECS17d',
  title: 'Read ESME Energy Register (TOU)',
  messageCode: 0x0029,
  messageType: 'SME.C.NC',
  serviceReferenceVariants: ['4.1.2'],
  targets: ['ESME'],
  source: 'GBCS mapping table rows 28 to 1813; SMETS 5.7.5.34, 5.13.2.10',
  command: {
    registers: protectedRead('0-0:43.2.9.255', {
      tariffTou: register({ classId: 1, obis: '0-0:94.44.34.1' }, touRegisterCollection),
    }),
  },
  from: { ReadInstantaneousImportTOUMatrices: nothingToSay },
});

/** Read ESME Energy Register (TOU with Blocks). */
export const ECS17e = dlmsUseCase({
  code: 'ECS17e',
  title: 'Read ESME Energy Register (TOU with Blocks)',
  messageCode: 0x002a,
  messageType: 'SME.C.NC',
  serviceReferenceVariants: ['4.1.3'],
  targets: ['ESME'],
  source: 'GBCS mapping table rows 29 to 1814; SMETS 5.7.5.35',
  command: {
    registers: protectedRead('0-0:43.2.10.255', {
      tariffBlockTou: register({ classId: 1, obis: '0-0:94.44.34.2' }, blockTouRegisterCollection),
    }),
  },
  from: { ReadInstantaneousImportTOUWithBlocksMatrices: nothingToSay },
});
