import { expect } from 'chai';
import { alertCodeOf } from '../../src/gbcs/index.js';
import { BROKER, contentOf, VirtualHome } from './virtual-home.js';

const channelsOf = (text: string): string[] => text.match(/[01]{32}/g) ?? [];

describe('Sub GHz network of a virtual Communications Hub', () => {
  let home: VirtualHome;

  beforeEach(() => {
    home = new VirtualHome();
  });

  const channel = async (): Promise<string> => {
    const [response] = await home.fresh('DBCH01_6.31_SUCCESS');
    const [only = ''] = channelsOf(JSON.stringify(contentOf(response)));
    return only;
  };

  it('works on one channel of those that are permitted', async () => {
    expect(await channel()).to.match(/^111000*10*$/);
  });

  it('has another channel after a scan, tells the Access Control Broker so, and keeps it in its log', async () => {
    const before = await channel();
    home.now = new Date('2014-12-25T10:00:00Z');
    const [response, assessed, changed] = await home.fresh('DBCH05_6.29_SUCCESS');
    expect(JSON.stringify(contentOf(response))).to.include('"result":"success"');
    expect([assessed, changed].map((alert) => alert && alertCodeOf(alert))).to.deep.equal([0x8f28, 0x8f26]);
    expect(changed?.header.recipient).to.equal(BROKER);
    expect(changed && home.isAuthentic(changed)).to.equal(true);
    const after = await channel();
    expect(after).to.not.equal(before);
    expect(channelsOf(JSON.stringify(contentOf(changed)))).to.deep.equal([after]);

    const [log] = await home.fresh('DBCH02_6.32_SUCCESS');
    const hexadecimal = Number.parseInt(after, 2).toString(16).toUpperCase();
    expect(JSON.stringify(contentOf(log)))
      .to.include('2014-12-25T10:00:00')
      .and.to.include(`${hexadecimal}090100`);
  });

  it('shows only what happened in the period that is asked for', async () => {
    const [log] = await home.fresh('DBCH02_6.32_SUCCESS');
    expect(JSON.stringify(contentOf(log))).to.include('"value":[]');
  });

  it('is configured, tells so, and works on a channel that is permitted', async () => {
    const [, told] = await home.fresh('DBCH04_6.28_SUCCESS');
    expect(told && alertCodeOf(told)).to.equal(0x8f2a);
    const [read] = await home.fresh('DBCH03_6.30_SUCCESS');
    const text = JSON.stringify(contentOf(read));
    expect(text).to.include('"gsmeCurfew":7').and.to.include('"noisierDecibelsLimit":"12 dB"');
    const permits = (mask: string, one: string) =>
      [...one].every((bit, position) =>
        position < 5 ? mask[position] === bit : bit === '0' || mask[position] === '1',
      );
    const masks = channelsOf(text);
    const after = await channel();
    expect(masks.some((mask) => permits(mask, after))).to.equal(true);
  });
});
