import { ByteReader } from '../gbcs/bytes/byte-reader.js';
import { array } from '../gbcs/dlms/index.js';
import { decodeData, type DlmsType } from '../gbcs/dlms/dlms-type.js';
import {
  dayProfiles,
  seasonProfiles,
  tariffSpecialDays,
  weekProfiles,
} from '../gbcs/use-cases/dlms/shared/tariff-switching-table.js';
import { wattHours } from '../gbcs/use-cases/dlms/shared/units.js';
import type { CosemMember, CosemObjects } from './cosem-objects.js';

/** Numbers of registers. Source: GBCS mapping table rows 28, 29. */
export const TOU_REGISTERS = 48;
export const BLOCK_REGISTERS = 8;
export const BLOCKS = 4;

/** Scripts from here on switch to registers with blocks. Source: RTDS 4.5.0 ECS01a. */
const BLOCK_SCRIPTS = 100;

/** Active calendar of the primary element. Source: GBCS mapping table, ECS24. */
const CALENDAR = { classId: 20, obis: '0-0:13.0.0.255' } as const;
const SPECIAL_DAYS = { classId: 11, obis: '0-0:11.0.0.255', index: 2 } as const;

/** Where energy is counted: a time-of-use register, or one of those with blocks; numbered from 0. */
export interface TariffRegister {
  readonly kind: 'tou' | 'block';
  readonly number: number;
}

/** The register something is counted in, of the block that has been reached where it has blocks; numbered from 0. */
export interface CountedRegister {
  readonly number: number;
  readonly block?: number;
}

/** Without a tariff all is counted in the first register; mark: inferred. */
const NO_TARIFF: TariffRegister = { kind: 'tou', number: 0 };

function active<T>(objects: CosemObjects, attribute: CosemMember, type: DlmsType<T>): T | undefined {
  const value = objects.value(attribute);
  return value && decodeData(type, new ByteReader(value));
}

/** The register in which a meter counts at a time, by its active calendar; times are UTC. */
export function tariffRegisterAt(objects: CosemObjects, time: Date): TariffRegister {
  const days = active(objects, { ...CALENDAR, index: 5 }, dayProfiles) ?? [];
  const dayId = dayIdAt(objects, time);
  const profile = days.find((day) => day.dayId === dayId);
  const minutes = time.getUTCHours() * 60 + time.getUTCMinutes();
  const passed = profile?.switches.filter(({ start }) => start.hour * 60 + start.minute <= minutes);
  const script = passed?.at(-1)?.scriptSelector;
  if (script === undefined) return NO_TARIFF;
  const register: TariffRegister =
    script > BLOCK_SCRIPTS
      ? { kind: 'block', number: script - BLOCK_SCRIPTS - 1 }
      : { kind: 'tou', number: script - 1 };
  const count = register.kind === 'block' ? BLOCK_REGISTERS : TOU_REGISTERS;
  return register.number >= 0 && register.number < count ? register : NO_TARIFF;
}

function dayIdAt(objects: CosemObjects, time: Date): number | undefined {
  const special = active(objects, SPECIAL_DAYS, tariffSpecialDays)?.find(({ date }) => isOn(date, time));
  if (special) return special.dayId;
  const seasons = active(objects, { ...CALENDAR, index: 3 }, seasonProfiles) ?? [];
  const orderOf = (month: number, day: number) => month * 32 + day;
  const today = orderOf(time.getUTCMonth() + 1, time.getUTCDate());
  const byStart = [...seasons].sort(
    (a, b) => orderOf(a.start.month, a.start.dayOfMonth) - orderOf(b.start.month, b.start.dayOfMonth),
  );
  // Before the first season of a year it is still the last one of the year before.
  const season =
    byStart.findLast(({ start }) => orderOf(start.month, start.dayOfMonth) <= today) ?? byStart.at(-1);
  const weeks = active(objects, { ...CALENDAR, index: 4 }, weekProfiles) ?? [];
  const week = weeks.find(({ name }) => season !== undefined && name.equals(season.week));
  if (week === undefined) return undefined;
  const { sunday, monday, tuesday, wednesday, thursday, friday, saturday } = week;
  return [sunday, monday, tuesday, wednesday, thursday, friday, saturday][time.getUTCDay()];
}

interface DatePattern {
  readonly year: number;
  readonly month: number;
  readonly dayOfMonth: number;
  readonly dayOfWeek: number;
}

/** Whether a date with wildcards is that of a time, UTC; marks of daylight saving are no date. */
export function isOn({ year, month, dayOfMonth, dayOfWeek }: DatePattern, time: Date): boolean {
  const lastDay = new Date(Date.UTC(time.getUTCFullYear(), time.getUTCMonth() + 1, 0)).getUTCDate();
  const wantedDay = dayOfMonth === 254 ? lastDay : dayOfMonth === 253 ? lastDay - 1 : dayOfMonth;
  return (
    (year === 0xffff || year === time.getUTCFullYear()) &&
    (month === 0xff || month === time.getUTCMonth() + 1) &&
    (wantedDay === 0xff || wantedDay === time.getUTCDate()) &&
    (dayOfWeek === 0xff || dayOfWeek % 7 === time.getUTCDay())
  );
}

/** The block in which a register with blocks counts. @param used since the counters were reset, Wh @returns 0 to 3 */
export function blockOf(objects: CosemObjects, register: number, used: number): number {
  const attribute = { classId: 21, obis: `0-0:16.0.${11 + register}.255`, index: 2 } as const;
  const thresholds = active(objects, attribute, array(wattHours, { max: BLOCKS - 1 })) ?? [];
  return thresholds.filter((threshold) => threshold > 0 && threshold <= used).length;
}
