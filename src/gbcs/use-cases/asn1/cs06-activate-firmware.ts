import { choice } from '../../asn1/choice.js';
import { generalizedTime } from '../../asn1/generalized-time.js';
import { integerNames } from '../../asn1/integer.js';
import { nullValue } from '../../asn1/null.js';
import { octetString } from '../../asn1/octet-string.js';
import { optional, sequence } from '../../asn1/sequence.js';
import { alertCode } from './alert-code.js';
import { ANY_DEVICE, asn1UseCase } from './asn1-use-case.js';
import { executionDateTime } from './execution-date-time.js';
import { contentOf } from './request-content.js';
import { seqNumber } from './trust-anchor-cell.js';

/** ActivateImageResponseCode. Source: GBCS 0.8.1 page 140; 0 to 2 seen in RTDS 4.5.0. */
export const ACTIVATE_IMAGE_RESPONSE_CODES = {
  success: 0,
  noImageHeld: 1,
  hashMismatch: 2,
  activationFailure: 3,
} as const;
export const activateImageResponseCode = integerNames(ACTIVATE_IMAGE_RESPONSE_CODES);

/** Firmware version of a Device, 4 bytes. */
export const firmwareVersion = octetString(4);

const executionOutcome = sequence({ activateImageResponseCode, firmwareVersion });

/** Activate Firmware. */
export const CS06 = asn1UseCase({
  code: 'CS06',
  title: 'Activate Firmware',
  messageCode: 0x0012,
  messageType: 'SME.C.C',
  serviceReferenceVariants: ['11.3'],
  targets: ANY_DEVICE,
  source: 'GBCS 11.3; GBCS-RULES 1.6; RTDS 4.5.0 CS06',
  originator: () => 'User',
  command: sequence({
    manufacturerImageHash: octetString(32),
    /** Repeats the counter of the Grouping Header. */
    originatorCounter: seqNumber,
    executionDateTime: optional(generalizedTime),
  }),
  /** `commandAccepted` where the Command is future dated or cancels one. */
  response: choice({ commandAccepted: nullValue, executionOutcome }),
  from(request, _context, originatorCounter) {
    const { FirmwareHash, ExecutionDateTime } = contentOf(request, 'ActivateFirmware');
    return {
      manufacturerImageHash: FirmwareHash,
      originatorCounter,
      ...executionDateTime(ExecutionDateTime),
    };
  },
});

/** The alert of a future dated CS06: 8F66 activated, 8F67 failed. */
export const CS06_ALERT = asn1UseCase({
  code: 'CS06',
  title: 'Activate Firmware: future dated alert',
  messageCode: 0x00ca,
  messageType: 'SME.C.C',
  serviceReferenceVariants: [],
  targets: [],
  source: 'GBCS-RULES 1.6; RTDS 4.5.0 alerts 8F66 and 8F67',
  alert: sequence({
    alertCode,
    executionDateTime: generalizedTime,
    /** Of the Command whose time has come. */
    originatorCounter: seqNumber,
    executionOutcome,
  }),
});
