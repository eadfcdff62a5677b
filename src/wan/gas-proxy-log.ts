import { DEVICE_TYPES, type DeviceType } from '../common/device-type.js';
import { decodeDer, encodeDer } from '../gbcs/asn1/der-schema.js';
import type { GbcsMessage } from '../gbcs/index.js';
import { GBCS_DEVICE_TYPES } from '../gbcs/use-cases/asn1/device-type.js';
import { GCS59, GCS62 } from '../gbcs/use-cases/asn1/gcs59-restore-gpf-device-log.js';
import { schemaOf } from './schema-of.js';
import type { VirtualDevice } from './virtual-device.js';

/** The alert of a changed Device Log. Source: RTDS 4.5.0 GCS62. */
const DEVICE_LOG_CHANGED = { messageCode: 0x00b2, alertCode: 0x8071 } as const;

/** A type of Device as GBCS names it in a Device Log; those it has no name of its own for are CADs. */
export function deviceTypeOf(name: string): DeviceType {
  return DEVICE_TYPES.find((type) => GBCS_DEVICE_TYPES[type] === name) ?? 'CAD';
}

/** The entries of a Device Log; a Device of a type nobody told is left out. */
export function deviceLogEntries({ deviceLog }: VirtualDevice) {
  return [...deviceLog].flatMap(([deviceIdentifier, type]) =>
    type === undefined ? [] : [{ deviceIdentifier, deviceType: GBCS_DEVICE_TYPES[type] }],
  );
}

/** GCS59: the Device Log of a Gas Proxy Function becomes that of the one it replaces. Source: GBCS 13.8; RTDS 4.5.0. */
export function restoreGasProxyLog(proxy: VirtualDevice, { content }: GbcsMessage): Buffer {
  const { deviceLogEntries: entries } = decodeDer(schemaOf(GCS59.contents.command), content).value;
  const failed = proxy.failsAt === 0;
  if (!failed) {
    proxy.deviceLog.clear();
    for (const { deviceIdentifier, deviceType } of entries)
      proxy.deviceLog.set(deviceIdentifier, deviceTypeOf(deviceType));
    tellOfChange(proxy);
  }
  return encodeDer(schemaOf(GCS59.contents.response), {
    restoreOutcomes: entries.map((deviceLogEntry) => ({
      deviceLogEntry,
      joinResponseCode: failed ? ('writeFailure' as const) : ('success' as const),
    })),
  });
}

/** GCS62: a Gas Proxy Function backs its Device Log up to the Access Control Broker. Source: GBCS-RULES 1.8. */
function tellOfChange(proxy: VirtualDevice): void {
  const { messageCode, alertCode } = DEVICE_LOG_CHANGED;
  proxy.send({
    messageCode,
    recipient: proxy.accessControlBroker,
    protection: 'MAC',
    content: () =>
      encodeDer(schemaOf(GCS62.contents.alert), {
        alertCode,
        backupDateTime: proxy.now,
        deviceLogEntries: deviceLogEntries(proxy),
      }),
  });
}
