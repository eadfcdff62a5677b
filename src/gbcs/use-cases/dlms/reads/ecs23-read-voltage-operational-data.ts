import { dlmsUseCase, get, getRange, group, isPolyphase } from '../engine/index.js';
import { logPeriod } from '../shared/log-period.js';
import { counterWithUnit } from '../shared/register-items.js';
import { valueLog } from '../shared/value-log-entries.js';
import { seconds, volts } from '../shared/units.js';
import { averageVoltageObjects, type Phase } from '../shared/voltage-objects.js';

/** Counters and profile of the average RMS voltage of a phase. */
const phaseItems = (phase: Phase) => {
  const { underVoltageCounter, overVoltageCounter, profile } = averageVoltageObjects(phase);
  return group({
    underVoltageCounter: counterWithUnit(underVoltageCounter),
    overVoltageCounter: counterWithUnit(overVoltageCounter),
    profile: getRange(profile, valueLog(volts)),
    measurementPeriod: get(profile, 4, seconds),
  });
};

/** Read Voltage Operational Data. */
export const ECS23 = dlmsUseCase({
  code: 'ECS23',
  title: 'Read Voltage Operational Data',
  messageCode: 0x0039,
  messageType: 'SME.C.NC',
  serviceReferenceVariants: ['4.10'],
  targets: ['ESME'],
  source: 'GBCS mapping table rows 93 to 663; SMETS 5.7.5.7 to 5.7.5.9',
  command: { phase1: phaseItems(1) },
  from: { ReadNetworkData: ({ ReadLogPeriod }) => ({ phase1: { profile: logPeriod(ReadLogPeriod) } }) },
  appliesWhere: ({ device }) => !isPolyphase(device),
});

/** Read Voltage Operational Data -3 Phase. */
export const ECS23b = dlmsUseCase({
  code: 'ECS23b',
  title: 'Read Voltage Operational Data -3 Phase',
  messageCode: 0x00bc,
  messageType: 'SME.C.NC',
  serviceReferenceVariants: ['4.10'],
  targets: ['ESME'],
  source: 'GBCS mapping table rows 93 to 665; SMETS 5.19.2.1 to 5.19.2.3',
  command: { phase1: phaseItems(1), phase2: phaseItems(2), phase3: phaseItems(3) },
  from: {
    ReadNetworkData({ ReadLogPeriod }) {
      const phase = { profile: logPeriod(ReadLogPeriod) };
      return { phase1: phase, phase2: phase, phase3: phase };
    },
  },
  appliesWhere: ({ device }) => isPolyphase(device),
});
