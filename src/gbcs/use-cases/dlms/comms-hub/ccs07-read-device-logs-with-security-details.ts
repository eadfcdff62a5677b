import { constant, nullData } from '../../../dlms/index.js';
import { action, dlmsUseCase, hasBodyContent, nothingToSay } from '../engine/index.js';
import { backupPan, DEVICE_LOG, HISTORIC_DEVICE_LOG } from './device-log.js';

const NO_ARGUMENT = constant(nullData, null);

/** Read CHF Device Logs: current and removed Devices with the hashes of their link keys. */
export const CCS07 = dlmsUseCase({
  code: 'CCS07',
  title: 'Read CHF Device Logs',
  messageCode: 0x00fe,
  messageType: 'SME.C.NC',
  serviceReferenceVariants: ['8.9'],
  targets: ['CHF'],
  source: 'GBCS mapping table rows 1967 to 1976',
  originator: 'AccessControlBrokerForUser',
  command: {
    deviceLog: action(DEVICE_LOG, 4, NO_ARGUMENT, backupPan),
    historicDeviceLog: action(HISTORIC_DEVICE_LOG, 4, NO_ARGUMENT, backupPan),
  },
  from: { ReadDeviceLog: nothingToSay },
  appliesWhere: ({ request }) =>
    hasBodyContent(request, 'ReadDeviceLog', (content) => content.ReadSecurityDetails !== undefined),
});
