import { generalizedTime } from '../../asn1/generalized-time.js';
import { sequence } from '../../asn1/sequence.js';
import { alertCode } from './alert-code.js';
import { asn1UseCase } from './asn1-use-case.js';
import { activateImageResponseCode, firmwareVersion } from './cs06-activate-firmware.js';

/** Alert 8F8B of a PPMID or HCALCS that activated, or failed to activate, a firmware image. */
export const CS09 = asn1UseCase({
  code: 'CS09',
  title: 'Firmware Activation Alert',
  messageCode: 0x012b,
  messageType: 'SME.C.C',
  serviceReferenceVariants: [],
  targets: [],
  source: 'GBCS-RULES 1.7; RTDS 4.5.0 CS09',
  alert: sequence({ alertCode, dateTime: generalizedTime, firmwareVersion, activateImageResponseCode }),
});
