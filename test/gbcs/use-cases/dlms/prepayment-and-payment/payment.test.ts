import { expect } from 'chai';
import { DuisRejection } from '../../../../../src/common/errors.js';
import type { UpdatePrepayConfigElec } from '../../../../../src/duis/generated/service-request-types.js';
import { sampleRequest } from '../../../requests.js';
import { commandValues, transformed, withContent } from '../../../transformed.js';

interface Charge {
  readonly credit: string;
  readonly charge: string;
  readonly collection: string;
}

const MODE = sampleRequest('ECS03_1.6_IMMEDIATE_SINGLE_SUCCESS');

/** Charges as `credit charge collection`, with the fifth groups of the OBIS codes: `0 1 110`. */
function charges(content: Readonly<Record<string, unknown>>, esmeVariant: string): string[] {
  const values = commandValues(withContent(MODE, { Prepayment: undefined, ...content }), { esmeVariant });
  return (values['charges'] as Charge[]).map(
    ({ credit, charge, collection }) => `${credit.split('.')[2]} ${charge.split('.')[2]} ${collection}`,
  );
}

const prepayment = (SuspendDebtDisabled: boolean, SuspendDebtEmergency: boolean, esmeVariant = 'A') =>
  charges(
    { Prepayment: { SuspendDebtDisabled, SuspendDebtEmergency, DisablementThreshold: -1 } },
    esmeVariant,
  );

describe('payment mode of an ESME', () => {
  it('collects tariff and standing charge in credit mode, of both elements where there are two', () => {
    expect(charges({ Credit: {} }, 'A')).to.deep.equal(['0 0 111', '0 4 111']);
    expect(charges({ Credit: {} }, 'BD')).to.deep.equal(['0 0 111', '0 4 111', '0 5 111']);
  });

  it('leaves time based debt alone while supply is disabled where the request says so', () => {
    expect(prepayment(true, false)).to.include.members([
      '0 1 110',
      '0 2 110',
      '1 1 110',
      '1 2 110',
      '0 3 111',
    ]);
    expect(prepayment(false, false)).to.include.members([
      '0 1 111',
      '0 2 111',
      '1 1 111',
      '1 2 111',
      '0 3 111',
    ]);
  });

  it('lets debt accumulate while emergency credit is in use where the request says so', () => {
    const accumulated = ['2 4 111', '2 1 111', '2 2 111'];
    expect(prepayment(false, true)).to.include.members(accumulated);
    expect(prepayment(true, false)).not.to.include.members(accumulated);
    expect(prepayment(true, true, 'B').slice(-5)).to.deep.equal([...accumulated, '0 5 111', '1 5 111']);
  });
});

describe('debt of an ESME', () => {
  const debt = sampleRequest('ECS07_2.3_SUCCESS');

  it('is recovered by the hour or the day', () => {
    const recovery = { DebtRecoveryRate: -7, DebtRecoveryRatePriceScale: -2 };
    const values = commandValues(
      withContent(debt, {
        ElecDebtRecovery1: { ...recovery, DebtRecoveryRatePeriod: 'HOURLY' },
        ElecDebtRecovery2: { ...recovery, DebtRecoveryRatePeriod: 'DAILY' },
        TimeDebtRegister2: -2_147_483_648,
      }),
    );
    expect(values).to.include({
      timeDebt1Period: 3600,
      timeDebt2Period: 86_400,
      timeDebt2Adjustment: -2_147_483_648,
    });
    expect(values['timeDebt1Rate']).to.deep.include({
      charges: [{ charge: -7 }],
      scaling: { priceScale: -2 },
    });
  });

  it('is refused in the form of a GSME, or beyond what a register holds', () => {
    expect(() => transformed(withContent(debt, { ElecDebtRecovery1: undefined }))).to.throw(DuisRejection);
    expect(() => transformed(withContent(debt, { PaymentDebtRegister: 2 ** 31 }))).to.throw(DuisRejection);
  });
});

describe('meter balance of an ESME', () => {
  const adjust = sampleRequest('ECS04a_1.5_SUCCESS');

  it('is adjusted or reset in either mode', () => {
    for (const mode of ['PrepaymentMode', 'CreditMode']) {
      const only = { PrepaymentMode: undefined, CreditMode: undefined };
      const adjusted = withContent(adjust, { ...only, [mode]: { AdjustMeterBalance: -5 } });
      expect(commandValues(adjusted)).to.deep.equal({ adjustment: -5 });
      expect(
        transformed(withContent(adjust, { ...only, [mode]: { ResetMeterBalance: {} } })).useCase.code,
      ).to.equal('ECS04b');
    }
  });
});

describe('prepayment configuration of an ESME', () => {
  const sample = sampleRequest('ECS08a_2.1_IMMEDIATE_SUCCESS');
  const content = (sample.body.content as { UpdatePrepayConfigElectricity: UpdatePrepayConfigElec })
    .UpdatePrepayConfigElectricity;
  const calendar = content.ElectricityNonDisablementCalendar;

  function withCalendar(change: Readonly<Record<string, unknown>>) {
    return withContent(sample, {
      UpdatePrepayConfigElectricity: {
        ...content,
        ElectricityNonDisablementCalendar: { ...calendar, ...change },
      },
    });
  }

  it('takes the use case of the GBCS version of the Device', () => {
    expect(transformed(sample, { gbcsVersion: '1.1' }).useCase.code).to.equal('ECS08');
    expect(transformed(sample, { gbcsVersion: '4.1' }).useCase.code).to.equal('ECS08a');
  });

  const [entry] = calendar.ElectricityNonDisablementSchedule;
  const [day] = calendar.ElectricitySpecialDays.SpecialDay ?? [];
  const withDays = (indexes: readonly number[], ids: readonly number[]) =>
    withCalendar({
      ElectricitySpecialDays: { SpecialDay: indexes.map((index) => ({ ...day, index })) },
      ElectricityNonDisablementSchedule: [
        {
          ...entry,
          SpecialDaysApplicability: {
            SpecialDayApplicability: ids.map((SpecialDayID) => ({ SpecialDayID })),
          },
          DaysOfWeekApplicability: {
            DayOfWeekApplicability: [{ DayOfWeekID: 'Sunday' }, { DayOfWeekID: 'Tuesday' }],
          },
        },
      ],
    });

  it('has special days in the order of their index, and a bit of each entry for each of them', () => {
    const values = commandValues(withDays([9, 2, 4], [9, 2]));
    expect(
      (values['specialDays'] as { index: number; dayId: number }[]).map(({ index }) => index),
    ).to.deep.equal([2, 4, 9]);
    expect(values['schedule']).to.have.deep.nested.property('[0].specialDays', '101');
    expect(values['schedule']).to.have.deep.nested.property('[0].weekdays', '0100001');
  });

  it('is refused where a special day is there twice, or named and not there', () => {
    expect(() => transformed(withDays([2, 2], []))).to.throw(DuisRejection, 'special day 2');
    expect(() => transformed(withDays([2], [3]))).to.throw(DuisRejection, 'special day 3');
  });
});
