import { CodecError } from '../../../../common/errors.js';
import type {
  CalendarDate,
  ElecReferencedDayName,
  ElecSeasonPrimary,
  ElecSwitchingTablePrimary,
  ElecSwitchingTableSecondary,
} from '../../../../duis/generated/service-request-types.js';
import { type CosemDateTime, DEVIATION_NOT_SPECIFIED, NOT_SPECIFIED } from '../../../dlms/cosem-date-time.js';
import { timeOfDay } from '../../time-of-day.js';
import { cosemDateOf } from './calendar-date.js';
import { indexed } from '../../ordered.js';

/** Seasons begin at midnight. */
function seasonStart(date: CalendarDate): CosemDateTime {
  return {
    ...cosemDateOf(date),
    hour: 0,
    minute: 0,
    second: 0,
    hundredths: 0,
    deviation: DEVIATION_NOT_SPECIFIED,
    status: NOT_SPECIFIED,
  };
}

/** Weeks go by a number in DUIS and by the byte of that number in the meter. */
const weekName = (week: number) => Buffer.of(week);

const season = ({ SeasonName, SeasonStartDate, ReferencedWeekName }: ElecSeasonPrimary) => ({
  name: SeasonName,
  start: seasonStart(SeasonStartDate),
  week: weekName(ReferencedWeekName),
});

/** Index 1 is Monday. @throws CodecError unless each day of the week is there once */
function daysOfWeek(referenced: readonly ElecReferencedDayName[]) {
  const days = indexed(referenced, 'ReferencedDayName');
  const [monday, tuesday, wednesday, thursday, friday, saturday, sunday] = days;
  if (
    monday === undefined ||
    tuesday === undefined ||
    wednesday === undefined ||
    thursday === undefined ||
    friday === undefined ||
    saturday === undefined ||
    sunday === undefined
  ) {
    throw new CodecError(`a week has 7 ReferencedDayNames, found ${days.length}`);
  }
  return { monday, tuesday, wednesday, thursday, friday, saturday, sunday };
}

function refuseRepeated(names: readonly number[], element: string): void {
  const repeated = names.find((name, position) => names.indexOf(name) !== position);
  if (repeated !== undefined) throw new CodecError(`${element} ${repeated} is there more than once`);
}

/**
 * Seasons, weeks and days of a tariff.
 * @param script number of the script a switch starts
 * @throws CodecError if a week or day is there twice
 */
export function switchingTableValues<Table extends ElecSwitchingTablePrimary | ElecSwitchingTableSecondary>(
  table: Table,
  script: (action: Table['DayProfiles']['DayProfile'][number]['ProfileSchedule'][number]) => number,
) {
  const { DayProfiles, WeekProfiles, Seasons } = table;
  refuseRepeated(
    WeekProfiles.WeekProfile.map(({ WeekName }) => WeekName),
    'WeekName',
  );
  refuseRepeated(
    DayProfiles.DayProfile.map(({ DayName }) => DayName),
    'DayName',
  );
  return {
    seasons: Seasons.Season.map(season),
    weeks: WeekProfiles.WeekProfile.map(({ WeekName, ReferencedDayName }) => ({
      name: weekName(WeekName),
      ...daysOfWeek(ReferencedDayName),
    })),
    days: DayProfiles.DayProfile.map(({ DayName, ProfileSchedule }) => ({
      dayId: DayName,
      switches: ProfileSchedule.map((entry) => ({
        start: timeOfDay(entry.StartTime),
        scriptSelector: script(entry),
      })),
    })),
  };
}

/** Special days that name the day profile they follow; they are numbered in the order of the request. */
export function tariffSpecialDayValues(
  days: readonly { readonly Date: CalendarDate; readonly ReferencedDayName: number }[],
) {
  return days.map(({ Date, ReferencedDayName }, position) => ({
    index: position + 1,
    date: cosemDateOf(Date),
    dayId: ReferencedDayName,
  }));
}
