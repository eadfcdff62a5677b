import { action, dlmsUseCase, hasBodyContent } from '../engine/index.js';
import { eui64 } from '../shared/eui64-type.js';
import { DEVICE_LOG } from './device-log.js';

/** Remove device from CHF device log. */
export const CCS02 = dlmsUseCase({
  code: 'CCS02',
  title: 'Remove device from CHF device log',
  messageCode: 0x0002,
  messageType: 'SME.C.NC',
  serviceReferenceVariants: ['8.11'],
  targets: ['CHF'],
  source: 'GBCS mapping table row 1005',
  originator: 'AccessControlBrokerForUser',
  command: { removeEntry: action(DEVICE_LOG, 2, eui64) },
  from: { UpdateHANDeviceLog: (content) => ({ removeEntry: content.DeviceID }) },
  appliesWhere: ({ request }) =>
    hasBodyContent(request, 'UpdateHANDeviceLog', (content) => content.RequestType === 'Remove'),
});
