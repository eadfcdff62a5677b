import { CodecError } from '../../../../common/errors.js';
import type {
  ALCSHCALCSConnectionSchedule,
  AuxiliaryControllerSchedule,
} from '../../../../duis/generated/service-request-types.js';
import { activationDateTime } from '../../../dlms/index.js';
import { dlmsUseCase, set } from '../engine/index.js';
import { cosemDateOf } from '../shared/calendar-date.js';
import { activationOf } from '../shared/execution.js';
import { inIndexOrder } from '../../ordered.js';
import { indexedSpecialDays } from '../shared/special-days.js';
import { specialDayBits, switchTimes, weekdayBits } from '../shared/switching-schedule.js';
import {
  byController,
  controllerSchedule,
  controllerSpecialDays,
  identityOf,
  setDescriptions,
  setIdentities,
} from './auxiliary-controllers.js';
import { levelScript, switchScript } from './controller-script.js';

/** Set Auxiliary Controller Descriptions. Controllers the request does not name keep theirs. */
export const ECS46a = dlmsUseCase({
  code: 'ECS46a',
  title: 'Set Auxiliary Controller Descriptions',
  messageCode: 0x0053,
  messageType: 'SME.C.C',
  serviceReferenceVariants: ['6.14.1'],
  targets: ['ESME'],
  source: 'GBCS mapping table rows 1773 to 1777',
  command: { descriptions: setDescriptions },
  from: {
    UpdateDeviceConfigurationALCDescriptions({ ALCSHCALCSDescription = [] }) {
      const named = inIndexOrder(ALCSHCALCSDescription, 'ALCSHCALCSDescription');
      if (named.length === 0) throw new CodecError('the request describes no controller');
      return {
        descriptions: byController(
          new Map(named.map(({ index, SwitchDescription }) => [index, SwitchDescription])),
        ),
      };
    },
  },
});

const calendar = {
  specialDays: set({ classId: 11, obis: '0-1:11.0.3.255' }, 2, controllerSpecialDays),
  schedule: set({ classId: 10, obis: '0-1:12.0.2.255' }, 2, controllerSchedule),
  scheduleActivation: set({ classId: 9000, obis: '0-0:94.44.128.26' }, 6, activationDateTime),
  specialDaysActivation: set({ classId: 9000, obis: '0-0:94.44.128.35' }, 6, activationDateTime),
};

function switchEntry(entry: ALCSHCALCSConnectionSchedule, indexes: readonly number[], position: number) {
  const { ActivateDeactivateSwitch: change, SpecialDaysApplicability = [] } = entry;
  const state = change.ActivateSwitch ? 'activate' : 'deactivate';
  return {
    index: position + 1,
    scriptSelector: switchScript.byCalendar(change.index, state),
    weekdays: weekdayBits(entry.DaysOfWeekApplicability ?? {}),
    specialDays: specialDayBits(
      SpecialDaysApplicability.map(({ index }) => index),
      indexes,
    ),
    ...switchTimes(entry.ALCSScheduleDatesAndTime, cosemDateOf),
  };
}

function levelEntry(entry: AuxiliaryControllerSchedule, indexes: readonly number[], position: number) {
  const { AuxiliaryControllerAction: level, SpecialDaysApplicability = [] } = entry;
  return {
    index: position + 1,
    scriptSelector: levelScript.byCalendar(level.auxiliaryControllerN, level),
    weekdays: weekdayBits(entry.DaysOfWeekApplicability ?? {}),
    specialDays: specialDayBits(
      SpecialDaysApplicability.map(({ identifier }) => identifier),
      indexes,
    ),
    ...switchTimes(entry.AuxiliaryControllerSchedulePeriodAndTime, cosemDateOf),
  };
}

const facts = { messageType: 'SME.C.C', targets: ['ESME'] } as const;

/** Set ALCS Calendar: which HCALCS the switches stand for, where the request says so, and when they switch. */
export const ECS46c = dlmsUseCase({
  ...facts,
  code: 'ECS46c',
  title: 'Set HCALCS Labels and ALCS Calendar',
  messageCode: 0x0054,
  serviceReferenceVariants: ['6.14.2'],
  source: 'RTDS 4.5.0 ECS46c; the mapping table has its successor ECS46d only',
  command: { identities: setIdentities, ...calendar },
  from: {
    UpdateDeviceConfigurationALCScheduler(content) {
      const { ALCSHCALCSSpecialDay = [] } = content.ALCSHCALCSSpecialDays;
      const specialDays = indexedSpecialDays(
        ALCSHCALCSSpecialDay.map((day) => ({ index: day.index, Date: day })),
      );
      const indexes = specialDays.map(({ index }) => index);
      const switches = inIndexOrder(content.SwitchTypeAndId ?? [], 'SwitchTypeAndId');
      const activation = activationOf(content.ExecutionDateTime);
      return {
        identities: byController(new Map(switches.map(({ index, HCALCS }) => [index, identityOf(HCALCS)]))),
        specialDays,
        schedule: content.ALCSHCALCSConnectionSchedule.map((entry, position) =>
          switchEntry(entry, indexes, position),
        ),
        scheduleActivation: activation,
        specialDaysActivation: activation,
      };
    },
  },
});

/** Set Auxiliary Controller Calendar. */
export const ECS46d = dlmsUseCase({
  ...facts,
  code: 'ECS46d',
  title: 'Set Auxiliary Controller Calendar',
  messageCode: 0x011a,
  serviceReferenceVariants: ['6.14.3'],
  source: 'GBCS mapping table rows 735 to 783, 1201, 1818 to 1824',
  command: calendar,
  from: {
    UpdateDeviceConfigurationAuxiliaryControllerScheduler(content) {
      const { AuxiliaryControllerSpecialDayDefinition = [] } =
        content.AuxiliaryControllerSpecialDayDefinitions;
      const specialDays = indexedSpecialDays(
        AuxiliaryControllerSpecialDayDefinition.map((day) => ({ index: day.identifier, Date: day })),
      );
      const indexes = specialDays.map(({ index }) => index);
      const activation = activationOf(content.ExecutionDateTime);
      return {
        specialDays,
        schedule: (content.AuxiliaryControllerSchedule ?? []).map((entry, position) =>
          levelEntry(entry, indexes, position),
        ),
        scheduleActivation: activation,
        specialDaysActivation: activation,
      };
    },
  },
});
