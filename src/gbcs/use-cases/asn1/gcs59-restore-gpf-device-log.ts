import { generalizedTime } from '../../asn1/generalized-time.js';
import { sequence, sequenceOf } from '../../asn1/sequence.js';
import { alertCode } from './alert-code.js';
import { asn1UseCase } from './asn1-use-case.js';
import { joinResponseCode } from './cs03-join.js';
import { deviceLogEntry, GBCS_DEVICE_TYPES } from './device-type.js';
import { refusal } from './refusal.js';
import { contentOf } from './request-content.js';

/** Restore GPF Device Log: gives a new Gas Proxy Function the entries that the old one backed up. */
export const GCS59 = asn1UseCase({
  code: 'GCS59',
  title: 'Restore GPF Device Log',
  messageCode: 0x008c,
  messageType: 'SME.C.NC',
  serviceReferenceVariants: ['8.12.2'],
  targets: ['GPF'],
  source: 'GBCS 13.8; GBCS-RULES 1.8; RTDS 4.5.0 GCS59',
  originator: () => 'AccessControlBroker',
  command: sequence({ deviceLogEntries: sequenceOf(deviceLogEntry) }),
  response: sequence({
    restoreOutcomes: sequenceOf(sequence({ deviceLogEntry, joinResponseCode })),
  }),
  from(request, context) {
    const { OldGPFID } = contentOf(request, 'RestoreGPFDeviceLog');
    const log = context.gasProxyDeviceLog?.(OldGPFID);
    if (!log) throw refusal('device', `no backup of the Device Log of ${OldGPFID} is known`);
    return {
      deviceLogEntries: log.map(({ deviceId, deviceType }) => ({
        deviceIdentifier: deviceId,
        deviceType: GBCS_DEVICE_TYPES[deviceType],
      })),
    };
  },
});

/** Alert 8071 of a Gas Proxy Function: its Device Log changed, and here it is. */
export const GCS62 = asn1UseCase({
  code: 'GCS62',
  title: 'Backup GPF Device Log',
  messageCode: 0x00b2,
  messageType: 'SME.C.NC',
  serviceReferenceVariants: [],
  targets: [],
  source: 'GBCS-RULES 1.8; RTDS 4.5.0 GCS62',
  alert: sequence({
    alertCode,
    backupDateTime: generalizedTime,
    deviceLogEntries: sequenceOf(deviceLogEntry),
  }),
});
