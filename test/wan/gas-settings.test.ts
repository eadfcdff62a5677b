import { expect } from 'chai';
import { metering } from '../../src/gbcs/gbz/clusters/metering.js';
import { prepayment } from '../../src/gbcs/gbz/clusters/prepayment.js';
import type { AnyZclCluster, ZclAttribute } from '../../src/gbcs/gbz/zcl-cluster.js';
import { contentOf, GSME, VirtualHome } from './virtual-home.js';

describe('settings of a virtual GSME', () => {
  let home: VirtualHome;
  beforeEach(() => (home = new VirtualHome()));
  afterEach(() => home.han.stop());

  const valueOf = (cluster: AnyZclCluster, { id }: ZclAttribute): unknown =>
    home.han.device(GSME)?.attributes.read(cluster.id, id)?.value;

  async function read(sample: string): Promise<string> {
    const [answer] = await home.fresh(sample);
    return JSON.stringify(contentOf(answer));
  }

  it('are seen in the next read: the MPRN', async () => {
    const before = await read('GCS46_6.2.7_SUCCESS');
    await home.fresh('GCS41_6.20.1_SUCCESS');
    const siteId = valueOf(metering, metering.attributes.siteId) as Uint8Array;
    const after = await read('GCS46_6.2.7_SUCCESS');
    expect(siteId.length).to.be.greaterThan(6);
    expect(after).to.not.equal(before);
    expect(after).to.contain(Buffer.from(siteId).toString('latin1'));
  });

  it('are seen in the next read: calorific value and conversion factor', async () => {
    const before = await read('GCS21a_6.2.8_SUCCESS');
    await home.fresh('GCS23_6.6_SUCCESS');
    expect(await read('GCS21a_6.2.8_SUCCESS')).to.not.equal(before);
  });

  it('change debts by what a Command adds', async () => {
    const { debtAmount1 } = prepayment.attributes;
    await home.fresh('GCS04_2.3_SUCCESS');
    const once = Number(valueOf(prepayment, debtAmount1));
    await home.fresh('GCS04_2.3_SUCCESS');
    expect(once).to.not.equal(0);
    expect(valueOf(prepayment, debtAmount1)).to.equal(2 * once);
  });

  it('of a future-dated Command are there when its time has come, and not before', async () => {
    const { maxCreditLimit, lowCreditWarning } = prepayment.attributes;
    await home.fresh('GCS05_2.1_FUTURE_DATED_SUCCESS');
    expect(valueOf(prepayment, maxCreditLimit)).to.equal(0);
    expect(valueOf(prepayment, lowCreditWarning)).to.equal(0);
    await home.comes('2030-02-01T00:00:00Z');
    const limit = valueOf(prepayment, maxCreditLimit);
    const warning = valueOf(prepayment, lowCreditWarning);
    expect(limit).to.be.greaterThan(0);
    expect(warning).to.be.greaterThan(0);
  });
});

describe('reads of a virtual GSME', () => {
  it('give a register that counts, encrypted for its reader', async () => {
    const home = new VirtualHome();
    const { currentSummationDelivered } = metering.attributes;
    const read = () =>
      home.han.device(GSME)?.attributes.read(metering.id, currentSummationDelivered.id)?.value;
    const before = Number(read());
    const [answer] = await home.fresh('GCS13a_4.1.1_SUCCESS_UNRELIABLE');
    expect(JSON.stringify(contentOf(answer))).to.contain('"encrypted":"3100000000');
    home.now = new Date(home.now.getTime() + 10 * 3_600_000);
    expect(Number(read())).to.be.greaterThan(before + 200);
    home.han.stop();
  });
});
