import { integerNames } from '../../asn1/integer.js';
import { nullValue } from '../../asn1/null.js';
import { optional, sequence, sequenceOf } from '../../asn1/sequence.js';
import { ANY_DEVICE, asn1UseCase } from './asn1-use-case.js';
import { deviceLogEntry } from './device-type.js';
import { refusal } from './refusal.js';
import { contentOf } from './request-content.js';

/** Read Device Join Details: the Device Log of anything but a Communications Hub Function, which has use cases of its own. */
export const CS07 = asn1UseCase({
  code: 'CS07',
  title: 'Read Device Join Details',
  messageCode: 0x0013,
  messageType: 'SME.C.NC',
  serviceReferenceVariants: ['8.9'],
  targets: ANY_DEVICE.filter((type) => type !== 'CHF'),
  source: 'GBCS-RULES 1.7; RTDS 4.5.0 CS07',
  command: nullValue,
  response: sequence({
    readResponseCode: integerNames({ success: 0, readFailure: 1 }),
    deviceLogEntries: optional(sequenceOf(deviceLogEntry)),
  }),
  from(request) {
    if (contentOf(request, 'ReadDeviceLog').ReadSecurityDetails) {
      throw refusal('deviceType', 'ReadSecurityDetails is for Communications Hub Functions');
    }
    return null;
  },
});
