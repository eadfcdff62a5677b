import { expect } from 'chai';
import fc from 'fast-check';
import { utcTimeOf } from '../../src/gbcs/gbz/utc-time.js';
import { billingPeriodEnd } from '../../src/wan/gas-billing-period.js';

const DAYS = 0x21;
const WEEKS = 0x22;
const MONTHS = 0x23;

const period = (start: string, billingPeriodDuration: number, billingPeriodDurationType: number) => ({
  billingPeriodStartTime: utcTimeOf(new Date(start)),
  billingPeriodDuration,
  billingPeriodDurationType,
});

describe('the end of a billing period', () => {
  const endOf = (facts: ReturnType<typeof period>, time: string) =>
    billingPeriodEnd(facts, new Date(time))?.toISOString();

  it('is when the first one begins, before that', () => {
    expect(endOf(period('2026-06-05T06:00:00Z', 1, MONTHS), '2026-06-01T00:00:00Z')).to.equal(
      '2026-06-05T06:00:00.000Z',
    );
  });

  it('is at the same time of the same day of a later month, or the last day of a shorter one', () => {
    const facts = period('2027-01-31T06:00:00Z', 1, MONTHS);
    expect(endOf(facts, '2027-01-31T06:00:00Z')).to.equal('2027-02-28T06:00:00.000Z');
    expect(endOf(facts, '2027-02-28T06:00:00Z')).to.equal('2027-03-31T06:00:00.000Z');
    expect(endOf(period('2027-01-31T06:00:00Z', 12, MONTHS), '2030-01-31T05:00:00Z')).to.equal(
      '2030-01-31T06:00:00.000Z',
    );
  });

  it('is as many days or weeks later as the period has', () => {
    expect(endOf(period('2027-03-01T00:00:00Z', 2, WEEKS), '2027-03-16T00:00:00Z')).to.equal(
      '2027-03-29T00:00:00.000Z',
    );
  });

  it('is unknown where no period was set', () => {
    expect(billingPeriodEnd(undefined, new Date())).to.equal(undefined);
  });

  it('is later than the time, and is the same for all times up to it', () => {
    const times = fc.date({ min: new Date('2026-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
    const property = fc.property(
      times,
      times,
      fc.integer({ min: 1, max: 12 }),
      fc.constantFrom(DAYS, WEEKS, MONTHS),
      (first, time, duration, unit) => {
        const start = new Date(Math.floor(first.getTime() / 1000) * 1000);
        const facts = period(start.toISOString(), duration, unit);
        const end = billingPeriodEnd(facts, time);
        expect(end?.getTime()).to.be.greaterThan(time.getTime());
        const between = new Date((time.getTime() + (end?.getTime() ?? 0)) / 2);
        expect(billingPeriodEnd(facts, between)).to.deep.equal(end);
      },
    );
    fc.assert(property);
  });
});
