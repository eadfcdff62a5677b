import { expect } from 'chai';
import { contentOf, VirtualHome } from './virtual-home.js';

describe('settings of a virtual ESME', () => {
  let home: VirtualHome;
  beforeEach(() => {
    home = new VirtualHome();
  });

  const told = async (sample: string): Promise<string> => {
    const [response] = await home.fresh(sample);
    return JSON.stringify(contentOf(response));
  };

  it('have all alerts switched off as it comes, and on as they are set, those of others as before', async () => {
    expect(await told('ECS25r1_6.2.10_SUCCESS')).to.not.contain('0x81');
    await home.fresh('ECS25a2_6.22_SUCCESS');
    const alarms = await told('ECS25r1_6.2.10_SUCCESS');
    expect(alarms)
      .to.match(/"wanAlerts":\{[^}]*"value":\[\]/)
      .and.to.match(/"alarms":\{[^}]*"value":\["0x81/);
    await home.fresh('ECS25a_6.22_SUCCESS');
    expect(await told('ECS25r1_6.2.10_SUCCESS')).to.match(/"wanAlerts":\{[^}]*"value":\["0x81/);
  });

  it('have a billing calendar that is replaced by the one that is set', async () => {
    expect(await told('ECS26l_6.2.3_SUCCESS')).to.contain('"time":"00:00:00","date":"*-*-1"');
    await home.fresh('ECS30_6.8_SUCCESS');
    expect(await told('ECS26l_6.2.3_SUCCESS')).to.contain('"time":"12:00:00","date":"*-*-1"');
  });

  it('of a Communications Hub are read too: identity, and a log of the Commands that acted on it', async () => {
    expect(await told('ECS26n_6.2.4_SUCCESS')).to.contain('VIRTUAL');
    home.now = new Date('2014-12-31T08:00:00Z');
    await home.fresh('CCS02_8.11_SUCCESS');
    expect(await told('ECS35c_6.13_SUCCESS'))
      .to.contain('2014-12-31T08:00:00')
      .and.to.contain('0x8154');
  });
});
