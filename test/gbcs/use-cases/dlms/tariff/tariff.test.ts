import { expect } from 'chai';
import { DuisRejection } from '../../../../../src/common/errors.js';
import type { ElecTariffElements } from '../../../../../src/duis/generated/service-request-types.js';
import { sampleRequest } from '../../../requests.js';
import { commandValues, withContent } from '../../../transformed.js';

const TARIFF = sampleRequest('ECS01a_1.1.1_IMMEDIATE_BLOCK_SUCCESS');
const SECONDARY = sampleRequest('ECS01d_1.2.2_IMMEDIATE_SUCCESS');

interface Prices {
  readonly prices: { readonly charges: readonly { readonly register: Buffer; readonly charge: number }[] };
}

const common = { StandingCharge: 1, StandingChargeScale: -5, PriceScale: -4 };

/** Charges other than 0 of a primary tariff, by the name of their register. */
function charges(tariff: Readonly<Record<string, unknown>>): Record<string, number> {
  const request = withContent(sampleRequest('ECS01b_1.2.1_IMMEDIATE_BLOCK_SUCCESS'), {
    PriceElements: { ElectricityPriceElements: { ...common, ...tariff } },
  });
  const { prices } = commandValues(request) as unknown as Prices;
  expect(prices.charges).to.have.length(80);
  return Object.fromEntries(
    prices.charges
      .filter(({ charge }) => charge !== 0)
      .map(({ register, charge }) => [register.toString('hex').toUpperCase(), charge]),
  );
}

const price = (index: number, value: number) => ({ index, value });

function withTariff(change: Partial<ElecTariffElements>) {
  const { ElecTariffElements } = TARIFF.body.content as { ElecTariffElements: ElecTariffElements };
  return withContent(TARIFF, { ElecTariffElements: { ...ElecTariffElements, ...change } });
}

describe('prices of an ESME', () => {
  it('go where their index says, whatever their order in the request', () => {
    expect(charges({ TOUTariff: { TOUPrice: [price(48, 7), price(1, -3)] } })).to.deep.equal({
      '01': -3,
      '30': 7,
    });
    const BlockPrices = [
      { index: 8, BlockPrice: [price(4, 5), price(1, 6)] },
      { index: 1, BlockPrice: [price(2, 9)] },
    ];
    expect(charges({ BlockTariff: { BlockPrices } })).to.deep.equal({ A8: 6, B1: 9, D8: 5 });
    expect(charges({ HybridTariff: { BlockPrices, TOUPrice: [price(2, 1)] } })).to.deep.equal({
      '02': 1,
      A8: 6,
      B1: 9,
      D8: 5,
    });
  });

  it('are refused where an index repeats, is out of range, or a price does not fit', () => {
    for (const TOUPrice of [[price(2, 1), price(2, 3)], [price(49, 1)], [price(1, 0x8000)]]) {
      expect(() => charges({ TOUTariff: { TOUPrice } })).to.throw(DuisRejection);
    }
    const BlockPrices = [{ index: 1, BlockPrice: [price(5, 1)] }];
    expect(() => charges({ BlockTariff: { BlockPrices } })).to.throw(DuisRejection, 'BlockPrice 5');
  });

  it('of the second element are four, 0 where the request has none', () => {
    const PriceElements = { PriceScale: -5, ElectricityPriceElement: [price(3, 8)] };
    const { prices } = commandValues(withContent(SECONDARY, { PriceElements })) as unknown as Prices;
    expect(prices.charges.map(({ charge }) => charge)).to.deep.equal([0, 0, 8, 0]);
  });

  it('of a GSME are refused', () => {
    expect(() => commandValues(withContent(TARIFF, { PriceElements: { GasPriceElements: {} } }))).to.throw(
      DuisRejection,
      'ElectricityPriceElements',
    );
  });
});

describe('switching table of an ESME', () => {
  const sample = (TARIFF.body.content as { ElecTariffElements: ElecTariffElements }).ElecTariffElements;
  const { SwitchingTable } = sample;

  it('starts scripts by number for time-of-use registers and from 101 on for those with blocks', () => {
    const ProfileSchedule = [
      { StartTime: '00:00:00Z', TOUTariffAction: 48 },
      { StartTime: '23:59:30.25Z', BlockTariffAction: 8 },
    ];
    const DayProfiles = { DayProfile: [{ DayName: 1, ProfileSchedule }] };
    const { days } = commandValues(withTariff({ SwitchingTable: { ...SwitchingTable, DayProfiles } }));
    expect(days).to.deep.equal([
      {
        dayId: 1,
        switches: [
          { start: { hour: 0, minute: 0, second: 0, hundredths: 0 }, scriptSelector: 48 },
          { start: { hour: 23, minute: 59, second: 30, hundredths: 25 }, scriptSelector: 108 },
        ],
      },
    ]);
  });

  it('gives each day of the week the profile its index names', () => {
    const ReferencedDayName = [7, 6, 5, 4, 3, 2, 1].map((index) => ({ index, value: index + 1 }));
    const WeekProfiles = { WeekProfile: [{ WeekName: 3, ReferencedDayName }] };
    const { weeks } = commandValues(withTariff({ SwitchingTable: { ...SwitchingTable, WeekProfiles } }));
    expect(weeks).to.deep.equal([
      {
        name: Buffer.of(3),
        monday: 2,
        tuesday: 3,
        wednesday: 4,
        thursday: 5,
        friday: 6,
        saturday: 7,
        sunday: 8,
      },
    ]);
  });

  it('knows the wildcards of dates', () => {
    const Date = {
      Year: { NonSpecifiedYear: {} },
      Month: { NonSpecifiedMonth: {} },
      DayOfMonth: { LastDayOfMonth: {} },
      DayOfWeek: { SpecifiedDayOfWeek: 5 },
    };
    const SecondLast = {
      ...Date,
      DayOfMonth: { SecondLastDayOfMonth: {} },
      DayOfWeek: { NonSpecifiedDayOfWeek: {} },
    };
    const SpecialDays = {
      SpecialDay: [
        { Date, ReferencedDayName: 4 },
        { Date: SecondLast, ReferencedDayName: 2 },
      ],
    };
    expect(commandValues(withTariff({ SpecialDays }))['specialDays']).to.deep.equal([
      { index: 1, date: { year: 0xffff, month: 0xff, dayOfMonth: 0xfe, dayOfWeek: 5 }, dayId: 4 },
      { index: 2, date: { year: 0xffff, month: 0xff, dayOfMonth: 0xfd, dayOfWeek: 0xff }, dayId: 2 },
    ]);
  });

  it('is refused with a day or week twice, a gap in the thresholds, or seconds past the day', () => {
    const day = SwitchingTable.DayProfiles.DayProfile[0];
    const week = SwitchingTable.WeekProfiles.WeekProfile[0];
    const [first, ...others] = sample.ThresholdMatrix.Thresholds;
    if (!day || !week || !first) throw new Error('the sample has a day, a week and thresholds');
    const late = { ...day, ProfileSchedule: [{ StartTime: '24:00:00Z', TOUTariffAction: 1 }] };
    const gap = { ...first, BlockThreshold: [{ index: 2, value: 5 }] };
    for (const change of [
      { SwitchingTable: { ...SwitchingTable, DayProfiles: { DayProfile: [day, day] } } },
      { SwitchingTable: { ...SwitchingTable, WeekProfiles: { WeekProfile: [week, week] } } },
      { SwitchingTable: { ...SwitchingTable, DayProfiles: { DayProfile: [late] } } },
      { ThresholdMatrix: { Thresholds: [gap, ...others] } },
      { ThresholdMatrix: { Thresholds: others } },
    ]) {
      expect(() => commandValues(withTariff(change)), JSON.stringify(change)).to.throw(DuisRejection);
    }
  });
});

describe('daily resetting of the block counters', () => {
  const reset = (DailyTariffBlockCounterMatrixReset: boolean) =>
    commandValues(withContent(sampleRequest('ECS48_6.26_SUCCESS'), { DailyTariffBlockCounterMatrixReset }));

  it('is at midnight of any day, or at no time', () => {
    const date = { year: 0xffff, month: 0xff, dayOfMonth: 0xff, dayOfWeek: 0xff };
    const never = { hour: 0xff, minute: 0xff, second: 0xff, hundredths: 0xff };
    expect(reset(true)['resetTimes']).to.deep.equal([
      { time: { hour: 0, minute: 0, second: 0, hundredths: 0 }, date },
    ]);
    expect(reset(false)['resetTimes']).to.deep.equal([{ time: never, date }]);
  });
});
