import type { CplEntry } from './cpl-entry.js';
import {
  changesFor,
  fictitiousOf,
  type InterimConversion,
  modelKey,
  type PpmidModel,
} from './interim-migration-conversion.js';
import { InterimMigrationRefused, type InterimPair, writeFirmwareName } from './interim-migration-pair.js';

/**
 * What the pairs an operator names change in the list.
 * @param models as of `modelsOf`
 * @param today `YYYY-MM-DD`
 * @throws InterimMigrationRefused for a pair that contradicts the list or another pair
 */
export function namedConversions(
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
