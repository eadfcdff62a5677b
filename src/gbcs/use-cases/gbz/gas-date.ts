import type { GasDateWithWildcards } from '../../../duis/generated/service-request-types.js';
import type { ZclDate } from '../../gbz/zcl-date.js';

/** A gas date with what it leaves open; each "NonSpecified" element becomes a member that is absent. */
export function gasDate(date: GasDateWithWildcards): ZclDate {
  const year = date.GasYearWithWildcards.SpecifiedYear;
  const month = date.GasMonthWithWildcards.SpecifiedMonth;
  const dayOfMonth = date.GasDayOfMonthWithWildcards.SpecifiedDayOfMonth;
  const dayOfWeek = date.GasDayOfWeekWithWildcards.SpecifiedDayOfWeek;
  return {
    ...(year !== undefined && { year }),
    ...(month !== undefined && { month }),
    ...(dayOfMonth !== undefined && { dayOfMonth }),
    ...(dayOfWeek !== undefined && { dayOfWeek }),
  };
}
