import type { Transaction } from 'kysely';
import type { ServiceRequest } from '../../duis/index.js';
import type { Database, DeviceStatus } from '../../store/index.js';
import { activeEntry } from '../central-products-list.js';
import { type Cause, changeDevice, type DeviceMembers } from '../device-changes.js';
import type { DeviceRecord } from '../device-record.js';
import type { InventoryOptions } from '../inventory.js';
import { approveModel } from '../model-approval.js';
import { refusal } from '../refusals.js';

type Details = NonNullable<ServiceRequest<'UpdateInventory'>['body']['content']['UpdateDeviceDetails']>;

/** Before a Device is commissioned its details may be put right; afterwards they are what it was approved with. */
const CORRECTABLE: readonly (DeviceStatus | null)[] = [
  'Pending',
  'Whitelisted',
  'InstalledNotCommissioned',
  null,
];

/**
 * Corrects details of a Device, checked against the Central Products List as at pre-notification. The SMETS version of a
 * PPMID in a Device Log is its Communications Hub's to decide.
 * @throws DuisRejection
 */
export async function updateDeviceDetails(
  tx: Transaction<Database>,
  device: DeviceRecord,
  details: Details,
  resolvedVersionUpdate: InventoryOptions['resolvedVersionUpdate'],
  cause: Cause,
): Promise<void> {
  if (!CORRECTABLE.includes(device.status)) {
    throw refusal('wrong status', `${device.deviceType} ${device.id} is ${device.status}`);
  }
  if (details.ESMEVariant !== undefined && device.deviceType !== 'ESME') {
    throw refusal('details do not fit', `${device.deviceType} ${device.id} with an ESME variant`);
  }
  const model = {
    manufacturer: details.DeviceManufacturer ?? device.manufacturer,
    model: details.DeviceModel ?? device.model,
    firmwareVersion: details.FirmwareVersion ?? device.firmwareVersion,
    esmeVariant: details.ESMEVariant ?? device.esmeVariant,
  };
  const corrected = { ...device, ...model };
  const resolved = device.deviceType === 'PPMID' && device.hubId !== null;
  if (resolved && details.SMETSCHTSVersion !== undefined && resolvedVersionUpdate === 'refuse') {
    throw refusal(
      'version decided by the Communications Hub',
      `PPMID ${device.id} is ${device.smetsChtsVersion} at ${device.hubId}`,
    );
  }
  const versions = resolved
    ? await versionsOfResolved(tx, corrected)
    : await versionsOfClaimed(tx, corrected, details.SMETSCHTSVersion);
  await changeDevice(tx, device, { ...model, ...versions }, cause);
}

/** The generation stays; the versions are those of the firmware the PPMID turns out to have. */
async function versionsOfResolved(tx: Transaction<Database>, ppmid: DeviceRecord): Promise<DeviceMembers> {
  const { firmwareVersion, generation } = ppmid;
  const entry =
    firmwareVersion === null || generation === null
      ? undefined
      : await activeEntry(tx, { ...ppmid, firmwareVersion }, generation);
  if (entry === undefined) {
    throw refusal(
      'not in the Central Products List',
      `PPMID ${ppmid.id} (${ppmid.manufacturer} ${ppmid.model} ${firmwareVersion}) has no Active ${generation} entry`,
    );
  }
  return { smetsChtsVersion: entry.smetsChtsVersion, gbcsVersion: entry.gbcsVersion };
}

async function versionsOfClaimed(
  tx: Transaction<Database>,
  device: DeviceRecord,
  version: string | undefined,
): Promise<DeviceMembers> {
  const approved = await approveModel(tx, { ...device, version: version ?? device.smetsChtsVersion });
  if (device.hubId !== null && approved.generation !== device.generation) {
    throw refusal(
      'generation differs from the Communications Hub',
      `${device.deviceType} ${device.id} would be ${approved.generation} at ${device.hubId}`,
    );
  }
  return {
    ...approved,
    prenotifiedGeneration: approved.generation,
    ...(version === undefined ? {} : { prenotifiedVersion: version }),
  };
}
