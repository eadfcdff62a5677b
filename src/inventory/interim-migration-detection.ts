import type { CplEntry } from './cpl-entry.js';
import {
  type FirmwareName,
  InterimMigrationRefused,
  type InterimPair,
  writeFirmwareName,
} from './interim-migration-pair.js';

/** What an operator knows that the list does not tell. */
export interface InterimKnowledge {
  readonly pairs: readonly InterimPair[];
  /** Firmware versions that are SMETS1 only for real and stay as they are. */
  readonly keep: readonly FirmwareName[];
}

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

/** A SMETS1-only firmware version of which the list does not tell whether and for which real one it stands. */
export interface UndecidedFirmware extends FirmwareName {
  readonly reason: string;
  /** SMETS2+ firmware versions of the model. */
  readonly candidates: readonly string[];
}

export interface InterimDetection {
  readonly conversions: readonly InterimConversion[];
  readonly undecided: readonly UndecidedFirmware[];
}

/** The PPMID rows of one Device Model, by firmware version. */
interface PpmidModel {
  readonly smets1: ReadonlyMap<string, CplEntry>;
  readonly smets2: ReadonlyMap<string, CplEntry>;
}

/**
 * Finds the rows of the tactical interim solution and what the dual-row list would have instead: for a SMETS1 PPMID row
 * of a firmware version that its model has in SMETS1 only, a SMETS1 row of the real firmware version, the fictitious one
 * becoming Withdrawn.
 *
 * Inferred: no source tells how a fictitious version is recognised. So a pair is taken from the list only where the model
 * has one such version and one SMETS2+ version, both Active; everything else is undecided until the operator names it.
 * @param today `YYYY-MM-DD`, the date of the changes
 * @throws InterimMigrationRefused if what the operator says contradicts the list
 * @see MP202 Modification Report, section 2 "Tactical interim solution"; SEC Appendix Z 3.13
 */
export function detectInterimRows(
  entries: readonly CplEntry[],
  { pairs, keep }: InterimKnowledge,
  today: string,
): InterimDetection {
  const models = modelsOf(entries);
  const named = namedConversions(models, pairs, today);
  const paired = new Set(named.map((pair) => writeFirmwareName(fictitiousOf(pair))));
  const kept = keptNames(models, keep, paired);

  const conversions = [...named];
  const undecided: UndecidedFirmware[] = [];
  for (const model of models.values()) {
    // One that is paired still counts: that it stands for a version says nothing of the others.
    const open = smets1Only(model).filter((row) => !kept.has(writeFirmwareName(row)));
    for (const entry of open.filter((row) => !paired.has(writeFirmwareName(row)))) {
      const decided = decide(entry, open, model, today);
      if ('reason' in decided) undecided.push(decided);
      else conversions.push(decided);
    }
  }
  return { conversions, undecided };
}

function keptNames(
  models: ReadonlyMap<string, PpmidModel>,
  keep: readonly FirmwareName[],
  paired: ReadonlySet<string>,
): Set<string> {
  for (const name of keep) {
    const key = writeFirmwareName(name);
    if (paired.has(key)) throw new InterimMigrationRefused(`${key} is to be kept and to be paired`);
    if (models.get(modelKey(name))?.smets1.has(name.firmwareVersion) !== true) {
      throw new InterimMigrationRefused(`${key} is to be kept, but there is no SMETS1 PPMID row of it`);
    }
  }
  return new Set(keep.map(writeFirmwareName));
}

/** Active SMETS1 rows whose firmware version the model does not have in SMETS2+, where it has any in SMETS2+. */
function smets1Only({ smets1, smets2 }: PpmidModel): CplEntry[] {
  if (smets2.size === 0) return [];
  return [...smets1.values()].filter(
    ({ firmwareVersion, status }) => status === 'Active' && !smets2.has(firmwareVersion),
  );
}

function decide(
  entry: CplEntry,
  open: readonly CplEntry[],
  model: PpmidModel,
  today: string,
): InterimConversion | UndecidedFirmware {
  const { manufacturer, model: name, firmwareVersion } = entry;
  const candidates = [...model.smets2.keys()];
  const undecided = (reason: string): UndecidedFirmware => ({
    manufacturer,
    model: name,
    firmwareVersion,
    reason,
    candidates,
  });
  const [real, ...more] = model.smets2.values();
  if (real === undefined || more.length > 0) {
    return undecided(`the model has ${candidates.length} SMETS2+ firmware versions`);
  }
  if (open.length > 1) return undecided(`the model has ${open.length} firmware versions in SMETS1 only`);
  if (real.status !== 'Active') {
    return undecided(`the SMETS2+ row of ${real.firmwareVersion} is ${real.status}`);
  }
  const pair = { manufacturer, model: name, fictitious: firmwareVersion, real: real.firmwareVersion };
  const changes = changesFor(pair, entry, model.smets1.get(pair.real), today);
  return typeof changes === 'string' ? undecided(changes) : { ...pair, origin: 'detected', changes };
}

function namedConversions(
  models: ReadonlyMap<string, PpmidModel>,
  pairs: readonly InterimPair[],
  today: string,
): InterimConversion[] {
  const realOf = new Map<string, string>();
  const added = new Map<string, CplEntry>();
  const conversions: InterimConversion[] = [];
  for (const pair of pairs) {
    const key = writeFirmwareName(fictitiousOf(pair));
    const refuse = (reason: string) => new InterimMigrationRefused(`${key}=${pair.real}: ${reason}`);
    const before = realOf.get(key);
    if (before === pair.real) continue;
    if (before !== undefined) throw refuse(`it is paired with ${before} as well`);
    realOf.set(key, pair.real);

    const model = models.get(modelKey(pair));
    const row = model?.smets1.get(pair.fictitious);
    if (model === undefined || row === undefined) {
      throw refuse(`there is no SMETS1 PPMID row of ${pair.fictitious}`);
    }
    if (model.smets2.has(pair.fictitious)) {
      throw refuse(`${pair.fictitious} has a SMETS2+ row as well, so it is not fictitious`);
    }
    if (!model.smets2.has(pair.real)) throw refuse(`there is no SMETS2+ PPMID row of ${pair.real}`);

    const changes = changesFor(pair, row, model.smets1.get(pair.real), today);
    if (typeof changes === 'string') throw refuse(changes);
    const realKey = writeFirmwareName({ ...pair, firmwareVersion: pair.real });
    const news = changes.filter((change) => {
      if (change.before !== null) return true;
      const other = added.get(realKey);
      if (other === undefined) {
        added.set(realKey, change.after);
        return true;
      }
      if (JSON.stringify(other) !== JSON.stringify(change.after)) {
        throw refuse(`another fictitious version of ${pair.real} has a SMETS1 row that says otherwise`);
      }
      return false;
    });
    conversions.push({ ...pair, origin: 'pair', changes: news });
  }
  return conversions;
}

/** What makes the list say of `real` what it says of the fictitious version; in words why that cannot be. */
function changesFor(
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

function modelsOf(entries: readonly CplEntry[]): Map<string, PpmidModel> {
  const models = new Map<string, { smets1: Map<string, CplEntry>; smets2: Map<string, CplEntry> }>();
  for (const entry of entries.filter(({ deviceType }) => deviceType === 'PPMID')) {
    const model = models.get(modelKey(entry)) ?? { smets1: new Map(), smets2: new Map() };
    models.set(modelKey(entry), model);
    (entry.generation === 'SMETS1' ? model.smets1 : model.smets2).set(entry.firmwareVersion, entry);
  }
  return models;
}

function modelKey({ manufacturer, model }: Pick<CplEntry, 'manufacturer' | 'model'>): string {
  return JSON.stringify([manufacturer, model]);
}

function fictitiousOf({ manufacturer, model, fictitious }: InterimPair): FirmwareName {
  return { manufacturer, model, firmwareVersion: fictitious };
}
