import { integerNames } from '../../asn1/integer.js';
import { nullValue } from '../../asn1/null.js';
import { sequence } from '../../asn1/sequence.js';
import { asn1UseCase } from './asn1-use-case.js';
import { firmwareVersion } from './cs06-activate-firmware.js';

/** Read PPMID/HCALCS Firmware Version. Always sent by the Access Control Broker for the User (2 of 2 in RTDS 4.5.0). */
export const CS08 = asn1UseCase({
  code: 'CS08',
  title: 'Read PPMID/HCALCS Firmware Version',
  messageCode: 0x0129,
  messageType: 'SME.C.NC',
  serviceReferenceVariants: ['11.2'],
  targets: ['PPMID', 'HCALCS'],
  source: 'GBCS-RULES 1.7; RTDS 4.5.0 CS08',
  originator: () => 'AccessControlBrokerForUser',
  command: nullValue,
  /** A failure has version 00000000. */
  response: sequence({ firmwareVersion, responseCode: integerNames({ success: 0, failure: 1 }) }),
  from: () => null,
});
