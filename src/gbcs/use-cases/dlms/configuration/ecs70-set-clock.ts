import type { SynchroniseClock } from '../../../../duis/generated/service-request-types.js';
import {
  constant,
  dateTime,
  enumerated,
  instant,
  integer,
  structure,
  unsigned,
} from '../../../dlms/index.js';
import { NOTHING_SPECIFIED } from '../../../dlms/cosem-date-time.js';
import { action, dlmsUseCase, get, set } from '../engine/index.js';

const clock = { classId: 8, obis: '0-0:1.0.0.255' } as const;

/** The meter takes its time from the Communications Hub (clock base 5), not from this Command. */
const RADIO_CONTROLLED = 5;

/** The time of the Communications Hub is taken over if it lies within the interval. */
function validityInterval({ CurrentDateTime, TolerancePeriod }: SynchroniseClock) {
  const validityEnd = new Date(CurrentDateTime.getTime() + TolerancePeriod * 1000);
  return { validTimeRange: { validityStart: CurrentDateTime, validityEnd } };
}

/** Set Clock on ESME. */
export const ECS70 = dlmsUseCase({
  code: 'ECS70',
  title: 'Set Clock on ESME',
  messageCode: 0x0062,
  messageType: 'SME.C.C',
  serviceReferenceVariants: ['6.11', '8.1.1'],
  targets: ['ESME'],
  source: 'GBCS mapping table rows 675 to 685; RTDS 4.5.0 ECS70, ECS70Commission',
  command: {
    clockBase: set(clock, 9, constant(enumerated, RADIO_CONTROLLED)),
    validTimeRange: action(
      clock,
      5,
      structure({
        presetTime: constant(dateTime, NOTHING_SPECIFIED),
        validityStart: instant,
        validityEnd: instant,
      }),
    ),
    setTime: action(clock, 4, constant(integer, 0)),
    time: get(clock, 2, dateTime),
    status: get(clock, 4, unsigned),
  },
  from: { SynchroniseClock: validityInterval, CommissionDeviceSynchroniseClock: validityInterval },
});
