import { dateTime, doubleLongUnsigned, quantity } from '../../../dlms/index.js';
import type { CosemObject } from '../../../dlms/access-specification.js';
import { get } from '../engine/index.js';
import { readGroup } from './read-group.js';
import { scalerUnit } from './scaler-unit.js';
import { watts } from './units.js';

/** Value of a register (class 3 or 4) with its scaler and unit. @param unit the one the use case prescribes */
export const registerWithUnit = (object: CosemObject, unit: string) =>
  readGroup({
    value: get(object, 2, quantity(doubleLongUnsigned, unit)),
    scalerUnit: get(object, 3, scalerUnit),
  });

/** A counter (class 3): it has a scaler and unit too, 0 and none. */
export const counterWithUnit = (object: CosemObject) =>
  readGroup({ value: get(object, 2, doubleLongUnsigned), scalerUnit: get(object, 3, scalerUnit) });

/** A maximum demand register (class 4) with the time of its value. */
export const maximumDemandRegister = (object: CosemObject) =>
  readGroup({
    value: get(object, 2, watts),
    scalerUnit: get(object, 3, scalerUnit),
    capturedAt: get(object, 5, dateTime),
  });
