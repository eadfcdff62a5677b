import { expect } from 'chai';
import { ESME, GSME, contentOf, VirtualHome } from './virtual-home.js';

describe('a virtual Device that is told to be', () => {
  let home: VirtualHome;
  beforeEach(() => (home = new VirtualHome()));
  afterEach(() => home.han.stop());

  it('silent says nothing', async () => {
    home.han.setFault(GSME, 'silent');
    expect(await home.fresh('GCS46_6.2.7_SUCCESS')).to.deep.equal([]);
  });

  it('faulty answers that what it was told to do failed, until it is mended', async () => {
    const read = async (sample: string) => JSON.stringify(contentOf((await home.fresh(sample))[0]));
    for (const device of [ESME, GSME]) home.han.setFault(device, 'faulty');
    expect(await read('GCS46_6.2.7_SUCCESS')).to.match(/hardware/i);
    expect(await read('ECS17a_4.2_SUCCESS')).to.match(/hardware fault/);
    home.han.setFault(GSME, undefined);
    expect(await read('GCS46_6.2.7_SUCCESS')).to.not.match(/hardware/i);
  });

  it('hostile sends Responses that are not authentic', async () => {
    const [good] = await home.fresh('GCS46_6.2.7_SUCCESS');
    home.han.setFault(GSME, 'hostile');
    const [bad] = await home.fresh('GCS46_6.2.7_SUCCESS');
    if (good === undefined || bad === undefined) throw new Error('a Response is missing');
    expect([good, bad].map((message) => home.isAuthentic(message))).to.deep.equal([true, false]);
  });

  it('slow answers a minute later, in the order of the Commands', async () => {
    home.han.setFault(GSME, 'slow');
    expect(await home.fresh('GCS46_6.2.7_SUCCESS')).to.deep.equal([]);
    expect(await home.fresh('GCS41_6.20.1_SUCCESS')).to.deep.equal([]);
    expect(await home.comes('2026-06-01T12:00:59Z')).to.deep.equal([]);
    const late = await home.comes('2026-06-01T12:01:00Z');
    expect(late.map(({ header }) => header.originator)).to.deep.equal([GSME, GSME]);
    expect(late[0]?.header.originatorCounter).to.be.lessThan(Number(late[1]?.header.originatorCounter));
  });
});
