import { bitmap16, bitmap32, bitmap8, enum8 } from '../enumerations.js';
import { int32, uint16, uint32, uint8 } from '../integers.js';
import { octetString } from '../strings.js';
import { structure, untilEnd } from '../structures.js';
import { activationTime, ALL_ENTRIES, utcTime } from '../utc-time.js';
import { zclCluster } from '../zcl-cluster.js';
import { commandIndex, issuerEventId, providerId, totalNumberOfCommands } from './common-parameters.js';
import { SNAPSHOT_CAUSES, snapshotParameters } from './snapshot.js';
import { prepaymentSnapshotPayload } from './snapshot-payloads.js';

/** Bits of Payment Control Configuration. Source: ZigBee Smart Energy, "Payment Control Configuration". */
export const PAYMENT_CONTROL = {
  disconnectionEnabled: 0x0001,
  prepaymentEnabled: 0x0002,
  creditManagementEnabled: 0x0004,
  creditDisplayEnabled: 0x0010,
  contactorFitted: 0x0080,
  /** GBCS: Suspend Debt Disabled. */
  debtConfiguration: 0x0400,
  /** GBCS: debt is collected while Emergency Credit is in use, so set when Suspend Debt Emergency is false. */
  emergencyDebtConfiguration: 0x0800,
} as const;

const paymentControlConfiguration = bitmap16({
  0: 'disconnection enabled',
  1: 'prepayment enabled',
  2: 'credit management enabled',
  4: 'credit display enabled',
  7: 'contactor fitted',
  10: 'suspend debt disabled',
  11: 'debt collected in emergency credit',
});

/** Who started an action. */
export const ORIGINATING_DEVICE = { energyServiceInterface: 0x00, inHomeDisplay: 0x02 } as const;
const originatingDevice = enum8({
  0x00: 'Energy Service Interface',
  0x01: 'meter',
  0x02: 'In-Home Display Device',
});

/** How often a debt is collected. */
export const DEBT_RECOVERY_FREQUENCY = { hourly: 0x00, daily: 0x01 } as const;
const debtRecoveryFrequency = enum8({ 0x00: 'per hour', 0x01: 'per day' });

/** What Credit Adjustment does to which balance; 2 and 3 are GBCS's own. Source: GBCS mapping table, GCS40a to d. */
export const CREDIT_ADJUSTMENT = {
  prepaymentIncremental: 0x00,
  prepaymentAbsolute: 0x01,
  creditModeAbsolute: 0x02,
  creditModeIncremental: 0x03,
} as const;

/** What Change Debt does to which register, always by a difference. Source: GBCS mapping table, GCS04. */
export const DEBT_AMOUNT_TYPE = {
  timeDebt1Incremental: 0x01,
  timeDebt2Incremental: 0x03,
  paymentDebtIncremental: 0x05,
} as const;

const topUpResult = enum8({
  0x00: 'accepted',
  0x01: 'rejected: invalid top up',
  0x02: 'rejected: duplicate top up',
  0x03: 'rejected: error',
  0x04: 'rejected: maximum credit reached',
  0x05: 'rejected: keypad lock',
  0x06: 'rejected: top up value too large',
  0x10: 'accepted, supply enabled',
  0x11: 'accepted, supply disabled',
  0x12: 'accepted, supply armed',
});

const topUpLogEntry = structure(
  { topUpCode: octetString, topUpAmount: int32, topUpTime: utcTime() },
  'top up log entry',
);
const debtLogEntry = structure(
  {
    collectionTime: utcTime(),
    amountCollected: uint32,
    debtType: enum8({ 0: 'time debt 1', 1: 'time debt 2', 2: 'payment debt' }),
    outstandingDebt: uint32,
  },
  'debt log entry',
);

/** Prepayment cluster. Source: ZigBee Smart Energy, "Prepayment"; GBCS mapping table, GCS02 to GCS60, CS01b. */
export const prepayment = zclCluster({
  id: 0x0705,
  name: 'Prepayment',
  attributes: {
    paymentControlConfiguration: { id: 0x0000, type: paymentControlConfiguration },
    creditRemaining: { id: 0x0001, type: int32 },
    emergencyCreditRemaining: { id: 0x0002, type: int32 },
    accumulatedDebt: { id: 0x0005, type: int32 },
    overallDebtCap: { id: 0x0006, type: int32 },
    emergencyCreditLimit: { id: 0x0010, type: uint32 },
    emergencyCreditThreshold: { id: 0x0011, type: uint32 },
    maxCreditLimit: { id: 0x0021, type: uint32 },
    maxCreditPerTopUp: { id: 0x0022, type: uint32 },
    lowCreditWarning: { id: 0x0031, type: uint32 },
    cutOffValue: { id: 0x0040, type: int32 },
    debtAmount1: { id: 0x0211, type: uint32 },
    debtRecoveryFrequency1: { id: 0x0216, type: debtRecoveryFrequency },
    debtRecoveryAmount1: { id: 0x0217, type: uint32 },
    debtAmount2: { id: 0x0221, type: uint32 },
    debtRecoveryFrequency2: { id: 0x0226, type: debtRecoveryFrequency },
    debtRecoveryAmount2: { id: 0x0227, type: uint32 },
    debtAmount3: { id: 0x0231, type: uint32 },
    debtRecoveryTopUpPercentage3: { id: 0x0239, type: uint16 },
  },
  fromServer: {
    publishPrepaySnapshot: { id: 0x01, parameters: snapshotParameters(prepaymentSnapshotPayload) },
    changePaymentModeResponse: {
      id: 0x02,
      parameters: {
        friendlyCredit: bitmap8({ 0: 'friendly credit available' }),
        friendlyCreditCalendarId: uint32,
        emergencyCreditLimit: uint32,
        emergencyCreditThreshold: uint32,
      },
    },
    consumerTopUpResponse: {
      id: 0x03,
      parameters: {
        resultType: topUpResult,
        topUpValue: int32,
        sourceOfTopUp: originatingDevice,
        /** -1 if the credit was not accepted. */
        creditRemaining: int32,
      },
    },
    publishTopUpLog: {
      id: 0x05,
      parameters: { commandIndex, totalNumberOfCommands, topUps: untilEnd(topUpLogEntry, 5) },
    },
    publishDebtLog: {
      id: 0x06,
      parameters: { commandIndex, totalNumberOfCommands, debts: untilEnd(debtLogEntry, 10) },
    },
  },
  fromClient: {
    selectAvailableEmergencyCredit: {
      id: 0x00,
      parameters: { commandIssueDateTime: activationTime, originatingDevice },
    },
    changeDebt: {
      id: 0x02,
      parameters: {
        issuerEventId,
        debtLabel: octetString,
        debtAmount: int32,
        debtRecoveryMethod: enum8({ 0: 'time based', 1: 'percentage of payments' }),
        debtAmountType: enum8({ 1: 'time debt 1 by', 3: 'time debt 2 by', 5: 'payment debt by' }),
        debtRecoveryStartTime: activationTime,
        /** Minutes after midnight UTC. */
        debtRecoveryCollectionTime: uint16,
        debtRecoveryFrequency,
        debtRecoveryAmount: int32,
        /** Hundredths of a percent. */
        debtRecoveryBalancePercentage: uint16,
      },
    },
    emergencyCreditSetup: {
      id: 0x03,
      parameters: {
        issuerEventId,
        startTime: activationTime,
        emergencyCreditLimit: uint32,
        emergencyCreditThreshold: uint32,
      },
    },
    consumerTopUp: { id: 0x04, parameters: { originatingDevice, topUpCode: octetString } },
    creditAdjustment: {
      id: 0x05,
      parameters: {
        issuerEventId,
        startTime: activationTime,
        creditAdjustmentType: enum8({
          0: 'prepayment balance by',
          1: 'prepayment balance to',
          2: 'bill to date to',
          3: 'bill to date by',
        }),
        creditAdjustmentValue: int32,
      },
    },
    changePaymentMode: {
      id: 0x06,
      parameters: {
        providerId,
        issuerEventId,
        implementationDateTime: activationTime,
        proposedPaymentControlConfiguration: paymentControlConfiguration,
        /** -1: no change. */
        cutOffValue: int32,
      },
    },
    getPrepaySnapshot: {
      id: 0x07,
      parameters: {
        earliestStartTime: utcTime(),
        latestEndTime: utcTime({ [ALL_ENTRIES]: 'all entries' }),
        snapshotOffset: uint8,
        snapshotCause: bitmap32(SNAPSHOT_CAUSES),
      },
    },
    getTopUpLog: {
      id: 0x08,
      parameters: { latestEndTime: utcTime({ [ALL_ENTRIES]: 'all entries' }), numberOfRecords: uint8 },
    },
    setLowCreditWarningLevel: { id: 0x09, parameters: { lowCreditWarningLevel: uint32 } },
    getDebtRepaymentLog: {
      id: 0x0a,
      parameters: {
        latestEndTime: utcTime({ [ALL_ENTRIES]: 'all entries' }),
        numberOfDebts: uint8,
        debtType: enum8({ 2: 'payment debt' }),
      },
    },
    setMaximumCreditLimit: {
      id: 0x0b,
      parameters: {
        providerId,
        issuerEventId,
        implementationDateTime: activationTime,
        maximumCreditLevel: uint32,
        maximumCreditPerTopUp: uint32,
      },
    },
    setOverallDebtCap: {
      id: 0x0c,
      parameters: {
        providerId,
        issuerEventId,
        implementationDateTime: activationTime,
        overallDebtCap: int32,
      },
    },
  },
});
