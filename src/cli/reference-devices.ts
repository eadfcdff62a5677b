import { parseEui64, type Eui64 } from '../common/eui64.js';
import type { CommunicationsHubBackup, DeviceFacts, DeviceLogEntry } from '../gbcs/index.js';

/** The Access Control Broker of the reference test data and of DCC Boxed. */
export const ACCESS_CONTROL_BROKER = parseEui64('90-B3-D5-1F-30-00-00-02');
/** Its transitional Change of Supplier party. */
export const TRANSITIONAL_CHANGE_OF_SUPPLIER = parseEui64('90-B3-D5-1F-30-00-00-04');

/**
 * Devices of the reference test data (RTDS 4.5.0), which its requests address or name. The types are read from its
 * Commands: which use cases are sent to a Device, and the type a Join gives for the other Device.
 */
export const REFERENCE_DEVICES: ReadonlyMap<Eui64, DeviceFacts> = new Map(
  (
    [
      ['00-DB-12-34-56-78-90-A0', { deviceType: 'ESME' }],
      ['00-DB-12-34-56-78-90-A1', { deviceType: 'GSME' }],
      ['00-DB-12-34-56-78-90-A2', { deviceType: 'CHF' }],
      ['00-DB-12-34-56-78-90-A3', { deviceType: 'GPF' }],
      ['00-DB-12-34-56-78-90-A4', { deviceType: 'PPMID' }],
      ['00-DB-12-34-56-78-90-A5', { deviceType: 'HCALCS' }],
      ['00-DB-12-34-56-78-90-A6', { deviceType: 'ESME' }],
      ['00-DB-12-34-56-78-90-93', { deviceType: 'ESME' }],
      ['00-DB-12-34-56-78-90-94', { deviceType: 'GSME' }],
      ['00-DB-12-34-56-78-90-95', { deviceType: 'CHF' }],
      ['00-DB-12-34-56-78-90-97', { deviceType: 'HCALCS' }],
      ['00-DB-12-34-56-78-90-98', { deviceType: 'PPMID' }],
      ['00-DB-12-34-56-78-90-99', { deviceType: 'PPMID' }],
      ['00-DB-12-34-56-78-90-9A', { deviceType: 'HCALCS' }],
      ['00-DB-12-34-56-78-90-9C', { deviceType: 'GPF' }],
      ['00-DB-12-34-56-78-90-B3', { deviceType: 'GPF' }],
    ] as const
  ).map(([id, facts]) => [parseEui64(id), facts]),
);

/** Device Logs the reference Gas Proxy Functions backed up, by the restoring Command of RTDS 4.5.0 (GCS59). */
export const REFERENCE_GAS_PROXY_LOGS: ReadonlyMap<Eui64, readonly DeviceLogEntry[]> = new Map([
  [
    parseEui64('00-DB-12-34-56-78-90-B3'),
    [
      { deviceId: parseEui64('00-11-22-33-44-55-66-77'), deviceType: 'PPMID' },
      { deviceId: parseEui64('88-99-AA-BB-CC-DD-EE-FF'), deviceType: 'IHD' },
    ],
  ],
]);

/** What the reference Communications Hub backed up, by the restoring Command of RTDS 4.5.0 (CCS03). */
export const REFERENCE_HUB_BACKUPS: ReadonlyMap<Eui64, CommunicationsHubBackup> = new Map([
  [
    parseEui64('00-DB-12-34-56-78-90-95'),
    {
      extendedPanId: Buffer.from('0000000000000140', 'hex'),
      devices: [
        {
          device: parseEui64('00-DB-12-34-56-78-90-A0'),
          hashedLinkKey: Buffer.from('83fed3407a939723a5c639b26916d506', 'hex'),
        },
        {
          device: parseEui64('00-DB-12-34-56-78-90-A1'),
          hashedLinkKey: Buffer.from('83fed3407a939723a5c639b26916d505', 'hex'),
        },
      ],
    },
  ],
]);
