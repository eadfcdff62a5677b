import { dlmsUseCase, get, isPolyphase, nothingToSay } from '../engine/index.js';
import { readGroup } from '../shared/read-group.js';
import { seconds, volts } from '../shared/units.js';
import { averageVoltageObjects, RMS_VOLTAGE_MONITORS } from '../shared/voltage-objects.js';

type Monitor = (typeof RMS_VOLTAGE_MONITORS)[keyof typeof RMS_VOLTAGE_MONITORS];

const monitor = (object: Monitor) =>
  readGroup({ threshold: get(object, 4, volts), measurementPeriod: get(object, 6, seconds) });

const monitors = {
  extremeOverVoltage: monitor(RMS_VOLTAGE_MONITORS.extremeOverVoltage),
  extremeUnderVoltage: monitor(RMS_VOLTAGE_MONITORS.extremeUnderVoltage),
  sag: monitor(RMS_VOLTAGE_MONITORS.sag),
  swell: monitor(RMS_VOLTAGE_MONITORS.swell),
};

const [phase1, phase2, phase3] = [
  averageVoltageObjects(1),
  averageVoltageObjects(2),
  averageVoltageObjects(3),
];

const phase1Thresholds = {
  phase1OverVoltageThreshold: get(phase1.overVoltageThreshold, 2, volts),
  phase1UnderVoltageThreshold: get(phase1.underVoltageThreshold, 2, volts),
};

/** Read ESME Configuration Voltage Data. */
export const ECS26b = dlmsUseCase({
  code: 'ECS26b',
  title: 'Read ESME Configuration Voltage Data',
  messageCode: 0x003c,
  messageType: 'SME.C.NC',
  serviceReferenceVariants: ['6.2.1'],
  targets: ['ESME'],
  source: 'GBCS mapping table rows 30 to 972; SMETS 5.7.4.4, 5.7.4.5, 5.7.4.34 to 5.7.4.41',
  command: { ...monitors, ...phase1Thresholds },
  from: { ReadDeviceConfigurationVoltage: nothingToSay },
  appliesWhere: ({ device }) => !isPolyphase(device),
});

/** Read ESME Configuration Voltage Data - 3 phase. Phases 2 and 3 tell the lower threshold first. */
export const ECS26k = dlmsUseCase({
  code: 'ECS26k',
  title: 'Read ESME Configuration Voltage Data - 3 phase',
  messageCode: 0x00c6,
  messageType: 'SME.C.NC',
  serviceReferenceVariants: ['6.2.1'],
  targets: ['ESME'],
  source:
    'GBCS mapping table rows 30 to 972; SMETS 5.7.4.4, 5.7.4.5, 5.7.4.34 to 5.7.4.41, 5.19.1.1, 5.19.1.2',
  command: {
    ...monitors,
    ...phase1Thresholds,
    phase2UnderVoltageThreshold: get(phase2.underVoltageThreshold, 2, volts),
    phase2OverVoltageThreshold: get(phase2.overVoltageThreshold, 2, volts),
    phase3UnderVoltageThreshold: get(phase3.underVoltageThreshold, 2, volts),
    phase3OverVoltageThreshold: get(phase3.overVoltageThreshold, 2, volts),
  },
  from: { ReadDeviceConfigurationVoltage: nothingToSay },
  appliesWhere: ({ device }) => isPolyphase(device),
});
