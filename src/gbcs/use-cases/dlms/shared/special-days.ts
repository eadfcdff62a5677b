import type { CalendarDate } from '../../../../duis/generated/service-request-types.js';
import { array, date, longUnsigned, structure, unsigned } from '../../../dlms/index.js';
import { cosemDateOf } from './calendar-date.js';
import { inIndexOrder } from '../../ordered.js';

/** Special days table (class 11, attribute 2). Source: mapping table, structure spec_day_entry. */
export const specialDays = (max: number) =>
  array(structure({ index: longUnsigned, date, dayId: unsigned }), { max });

/** Special days that a schedule refers to by their index, which is their day identifier too. */
export function indexedSpecialDays(days: readonly { readonly index: number; readonly Date: CalendarDate }[]) {
  return inIndexOrder(days, 'special day').map(({ index, Date }) => ({
    index,
    date: cosemDateOf(Date),
    dayId: index,
  }));
}
