import { expect } from 'chai';
import type { GbcsMessage } from '../../src/gbcs/index.js';
import { billingPeriodEndAfter } from '../../src/wan/esme-billing-calendar.js';
import { ask, read } from './esme-commands.js';
import { ESME, SUPPLIER, VirtualHome } from './virtual-home.js';

const midnight = { hour: 0, minute: 0, second: 0, hundredths: 0 };
const anyDate = { year: 0xffff, month: 0xff, dayOfMonth: 0xff, dayOfWeek: 0xff };

describe('the end of a billing period of an ESME', () => {
  const endAfter = (time: string, date: Partial<typeof anyDate>, at: Partial<typeof midnight> = {}) =>
    billingPeriodEndAfter(
      [{ time: { ...midnight, ...at }, date: { ...anyDate, ...date } }],
      new Date(time),
    )?.toISOString();

  it('is later than the time that is asked for', () => {
    expect(endAfter('2026-06-01T00:00:00Z', {})).to.equal('2026-06-02T00:00:00.000Z');
    expect(endAfter('2026-06-01T05:59:59Z', {}, { hour: 6 })).to.equal('2026-06-01T06:00:00.000Z');
  });

  it('is on the day of the week or of the month that the calendar names', () => {
    expect(endAfter('2026-06-01T12:00:00Z', { dayOfWeek: 7 })).to.equal('2026-06-07T00:00:00.000Z');
    expect(endAfter('2026-06-16T00:00:00Z', { dayOfMonth: 15 })).to.equal('2026-07-15T00:00:00.000Z');
    expect(endAfter('2026-06-16T00:00:00Z', { dayOfMonth: 1, month: 4 })).to.equal(
      '2027-04-01T00:00:00.000Z',
    );
  });

  it('never comes where the time or the day is none', () => {
    expect(endAfter('2026-06-01T00:00:00Z', {}, { hour: 0xff })).to.equal(undefined);
    expect(endAfter('2026-06-01T00:00:00Z', { year: 2020 })).to.equal(undefined);
  });
});

interface Registers {
  readonly timestamp: string;
  readonly activeImport: string;
  readonly tariffTou: readonly string[];
}

interface Account {
  readonly timestamp: string;
  readonly meterBalance: string;
}

describe('billing periods of a virtual ESME', () => {
  const range = { from: new Date('2026-06-01T12:00:00Z'), to: new Date('2027-01-01T00:00:00Z') };
  const DAILY = { ElectricityBillingCalendar: { BillingTime: '06:00:00.00Z', Daily: {} } };
  let home: VirtualHome;
  beforeEach(() => {
    home = new VirtualHome();
  });
  afterEach(() => home.han.stop());

  const periods = async (from = range.from) =>
    (
      (await read(home, 'ECS20c_4.4.3_SINGLE_SUCCESS', { ...range, from })) as {
        readonly log: {
          readonly value: { readonly registers: readonly Registers[]; readonly account: readonly Account[] };
        };
      }
    ).log.value;
  const changes = async () =>
    (
      (await read(home, 'ECS20b_4.4.2_SINGLE_SUCCESS', range)) as {
        readonly log: { readonly value: { readonly entries: readonly (Registers & Account)[] } };
      }
    ).log.value.entries;
  const timesOf = (entries: readonly { readonly timestamp: string }[]) =>
    entries.map(({ timestamp }) => timestamp.replace('.000', ''));

  it('do not end before a Command says when', async () => {
    expect(await home.comes('2026-07-31T23:59:59Z')).to.deep.equal([]);
    expect((await periods()).registers).to.deep.equal([]);
  });

  it('of three months end at those of the calendar', async () => {
    await ask(home, 'ECS30a_6.8_SUCCESS');
    await home.comes('2026-10-01T00:00:00Z');
    expect(timesOf((await periods()).registers)).to.deep.equal([
      '2026-07-01T00:00:00Z',
      '2026-10-01T00:00:00Z',
    ]);
  });

  it('end when the calendar of a Command says: registers and account are in a log each', async () => {
    await ask(home, 'ECS30a_6.8_SUCCESS', DAILY);
    await ask(home, 'ECS04a_1.5_SUCCESS');
    await home.comes('2026-06-03T12:00:00Z');
    const { registers, account } = await periods();
    const ends = ['2026-06-02T06:00:00Z', '2026-06-03T06:00:00Z'];
    expect(timesOf(registers)).to.deep.equal(ends);
    expect(timesOf(account)).to.deep.equal(ends);
    expect(account[0]?.meterBalance).to.match(/^1200000 /);
    const [first = 0, second = 0] = registers.map(({ activeImport }) => parseInt(activeImport, 10));
    expect(second).to.be.greaterThan(first);
  });

  it('are told of with what the registers had then, encrypted for the supplier and signed', async () => {
    await ask(home, 'ECS30a_6.8_SUCCESS', DAILY);
    const [alert, ...more] = await home.comes('2026-06-02T06:00:00Z');
    if (alert === undefined) throw new Error('nothing was said');
    expect(more).to.deep.equal([]);
    const { messageCode, originator, recipient } = alert.header;
    expect({ messageCode, originator, recipient }).to.deep.equal({
      messageCode: 0x0061,
      originator: ESME,
      recipient: SUPPLIER,
    });
    expect(home.isAuthentic(alert)).to.equal(true);
    const { alertCode, value } = home.revealed(alert) as {
      readonly alertCode: string;
      readonly value: { readonly billingDataLog: readonly Registers[] };
    };
    expect(alertCode).to.equal('0x8F0A');
    expect(value.billingDataLog).to.deep.equal((await periods()).registers);
  });

  it('are all told of, one after the other, when much time goes by at once', async () => {
    await ask(home, 'ECS30a_6.8_SUCCESS', DAILY);
    const told = await home.comes('2026-06-20T12:00:00Z');
    const isBilling = ({ header }: GbcsMessage) => header.messageCode === 0x0061;
    expect(told.filter(isBilling)).to.have.length(19);
    expect((await periods()).registers).to.have.length(12);
  });

  it('have nothing to do with changes of mode and tariff, which have a log of what was before', async () => {
    await ask(home, 'ECS04a_1.5_SUCCESS');
    await home.comes('2026-06-02T12:00:00Z');
    await ask(home, 'ECS03_1.6_IMMEDIATE_SINGLE_SUCCESS');
    await home.comes('2026-06-03T12:00:00Z');
    await ask(home, 'ECS01a_1.1.1_IMMEDIATE_TOU_SUCCESS');
    const entries = await changes();
    expect(timesOf(entries)).to.deep.equal(['2026-06-02T12:00:00Z', '2026-06-03T12:00:00Z']);
    expect(entries[0]?.meterBalance).to.match(/^1200000 /);
    expect((await periods()).registers).to.deep.equal([]);
  });

  it('keep what was before a tariff that is dated ahead, at its time', async () => {
    await ask(home, 'ECS01a_1.1.1_FUTURE_DATED_TOU_BLOCK_SUCCESS', {
      ExecutionDateTime: new Date('2026-06-10T00:00:00Z'),
    });
    expect(await changes()).to.deep.equal([]);
    await home.comes('2026-06-12T12:00:00Z');
    expect(timesOf(await changes())).to.deep.equal(['2026-06-10T00:00:00Z']);
  });
});
