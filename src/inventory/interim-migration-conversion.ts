import type { CplEntry } from './cpl-entry.js';
import type { FirmwareName, InterimPair } from './interim-migration-pair.js';

/** A row of the Central Products List as it is and as it is to be. */
export interface CplChange {
  /** Null for a row to add. */
  readonly before: CplEntry | null;
  readonly after: CplEntry;
}

/** A fictitious firmware version, the real one it stands for, and what that changes in the list. */
export interface InterimConversion extends InterimPair {
  /** Whether the list told, or the operator. */
  readonly origin: 'detected' | 'pair';
  readonly changes: readonly CplChange[];
}

/** The PPMID rows of one Device Model, by firmware version. */
export interface PpmidModel {
  readonly smets1: ReadonlyMap<string, CplEntry>;
  readonly smets2: ReadonlyMap<string, CplEntry>;
}

/** What makes the list say of `real` what it says of the fictitious version; in words why that cannot be. */
export function changesFor(
  pair: InterimPair,
  fictitious: CplEntry,
  real: CplEntry | undefined,
  today: string,
): CplChange[] | string {
  if (real !== undefined && real.status !== 'Active') {
    return `the SMETS1 row of ${pair.real} is ${real.status}`;
  }
  if (fictitious.status !== 'Active') {
    return real === undefined
      ? `the SMETS1 row of ${pair.fictitious} is ${fictitious.status}, there is no approval to carry over`
      : [];
  }
  const withdrawn: CplChange = {
    before: fictitious,
    after: { ...fictitious, status: 'Withdrawn', removedOn: today },
  };
  if (real !== undefined) return [withdrawn];
  const after: CplEntry = { ...fictitious, firmwareVersion: pair.real, addedOn: today, removedOn: null };
  return [{ before: null, after }, withdrawn];
}

/** The PPMID rows of the list, by Device Model. */
export function modelsOf(entries: readonly CplEntry[]): Map<string, PpmidModel> {
  const models = new Map<string, { smets1: Map<string, CplEntry>; smets2: Map<string, CplEntry> }>();
  for (const entry of entries.filter(({ deviceType }) => deviceType === 'PPMID')) {
    const model = models.get(modelKey(entry)) ?? { smets1: new Map(), smets2: new Map() };
    models.set(modelKey(entry), model);
    (entry.generation === 'SMETS1' ? model.smets1 : model.smets2).set(entry.firmwareVersion, entry);
  }
  return models;
}

/** What `modelsOf` goes by. */
export function modelKey({ manufacturer, model }: Pick<CplEntry, 'manufacturer' | 'model'>): string {
  return JSON.stringify([manufacturer, model]);
}

/** The fictitious firmware version of a pair. */
export function fictitiousOf({ manufacturer, model, fictitious }: InterimPair): FirmwareName {
  return { manufacturer, model, firmwareVersion: fictitious };
}
