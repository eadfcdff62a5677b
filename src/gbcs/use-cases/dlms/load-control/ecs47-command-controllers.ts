import { instant, longUnsigned, quantity } from '../../../dlms/index.js';
import { action, dlmsUseCase, group, optional, repeat, set } from '../engine/index.js';
import { byController, CONTROLLERS } from './auxiliary-controllers.js';
import { type CommandedLevel, levelScript, switchScript } from './controller-script.js';

/** Objects of the period of a commanded state: start (1) and end (2); of a limit: start (3) and end (4). */
const periodObject = (controller: number, part: 1 | 2 | 3 | 4) =>
  ({ classId: 1, obis: `0-0:94.44.${116 + controller}.${part}` }) as const;

const runScript = action({ classId: 9, obis: '0-0:10.0.103.255' }, 1, longUnsigned);
const runLimitScript = action({ classId: 9, obis: '0-0:10.0.107.255' }, 1, longUnsigned);

const minutes = quantity(longUnsigned, 'min');

const durations = (part: 1 | 2) =>
  repeat(CONTROLLERS, (controller) => optional(set(periodObject(controller, part), 2, minutes)));

const only = <T>(controller: number, value: T) => byController(new Map([[controller, value]]));

const NONE: readonly undefined[] = Array.from({ length: CONTROLLERS }, () => undefined);

/** Set ALCS or HCALCS State: activates or deactivates it for some minutes, or resets it to its calendar. */
export const ECS47 = dlmsUseCase({
  code: 'ECS47',
  title: 'Set ALCS or HCALCS State',
  messageCode: 0x0055,
  messageType: 'SME.C.C',
  serviceReferenceVariants: ['7.5', '7.6', '7.8'],
  targets: ['ESME'],
  source:
    'RTDS 4.5.0 ECS47Activate, ECS47Deactivate, ECS47Reset; the mapping table has its successor ECS47a only',
  command: { activations: durations(1), deactivations: durations(2), script: runScript },
  from: {
    ActivateAuxiliaryLoad: ({ ActivateALCSHCALCS: { index, Duration } }) => ({
      activations: only(index, Duration),
      deactivations: NONE,
      script: switchScript.activate(index),
    }),
    DeactivateAuxiliaryLoad: ({ DeactivateALCSHCALCS: { index, Duration } }) => ({
      activations: NONE,
      deactivations: only(index, Duration),
      script: switchScript.deactivate(index),
    }),
    ResetAuxiliaryLoad: ({ ResetALCSHCALCS: { index } }) => ({
      activations: NONE,
      deactivations: NONE,
      script: switchScript.reset(index),
    }),
  },
});

/** Periods of the controllers, of which a Command names one. */
const periods = (start: 1 | 3, end: 2 | 4) =>
  repeat(CONTROLLERS, (controller) =>
    optional(
      group({
        start: set(periodObject(controller, start), 2, instant),
        end: set(periodObject(controller, end), 2, instant),
      }),
    ),
  );

interface LevelForPeriod extends CommandedLevel {
  readonly auxiliaryControllerN: number;
  readonly StartDateTime: Date;
  readonly EndDateTime: Date;
}

function levelForPeriod(content: LevelForPeriod) {
  const { auxiliaryControllerN: controller, StartDateTime, EndDateTime } = content;
  return {
    periods: only(controller, { start: StartDateTime, end: EndDateTime }),
    script: levelScript.atOnce(controller, content),
  };
}

/** Set Auxiliary Controller [n] State. */
export const ECS47a = dlmsUseCase({
  code: 'ECS47a',
  title: 'Set Auxiliary Controller [n] State',
  messageCode: 0x011e,
  messageType: 'SME.C.C',
  serviceReferenceVariants: ['7.13'],
  targets: ['ESME'],
  source: 'GBCS mapping table rows 50 to 64, 1829',
  command: { periods: periods(1, 2), script: runScript },
  from: { SetAuxiliaryControllerState: levelForPeriod },
});

/** Limit APC [n] Level. */
export const ECS47e = dlmsUseCase({
  code: 'ECS47e',
  title: 'Limit APC [n] Level',
  messageCode: 0x011f,
  messageType: 'SME.C.C',
  serviceReferenceVariants: ['7.16'],
  targets: ['ESME'],
  source: 'GBCS mapping table rows 1983 to 1993',
  command: { periods: periods(3, 4), script: runLimitScript },
  from: { LimitAPCLevel: levelForPeriod },
});
