import { cosemDateTimeOf } from '../gbcs/dlms/cosem-date-time.js';
import { ByteReader } from '../gbcs/bytes/byte-reader.js';
import { anyData, type DlmsData } from '../gbcs/dlms/any-data.js';
import { decodeData, encodeData } from '../gbcs/dlms/dlms-type.js';
import { type Eui64, eui64FromBytes } from '../common/eui64.js';
import {
  activeDevices,
  backupPan,
  DEVICE_LOG,
  HISTORIC_DEVICE_LOG,
  restorePan,
} from '../gbcs/use-cases/dlms/comms-hub/device-log.js';
import type { DeviceType } from '../common/device-type.js';
import { CodecError } from '../common/errors.js';
import { NULL_DATA } from './cosem-objects.js';
import { dlmsAlertContent } from './device-alert.js';
import { hashedLinkKeyOf } from './link-keys.js';
import type { VirtualDevice } from './virtual-device.js';

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

/** Source: GBCS-RULES section 8: a log has up to 16 Devices, and the historic one keeps the latest 15. */
const LOG_CAPACITY = 16;
const HISTORIC_CAPACITY = 15;

/** CS14, the alert of a changed Device Log. Source: RTDS 4.5.0 CS14; mark: confirmed. */
const DEVICE_LOG_CHANGED = { messageCode: 0x0018, alertCode: 0x8f12 } as const;

/** Gives a Communications Hub Function its Device Logs. */
export function furnishDeviceLogs(hub: VirtualDevice): void {
  const { objects } = hub;
  objects.defineMethod({ ...DEVICE_LOG, index: 1 }, (argument) => register(hub, argument));
  objects.defineMethod({ ...DEVICE_LOG, index: 2 }, (argument) => remove(hub, argument));
  objects.defineMethod({ ...DEVICE_LOG, index: 5 }, (argument) => restore(hub, argument));
  objects.defineAttribute({ ...DEVICE_LOG, index: 4 }, () => encodeData(activeDevices, logEntries(hub)));
  objects.defineMethod({ ...DEVICE_LOG, index: 4 }, () =>
    encodeData(backupPan, backup(hub, hub.deviceLog.keys())),
  );
  objects.defineMethod({ ...HISTORIC_DEVICE_LOG, index: 4 }, () =>
    encodeData(backupPan, backup(hub, hub.historicDeviceLog)),
  );
}

/**
 * register_device { address, key type, key, device type } (CCS01); a Device that is in the log already stays as it is.
 * A virtual Device joins at once, so that the alert has the hash of its link key.
 */
function register(hub: VirtualDevice, argument: Buffer): Buffer {
  const [address, , , type] = members(argument);
  if (address?.type !== 'octet-string' || type?.type !== 'enum')
    throw new CodecError('not a Device to register');
  const found = LOG_TYPES.find(([number]) => number === type.value);
  if (found === undefined) throw new CodecError(`${type.value} is not a Device type`);
  const id = eui64FromBytes(address.value);
  if (hub.deviceLog.has(id)) return NULL_DATA;
  if (hub.deviceLog.size >= LOG_CAPACITY) throw new CodecError('the Device Log is full');
  hub.deviceLog.set(id, found[1]);
  tellOfChange(hub);
  return NULL_DATA;
}

function remove(hub: VirtualDevice, argument: Buffer): Buffer {
  const address = anyData.read(new ByteReader(argument));
  if (address.type !== 'octet-string') throw new CodecError('not a Device to remove');
  const id = eui64FromBytes(address.value);
  if (!hub.deviceLog.delete(id)) return NULL_DATA;
  hub.historicDeviceLog.delete(id);
  hub.historicDeviceLog.add(id);
  const [oldest] = hub.historicDeviceLog;
  if (hub.historicDeviceLog.size > HISTORIC_CAPACITY && oldest !== undefined)
    hub.historicDeviceLog.delete(oldest);
  tellOfChange(hub);
  return NULL_DATA;
}

/**
 * restore_PAN { extended PAN ID, devices } (CCS03): the log becomes that of the hub it was backed up from. The backup
 * does not tell types of Devices.
 */
function restore(hub: VirtualDevice, argument: Buffer): Buffer {
  const { extendedPanId, devices } = decodeData(restorePan, new ByteReader(argument));
  hub.extendedPanId = extendedPanId;
  hub.deviceLog.clear();
  for (const { device, hashedLinkKey } of devices) {
    hub.deviceLog.set(device, undefined);
    hub.hashedLinkKeys.set(device, hashedLinkKey);
  }
  tellOfChange(hub);
  return NULL_DATA;
}

/** Source: GBCS-RULES section 8: CS14 is sent on every addition and removal, with the whole log; mark: confirmed. */
function tellOfChange(hub: VirtualDevice): void {
  const { messageCode, alertCode } = DEVICE_LOG_CHANGED;
  hub.send({
    messageCode,
    recipient: hub.accessControlBroker,
    protection: 'MAC',
    content: dlmsAlertContent(alertCode, hub.now, {
      type: backupPan,
      value: backup(hub, hub.deviceLog.keys()),
    }),
  });
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
    extendedPanId: hub.extendedPanId,
    devices: [...devices].map((device) => ({
      device,
      hashedLinkKey: hub.hashedLinkKeys.get(device) ?? hashedLinkKeyOf(device),
    })),
  };
}

function members(argument: Buffer): readonly DlmsData[] {
  const data = anyData.read(new ByteReader(argument));
  if (data.type !== 'structure') throw new CodecError('not a structure');
  return data.value;
}
