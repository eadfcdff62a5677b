import { ByteReader } from '../gbcs/bytes/byte-reader.js';
import { ByteWriter } from '../gbcs/bytes/byte-writer.js';
import { cosemDateTimeOf } from '../gbcs/dlms/cosem-date-time.js';
import { anyData, type DlmsData } from '../gbcs/dlms/any-data.js';
import { type DlmsType } from '../gbcs/dlms/dlms-type.js';
import { type Eui64, eui64FromBytes, eui64ToBytes } from '../common/eui64.js';
import {
  activeDevices,
  backupPan,
  DEVICE_LOG,
  HISTORIC_DEVICE_LOG,
} from '../gbcs/use-cases/dlms/comms-hub/device-log.js';
import type { DeviceType } from '../common/device-type.js';
import { CodecError } from '../common/errors.js';
import { NULL_DATA } from './cosem-objects.js';
import type { VirtualDevice } from './virtual-device.js';

/** Firmware version of an ESME or Communications Hub (ECS52). */
const FIRMWARE_VERSION = { classId: 1, obis: '0-0:0.2.1.255', index: 2 } as const;
/** Import registers of an ESME, read encrypted (ECS17b). */
const IMPORT_REGISTERS = { classId: 1, obis: '0-0:94.44.34.10', index: 2 } as const;

/** Device types in the Device Log of a Communications Hub. Source: GBCS-RULES section 8. */
const LOG_TYPES: readonly (readonly [number, DeviceType])[] = [
  [0, 'ESME'],
  [1, 'GSME'],
  [13, 'HCALCS'],
  [128, 'IHD'],
  [130, 'CAD'],
  [132, 'PPMID'],
  [254, 'GPF'],
];

/** Units of registers, as DLMS numbers them. */
const UNIT = { wattHour: 30, varHour: 32 } as const;

/** Gives a virtual Device the objects its type has. */
export function furnish(device: VirtualDevice): void {
  if (device.deviceType === 'CHF') furnishHub(device);
  if (device.deviceType === 'ESME') furnishEsme(device);
  if (device.deviceType === 'CHF' || device.deviceType === 'ESME') {
    device.objects.defineAttribute(FIRMWARE_VERSION, () =>
      write(anyData, { type: 'octet-string', value: Buffer.from(device.firmwareVersion, 'hex') }),
    );
  }
}

function furnishHub(hub: VirtualDevice): void {
  const { objects } = hub;
  objects.defineMethod({ ...DEVICE_LOG, index: 1 }, (argument) => register(hub, argument));
  objects.defineMethod({ ...DEVICE_LOG, index: 2 }, (argument) => remove(hub, argument));
  objects.defineAttribute({ ...DEVICE_LOG, index: 4 }, () => write(activeDevices, logEntries(hub)));
  objects.defineMethod({ ...DEVICE_LOG, index: 4 }, () =>
    write(backupPan, backup(hub, hub.deviceLog.keys())),
  );
  objects.defineMethod({ ...HISTORIC_DEVICE_LOG, index: 4 }, () =>
    write(backupPan, backup(hub, hub.historicDeviceLog)),
  );
}

/** register_device { address, key type, key, device type } (CCS01); a Device that is in the log already stays as it is. */
function register(hub: VirtualDevice, argument: Buffer): Buffer {
  const [address, , , type] = members(argument);
  if (address?.type !== 'octet-string' || type?.type !== 'enum')
    throw new CodecError('not a Device to register');
  const found = LOG_TYPES.find(([number]) => number === type.value);
  if (found === undefined) throw new CodecError(`${type.value} is not a Device type`);
  hub.deviceLog.set(eui64FromBytes(address.value), found[1]);
  return NULL_DATA;
}

/** Source: GBCS-RULES section 8: the entry goes to the historic log, which keeps the latest 15. */
const HISTORIC_CAPACITY = 15;

function remove(hub: VirtualDevice, argument: Buffer): Buffer {
  const address = anyData.read(new ByteReader(argument));
  if (address.type !== 'octet-string') throw new CodecError('not a Device to remove');
  const id = eui64FromBytes(address.value);
  if (hub.deviceLog.delete(id)) {
    hub.historicDeviceLog.delete(id);
    hub.historicDeviceLog.add(id);
    const [oldest] = hub.historicDeviceLog;
    if (hub.historicDeviceLog.size > HISTORIC_CAPACITY && oldest !== undefined)
      hub.historicDeviceLog.delete(oldest);
  }
  return NULL_DATA;
}

function logEntries(hub: VirtualDevice) {
  return [...hub.deviceLog.keys()].map((device) => ({
    device,
    status: '00000001',
    maxRssi: -40,
    averageRssi: -55,
    minRssi: -70,
    maxLqi: 255,
    averageLqi: 220,
    minLqi: 180,
    lastCommunication: cosemDateTimeOf(hub.now),
    numberOfHops: 0,
    transmissionFailures: 0,
    transmissionSuccesses: 100,
    applicationVersion: 1,
    stackVersion: 1,
  }));
}

function backup(hub: VirtualDevice, devices: Iterable<Eui64>) {
  return {
    readAt: cosemDateTimeOf(hub.now),
    extendedPanId: eui64ToBytes(hub.id),
    devices: [...devices].map((device) => ({ device, hashedLinkKey: Buffer.alloc(0) })),
  };
}

function furnishEsme(esme: VirtualDevice): void {
  const installed = esme.now.getTime();
  const base = Number(BigInt(`0x${esme.id.replaceAll('-', '')}`) % 1_000_000n);
  const register = (value: number, unit: number): DlmsData[] => [
    { type: 'double-long-unsigned', value },
    {
      type: 'structure',
      value: [
        { type: 'integer', value: 0 },
        { type: 'enum', value: unit },
      ],
    },
  ];
  // A household of some 400 W.
  esme.objects.defineAttribute(IMPORT_REGISTERS, () => {
    const used = base + Math.floor(((esme.now.getTime() - installed) * 400) / 3_600_000);
    return write(anyData, {
      type: 'structure',
      value: [...register(used, UNIT.wattHour), ...register(Math.floor(used / 10), UNIT.varHour)],
    });
  });
}

function write<T>(type: DlmsType<T>, value: T): Buffer {
  const writer = new ByteWriter();
  type.write(writer, value);
  return writer.toBuffer();
}

function members(argument: Buffer): readonly DlmsData[] {
  const data = anyData.read(new ByteReader(argument));
  if (data.type !== 'structure') throw new CodecError('not a structure');
  return data.value;
}
