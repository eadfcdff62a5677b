import type { DeviceType } from '../common/device-type.js';
import type { Eui64 } from '../common/eui64.js';
import type { DeviceLogEntry } from '../gbcs/index.js';
import type { DeviceRecord, Inventory } from '../inventory/index.js';

/** Types of Devices that join a Gas Proxy Function. Source: GBCS 13.7, joins of use cases CS03B and CS03C. */
const JOINS_GAS_PROXY: readonly DeviceType[] = ['GSME', 'PPMID', 'IHD', 'CAD'];

/**
 * The Device Log of a Gas Proxy Function that is to be restored on another, as the inventory has it: the Devices of its
 * home that join Gas Proxy Functions. Where they have moved to another hub already (8.12.1), those that the old hub
 * backed up last. Inferred: the DCC restores what the function itself last backed up in an Alert (GCS62); the inventory is
 * what tells the same where no such Alert came.
 * @returns undefined where the inventory has no such function or no such Device
 */
export async function gasProxyDeviceLog(
  gasProxyFunction: Eui64,
  inventory: Inventory,
): Promise<readonly DeviceLogEntry[] | undefined> {
  const record = await inventory.find(gasProxyFunction);
  if (record?.deviceType !== 'GPF' || record.hubId === null) return undefined;
  const members = joining(await inventory.membersOf(record.hubId));
  const joined = members.length > 0 ? members : joining(await backedUpBy(record.hubId, inventory));
  if (joined.length === 0) return undefined;
  return joined.map(({ id, deviceType }) => ({ deviceId: id, deviceType }));
}

const joining = (devices: readonly DeviceRecord[]): readonly DeviceRecord[] =>
  devices.filter(({ deviceType }) => JOINS_GAS_PROXY.includes(deviceType));

/** What a backup names; it does not tell types, the inventory does. */
async function backedUpBy(hub: Eui64, inventory: Inventory): Promise<readonly DeviceRecord[]> {
  const backup = await inventory.hubBackup(hub);
  const found = await Promise.all((backup?.devices ?? []).map(({ device }) => inventory.find(device)));
  return found.filter((record) => record !== undefined);
}
