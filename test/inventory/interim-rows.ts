import type { CplEntry } from '../../src/inventory/index.js';

export const INTERIM_MODEL = { manufacturer: 'DE01', model: '03400100' } as const;
export const FICTITIOUS = 'FF040001';
export const REAL = '00040001';

/** An Active row of the PPMID model of samples/cpl/interim-solution.csv. */
export function cplRow(
  generation: CplEntry['generation'],
  firmwareVersion: string,
  members: Partial<CplEntry> = {},
): CplEntry {
  return {
    ...INTERIM_MODEL,
    deviceType: 'PPMID',
    firmwareVersion,
    generation,
    smetsChtsVersion: generation === 'SMETS1' ? 'SMETS1' : 'SMETS V5.0',
    gbcsVersion: generation === 'SMETS1' ? null : '4.3',
    status: 'Active',
    esmeVariant: null,
    hanVariant: null,
    imageHash: null,
    addedOn: '2021-11-04',
    removedOn: null,
    ...members,
  };
}
