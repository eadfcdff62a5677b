import type { Description } from '../../gbcs/index.js';
import { at, eui64, text, truth } from '../conversions.js';
import { valueAt } from '../decoded-content.js';
import { levelIn } from '../controller-state.js';
import type { MmcTree, Reader } from '../mmc-tree.js';
import type { ResponseRow } from '../response-row.js';
import {
  daysOfWeek,
  listAt,
  scheduleDatesAndTime,
  specialDays,
  specialDaysOf,
  wordAt,
} from '../switching-schedules.js';

const CONTROLLERS = [1, 2, 3, 4, 5];

/** Identities that are no EUI-64. Source: GBCS ECS46 (eight zero bytes); RTDS 4.5.0 ECS61e (the others: inferred). */
const TYPES: Readonly<Record<string, string>> = { '0000000000000000': 'ALCS', FF: 'APC', '': 'None' };

function typeAndIdentifier(identity: Description | undefined): MmcTree | undefined {
  if (typeof identity !== 'string') return undefined;
  const AuxiliaryControllerType = TYPES[identity];
  if (AuxiliaryControllerType !== undefined) return { AuxiliaryControllerType };
  return { AuxiliaryControllerType: 'HCALCS', HCALCSID: eui64(identity) };
}

/** One element a controller whose identity or state was read. */
const operationalData: Reader = (content) =>
  CONTROLLERS.filter(
    (n) => valueAt(content, `identity${n}`) !== undefined || valueAt(content, `state${n}`) !== undefined,
  ).map((n): MmcTree => {
    const state = `state${n}`;
    return {
      auxiliaryControllerN: String(n),
      TypeAndIdentifier: typeAndIdentifier(valueAt(content, `identity${n}`)),
      AuxiliaryControllerStateAndAssociatedInformation: {
        OutputState: levelIn(state, 'outputState')(content),
        InputState: levelIn(state, 'inputState')(content),
        StateAndAssociatedInformation: at(state, text)(content),
      },
    };
  });

const described = (n: number): Reader => at(`description${n}`, text);

/** One element a controller that was described. */
const descriptions: Reader = (content) =>
  CONTROLLERS.flatMap((n): MmcTree[] => {
    const AuxiliaryControlDescription = described(n)(content);
    return AuxiliaryControlDescription === undefined
      ? []
      : [{ auxiliaryControllerN: String(n), AuxiliaryControlDescription }];
  });

/** One element a switch of a meter of before GBCS 4. */
const switches: Reader = (content) =>
  CONTROLLERS.filter((n) => valueAt(content, `identity${n}`) !== undefined).map((n): MmcTree => {
    const identity = valueAt(content, `identity${n}`);
    const isInMeter = TYPES[wordAt(content, `identity${n}`)] === 'ALCS';
    return {
      Index: String(n),
      Description: described(n)(content),
      TypeAndIdentifier: isInMeter ? { ALCS: {} } : { HCALCS: eui64(identity ?? null) },
      State: at(`active${n}`, truth)(content),
    };
  });

const daysAs =
  (element: string, position: string): Reader =>
  (content) => {
    const days = specialDays(content, 'specialDays', position);
    return days.length === 0 ? undefined : { [element]: days };
  };

/** The entries of a schedule. @param action what the script of an entry does, by its number */
const scheduleOf =
  (position: string, dates: string, action: (script: number) => MmcTree): Reader =>
  (content) => {
    const days = listAt(content, 'specialDays');
    return listAt(content, 'schedule').map((entry): MmcTree => ({
      ...action(Number(valueAt(entry, 'scriptSelector'))),
      SpecialDaysApplicability: specialDaysOf(entry, days).map((id) => ({ [position]: id })),
      DaysOfWeekApplicability: daysOfWeek(entry),
      [dates]: scheduleDatesAndTime(entry),
    }));
  };

/** Source: GBCS 7.3.6, as ECS46c writes it: 4 bits, the controller, then 1 to activate and 2 to deactivate. */
const switched = (script: number): MmcTree => ({
  ActivateDeactivateSwitch: {
    index: String((script >> 8) & 0x0f),
    ...((script & 0xff) === 1 ? { ActivateSwitch: {} } : { DeactivateSwitch: {} }),
  },
});

const INPUT = 2;
/** Source: GBCS 7.3.6, as ECS46d writes it: output or input, the controller, then a level in 7 bits. */
const levelled = (script: number): MmcTree => ({
  AuxiliaryControllerAction: {
    auxiliaryControllerN: String((script >> 8) & 0x0f),
    CommandedStateLevel: String(script & 0x7f),
    InputFromControlledLoad: script >> 12 === INPUT ? {} : undefined,
  },
});

/** Auxiliary controllers: configuration of switches (7.7) and of controllers (7.14), operational data (7.15). */
export const AUXILIARY_CONTROLLERS: readonly ResponseRow[] = [
  {
    useCases: ['ECS61a'],
    elements: {
      AuxiliaryLoadControlSwitch: switches,
      ALCSHCALCSSpecialDays: daysAs('ALCSHCALCSSpecialDay', 'index'),
      ALCSScheduler: scheduleOf('index', 'ALCSScheduleDatesAndTime', switched),
    },
    source: 'MMC schema 5.4, ReadALCSDataRsp; ECS46c writes the same; RTDS 4.5.0 ECS61a',
    mark: 'inferred',
  },
  {
    useCases: ['ECS61d'],
    elements: {
      AuxiliaryControllerDescription: descriptions,
      AuxiliaryControllerSpecialDayDefinitions: daysAs(
        'AuxiliaryControllerSpecialDayDefinition',
        'identifier',
      ),
      AuxiliaryControllerSchedule: scheduleOf(
        'identifier',
        'AuxiliaryControllerSchedulePeriodAndTime',
        levelled,
      ),
    },
    source: 'MMC schema 5.4, ReadAuxiliaryControllerConfigurationDataRsp; ECS46d; RTDS 4.5.0 ECS61d',
    mark: 'inferred',
  },
  {
    useCases: ['ECS61e'],
    elements: { AuxiliaryControllerOperationalData: operationalData },
    source: 'MMC schema 5.4, ReadAuxiliaryControllerOperationalDataRsp',
    mark: 'inferred',
  },
];
