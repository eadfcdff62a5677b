import { anyData, type DlmsData } from '../gbcs/dlms/any-data.js';
import { encodeData } from '../gbcs/dlms/dlms-type.js';
import { furnishDeviceLogs } from './device-log-models.js';
import { keepFactoryValues } from './esme-factory-values.js';
import { furnishGasDevice } from './gas-device-model.js';
import { furnishSubGhz } from './sub-ghz-model.js';
import type { VirtualDevice } from './virtual-device.js';

/** Firmware version of an ESME or Communications Hub (ECS52). */
const FIRMWARE_VERSION = { classId: 1, obis: '0-0:0.2.1.255', index: 2 } as const;
/** Import registers of an ESME, read encrypted (ECS17b). */
const IMPORT_REGISTERS = { classId: 1, obis: '0-0:94.44.34.10', index: 2 } as const;

/** Units of registers, as DLMS numbers them. */
const UNIT = { wattHour: 30, varHour: 32 } as const;

/** Gives a virtual Device the objects its type has. */
export function furnish(device: VirtualDevice): void {
  if (device.deviceType === 'CHF') {
    furnishDeviceLogs(device);
    furnishSubGhz(device);
  }
  if (device.deviceType === 'ESME') furnishEsme(device);
  if (device.deviceType === 'GSME' || device.deviceType === 'GPF') furnishGasDevice(device);
  if (device.deviceType === 'CHF' || device.deviceType === 'ESME') {
    device.objects.defineAttribute(FIRMWARE_VERSION, () =>
      encodeData(anyData, { type: 'octet-string', value: Buffer.from(device.firmwareVersion, 'hex') }),
    );
  }
}

function furnishEsme(esme: VirtualDevice): void {
  keepFactoryValues(esme.objects);
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
    return encodeData(anyData, {
      type: 'structure',
      value: [...register(used, UNIT.wattHour), ...register(Math.floor(used / 10), UNIT.varHour)],
    });
  });
}
