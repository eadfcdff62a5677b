import type { CalendarDate } from '../../../../duis/generated/service-request-types.js';
import { CodecError } from '../../../../common/errors.js';
import { NOT_SPECIFIED, YEAR_NOT_SPECIFIED } from '../../../dlms/cosem-date-time.js';
import type { CosemDate } from '../../../dlms/index.js';

/** Any day: the wildcards of year, month, day and weekday. */
export const ANY_DATE: CosemDate = {
  year: YEAR_NOT_SPECIFIED,
  month: NOT_SPECIFIED,
  dayOfMonth: NOT_SPECIFIED,
  dayOfWeek: NOT_SPECIFIED,
};
const LAST_DAY_OF_MONTH = 0xfe;
const SECOND_LAST_DAY_OF_MONTH = 0xfd;

/** A DUIS date with wildcards, each part a choice of a value and of what it may be instead. */
export function cosemDateOf({ Year, Month, DayOfMonth, DayOfWeek }: CalendarDate): CosemDate {
  return {
    year: Year.SpecifiedYear ?? ANY_DATE.year,
    month: Month.SpecifiedMonth ?? ANY_DATE.month,
    dayOfMonth: dayOfMonth(DayOfMonth),
    dayOfWeek: DayOfWeek.SpecifiedDayOfWeek ?? ANY_DATE.dayOfWeek,
  };
}

function dayOfMonth(day: CalendarDate['DayOfMonth']): number {
  if (day.LastDayOfMonth) return LAST_DAY_OF_MONTH;
  if (day.SecondLastDayOfMonth) return SECOND_LAST_DAY_OF_MONTH;
  return day.SpecifiedDayOfMonth ?? ANY_DATE.dayOfMonth;
}

const XS_DATE = /^(\d{4,5})-(\d\d)-(\d\d)(?:Z|[+-]00:00)?$/;

/**
 * An xs:date as a COSEM date; the year 65535 stands for any year.
 * @throws CodecError for other time zones and years a COSEM date lacks
 */
export function cosemDateOfXsDate(text: string): CosemDate {
  const [, year, month, dayOfMonth] = XS_DATE.exec(text.trim()) ?? [];
  if (year === undefined || Number(year) > YEAR_NOT_SPECIFIED)
    throw new CodecError(`'${text}' is not a date in UTC`);
  return {
    year: Number(year),
    month: Number(month),
    dayOfMonth: Number(dayOfMonth),
    dayOfWeek: NOT_SPECIFIED,
  };
}
