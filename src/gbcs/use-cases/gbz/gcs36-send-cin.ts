import { CodecError } from '../../../common/errors.js';
import { deviceManagement } from '../../gbz/clusters/device-management.js';
import { gbzUseCase } from '../../gbz/gbz-use-case.js';
import { AT_ONCE } from '../../gbz/utc-time.js';
import { type IssueContext, issuerEventId } from './issue-context.js';

/** The number in every 9.1 message of RTDS 4.5.0. */
const REFERENCE_NUMBER = '1234';

function customerIdentificationNumber(context: IssueContext): Buffer {
  const number = context.customerIdentificationNumber ?? REFERENCE_NUMBER;
  if (!/^\d{1,4}$/.test(number)) {
    throw new CodecError('a Customer Identification Number has 1 to 4 digits');
  }
  return Buffer.from(number, 'ascii');
}

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
      number: customerIdentificationNumber(context),
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
