import { deviceManagement } from '../../gbz/clusters/device-management.js';
import { gbzUseCase } from '../../gbz/gbz-use-case.js';
import { AT_ONCE } from '../../gbz/utc-time.js';
import { issuerEventId } from './issue-context.js';

const UNTIL_CHANGED = 0;
const CONSUMER_MENU = 0x02;
/** Receiving an empty password turns the protection off. */
const NO_PASSWORD = Buffer.alloc(0);

/** Disable Privacy PIN Protection on GSME. */
export const GCS11 = gbzUseCase(
  {
    code: 'GCS11',
    title: 'Disable Privacy PIN Protection on GSME',
    messageCode: 0x0073,
    messageType: 'SME.C.NC',
    serviceReferenceVariants: ['3.5'],
    targets: ['GSME'],
    source: 'GBCS mapping table row 1390; SMETS 4.5.3.9',
    element: 'DisablePrivacyPIN',
    response: [],
    from: (_, context) => ({ issuerEventId: issuerEventId(context) }),
  },
  ({ one }) => [
    one(deviceManagement.fromServer.requestNewPasswordResponse, {
      issuerEventId: (values) => values.issuerEventId,
      implementationDateTime: AT_ONCE,
      durationInMinutes: UNTIL_CHANGED,
      passwordType: CONSUMER_MENU,
      password: NO_PASSWORD,
    }),
  ],
);
