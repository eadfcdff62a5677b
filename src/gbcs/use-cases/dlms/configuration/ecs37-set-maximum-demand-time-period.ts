import { timeOfDay } from '../../time-of-day.js';
import { dlmsUseCase, set } from '../engine/index.js';
import { MAXIMUM_DEMAND_TIME_PERIOD, maximumDemandTimePeriod } from '../shared/maximum-demand-time-period.js';

/** Scripts that the two entries of the schedule run. Source: RTDS 4.5.0 ECS37. */
const BEGIN_PERIOD = 1;
const END_PERIOD = 2;

/** Set Maximum Demand Configurable Time Period. */
export const ECS37 = dlmsUseCase({
  code: 'ECS37',
  title: 'Set Maximum Demand Configurable Time Period',
  messageCode: 0x004a,
  messageType: 'SME.C.NC',
  serviceReferenceVariants: ['6.18.1'],
  targets: ['ESME'],
  source: 'GBCS mapping table rows 728 to 780',
  command: { timePeriod: set(MAXIMUM_DEMAND_TIME_PERIOD, 2, maximumDemandTimePeriod) },
  from: {
    SetMaximumDemandConfigurableTimePeriod({ MaximumDemandTimePeriodSchedule: { StartTime, EndTime } }) {
      return {
        timePeriod: [
          { index: 0, scriptSelector: BEGIN_PERIOD, switchTime: timeOfDay(StartTime) },
          { index: 1, scriptSelector: END_PERIOD, switchTime: timeOfDay(EndTime) },
        ],
      };
    },
  },
});
