import type { DeviceType } from '../../common/device-type.js';
import { type Eui64, parseEui64 } from '../../common/eui64.js';
import { type DeviceRecord, SEED_MODELS } from '../../inventory/index.js';
import { Smets1Device } from './smets1-device.js';

/** Most Devices in the log of a SMETS1 Communications Hub (MMC schema 5.4, CHFDeviceLogType). */
export const DEVICE_LOG_CAPACITY = 16;

interface LogEntry {
  readonly device: Smets1Device;
  lastCommunication: Date;
}

/** One Device of a home the mock starts with. */
export interface HomeDevice {
  readonly id: string;
  readonly type: DeviceType;
  readonly firmwareVersion: string;
  readonly importMpxn?: string;
}

export interface Home {
  readonly hub: HomeDevice;
  /** In the Communications Hub's Device Log from the start. */
  readonly devices: readonly HomeDevice[];
}

const MODEL = SEED_MODELS;

/** The SMETS1 home of the seeded inventory. */
export const SEEDED_HOME: Home = {
  hub: { id: '00-DB-12-34-56-78-92-A2', type: 'CHF', firmwareVersion: MODEL.smets1Hub.firmwareVersion },
  devices: [
    { id: '00-DB-12-34-56-78-92-A3', type: 'GPF', firmwareVersion: MODEL.smets1Hub.firmwareVersion },
    {
      id: '00-DB-12-34-56-78-92-A0',
      type: 'ESME',
      firmwareVersion: MODEL.smets1Esme.firmwareVersion,
      importMpxn: '1312345680111',
    },
    {
      id: '00-DB-12-34-56-78-92-A1',
      type: 'GSME',
      firmwareVersion: MODEL.smets1Gsme.firmwareVersion,
      importMpxn: '1000999890',
    },
    { id: '00-DB-12-34-56-78-92-A4', type: 'PPMID', firmwareVersion: MODEL.dualModePpmid.firmwareVersion },
    { id: '00-DB-12-34-56-78-92-A5', type: 'PPMID', firmwareVersion: MODEL.smets1OnlyPpmid.firmwareVersion },
  ],
};

/** What an inventory says of a Device, as far as a simulated home needs it. */
export type InventoryDevice = Pick<
  DeviceRecord,
  'id' | 'deviceType' | 'hubId' | 'firmwareVersion' | 'generation' | 'importMpxn'
>;

/** The homes of an inventory's SMETS1 Communications Hubs, so that a mock that starts again knows what was in them. */
export function smets1HomesOf(devices: readonly InventoryDevice[]): Home[] {
  return devices
    .filter(({ deviceType, generation }) => deviceType === 'CHF' && generation === 'SMETS1')
    .map((hub) => ({
      hub: homeDevice(hub),
      devices: devices.filter(({ hubId }) => hubId === hub.id).map(homeDevice),
    }));
}

function homeDevice({ id, deviceType, firmwareVersion, importMpxn }: InventoryDevice): HomeDevice {
  return {
    id,
    type: deviceType,
    firmwareVersion: firmwareVersion ?? '',
    ...(importMpxn !== null && { importMpxn }),
  };
}

/** The simulated SMETS1 homes: Devices, and what is in each Communications Hub's Device Log. */
export class Smets1Homes {
  readonly #devices = new Map<Eui64, Smets1Device>();
  readonly #logs = new Map<Eui64, Map<Eui64, LogEntry>>();

  constructor(homes: readonly Home[], now: Date) {
    for (const { hub, devices } of homes) {
      const hubDevice = this.#create(hub);
      const members = devices.map((device) => this.#create(device));
      for (const member of members) this.admit(hubDevice.id, member.id, now);
      for (const member of members) {
        for (const other of members) if (pair(member, other)) join(member, other);
      }
    }
  }

  find(id: Eui64): Smets1Device | undefined {
    return this.#devices.get(id);
  }

  /**
   * The Device of that name. An S1SP learns of Devices from the DCC; the mock learns of one when it is first named,
   * and takes it for what the request suggests.
   */
  findOrLearn(id: Eui64, type: DeviceType): Smets1Device {
    const { firmwareVersion } = type === 'CHF' ? MODEL.smets1Hub : MODEL.dualModePpmid;
    return this.#devices.get(id) ?? this.#create({ id, type, firmwareVersion });
  }

  /**
   * Puts a Device into a Communications Hub's Device Log; once is enough.
   * @param type what it is, if it was not heard of before
   * @returns false if the log is full
   */
  admit(hub: Eui64, device: Eui64, now: Date, type: DeviceType = 'PPMID'): boolean {
    const log = this.#log(hub);
    const entry = log.get(device);
    if (entry !== undefined) entry.lastCommunication = now;
    else if (log.size >= DEVICE_LOG_CAPACITY) return false;
    else log.set(device, { device: this.findOrLearn(device, type), lastCommunication: now });
    return true;
  }

  /** @returns false if the Device was not in the log */
  remove(hub: Eui64, device: Eui64): boolean {
    const gone = this.#log(hub).delete(device);
    if (gone) {
      for (const { joined } of this.#devices.values()) joined.delete(device);
      this.find(device)?.joined.clear();
    }
    return gone;
  }

  log(hub: Eui64): readonly { readonly device: Smets1Device; readonly lastCommunication: Date }[] {
    return [...this.#log(hub).values()];
  }

  /** Two Devices can join if one Communications Hub has both in its log, or is one of them. */
  sameHome(a: Eui64, b: Eui64): boolean {
    return [...this.#logs].some(
      ([hub, log]) => (hub === a || log.has(a)) && (hub === b || log.has(b)) && a !== b,
    );
  }

  #log(hub: Eui64): Map<Eui64, LogEntry> {
    let log = this.#logs.get(hub);
    if (log === undefined) this.#logs.set(hub, (log = new Map<Eui64, LogEntry>()));
    return log;
  }

  #create({ id, type, firmwareVersion, importMpxn }: HomeDevice): Smets1Device {
    const device = new Smets1Device(parseEui64(id), type, firmwareVersion);
    device.importMpxn = importMpxn;
    this.#devices.set(device.id, device);
    if (type === 'CHF') this.#log(device.id);
    return device;
  }
}

/** What talks to what in a home: meters and PPMIDs, and a gas meter and its proxy. */
function pair(a: Smets1Device, b: Smets1Device): boolean {
  const kinds = new Set([a.type, b.type]);
  return (
    (kinds.has('PPMID') && (kinds.has('ESME') || kinds.has('GPF'))) || (kinds.has('GSME') && kinds.has('GPF'))
  );
}

export function join(a: Smets1Device, b: Smets1Device): void {
  a.joined.set(b.id, b.type);
  b.joined.set(a.id, a.type);
}
