import { ByteReader } from '../gbcs/bytes/byte-reader.js';
import { decodeData } from '../gbcs/dlms/dlms-type.js';
import type { CosemDate, CosemTime } from '../gbcs/dlms/index.js';
import { BILLING_CALENDAR, executionTimes } from '../gbcs/use-cases/dlms/shared/billing-calendar.js';
import type { CosemObjects } from './cosem-objects.js';
import { DAY_MS } from './household-load.js';
import { isOn } from './esme-tariff.js';

/** Dates with wildcards, and the time of day, at which billing periods end. */
type ExecutionTimes = readonly { readonly time: CosemTime; readonly date: CosemDate }[];

/** How far ahead an end is looked for: by then every day of any year has come. */
const AHEAD_DAYS = 1462;
const LAST_HOUR = 23;

/**
 * When the billing period of a time ends; times are UTC.
 * @returns later than the time; undefined where the calendar names no such time in the next four years
 */
export function billingPeriodEndAfter(times: ExecutionTimes, after: Date): Date | undefined {
  const dated = times.filter(({ time }) => time.hour <= LAST_HOUR);
  if (dated.length === 0) return undefined;
  const today = Math.floor(after.getTime() / DAY_MS) * DAY_MS;
  for (let day = 0; day <= AHEAD_DAYS; day++) {
    const midnight = new Date(today + day * DAY_MS);
    const ends = dated
      .filter(({ date }) => isOn(date, midnight))
      .map(({ time }) => midnight.getTime() + ((time.hour * 60 + time.minute) * 60 + time.second) * 1000)
      .filter((end) => end > after.getTime());
    if (ends.length > 0) return new Date(Math.min(...ends));
  }
  return undefined;
}

const CALENDAR = { ...BILLING_CALENDAR, index: 4 } as const;

/**
 * The billing calendar of a meter. It ends billing periods from when a Command sets it (ECS30): the one a meter comes
 * with is nobody's, so that nobody is told of it; mark: unknown.
 */
export class EsmeBillingCalendar {
  readonly #objects: CosemObjects;
  #wasSet = false;
  /** What was found last, so that it is not looked for each half-hour. */
  #found: { readonly calendar: Buffer; readonly from: number; readonly end: Date | undefined } | undefined;

  constructor(objects: CosemObjects) {
    this.#objects = objects;
    objects.whenWritten(CALENDAR, () => {
      this.#wasSet = true;
    });
  }

  /** When the billing period of a time ends; undefined where no Command has said. */
  endAfter(time: Date): Date | undefined {
    const calendar = this.#wasSet ? this.#objects.value(CALENDAR) : undefined;
    if (calendar === undefined) return undefined;
    if (!this.#holds(calendar, time)) {
      const times = decodeData(executionTimes, new ByteReader(calendar));
      this.#found = { calendar, from: time.getTime(), end: billingPeriodEndAfter(times, time) };
    }
    return this.#found?.end;
  }

  #holds(calendar: Buffer, time: Date): boolean {
    if (this.#found === undefined || this.#found.calendar !== calendar) return false;
    const { from, end } = this.#found;
    const until = end?.getTime() ?? from + DAY_MS;
    return time.getTime() >= from && time.getTime() < until;
  }
}
