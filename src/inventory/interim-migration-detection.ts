import type { CplEntry } from './cpl-entry.js';
import {
  changesFor,
  fictitiousOf,
  type InterimConversion,
  modelKey,
  modelsOf,
  type PpmidModel,
} from './interim-migration-conversion.js';
import { namedConversions } from './interim-migration-named.js';
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
