import { expect } from 'chai';
import { commandOfComponent } from '../../src/gbcs/gbz/frame.js';
import { decodeGbzContent } from '../../src/gbcs/gbz/gbz-content.js';
import type { GbcsMessage } from '../../src/gbcs/index.js';
import { contentOf, VirtualHome } from './virtual-home.js';

const componentsOf = (message: GbcsMessage | undefined) =>
  message === undefined ? [] : decodeGbzContent(message.content);

const namesOf = (message: GbcsMessage | undefined): string[] =>
  componentsOf(message).map((component) => commandOfComponent(component).name);

describe('what is published to a virtual gas meter', () => {
  let home: VirtualHome;
  beforeEach(() => {
    home = new VirtualHome();
  });

  const told = async (sample: string): Promise<GbcsMessage | undefined> => (await home.fresh(sample))[0];

  const CALENDAR = ['publishDayProfile', 'publishWeekProfile', 'publishSeasons', 'publishSpecialDays'];

  it('is a tariff that is read back as it was set: calendar and prices', async () => {
    expect(namesOf(await told('GCS21f_4.11.1_SUCCESS'))).to.not.include.members(CALENDAR);
    const command = home.command('GCS01a_1.1.1_IMMEDIATE_TOU_SUCCESS').message;
    await home.fresh('GCS01a_1.1.1_IMMEDIATE_TOU_SUCCESS');
    const read = await told('GCS21f_4.11.1_SUCCESS');
    expect(namesOf(read)).to.include.members(CALENDAR);
    const payloads = (message: GbcsMessage | undefined, name: string) =>
      componentsOf(message)
        .filter((component) => commandOfComponent(component).name === name)
        .map(({ payload }) => payload.toString('hex'));
    for (const name of CALENDAR) expect(payloads(read, name)).to.deep.equal(payloads(command, name));
    const prices = /"priceMatrix":\[(.*?)\]/.exec(JSON.stringify(contentOf(command)))?.[1] ?? '';
    for (const [, price = ''] of prices.matchAll(/"price":(\d+)/g))
      expect(JSON.stringify(contentOf(read))).to.contain(`"value":${price}`);
  });

  it('is a tariff that is to come, which is read back from its time on', async () => {
    await home.fresh('GCS01a_1.1.1_FUTURE_DATED_BLOCK_SUCCESS');
    expect(namesOf(await told('GCS21f_4.11.1_SUCCESS'))).to.not.include('publishSpecialDays');
    await home.comes('2030-01-15T09:00:00Z');
    expect(namesOf(await told('GCS21f_4.11.1_SUCCESS'))).to.include('publishSpecialDays');
  });

  it('are non-disablement calendar and tariff apart, though both have the same identifier', async () => {
    await home.fresh('GCS05_2.1_IMMEDIATE_SUCCESS');
    expect(namesOf(await told('GCS21b_4.13_SUCCESS'))).to.include.members(CALENDAR);
    expect(namesOf(await told('GCS21f_4.11.1_SUCCESS'))).to.not.include.members(CALENDAR);
  });

  it('is a billing period', async () => {
    expect(namesOf(await told('GCS21k_6.2.3_SUCCESS'))).to.deep.equal(['defaultResponse']);
    await home.fresh('GCS25_6.8_SUCCESS');
    expect(namesOf(await told('GCS21k_6.2.3_SUCCESS'))).to.deep.equal(['publishBillingPeriod']);
  });

  it('is the configuration of events, which is told in the order of their codes', async () => {
    await home.fresh('GCS20_6.22_SUCCESS');
    const read = await told('GCS20r_6.2.10_SUCCESS');
    expect(namesOf(read)).to.deep.equal(['reportEventConfiguration']);
    const codes = [...JSON.stringify(contentOf(read)).matchAll(/"eventId":"(\w+)"/g)].map(([, code]) => code);
    expect(codes.length).to.be.at.least(5);
    expect(codes).to.deep.equal([...codes].sort());
  });
});
