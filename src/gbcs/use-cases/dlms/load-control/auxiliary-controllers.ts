import { eui64ToBytes, type Eui64 } from '../../../../common/eui64.js';
import { octetString, visibleString } from '../../../dlms/index.js';
import { get, optional, repeat, set } from '../engine/index.js';
import { specialDays } from '../shared/special-days.js';
import { switchingSchedule } from '../shared/switching-schedule.js';

/** An ESME has up to five auxiliary controllers: load control switches (ALCS, HCALCS) and proportional ones (APC). */
export const CONTROLLERS = 5;

const MAX_SPECIAL_DAYS = 20;

const descriptionObject = (controller: number) =>
  ({ classId: 1, obis: `0-0:94.44.0.${10 + controller}` }) as const;
const identityObject = (controller: number) =>
  ({ classId: 1, obis: `0-0:94.44.0.${20 + controller}` }) as const;

const description = visibleString({ max: 22 });

/** Identity of the HCALCS that a controller stands for, or 8 zero bytes for an ALCS of the meter itself. */
const ALCS_OF_METER = Buffer.alloc(8);
export const identityOf = (hcalcs: Eui64 | undefined): Buffer =>
  hcalcs === undefined ? ALCS_OF_METER : eui64ToBytes(hcalcs);

const controllerIdentity = octetString({ max: 8 });

export const setDescriptions = repeat(CONTROLLERS, (controller) =>
  optional(set(descriptionObject(controller), 2, description)),
);
export const setIdentities = repeat(CONTROLLERS, (controller) =>
  optional(set(identityObject(controller), 2, controllerIdentity)),
);

/** Reads of one attribute of each controller, by name, such as `description1`. */
export function eachController<T>(name: string, read: (controller: number) => T): Record<string, T> {
  return Object.fromEntries(
    Array.from({ length: CONTROLLERS }, (_, index) => [`${name}${index + 1}`, read(index + 1)]),
  );
}

export const readDescriptions = eachController('description', (controller) =>
  get(descriptionObject(controller), 2, description),
);
export const readIdentities = eachController('identity', (controller) =>
  get(identityObject(controller), 2, controllerIdentity),
);

/** Special days of the calendar of auxiliary controllers. Source: mapping table rows 1819 to 1824. */
export const controllerSpecialDays = specialDays(MAX_SPECIAL_DAYS);

/** The calendar of auxiliary controllers. Source: mapping table rows 727 to 783. */
export const controllerSchedule = switchingSchedule('0-0:10.0.103.255', {
  entries: 120,
  specialDays: MAX_SPECIAL_DAYS,
});

/** Values by controller number, undefined for controllers that are not there. */
export function byController<T>(values: ReadonlyMap<number, T>): (T | undefined)[] {
  return Array.from({ length: CONTROLLERS }, (_, index) => values.get(index + 1));
}
