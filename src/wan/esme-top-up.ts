import { CodecError } from '../common/errors.js';
import { ByteReader } from '../gbcs/bytes/byte-reader.js';
import { doubleLongUnsigned, octetText, structure, zigbeeUtcTime } from '../gbcs/dlms/index.js';
import { decodeData } from '../gbcs/dlms/dlms-type.js';
import { NULL_DATA } from './cosem-objects.js';
import { keepLog } from './kept-log.js';
import type { PrepaymentAccount } from './prepayment-account.js';
import type { VirtualDevice } from './virtual-device.js';

/** Digits of a UTRN, a byte each. */
const UTRN_LENGTH = 20;
const TOP_UP = { classId: 115, obis: '0-0:19.40.0.255', index: 1 } as const;

/** Logs of payments, and how many entries each keeps. Source: RTDS 4.5.0 ECS20a, ECS20d; mark: inferred. */
const entry = structure({ timestamp: zigbeeUtcTime, value: doubleLongUnsigned });
const CREDITS = { attribute: { classId: 7, obis: '0-0:98.1.5.255', index: 2 }, entry, capacity: 5 } as const;
const DEBT_PAYMENTS = {
  attribute: { classId: 7, obis: '0-0:98.1.4.255', index: 2 },
  entry,
  capacity: 10,
} as const;

/**
 * Lets an electricity meter take top ups (CS01a). That one which is refused is answered as an action that failed for a
 * reason of its own is inferred.
 */
export function furnishTopUp(esme: VirtualDevice, account: PrepaymentAccount): void {
  const credits = keepLog(esme.objects, CREDITS);
  const debtPayments = keepLog(esme.objects, DEBT_PAYMENTS);
  esme.objects.defineMethod(TOP_UP, (argument) => {
    const utrn = decodeData(octetText(UTRN_LENGTH), new ByteReader(argument));
    const {
      result,
      amount,
      intoDebt,
      time: timestamp,
    } = account.topUp(Buffer.from(utrn, 'latin1'), esme.now);
    if (result !== 'accepted') throw new CodecError(`the top up is refused: ${result}`);
    credits.add({ timestamp, value: amount });
    if (intoDebt > 0) debtPayments.add({ timestamp, value: intoDebt });
    return NULL_DATA;
  });
}
