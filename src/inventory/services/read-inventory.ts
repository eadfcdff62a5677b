import type { DSPInventory, ServiceRequest } from '../../duis/index.js';
import type { CplEntry } from '../cpl-entry.js';
import type { DeviceRecord } from '../device-record.js';
import type { Inventory, InventorySearch } from '../inventory.js';
import { refusal } from '../refusals.js';
import type { NonDeviceContext, NonDeviceOutcome } from './outcome.js';

type Device = DSPInventory['Device'][number];

/** Most Devices in one DSPInventory (DUIS schema). */
const MOST_DEVICES = 17;

/** Order of the types in an answer, after the Device that was asked for. */
const TYPE_ORDER = ['CHF', 'GPF', 'ESME', 'GSME', 'HCALCS', 'PPMID', 'IHD', 'CAD'];

/**
 * Read Inventory (8.2): the home of a Device, address or meter point. Asked by Device ID, that Device comes first and the
 * others of its Communications Hub follow; decommissioned Devices are shown only when asked for by Device ID.
 */
export async function readInventory(
  request: ServiceRequest<'ReadInventory'>,
  { inventory }: NonDeviceContext,
): Promise<NonDeviceOutcome> {
  const { content } = request.body;
  const asked = content.DeviceID === undefined ? undefined : await inventory.find(content.DeviceID);
  const found = asked === undefined ? await inventory.search(searchOf(content)) : [asked];
  const home = await homesOf(inventory, found);
  const live = home.filter((device) => device.status !== 'Decommissioned' && device.id !== asked?.id);
  const ordered = [...(asked === undefined ? [] : [asked]), ...live.sort(byType)];
  if (ordered.length === 0) throw refusal('unknown Device', JSON.stringify(content));

  const hubs = new Map(home.map((device) => [device.id, device]));
  const shown = ordered.slice(0, MOST_DEVICES);
  const devices: Device[] = [];
  for (const device of shown) {
    const hub = device.hubId === null ? undefined : hubs.get(device.hubId);
    devices.push(inventoryItem(device, hub, await cplEntryOf(inventory, device)));
  }
  return {
    responseCode: 'I0',
    content: { DSPInventory: { Device: devices } },
    ...(ordered.length > MOST_DEVICES
      ? { remark: `${ordered.length} Devices found, the first ${MOST_DEVICES} shown` }
      : {}),
  };
}

function searchOf(content: ServiceRequest<'ReadInventory'>['body']['content']): InventorySearch {
  if (content.UPRN !== undefined) return { uprn: String(content.UPRN) };
  if (content.MPxN !== undefined) return { mpxn: content.MPxN };
  if (content.PropertyFilter !== undefined) {
    const { PostCode: postCode, AddressIdentifier: addressIdentifier } = content.PropertyFilter;
    return { postCode, addressIdentifier };
  }
  throw refusal('unknown Device', `${content.DeviceID}`);
}

/** Every Device of the Communications Hubs that the given ones belong to, and the given ones. */
async function homesOf(inventory: Inventory, found: readonly DeviceRecord[]): Promise<DeviceRecord[]> {
  const home = new Map(found.map((device) => [device.id, device]));
  const hubIds = new Set(found.map((device) => (device.deviceType === 'CHF' ? device.id : device.hubId)));
  for (const hubId of hubIds) {
    if (hubId === null) continue;
    const hub = await inventory.find(hubId);
    for (const device of [...(hub === undefined ? [] : [hub]), ...(await inventory.membersOf(hubId))]) {
      home.set(device.id, device);
    }
  }
  return [...home.values()];
}

async function cplEntryOf(inventory: Inventory, device: DeviceRecord): Promise<CplEntry | undefined> {
  const { manufacturer, model, deviceType, firmwareVersion, generation } = device;
  if (firmwareVersion === null || generation === null) return undefined;
  const [entry] = await inventory.cpl.list({ manufacturer, model, deviceType, firmwareVersion, generation });
  return entry;
}

function byType(a: DeviceRecord, b: DeviceRecord): number {
  return TYPE_ORDER.indexOf(a.deviceType) - TYPE_ORDER.indexOf(b.deviceType) || (a.id < b.id ? -1 : 1);
}

/** A Device as Users see it: the SMETS version is the one that holds now. What a home has in common comes from its hub. */
export function inventoryItem(
  device: DeviceRecord,
  hub: DeviceRecord | undefined,
  entry: CplEntry | undefined,
): Device {
  const s1sp = device.generation === 'SMETS1' ? (device.s1sp ?? hub?.s1sp ?? null) : null;
  const postCode = device.postCode ?? hub?.postCode ?? null;
  const addressIdentifier = device.addressIdentifier ?? hub?.addressIdentifier ?? null;
  const uprn = device.uprn ?? hub?.uprn ?? null;
  const optional = {
    DeviceStatus: device.status,
    SMETSCHTSVersion: device.smetsChtsVersion,
    DeviceFirmwareVersion: device.firmwareVersion,
    DeviceFirmwareVersionStatus: entry?.status ?? null,
    CPLStatus: entry?.status ?? null,
    DateCommissioned: device.dateCommissioned,
    ImportMPxN: device.importMpxn,
    SecondaryImportMPAN: device.secondaryImportMpan,
    ExportMPAN: device.exportMpan,
    ESMEVariant: device.esmeVariant as Device['ESMEVariant'] | null,
    UPRN: uprn === null ? null : Number(uprn),
    PropertyFilter:
      postCode === null || addressIdentifier === null
        ? null
        : { PostCode: postCode, AddressIdentifier: addressIdentifier },
    CSPRegion: (device.cspRegion ?? hub?.cspRegion ?? null) as Device['CSPRegion'] | null,
    DeviceGBCSVersion: device.gbcsVersion,
    HANVariant: device.hanVariant ?? entry?.hanVariant ?? null,
    S1SP: s1sp,
    Connectivity: device.connectivity as Device['Connectivity'] | null,
  };
  return {
    DeviceID: device.id,
    DeviceType: device.deviceType,
    DeviceManufacturer: device.manufacturer,
    DeviceModel: device.model,
    ...withoutNulls(optional),
  };
}

type WithoutNulls<T> = { [K in keyof T]?: Exclude<T[K], null | undefined> };

function withoutNulls<T extends object>(members: T): WithoutNulls<T> {
  return Object.fromEntries(
    Object.entries(members).filter(([, value]) => value !== null && value !== undefined),
  ) as WithoutNulls<T>;
}
