import { generalizedTime } from '../../asn1/generalized-time.js';
import { integerNames } from '../../asn1/integer.js';
import { entityIdentifier } from '../../asn1/octet-string.js';
import { sequence } from '../../asn1/sequence.js';
import { alertCode } from './alert-code.js';
import { asn1UseCase } from './asn1-use-case.js';
import { firmwareVersion } from './cs06-activate-firmware.js';

/** Alert 8F8A (8F89 where it failed) of a Communications Hub Function that transferred a firmware image to a Device. */
export const CCS08 = asn1UseCase({
  code: 'CCS08',
  title: 'Firmware Transfer Alert',
  messageCode: 0x0128,
  messageType: 'SME.C.C',
  serviceReferenceVariants: [],
  targets: [],
  source: 'GBCS-RULES 1.7; RTDS 4.5.0 CCS08',
  alert: sequence({
    alertCode,
    dateTime: generalizedTime,
    deviceIdentifier: entityIdentifier,
    firmwareVersion,
    transferResponseCode: integerNames({
      success: 0,
      imageDiscarded: 1,
      hardwareVersionMismatch: 2,
      fileTransferFailure: 3,
    }),
  }),
});
