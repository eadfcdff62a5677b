import { deviceManagement } from '../../gbz/clusters/device-management.js';
import { gbzUseCase } from '../../gbz/gbz-use-case.js';
import { AT_ONCE } from '../../gbz/utc-time.js';
import { chosenIdentificationNumber } from '../chosen-identification-number.js';
import { issuerEventId } from './issue-context.js';

/** Send CIN to GSME. The DCC chooses the number; only the Access Control Broker sends it, for whoever asks. */
export const GCS36 = gbzUseCase(
  {
    code: 'GCS36',
    title: 'Send CIN to GSME',
    messageCode: 0x0083,
    messageType: 'SME.C.NC',
    serviceReferenceVariants: ['9.1'],
    targets: ['GSME'],
    originator: 'AccessControlBrokerForUser',
    source: 'GBCS mapping table row 82; SMETS 4.6.4.7',
    element: 'RequestCustomerIdentificationNumber',
    response: [],
    from: (_, context) => ({
      issuerEventId: issuerEventId(context),
      number: Buffer.from(chosenIdentificationNumber(context), 'ascii'),
    }),
  },
  ({ one }) => [
    one(deviceManagement.fromServer.updateCin, {
      issuerEventId: (values) => values.issuerEventId,
      cinTime: AT_ONCE,
      providerId: 0,
      customerIdNumber: (values) => values.number,
    }),
  ],
);
