import { octetText } from '../../../dlms/index.js';
import { action, dlmsUseCase } from '../engine/index.js';

/** Digits of a UTRN, a byte each. */
const UTRN_LENGTH = 20;

/** Apply Prepayment Top Up to an ESME. The token carries the Supplier's authority, so that the Command is not signed. */
export const CS01a = dlmsUseCase({
  code: 'CS01a',
  title: 'Apply Prepayment Top Up to an ESME',
  messageCode: 0x0007,
  messageType: 'SME.C.NC',
  serviceReferenceVariants: ['2.2'],
  targets: ['ESME'],
  source: 'GBCS mapping table rows 1164, 1165',
  command: { creditToken: action({ classId: 115, obis: '0-0:19.40.0.255' }, 1, octetText(UTRN_LENGTH)) },
  from: { TopUpDevice: (content) => ({ creditToken: content.UTRN }) },
});
