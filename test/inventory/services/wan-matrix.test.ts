import { expect } from 'chai';
import type { ServiceRequest } from '../../../src/duis/index.js';
import { World } from '../world.js';

describe('Request WAN Matrix (12.1)', () => {
  let world: World;
  before(async () => (world = await World.open()));
  after(() => world.close());

  type Content = ServiceRequest<'RequestWANMatrix'>['body']['content'];
  const ask = (content: Content) => world.perform('12.1', 'RequestWANMatrix', content);
  const at = (PostCode: string, AddressIdentifier = '99') =>
    ask({ PartialAddress: { PostCode, AddressIdentifier } });
  const regionOf = async (answer: ReturnType<typeof ask>) =>
    (await answer).content?.DSPWANMatrix?.DSPWANMatrixResponse.map(({ CSPRegion }) => CSPRegion);

  it('answers at once, with what was asked and one answer', async () => {
    const content = { PartialAddress: { PostCode: 'B1 1AA', AddressIdentifier: '99' } };
    const outcome = await ask(content);
    expect(outcome.responseCode).to.equal('I0');
    expect(outcome.content?.DSPWANMatrix?.Request).to.deep.equal(content);
    expect(outcome.content?.DSPWANMatrix?.DSPWANMatrixResponse).to.have.length(1);
    expect(outcome.content?.DSPWANMatrix?.DSPWANMatrixResponse[0]).to.include({
      CSPRegion: 'Central',
      CSPRegionResponseCode: 'I0',
      CoverageAvailability: true,
    });
  });

  for (const [postcode, region] of [
    ['EH1 1YZ', 'North'],
    ['M1 1AE', 'North'],
    ['CF10 1EP', 'Central'],
    ['SW1A 1AA', 'South'],
    ['e1 6an', 'South'],
  ] as const) {
    it(`puts ${postcode} into ${region}, an area of two letters before one of one`, async () =>
      expect(await regionOf(at(postcode))).to.deep.equal([region]));
  }

  it('takes the region of a hub that is known there before that of the postcode', async () => {
    expect(await regionOf(at('AB1 2CD', '1'))).to.deep.equal(['Central']);
    expect(await regionOf(at('AB1 2CD', '99'))).to.deep.equal(['North']);
    expect(await regionOf(ask({ UPRN: 100090000001 }))).to.deep.equal(['Central']);
  });

  it('names the technology of a region served by 4G', async () => {
    const { content } = await ask({ UPRN: 100090000002 });
    expect(content?.DSPWANMatrix?.DSPWANMatrixResponse[0]).to.include({
      CSPRegion: '4G Central',
      WANTechnology: '4G',
    });
  });

  for (const [what, content] of [
    ['a UPRN that is not known', { UPRN: 1 }],
    ['a postcode outside Great Britain', { PartialAddress: { PostCode: 'BT1 5GS', AddressIdentifier: '1' } }],
    ['a SMETS1 hub, which has no region', { UPRN: 100090000003 }],
  ] as const) {
    it(`says nothing of coverage for ${what}`, async () => {
      const outcome = await ask(content);
      expect(outcome.responseCode).to.equal('I0');
      expect(outcome.content?.DSPWANMatrix?.DSPWANMatrixResponse).to.deep.equal([
        { CSPRegion: 'Unknown', CSPRegionResponseCode: 'I0' },
      ]);
    });
  }
});
