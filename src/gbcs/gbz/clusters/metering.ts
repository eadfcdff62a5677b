import { bitmap32, bitmap8, enum8, withLabels } from '../enumerations.js';
import { uint16, uint24, uint32, uint48, uint8 } from '../integers.js';
import { octetString } from '../strings.js';
import { counted } from '../structures.js';
import { activationTime, ALL_ENTRIES, utcTime } from '../utc-time.js';
import { zclCluster } from '../zcl-cluster.js';
import { issuerEventId, providerId, unitOfMeasure } from './common-parameters.js';
import { SNAPSHOT_CAUSES, snapshotParameters } from './snapshot.js';
import { meteringSnapshotPayload } from './snapshot-payloads.js';

/** Kinds of samples. Source: GBCS mapping table, GCS17, GCS18, GCS61. */
export const SAMPLE_ID = { profileDataLog: 0, dailyConsumptionLog: 1, networkDataLog: 2 } as const;

/** Supply status a Command asks for, and what Set Supply Status makes of an event. */
export const SUPPLY_STATUS = { off: 0x00, armed: 0x01, on: 0x02, unchanged: 0x03 } as const;

const supplyStatus = enum8({ 0x00: 'off', 0x01: 'armed', 0x02: 'on' });
const supplyState = enum8({ 0x00: 'locked (off)', 0x01: 'armed', 0x02: 'on', 0x03: 'unchanged' });
const sampleType = enum8({ 0x00: 'consumption delivered' });
const sampleId = withLabels(uint16, {
  0: 'Profile Data Log (0)',
  1: 'Daily Consumption Log (1)',
  2: 'Network Data Log (2)',
  0xffff: 'no sampling session (0xFFFF)',
});
/** Seconds; 0xFFFF in the Daily Consumption Log: 24 hours. */
const sampleRequestInterval = withLabels(uint16, { 0xffff: '24 hours' });

/** Metering cluster. Source: ZigBee Smart Energy, "Metering"; GBCS mapping table, GCS13a to GCS61. */
export const metering = zclCluster({
  id: 0x0702,
  name: 'Metering',
  attributes: {
    currentSummationDelivered: { id: 0x0000, type: uint48 },
    supplyStatus: { id: 0x0014, type: supplyStatus },
    currentTier1SummationDelivered: { id: 0x0100, type: uint48 },
    currentTier2SummationDelivered: { id: 0x0102, type: uint48 },
    currentTier3SummationDelivered: { id: 0x0104, type: uint48 },
    currentTier4SummationDelivered: { id: 0x0106, type: uint48 },
    remainingBatteryLifeInDays: { id: 0x0205, type: uint16 },
    /** GBCS: the firmware version, 4 octets. */
    currentMeterId: { id: 0x0206, type: octetString },
    unitOfMeasure: { id: 0x0300, type: unitOfMeasure },
    multiplier: { id: 0x0301, type: uint24 },
    divisor: { id: 0x0302, type: uint24 },
    /** GBCS: the MPRN. */
    siteId: { id: 0x0307, type: octetString },
    supplyTamperState: { id: 0x0607, type: supplyState },
    supplyDepletionState: { id: 0x0608, type: supplyState },
    currentNoTierBlock1SummationDelivered: { id: 0x0700, type: uint48 },
    currentNoTierBlock2SummationDelivered: { id: 0x0701, type: uint48 },
    currentNoTierBlock3SummationDelivered: { id: 0x0702, type: uint48 },
    currentNoTierBlock4SummationDelivered: { id: 0x0703, type: uint48 },
    billToDateDelivered: { id: 0x0a00, type: uint32 },
    uncontrolledFlowThreshold: { id: 0x0b10, type: uint16 },
    uncontrolledFlowThresholdUnitOfMeasure: { id: 0x0b11, type: unitOfMeasure },
    uncontrolledFlowMultiplier: { id: 0x0b12, type: uint16 },
    uncontrolledFlowDivisor: { id: 0x0b13, type: uint16 },
    /** Tenths of a second. */
    flowStabilisationPeriod: { id: 0x0b14, type: uint8 },
    /** Seconds. */
    flowMeasurementPeriod: { id: 0x0b15, type: uint16 },
  },
  fromServer: {
    publishSnapshot: { id: 0x06, parameters: snapshotParameters(meteringSnapshotPayload) },
    getSampledDataResponse: {
      id: 0x07,
      parameters: {
        sampleId,
        sampleStartTime: utcTime(),
        sampleType,
        sampleRequestInterval,
        /** 0xFFFFFF: no value for that interval. */
        samples: counted(uint16, withLabels(uint24, { 0xffffff: 'missing' }), 48),
      },
    },
    supplyStatusResponse: {
      id: 0x0c,
      parameters: { providerId, issuerEventId, implementationDateTime: activationTime, supplyStatus },
    },
    startSamplingResponse: { id: 0x0d, parameters: { sampleId } },
  },
  fromClient: {
    getSnapshot: {
      id: 0x06,
      parameters: {
        earliestStartTime: utcTime(),
        latestEndTime: utcTime({ [ALL_ENTRIES]: 'all entries' }),
        snapshotOffset: uint8,
        snapshotCause: bitmap32(SNAPSHOT_CAUSES),
      },
    },
    startSampling: {
      id: 0x07,
      parameters: {
        issuerEventId,
        startSamplingTime: activationTime,
        sampleType,
        sampleRequestInterval,
        maximumNumberOfSamples: uint16,
      },
    },
    getSampledData: {
      id: 0x08,
      parameters: { sampleId, earliestSampleTime: utcTime(), sampleType, numberOfSamples: uint16 },
    },
    changeSupply: {
      id: 0x0b,
      parameters: {
        providerId,
        issuerEventId,
        requestDateTime: activationTime,
        implementationDateTime: activationTime,
        proposedSupplyStatus: supplyStatus,
        supplyControlBits: bitmap8({ 0: 'acknowledgement required' }),
      },
    },
    setSupplyStatus: {
      id: 0x0d,
      parameters: {
        issuerEventId,
        supplyTamperState: supplyState,
        supplyDepletionState: supplyState,
        supplyUncontrolledFlowState: supplyState,
        loadLimitSupplyState: supplyState,
      },
    },
    setUncontrolledFlowThreshold: {
      id: 0x0e,
      parameters: {
        providerId,
        issuerEventId,
        uncontrolledFlowThreshold: uint16,
        unitOfMeasure,
        multiplier: uint16,
        divisor: uint16,
        /** Tenths of a second. */
        stabilisationPeriod: uint8,
        /** Seconds. */
        measurementPeriod: uint16,
      },
    },
  },
});
