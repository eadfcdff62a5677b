import type { Transaction } from 'kysely';
import type { DeviceType } from '../common/device-type.js';
import type { Database } from '../store/index.js';
import { entriesOf } from './central-products-list.js';
import type { CplEntry } from './cpl-entry.js';
import { refusal } from './refusals.js';
import { generationOfVersion, type SmetsGeneration } from './smets-generation.js';
import { TYPE_2_DEVICES } from './status-transitions.js';

/** What a User says a Device is. */
export interface ClaimedModel {
  readonly manufacturer: string;
  readonly model: string;
  readonly deviceType: DeviceType;
  readonly firmwareVersion: string | null;
  /** SMETSCHTSVersion as given. */
  readonly version: string | null;
}

/** What the Central Products List makes of it. */
export interface ApprovedModel {
  readonly generation: SmetsGeneration | null;
  /** The version given, or the list's where none was. */
  readonly smetsChtsVersion: string | null;
  readonly gbcsVersion: string | null;
}

/**
 * Checks a Device Model against the Central Products List. The list's generation counts before what a version number
 * looks like; where it has both generations, the version has to tell which one is meant (MP202: pre-notification must
 * include the SMETS version). Type 2 Devices are not in the list.
 * @throws DuisRejection
 */
export async function approveModel(tx: Transaction<Database>, claimed: ClaimedModel): Promise<ApprovedModel> {
  const { version, firmwareVersion } = claimed;
  if (TYPE_2_DEVICES.includes(claimed.deviceType)) {
    const generation = version === null ? undefined : generationOfVersion(version);
    return { generation: generation ?? null, smetsChtsVersion: version, gbcsVersion: null };
  }
  if (firmwareVersion === null) {
    throw refusal('details do not fit', `a ${claimed.deviceType} needs a firmware version`);
  }
  const entries = await entriesOf(tx, { ...claimed, firmwareVersion });
  const active = entries.filter((entry) => entry.status === 'Active');
  const name = `${claimed.deviceType} ${claimed.manufacturer} ${claimed.model} ${firmwareVersion}`;
  if (active.length === 0) throw refusal('not in the Central Products List', `no Active entry for ${name}`);
  const entry = version === null ? only(active) : entryFor(active, version);
  if (entry === undefined) {
    throw version === null || generationOfVersion(version) === undefined
      ? refusal(
          'generation cannot be told',
          `${name} has two entries, version '${version ?? ''}' names neither`,
        )
      : refusal('not in the Central Products List', `no Active entry for ${name} with version '${version}'`);
  }
  return {
    generation: entry.generation,
    smetsChtsVersion: version ?? entry.smetsChtsVersion,
    gbcsVersion: entry.gbcsVersion,
  };
}

function entryFor(active: readonly CplEntry[], version: string): CplEntry | undefined {
  const sameVersion = active.filter((entry) => plain(entry.smetsChtsVersion) === plain(version));
  if (sameVersion.length === 1) return sameVersion[0];
  const generation = generationOfVersion(version);
  if (generation === undefined) return only(active);
  return active.find((entry) => entry.generation === generation);
}

function only(active: readonly CplEntry[]): CplEntry | undefined {
  return active.length === 1 ? active[0] : undefined;
}

function plain(version: string): string {
  return version.replaceAll(/\s/g, '').toUpperCase();
}
