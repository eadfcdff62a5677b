import { enum8, nibbles } from '../enumerations.js';
import { int32, uint32, uint48, uint8 } from '../integers.js';
import { remainingOctets } from '../strings.js';
import { choice, counted, structure, untilEnd } from '../structures.js';

/** Snapshot payload type 6 of Metering: Block Tier Information Set Delivered (No Billing). */
const blockTierInformationSet = structure(
  {
    currentSummationDelivered: uint48,
    /** After a count, 1 byte: the TOU registers. */
    tierSummations: counted(uint8, uint48, 4),
    /** High nibble 1, low nibble number of block counters that follow. */
    numberOfTiersAndBlockThresholds: nibbles('tiers', 'blocks'),
    tierBlockSummations: untilEnd(uint48, 4),
  },
  'block tier information set',
);

export const BLOCK_TIER_INFORMATION_SET_DELIVERED = 6;
export const meteringSnapshotPayload = choice(
  enum8({ [BLOCK_TIER_INFORMATION_SET_DELIVERED]: 'Block Tier Information Set Delivered (No Billing)' }),
  { [BLOCK_TIER_INFORMATION_SET_DELIVERED]: blockTierInformationSet },
  remainingOctets,
);

/** Snapshot payload type 0 of Prepayment: Debt/Credit Status. */
const debtCreditStatus = structure(
  {
    accumulatedDebt: int32,
    /** Time Debt Register 1. */
    type1DebtRemaining: uint32,
    /** Time Debt Register 2. */
    type2DebtRemaining: uint32,
    /** Payment Debt Register. */
    type3DebtRemaining: uint32,
    emergencyCreditRemaining: int32,
    /** Meter Balance. */
    creditRemaining: int32,
  },
  'debt/credit status',
);

export const DEBT_CREDIT_STATUS = 0;
export const prepaymentSnapshotPayload = choice(
  enum8({ [DEBT_CREDIT_STATUS]: 'Debt/Credit Status' }),
  { [DEBT_CREDIT_STATUS]: debtCreditStatus },
  remainingOctets,
);
