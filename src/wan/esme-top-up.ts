import { CodecError } from '../common/errors.js';
import { ByteReader } from '../gbcs/bytes/byte-reader.js';
import { doubleLongUnsigned, octetText, structure, zigbeeUtcTime } from '../gbcs/dlms/index.js';
import { decodeData } from '../gbcs/dlms/dlms-type.js';
import { NULL_DATA } from './cosem-objects.js';
import type { EsmeAccount } from './esme-account.js';
import type { AccountLimit } from './esme-account-registers.js';
import type { TellOfEvent } from './esme-events.js';
import { keepLog } from './kept-log.js';
import { topUpValueOf } from './top-up-value.js';
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

/** Why a top up is refused. Source: gbcs-alert-codes.csv; mark: confirmed. */
const REFUSED = {
  exceedsMaximumMeterBalance: 0x8f47,
  duplicate: 0x8f51,
  exceedsMaximumCredit: 0x8f5b,
} as const;

/**
 * Lets an electricity meter take top ups (CS01a). One that is refused changes nothing; that it is answered as an action
 * that failed for a reason of its own is inferred. The MAC of the UTRN is not looked at. A limit of 0 is none; inferred.
 */
export function furnishTopUp(esme: VirtualDevice, account: EsmeAccount, tell: TellOfEvent): void {
  const credits = keepLog(esme.objects, CREDITS);
  const debtPayments = keepLog(esme.objects, DEBT_PAYMENTS);
  const { registers } = account;
  const taken = new Set<string>();
  const exceeds = (limit: AccountLimit, amount: number) =>
    registers.limit(limit) > 0 && amount > registers.limit(limit);
  const reasonToRefuse = (utrn: string, value: number): keyof typeof REFUSED | undefined => {
    if (taken.has(utrn)) return 'duplicate';
    if (exceeds('maximumCredit', value)) return 'exceedsMaximumCredit';
    if (exceeds('maximumMeterBalance', registers.in('meterBalance') + value))
      return 'exceedsMaximumMeterBalance';
    return undefined;
  };
  esme.objects.defineMethod(TOP_UP, (argument) => {
    const utrn = decodeData(octetText(UTRN_LENGTH), new ByteReader(argument));
    const value = topUpValueOf(Buffer.from(utrn, 'latin1'));
    const refused = reasonToRefuse(utrn, value);
    if (refused !== undefined) {
      tell(REFUSED[refused], esme.now);
      throw new CodecError(`the top up is refused: ${refused}`);
    }
    taken.add(utrn);
    const { intoDebt } = account.pay(value, esme.now);
    credits.add({ timestamp: esme.now, value });
    if (intoDebt > 0) debtPayments.add({ timestamp: esme.now, value: intoDebt });
    return NULL_DATA;
  });
}
