import { expect } from 'chai';
import { elementValues, type ElementValue } from '../../src/duis/element-values/index.js';
import { encodeMessage } from '../../src/gbcs/index.js';
import { parseDeviceMessage } from '../../src/mmc/index.js';
import { sampleNamed } from '../app/fitting-world.js';
import { describeWithRtds } from '../gbcs/rtds.js';
import { VirtualHome } from '../wan/virtual-home.js';
import { referenceMessage } from './reference-messages.js';

/** Elements of MMC that DUIS calls otherwise. */
const IN_DUIS: Readonly<Record<string, string>> = {
  Day: 'DayName',
  ReferencedElecDay: 'ReferencedDayName',
  ReferencedDay: 'ReferencedDayName',
  TariffTOUPrice: 'TOUPrice',
  CurrencyUnitsLabel: 'CurrencyUnits',
};

const TABLE = [
  'DayName',
  'StartTime',
  'TOUTariffAction',
  'BlockTariffAction',
  'WeekName',
  'ReferencedDayName',
  'SeasonName',
  'ReferencedWeekName',
  'SpecifiedYear',
  'NonSpecifiedYear',
  'SpecifiedMonth',
  'SpecifiedDayOfMonth',
  'NonSpecifiedDayOfWeek',
];

/** What elements of a name say, in their order; numbers and times as MMC writes them. */
function said(values: readonly ElementValue[], element: string): string[] {
  return values
    .filter(({ path }) => {
      const name =
        path
          .replace(/\[\d+\]/g, '')
          .split('/')
          .at(-1) ?? '';
      return (IN_DUIS[name] ?? name) === element;
    })
    .map(({ value }) => (/^\d+$/.test(value) ? String(Number(value)) : value.replace(/\.00Z$/, 'Z')));
}

/** Values that have an index, by that of the element around them and their own; those that are 0 are as good as none. */
function byIndex(values: readonly ElementValue[], element: string): Readonly<Record<string, string>> {
  const at = new Map(values.map(({ path, value }) => [path, value]));
  return Object.fromEntries(
    values
      .filter(({ path, value }) => said([{ path, value }], element).length > 0 && value !== '0')
      .map(({ path, value }) => {
        const around = path.split('/').slice(0, -1).join('/');
        return [`${at.get(`${around}/@index`) ?? ''} ${at.get(`${path}/@index`) ?? ''}`.trim(), value];
      }),
  );
}

describe('a tariff that was set', () => {
  let home: VirtualHome;
  beforeEach(() => {
    home = new VirtualHome();
  });

  /** What the request says that sets it, and what MMC tells when it is read. */
  async function setAndRead(setting: string, reading: string) {
    await home.fresh(setting);
    const [response] = await home.fresh(reading);
    if (response === undefined) throw new Error(`${reading} was not answered`);
    return {
      request: elementValues(Buffer.from(sampleNamed(setting).xml)),
      read: elementValues(Buffer.from(parseDeviceMessage(encodeMessage(response)))),
    };
  }

  for (const tariff of ['IMMEDIATE_TOU', 'IMMEDIATE_BLOCK']) {
    it(`is read back from an ESME as the request says: ECS01a ${tariff}`, async () => {
      const { request, read } = await setAndRead(`ECS01a_1.1.1_${tariff}_SUCCESS`, 'ECS24_4.11.1_SUCCESS');
      for (const element of [
        ...TABLE,
        'CurrencyUnits',
        'StandingCharge',
        'StandingChargeScale',
        'PriceScale',
      ])
        expect(said(read, element), element).to.deep.equal(said(request, element));
      for (const element of ['TOUPrice', 'BlockPrice', 'BlockThreshold'])
        expect(byIndex(read, element), element).to.deep.equal(byIndex(request, element));
    });
  }

  it('is read back of the second element too: ECS01c', async () => {
    const { request, read } = await setAndRead('ECS01c_1.1.2_IMMEDIATE_SUCCESS', 'ECS24b_4.11.2_SUCCESS');
    for (const element of [...TABLE, 'PriceScale'])
      expect(said(read, element), element).to.deep.equal(said(request, element));
    expect(byIndex(read, 'TOUPrice')).to.deep.equal(byIndex(request, 'ElectricityPriceElement'));
  });

  it('is read back from a GSME, thresholds in kWh: GCS01a', async () => {
    const { request, read } = await setAndRead('GCS01a_1.1.1_IMMEDIATE_TOU_SUCCESS', 'GCS21f_4.11.1_SUCCESS');
    for (const element of [...TABLE, 'CurrencyUnits', 'StandingCharge'])
      expect(said(read, element), element).to.deep.equal(said(request, element));
    expect(byIndex(read, 'TOUPrice')).to.deep.equal(byIndex(request, 'TOUPrice'));
  });

  it('is read back from a GSME with blocks: days without a tier, and wildcards of seasons', async () => {
    await home.fresh('GCS01a_1.1.1_FUTURE_DATED_BLOCK_SUCCESS');
    await home.comes('2030-01-15T09:00:00Z');
    const [response] = await home.fresh('GCS21f_4.11.1_SUCCESS');
    if (response === undefined) throw new Error('it was not answered');
    const read = elementValues(Buffer.from(parseDeviceMessage(encodeMessage(response))));
    const request = elementValues(Buffer.from(sampleNamed('GCS01a_1.1.1_FUTURE_DATED_BLOCK_SUCCESS').xml));
    for (const element of [...TABLE, 'BlockTariff'])
      expect(said(read, element), element).to.deep.equal(said(request, element));
    expect(byIndex(read, 'BlockPrice')).to.deep.equal(byIndex(request, 'BlockPrice'));
    expect(said(request, 'BlockThreshold')).to.deep.equal(['1000000', '2000000', '3000000']);
    expect(said(read, 'BlockThreshold')).to.deep.equal(['1000.000', '2000.000', '3000.000']);
  });
});

describeWithRtds('tariffs of the reference Responses', () => {
  const read = (path: string): readonly ElementValue[] =>
    elementValues(Buffer.from(parseDeviceMessage(referenceMessage(path))));

  it('have prices, blocks, thresholds and the table of ECS24', () => {
    const values = read('4.11.1_ECS24/ECS24_4.11.1_SUCCESS_RESPONSE_GBCS.HEX');
    expect(said(values, 'PrimaryActiveTariffPrice')).to.deep.equal(['1']);
    expect(said(values, 'CurrencyUnitsName')).to.deep.equal(['Millipence']);
    expect(byIndex(values, 'TOUPrice')).to.deep.equal({ '1': '2121' });
    expect(byIndex(values, 'BlockPrice')).to.deep.equal({
      '1 1': '2289',
      '1 2': '3546',
      '2 1': '4002',
      '2 2': '6969',
    });
    expect(byIndex(values, 'BlockThreshold')).to.include({
      '1 1': '10000',
      '2 1': '10000',
      '3 1': '4294967295',
    });
    expect(said(values, 'BlockTariffAction')).to.deep.equal(['1', '2']);
    expect(said(values, 'TOUTariffAction')).to.deep.equal(['1']);
  });

  it('have the day, but not the time of day, on which a season of ECS24b begins', () => {
    const values = read('4.11.2_ECS24b/ECS24b_4.11.2_SUCCESS_RESPONSE_GBCS.HEX');
    expect(said(values, 'SeasonName')).to.deep.equal(['spring', 'summer', 'fall', 'winter']);
    expect(said(values, 'SpecifiedDayOfMonth').slice(0, 4)).to.deep.equal(['20', '21', '23', '21']);
    expect(said(values, 'TOUTariffAction')).to.deep.equal(['1', '2', '2', '3', '3', '4', '4', '1']);
    expect(said(values, 'SecondaryActiveTariffPrice')).to.deep.equal(['10000']);
  });

  it('have the price that is active, and its scale, of GCS21f', () => {
    const values = read('4.11.1_GCS21f/GCS21f_4.11.1_SUCCESS_RESPONSE_GBCS.HEX');
    expect(said(values, 'PrimaryActiveTariffPrice')).to.deep.equal(['9600']);
    expect(said(values, 'PrimaryActiveTariffPriceScale')).to.deep.equal(['-5']);
    expect(byIndex(values, 'BlockPrice')).to.deep.equal({
      '1': '10600',
      '2': '11200',
      '3': '11750',
      '4': '12000',
    });
    expect(said(values, 'BlockThreshold')).to.deep.equal(['100.000', '200.000', '300.000']);
  });

  it('tell what was read of GCS21f where special days are not found', () => {
    const values = read('4.11.1_GCS21f/GCS21f_4.11.1_NOT_FOUND_RESPONSE_GBCS.HEX');
    expect(said(values, 'StandingCharge')).to.deep.equal(['22465']);
  });
});
