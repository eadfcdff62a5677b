import { octetText } from '../../../dlms/index.js';
import { chosenIdentificationNumber } from '../../chosen-identification-number.js';
import { dlmsUseCase, set } from '../engine/index.js';

/** Send CIN to ESME: the DCC chooses the number, shows it on the meter and tells it to the User. */
export const ECS50 = dlmsUseCase({
  code: 'ECS50',
  title: 'Send CIN to ESME',
  messageCode: 0x0058,
  messageType: 'SME.C.NC',
  serviceReferenceVariants: ['9.1'],
  targets: ['ESME'],
  source: 'GBCS mapping table row 82',
  originator: 'AccessControlBrokerForUser',
  command: { number: set({ classId: 1, obis: '0-3:96.13.1.255' }, 2, octetText(4)) },
  from: {
    RequestCustomerIdentificationNumber: (_content, { context }) => ({
      number: chosenIdentificationNumber(context),
    }),
  },
});
