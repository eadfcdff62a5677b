import { expect } from 'chai';
import fc from 'fast-check';
import { latestRun, nextRun, type Recurrence } from '../../src/scheduling/index.js';

const FREQUENCIES: readonly Recurrence['ScheduleFrequency'][] = [
  'Daily',
  'Weekly',
  'Monthly',
  'Quarterly',
  'Half-Yearly',
  'Yearly',
];

const DAY_MS = 86_400_000;

/** The first runs after an instant, `count` at most. */
function runs(recurrence: Recurrence, after: string | Date, count: number): Date[] {
  const found: Date[] = [];
  let last: Date | undefined = new Date(after);
  while (found.length < count) {
    last = nextRun(recurrence, last);
    if (last === undefined) break;
    found.push(last);
  }
  return found;
}

const days = (dates: readonly Date[]) => dates.map((date) => date.toISOString().slice(0, 10));

const day = fc
  .integer({ min: Date.UTC(2000, 0, 1) / DAY_MS, max: Date.UTC(2060, 0, 1) / DAY_MS })
  .map((number) => new Date(number * DAY_MS).toISOString().slice(0, 10));

const instant = fc.date({
  min: new Date(Date.UTC(1999, 0, 1)),
  max: new Date(Date.UTC(2070, 0, 1)),
  noInvalidDate: true,
});

const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => `${parts.map((part) => String(part).padStart(2, '0')).join(':')}Z`);

const recurrence: fc.Arbitrary<Recurrence> = fc.record(
  {
    ScheduleFrequency: fc.constantFrom(...FREQUENCIES),
    ScheduleStartDate: day,
    ScheduleEndDate: day,
    ScheduleExecutionStartTime: time,
  },
  { requiredKeys: ['ScheduleFrequency', 'ScheduleStartDate'] },
);

/** Whether a day is one of a schedule's, told another way than by counting from the start. */
function isDay({ ScheduleFrequency: frequency, ScheduleStartDate }: Recurrence, date: Date): boolean {
  const start = new Date(ScheduleStartDate);
  const apart = Math.floor(date.getTime() / DAY_MS) - start.getTime() / DAY_MS;
  if (apart < 0) return false;
  if (frequency === 'Daily') return true;
  if (frequency === 'Weekly') return apart % 7 === 0;
  const every = { Monthly: 1, Quarterly: 3, 'Half-Yearly': 6, Yearly: 12 }[frequency];
  const months =
    (date.getUTCFullYear() - start.getUTCFullYear()) * 12 + date.getUTCMonth() - start.getUTCMonth();
  const isLastOfMonth = new Date(date.getTime() + DAY_MS).getUTCDate() === 1;
  const sameDay = date.getUTCDate() === start.getUTCDate();
  return months % every === 0 && (sameDay || (isLastOfMonth && date.getUTCDate() < start.getUTCDate()));
}

describe('when a schedule runs', () => {
  const from = (frequency: Recurrence['ScheduleFrequency'], start: string): Recurrence => ({
    ScheduleFrequency: frequency,
    ScheduleStartDate: start,
  });

  it('runs at midnight UTC where it names no time', () => {
    expect(nextRun(from('Daily', '2026-01-10'), new Date('2026-01-01T00:00:00Z'))).to.deep.equal(
      new Date('2026-01-10T00:00:00Z'),
    );
  });

  it('runs at the time it names, fractions of zero and the letter of UTC allowed', () => {
    for (const ScheduleExecutionStartTime of ['03:15:30', '03:15:30Z', '03:15:30.00Z', '03:15:30+00:00']) {
      const schedule = { ...from('Daily', '2026-01-10Z'), ScheduleExecutionStartTime };
      expect(nextRun(schedule, new Date('2026-01-11T03:15:30Z'))).to.deep.equal(
        new Date('2026-01-12T03:15:30Z'),
      );
    }
  });

  it('takes 24:00:00 for 00:00:00', () => {
    const schedule = { ...from('Daily', '2026-01-10'), ScheduleExecutionStartTime: '24:00:00Z' };
    expect(days(runs(schedule, '2026-01-01', 1))).to.deep.equal(['2026-01-10']);
  });

  it('runs next after now where its start has passed', () => {
    const schedule = from('Daily', '2015-01-02');
    expect(days(runs(schedule, '2026-01-05T12:00:00Z', 2))).to.deep.equal(['2026-01-06', '2026-01-07']);
  });

  for (const [frequency, expected] of [
    ['Daily', ['2026-01-31', '2026-02-01', '2026-02-02']],
    ['Weekly', ['2026-01-31', '2026-02-07', '2026-02-14']],
    ['Monthly', ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31']],
    ['Quarterly', ['2026-01-31', '2026-04-30', '2026-07-31']],
    ['Half-Yearly', ['2026-01-31', '2026-07-31', '2027-01-31']],
    ['Yearly', ['2026-01-31', '2027-01-31']],
  ] as const) {
    it(`runs ${frequency} from 31 January without drifting`, () => {
      expect(days(runs(from(frequency, '2026-01-31'), '2026-01-01', expected.length))).to.deep.equal(
        expected,
      );
    });
  }

  it('runs on 29 February where there is one, else on the 28th', () => {
    expect(days(runs(from('Yearly', '2024-02-29'), '2026-01-01', 3))).to.deep.equal([
      '2026-02-28',
      '2027-02-28',
      '2028-02-29',
    ]);
  });

  it('still runs on its end date, and then no more', () => {
    const schedule = {
      ...from('Daily', '2026-01-10'),
      ScheduleEndDate: '2026-01-11',
      ScheduleExecutionStartTime: '23:59:59Z',
    };
    expect(days(runs(schedule, '2026-01-01', 9))).to.deep.equal(['2026-01-10', '2026-01-11']);
    expect(latestRun(schedule, new Date('2027-01-01'))).to.deep.equal(new Date('2026-01-11T23:59:59Z'));
  });

  it('has no latest run before it starts', () => {
    expect(latestRun(from('Weekly', '2026-01-10'), new Date('2026-01-09T23:59:59Z'))).to.equal(undefined);
  });

  it('runs strictly later than the instant asked about and never after its end date', () => {
    fc.assert(
      fc.property(recurrence, instant, (schedule, after) => {
        const run = nextRun(schedule, after);
        if (run === undefined) return;
        expect(run.getTime()).to.be.greaterThan(after.getTime());
        expect(run.toISOString().slice(0, 10) <= (schedule.ScheduleEndDate ?? '9999')).to.equal(true);
      }),
    );
  });

  it('never skips a day that is its, and runs on no other', () => {
    fc.assert(
      fc.property(recurrence, instant, (schedule, after) => {
        const { ScheduleFrequency, ScheduleStartDate, ScheduleExecutionStartTime = '00:00:00Z' } = schedule;
        const endless = { ScheduleFrequency, ScheduleStartDate, ScheduleExecutionStartTime };
        const found = runs(endless, after, 4);
        const expected: Date[] = [];
        const firstDay = Math.max(after.getTime(), new Date(ScheduleStartDate).getTime());
        for (let day = Math.floor(firstDay / DAY_MS); expected.length < found.length; day += 1) {
          const midnight = new Date(day * DAY_MS);
          const run = new Date(`${midnight.toISOString().slice(0, 10)}T${ScheduleExecutionStartTime}`);
          if (isDay(endless, midnight) && run > after) expected.push(run);
        }
        expect(found).to.have.length(4).and.to.deep.equal(expected);
      }),
      { numRuns: 50 },
    );
  });

  it('finds between a run and the next no other, from either side', () => {
    fc.assert(
      fc.property(recurrence, instant, (schedule, after) => {
        const next = nextRun(schedule, after);
        const latest = latestRun(schedule, after);
        if (next !== undefined) {
          expect(latestRun(schedule, next)).to.deep.equal(next);
          expect(latestRun(schedule, new Date(next.getTime() - 1))).to.deep.equal(latest);
        }
        if (latest !== undefined) expect(nextRun(schedule, latest)).to.deep.equal(next);
      }),
    );
  });
});
