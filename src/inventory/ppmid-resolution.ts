import type { SmetsGeneration } from './smets-generation.js';

/** One line of MP202's table "PPMID SMETS versioning". */
interface ResolutionRow {
  /** SMETS version in the inventory as of pre-notification. */
  readonly prenotified: SmetsGeneration;
  /** SMETS version of the Communications Hub at pre-whitelisting. */
  readonly hub: SmetsGeneration;
  /** SMETS version of the PPMID in the inventory from then on. */
  readonly result: SmetsGeneration;
}

/** @see MP202 Modification Report, section 3 "Solution" */
export const PPMID_RESOLUTION: readonly ResolutionRow[] = [
  { prenotified: 'SMETS1', hub: 'SMETS1', result: 'SMETS1' },
  { prenotified: 'SMETS1', hub: 'SMETS2+', result: 'SMETS2+' },
  { prenotified: 'SMETS2+', hub: 'SMETS1', result: 'SMETS1' },
  { prenotified: 'SMETS2+', hub: 'SMETS2+', result: 'SMETS2+' },
];

/** The SMETS generation of a PPMID once it is in the Device Log of a Communications Hub of generation `hub`. */
export function resolvePpmidGeneration(prenotified: SmetsGeneration, hub: SmetsGeneration): SmetsGeneration {
  const row = PPMID_RESOLUTION.find((line) => line.prenotified === prenotified && line.hub === hub);
  if (row === undefined) throw new TypeError(`no resolution for ${prenotified} on ${hub}`);
  return row.result;
}
