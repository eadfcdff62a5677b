import type { CalendarDate } from '../../../../duis/generated/service-request-types.js';
import { CodecError } from '../../../../common/errors.js';
import type { CosemDate } from '../../../dlms/index.js';

const ANY_YEAR = 0xffff;
const ANY = 0xff;
const LAST_DAY_OF_MONTH = 0xfe;
const SECOND_LAST_DAY_OF_MONTH = 0xfd;

/** A DUIS date with wildcards, each part a choice of a value and of what it may be instead. */
export function cosemDateOf({ Year, Month, DayOfMonth, DayOfWeek }: CalendarDate): CosemDate {
  return {
    year: Year.SpecifiedYear ?? ANY_YEAR,
    month: Month.SpecifiedMonth ?? ANY,
    dayOfMonth: dayOfMonth(DayOfMonth),
    dayOfWeek: DayOfWeek.SpecifiedDayOfWeek ?? ANY,
  };
}

function dayOfMonth(day: CalendarDate['DayOfMonth']): number {
  if (day.LastDayOfMonth) return LAST_DAY_OF_MONTH;
  if (day.SecondLastDayOfMonth) return SECOND_LAST_DAY_OF_MONTH;
  return day.SpecifiedDayOfMonth ?? ANY;
}

const XS_DATE = /^(\d{4,5})-(\d\d)-(\d\d)(?:Z|[+-]00:00)?$/;

/**
 * An xs:date as a COSEM date; the year 65535 stands for any year.
 * @throws CodecError for other time zones and years a COSEM date lacks
 */
export function cosemDateOfXsDate(text: string): CosemDate {
  const [, year, month, dayOfMonth] = XS_DATE.exec(text.trim()) ?? [];
  if (year === undefined || Number(year) > ANY_YEAR) throw new CodecError(`'${text}' is not a date in UTC`);
  return { year: Number(year), month: Number(month), dayOfMonth: Number(dayOfMonth), dayOfWeek: ANY };
}
