import { expect } from 'chai';
import { alertCodeOf, type GbcsMessage } from '../../src/gbcs/index.js';
import { ask, read } from './esme-commands.js';
import { VirtualHome } from './virtual-home.js';

const codesOf = (messages: readonly GbcsMessage[]) =>
  messages.map((message) => `0x${(alertCodeOf(message) ?? 0).toString(16).toUpperCase()}`);

interface Balances {
  readonly meterBalance: number;
  readonly emergencyCreditBalance: number;
  readonly accumulatedDebtRegister: number;
  readonly timeDebtRegister1: number;
  readonly paymentDebtRegister: number;
}

describe('a virtual ESME in prepayment mode', () => {
  let home: VirtualHome;
  beforeEach(() => {
    home = new VirtualHome();
  });
  afterEach(() => home.han.stop());

  async function balances(): Promise<Balances> {
    const told = JSON.stringify(await read(home, 'ECS19_4.3_SUCCESS'));
    const of = (name: string) => Number(new RegExp(`"${name}":"(-?\\d+)`).exec(told)?.[1]);
    return {
      meterBalance: of('meterBalance'),
      emergencyCreditBalance: of('emergencyCreditBalance'),
      accumulatedDebtRegister: of('accumulatedDebtRegister'),
      timeDebtRegister1: of('timeDebtRegister1'),
      paymentDebtRegister: of('paymentDebtRegister'),
    };
  }
  const imported = async () =>
    parseInt(
      /"activeImport":"(\d+)/.exec(JSON.stringify(await read(home, 'ECS17b_4.1.1_SINGLE_SUCCESS')))?.[1] ??
        '',
      10,
    );
  const supply = async () =>
    /disabled|enabled|armed/.exec(JSON.stringify(await read(home, 'ECS45_7.4_SUCCESS')))?.[0];

  /** 32.21 pence a kWh, 20 pence a day. */
  async function prepays(balance: number): Promise<void> {
    await ask(home, 'ECS01a_1.1.1_IMMEDIATE_TOU_SUCCESS');
    await ask(home, 'ECS01b_1.2.1_IMMEDIATE_TOU_SUCCESS', {
      PriceScale: -5,
      StandingCharge: 20_000,
      StandingChargeScale: -5,
      TOUPrice: Array.from({ length: 48 }, (_, index) => ({ index: index + 1, value: 32_210 })),
    });
    await ask(home, 'ECS04a_1.5_SUCCESS', { AdjustMeterBalance: balance });
    await ask(home, 'ECS03_1.6_IMMEDIATE_SINGLE_SUCCESS', { DisablementThreshold: 0 });
  }

  it('takes what is used from the balance at the price of its register, and the standing charge each day', async () => {
    await prepays(10_000_000);
    const before = await imported();
    await home.comes('2026-06-02T12:00:00Z');
    const used = (await imported()) - before;
    expect(used).to.be.greaterThan(0);
    expect((await balances()).meterBalance).to.be.closeTo(10_000_000 - 20_000 - used * 32.21, 1);
  });

  it('charges nothing before a Command sets the mode', async () => {
    await ask(home, 'ECS04a_1.5_SUCCESS', { AdjustMeterBalance: 1000 });
    await ask(home, 'ECS01b_1.2.1_IMMEDIATE_TOU_SUCCESS');
    await home.comes('2026-06-03T12:00:00Z');
    expect((await balances()).meterBalance).to.equal(1000);
  });

  it('recovers a time debt at its rate each day', async () => {
    await prepays(10_000_000);
    await ask(home, 'ECS07_2.3_SUCCESS', {
      TimeDebtRegister1: 50_000,
      ElecDebtRecovery1: {
        DebtRecoveryRate: 30,
        DebtRecoveryRatePriceScale: -2,
        DebtRecoveryRatePeriod: 'DAILY',
      },
    });
    await home.comes('2026-06-02T12:00:00Z');
    expect((await balances()).timeDebtRegister1).to.equal(20_000);
    await home.comes('2026-06-03T12:00:00Z');
    expect((await balances()).timeDebtRegister1).to.equal(0);
  });

  it('disables supply when there is no credit left, and the household gets no energy', async () => {
    await prepays(50_000);
    const told = await home.comes('2026-06-02T12:00:00Z');
    expect(codesOf(told)).to.deep.equal(['0x8F0F']);
    expect(told.every((message) => home.isAuthentic(message))).to.equal(true);
    expect(await supply()).to.equal('disabled');
    const before = await imported();
    await home.comes('2026-06-03T12:00:00Z');
    expect(await imported()).to.equal(before);
  });

  it('owes the standing charge while supply is disabled', async () => {
    await prepays(50_000);
    await home.comes('2026-06-03T12:00:00Z');
    const { accumulatedDebtRegister } = await balances();
    expect(accumulatedDebtRegister).to.be.within(20_000, 40_000);
  });

  it('is armed by a top up, which pays first what is owed, and then enabled by the household', async () => {
    await prepays(50_000);
    await home.comes('2026-06-03T12:00:00Z');
    const { meterBalance, accumulatedDebtRegister } = await balances();
    const [, ...told] = await ask(home, 'CS01a_2.2_SUCCESS');
    expect(codesOf(told)).to.deep.equal(['0x8F32']);
    expect(await supply()).to.equal('armed');
    const after = await balances();
    expect(after.meterBalance).to.equal(meterBalance + 1_000_000 - accumulatedDebtRegister);
    expect(after.accumulatedDebtRegister).to.equal(0);
    await home.comes('2026-06-03T12:30:00Z');
    expect(await supply()).to.equal('enabled');
  });

  it('goes on by emergency credit, once that is activated, and is repaid by a top up', async () => {
    await prepays(50_000);
    await ask(home, 'ECS08a_2.1_IMMEDIATE_SUCCESS', {
      EmergencyCreditLimit: 300_000,
      EmergencyCreditThreshold: 100_000,
      MaxMeterBalance: 0,
      MaxCreditThreshold: 0,
      ElectricityNonDisablementSchedule: [],
    });
    await home.comes('2026-06-02T12:00:00Z');
    expect(await supply()).to.equal('disabled');
    await ask(home, 'ECS09_2.5_SUCCESS');
    expect(await supply()).to.equal('armed');
    await home.comes('2026-06-02T15:00:00Z');
    expect(await supply()).to.equal('enabled');
    expect((await balances()).emergencyCreditBalance).to.be.within(1, 299_999);
    await ask(home, 'CS01a_2.2_SUCCESS');
    expect((await balances()).emergencyCreditBalance).to.equal(0);
  });

  for (const [setting, expected] of [
    ['Disable', []],
    ['Enable', ['0x810D']],
  ] as const) {
    it(`tells of low credit as alert behaviours say: ${setting}`, async () => {
      await prepays(250_000);
      await ask(home, 'ECS08a_2.1_IMMEDIATE_SUCCESS', {
        LowCreditThreshold: 200_000,
        EmergencyCreditLimit: 0,
        ElectricityNonDisablementSchedule: [],
      });
      await ask(home, 'ECS25a_6.22_SUCCESS', { x810D: setting });
      expect(codesOf(await home.comes('2026-06-01T18:00:00Z'))).to.deep.equal(expected);
    });
  }

  it('is not disabled for want of credit while the calendar says so, of which it tells', async () => {
    await prepays(50_000);
    const everyDay = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
    await ask(home, 'ECS08a_2.1_IMMEDIATE_SUCCESS', {
      EmergencyCreditLimit: 0,
      ElectricityNonDisablementSchedule: [
        {
          NonDisablementScript: 'START',
          SpecialDaysApplicability: {},
          DaysOfWeekApplicability: {
            DayOfWeekApplicability: everyDay.map((DayOfWeekID) => ({ DayOfWeekID })),
          },
          ScheduleDatesAndTime: {
            SwitchTime: '00:00:00.00Z',
            StartDate: '2026-01-01Z',
            EndDate: '2026-12-31Z',
          },
        },
      ],
    });
    const told = await home.comes('2026-06-02T12:00:00Z');
    expect(codesOf(told)).to.deep.equal(['0x8F83']);
    expect(await supply()).to.equal('enabled');
    expect((await balances()).meterBalance).to.be.lessThan(0);
  });
});

describe('top ups of a virtual ESME', () => {
  let home: VirtualHome;
  beforeEach(() => {
    home = new VirtualHome();
  });
  afterEach(() => home.han.stop());

  const balance = async () =>
    Number(/"(-?\d+) th/.exec(JSON.stringify(await read(home, 'ECS82_4.18_SUCCESS')))?.[1]);

  it('are refused the second time, of which the supplier is told', async () => {
    await ask(home, 'CS01a_2.2_SUCCESS');
    const [answer, ...told] = await ask(home, 'CS01a_2.2_SUCCESS');
    expect(JSON.stringify(answer && home.revealed(answer))).to.not.include('"success"');
    expect(codesOf(told)).to.deep.equal(['0x8F51']);
    expect(await balance()).to.equal(1_000_000);
  });

  it('are refused where they are more than a top up may be', async () => {
    await ask(home, 'ECS08a_2.1_IMMEDIATE_SUCCESS', { MaxCreditThreshold: 999_999, MaxMeterBalance: 0 });
    const [, ...told] = await ask(home, 'CS01a_2.2_SUCCESS');
    expect(codesOf(told)).to.deep.equal(['0x8F5B']);
    expect(await balance()).to.equal(0);
  });

  it('are refused where they would make the balance higher than it may be', async () => {
    await ask(home, 'ECS08a_2.1_IMMEDIATE_SUCCESS', { MaxCreditThreshold: 0, MaxMeterBalance: 1_500_000 });
    await ask(home, 'ECS04a_1.5_SUCCESS', { AdjustMeterBalance: 600_000 });
    const [, ...told] = await ask(home, 'CS01a_2.2_SUCCESS');
    expect(codesOf(told)).to.deep.equal(['0x8F47']);
    expect(await balance()).to.equal(600_000);
  });
});
