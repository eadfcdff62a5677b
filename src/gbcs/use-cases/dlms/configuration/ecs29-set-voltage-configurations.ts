import { CodecError } from '../../../../common/errors.js';
import type {
  AverageRMSVoltageSettings,
  RMSVoltageSettings,
  UpdateDeviceConfigurationVoltage,
} from '../../../../duis/generated/service-request-types.js';
import { constant, integer } from '../../../dlms/index.js';
import {
  action,
  dlmsUseCase,
  group,
  hasBodyContent,
  isPolyphase,
  nothingToSay,
  repeat,
  type RequestFacts,
  set,
} from '../engine/index.js';
import { GBCS_2, supports } from '../shared/gbcs-version.js';
import { readGroup } from '../shared/read-group.js';
import { seconds, volts } from '../shared/units.js';
import { averageVoltageObjects, type Phase, RMS_VOLTAGE_MONITORS } from '../shared/voltage-objects.js';

type Settings = UpdateDeviceConfigurationVoltage;
type Monitor = keyof typeof RMS_VOLTAGE_MONITORS;

const facts = {
  messageType: 'SME.C.NC',
  serviceReferenceVariants: ['6.5'],
  targets: ['ESME'],
} as const;

const monitor = (name: Monitor) =>
  group({
    threshold: set(RMS_VOLTAGE_MONITORS[name], 4, volts),
    measurementPeriod: set(RMS_VOLTAGE_MONITORS[name], 6, seconds),
  });

const monitors = {
  extremeOverVoltage: monitor('extremeOverVoltage'),
  extremeUnderVoltage: monitor('extremeUnderVoltage'),
  sag: monitor('sag'),
  swell: monitor('swell'),
};

const averagingPeriod = (phase: number) => set(averageVoltageObjects(phase as Phase).profile, 4, seconds);

const over = (phase: number) => set(averageVoltageObjects(phase as Phase).overVoltageThreshold, 2, volts);
const under = (phase: number) => set(averageVoltageObjects(phase as Phase).underVoltageThreshold, 2, volts);
const overThenUnder = (phase: number) => group({ overVoltage: over(phase), underVoltage: under(phase) });
const underThenOver = (phase: number) => group({ underVoltage: under(phase), overVoltage: over(phase) });

/** Resets the counters of a phase, that of too low voltages first. */
const resetCounters = (phase: Phase) => {
  const { underVoltageCounter, overVoltageCounter } = averageVoltageObjects(phase);
  return readGroup({
    underVoltage: action(underVoltageCounter, 1, constant(integer, 0)),
    overVoltage: action(overVoltageCounter, 1, constant(integer, 0)),
  });
};

const singlePhaseResets = { resetPhase1: resetCounters(1) };
const polyphaseResets = {
  ...singlePhaseResets,
  resetPhase2: resetCounters(2),
  resetPhase3: resetCounters(3),
};

function monitorValues(settings: RMSVoltageSettings) {
  return {
    extremeOverVoltage: {
      threshold: settings.RMSExtremeOverVoltageThreshold,
      measurementPeriod: settings.RMSExtremeOverVoltageMeasurementPeriod,
    },
    extremeUnderVoltage: {
      threshold: settings.RMSExtremeUnderVoltageThreshold,
      measurementPeriod: settings.RMSExtremeUnderVoltageMeasurementPeriod,
    },
    sag: {
      threshold: settings.RMSVoltageSagThreshold,
      measurementPeriod: settings.RMSVoltageSagMeasurementPeriod,
    },
    swell: {
      threshold: settings.RMSVoltageSwellThreshold,
      measurementPeriod: settings.RMSVoltageSwellMeasurementPeriod,
    },
  };
}

/** Settings by phase, the first phase first. @throws CodecError unless the request has each of the phases once */
function phaseSettings(content: Settings, phases: number): AverageRMSVoltageSettings[] {
  const given = content.SinglePhaseVoltageSettings
    ? [{ Phase: 1, PhaseVoltageSettings: content.SinglePhaseVoltageSettings }]
    : (content.PolyPhaseVoltageSettings ?? []);
  const inOrder = [...given].sort((one, other) => one.Phase - other.Phase);
  if (inOrder.length !== phases || inOrder.some(({ Phase }, index) => Phase !== index + 1)) {
    const named = inOrder.map(({ Phase }) => Phase).join(', ');
    throw new CodecError(`expected settings of ${phases} phases, each once, found phases ${named}`);
  }
  return inOrder.map(({ PhaseVoltageSettings }) => PhaseVoltageSettings);
}

const voltageValues = (phases: number) => (content: Settings) => {
  const settings = phaseSettings(content, phases);
  return {
    ...monitorValues(content.RMSVoltageSettings),
    averagingPeriods: settings.map((phase) => phase.AverageRMSVoltageMeasurementPeriod),
    thresholds: settings.map((phase) => ({
      overVoltage: phase.AverageRMSOverVoltageThreshold,
      underVoltage: phase.AverageRMSUnderVoltageThreshold,
    })),
  };
};

/** Devices of GBCS 1 know the use cases that reset the counters only. */
function keepsCounters({ request, device }: RequestFacts): boolean {
  const asked = hasBodyContent(
    request,
    'UpdateDeviceConfigurationVoltage',
    (content) => content.RMSVoltageCountersNotReset !== undefined,
  );
  return asked && supports(device, GBCS_2);
}

const ofPolyphase = ({ request }: RequestFacts): boolean =>
  hasBodyContent(
    request,
    'UpdateDeviceConfigurationVoltage',
    (content) => content.SinglePhaseVoltageSettings === undefined,
  );

/** Set Voltage Configurations on ESME, with reset of the counters of its one phase. */
export const ECS29a = dlmsUseCase({
  ...facts,
  code: 'ECS29a',
  title: 'Set Voltage Configurations on ESME',
  messageCode: 0x0045,
  source: 'GBCS mapping table rows 30, 31, 494, 495, 663, 960 to 972',
  command: {
    averagingPeriods: repeat(1, averagingPeriod),
    ...monitors,
    thresholds: repeat(1, overThenUnder),
    ...singlePhaseResets,
  },
  from: { UpdateDeviceConfigurationVoltage: voltageValues(1) },
  appliesWhere: (request) => !keepsCounters(request) && !ofPolyphase(request),
});

/** Set Voltage Configurations on ESME - 3ph. Phases 2 and 3 have the lower threshold first. */
export const ECS29b = dlmsUseCase({
  ...facts,
  code: 'ECS29b',
  title: 'Set Voltage Configurations on ESME - 3ph',
  messageCode: 0x00ae,
  source: 'GBCS mapping table rows 30 to 35, 494 to 499, 663 to 665, 960 to 972',
  command: {
    averagingPeriods: repeat(3, averagingPeriod),
    ...monitors,
    thresholds: repeat(3, (phase) => (phase === 1 ? overThenUnder(phase) : underThenOver(phase))),
    ...polyphaseResets,
  },
  from: { UpdateDeviceConfigurationVoltage: voltageValues(3) },
  appliesWhere: (request) => !keepsCounters(request) && ofPolyphase(request),
});

/** Set Voltage Configurations on ESME without counter reset. */
export const ECS29c = dlmsUseCase({
  ...facts,
  code: 'ECS29c',
  title: 'Set Voltage Configurations on ESME without counter reset',
  messageCode: 0x00d1,
  source: 'GBCS mapping table rows 1882 to 1894',
  command: {
    thresholds: repeat(1, underThenOver),
    averagingPeriods: repeat(1, averagingPeriod),
    ...monitors,
  },
  from: { UpdateDeviceConfigurationVoltage: voltageValues(1) },
  appliesWhere: (request) => keepsCounters(request) && !ofPolyphase(request),
});

/** Set Voltage Configurations on polyphase ESME without counter reset. */
export const ECS29d = dlmsUseCase({
  ...facts,
  code: 'ECS29d',
  title: 'Set Voltage Configurations on polyphase ESME without counter reset',
  messageCode: 0x00d2,
  source: 'GBCS mapping table rows 1882 to 1898',
  command: {
    thresholds: repeat(3, underThenOver),
    averagingPeriods: repeat(3, averagingPeriod),
    ...monitors,
  },
  from: { UpdateDeviceConfigurationVoltage: voltageValues(3) },
  appliesWhere: (request) => keepsCounters(request) && ofPolyphase(request),
});

/** Reset RMS Voltage Counters on ESME. */
export const ECS29e = dlmsUseCase({
  ...facts,
  code: 'ECS29e',
  title: 'Reset RMS Voltage Counters on ESME',
  messageCode: 0x00d3,
  serviceReferenceVariants: ['6.27'],
  source: 'GBCS mapping table rows 1899, 1900',
  command: singlePhaseResets,
  from: { UpdateDeviceConfigurationRMSVoltageCounterReset: nothingToSay },
  appliesWhere: ({ device }) => !isPolyphase(device),
});

/** Reset RMS Voltage Counters on polyphase ESME. */
export const ECS29f = dlmsUseCase({
  ...facts,
  code: 'ECS29f',
  title: 'Reset RMS Voltage Counters on polyphase ESME',
  messageCode: 0x00d4,
  serviceReferenceVariants: ['6.27'],
  source: 'GBCS mapping table rows 1899 to 1904',
  command: polyphaseResets,
  from: { UpdateDeviceConfigurationRMSVoltageCounterReset: nothingToSay },
  appliesWhere: ({ device }) => isPolyphase(device),
});
