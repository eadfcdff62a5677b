import { UNTIL_CHANGED_16 } from '../../gbz/clusters/common-parameters.js';
import { messaging } from '../../gbz/clusters/messaging.js';
import { gbzUseCase } from '../../gbz/gbz-use-case.js';
import { AT_ONCE } from '../../gbz/utc-time.js';
import { asciiOctets } from './ascii-octets.js';
import { issuerEventId } from './issue-context.js';

/** Normal transmission, low importance, no confirmation. */
const MESSAGE_CONTROL = 0x00;

/** Send Message to GSME. An ExecutionDateTime is kept by the DSP until then and not part of the message. */
export const GCS07 = gbzUseCase(
  {
    code: 'GCS07',
    title: 'Send Message to GSME',
    messageCode: 0x0071,
    messageType: 'SME.C.NC',
    serviceReferenceVariants: ['3.1'],
    targets: ['GSME'],
    source: 'GBCS mapping table row 1398; SMETS 4.6.4.24',
    element: 'DisplayMessage',
    response: [],
    from: (content, context) => ({
      messageId: issuerEventId(context),
      message: asciiOctets(content.SupplierMessage, 'SupplierMessage'),
    }),
  },
  ({ one }) => [
    one(messaging.fromServer.displayMessage, {
      messageId: (values) => values.messageId,
      messageControl: MESSAGE_CONTROL,
      startTime: AT_ONCE,
      durationInMinutes: UNTIL_CHANGED_16,
      message: (values) => values.message,
    }),
  ],
);
