import type { Transaction } from 'kysely';
import type { Database } from '../store/index.js';
import { activeEntry } from './central-products-list.js';
import { type Cause, changeDevice } from './device-changes.js';
import type { DeviceRecord } from './device-record.js';

/** Notes the firmware a Device runs, with the versions of specifications its CPL row has. */
export async function useFirmwareVersion(
  tx: Transaction<Database>,
  device: DeviceRecord,
  firmwareVersion: string,
  cause: Cause,
): Promise<void> {
  const entry =
    device.generation === null
      ? undefined
      : await activeEntry(tx, { ...device, firmwareVersion }, device.generation);
  const versions =
    entry === undefined ? {} : { smetsChtsVersion: entry.smetsChtsVersion, gbcsVersion: entry.gbcsVersion };
  await changeDevice(tx, device, { firmwareVersion, ...versions }, cause);
}
