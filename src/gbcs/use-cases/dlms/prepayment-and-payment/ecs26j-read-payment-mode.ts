import { dlmsUseCase, get, nothingToSay } from '../engine/index.js';
import { accountModeAndStatus, ACTIVE_ACCOUNT } from '../shared/credit-charge-configuration.js';

/** Read ESME Configuration Data Device Information (Payment Mode). */
export const ECS26j = dlmsUseCase({
  code: 'ECS26j',
  title: 'Read ESME Configuration Data Device Information (Payment Mode)',
  messageCode: 0x00be,
  messageType: 'SME.C.NC',
  serviceReferenceVariants: ['6.2.9'],
  targets: ['ESME'],
  source: 'GBCS mapping table rows 1018, 1019',
  command: { account: get(ACTIVE_ACCOUNT, 2, accountModeAndStatus) },
  from: { ReadDeviceConfigurationPaymentMode: nothingToSay },
});
