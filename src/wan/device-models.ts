import { anyData } from '../gbcs/dlms/any-data.js';
import { encodeData } from '../gbcs/dlms/dlms-type.js';
import { furnishDeviceLogs } from './device-log-models.js';
import { keepIdentity } from './device-identity.js';
import { furnishEsme } from './esme-model.js';
import { furnishEventLogs } from './event-logs.js';
import { furnishGasDevice } from './gas-device-model.js';
import { furnishSubGhz } from './sub-ghz-model.js';
import type { VirtualDevice } from './virtual-device.js';

/** Firmware version of an ESME or Communications Hub (ECS52). */
const FIRMWARE_VERSION = { classId: 1, obis: '0-0:0.2.1.255', index: 2 } as const;

/** Gives a virtual Device the objects its type has. */
export function furnish(device: VirtualDevice): void {
  if (device.deviceType === 'CHF') {
    furnishDeviceLogs(device);
    furnishSubGhz(device);
    furnishEventLogs(device);
    keepIdentity(device);
  }
  if (device.deviceType === 'ESME') furnishEsme(device);
  if (device.deviceType === 'GSME' || device.deviceType === 'GPF') furnishGasDevice(device);
  if (device.deviceType === 'CHF' || device.deviceType === 'ESME') {
    device.objects.defineAttribute(FIRMWARE_VERSION, () =>
      encodeData(anyData, { type: 'octet-string', value: Buffer.from(device.firmwareVersion, 'hex') }),
    );
  }
}
