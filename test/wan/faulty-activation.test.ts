import { expect } from 'chai';
import { alertCodeOf, executedInstructionOf, type GbcsMessage } from '../../src/gbcs/index.js';
import { contentOf, ESME, HUB, PPMID, SUPPLIER, VirtualHome } from './virtual-home.js';

/** The hash in the sample requests of 11.3. */
const HASH = Buffer.from('AA758690730934FF0685AA758690730934FF0685657788990011223344556677', 'hex');
const OLD = '00000001';

describe('a faulty virtual Device that is to activate firmware', () => {
  let home: VirtualHome;
  beforeEach(() => (home = new VirtualHome()));
  afterEach(() => home.han.stop());

  async function distribute(device: typeof ESME): Promise<GbcsMessage[]> {
    await home.han.distributeFirmware({
      requestId: 'distribution',
      hub: HUB,
      devices: [device],
      image: Buffer.from('an image'),
      firmwareVersion: '0123ABCF',
      hash: HASH,
      recipient: SUPPLIER,
    });
    await home.settled();
    return home.hear();
  }

  const failure = { activateImageResponseCode: 'activationFailure', firmwareVersion: OLD };

  it('says that it failed, and keeps version and image', async () => {
    await distribute(ESME);
    home.han.setFault(ESME, 'faulty');
    const [response] = await home.fresh('CS06_11.3_IMMEDIATE_SUCCESS');
    expect(contentOf(response)).to.deep.equal({ executionOutcome: failure });
    expect(home.han.device(ESME)?.firmwareVersion).to.equal(OLD);
    home.han.setFault(ESME, undefined);
    const [mended] = await home.fresh('CS06_11.3_IMMEDIATE_SUCCESS');
    expect(contentOf(mended)).to.have.nested.property(
      'executionOutcome.activateImageResponseCode',
      'success',
    );
  });

  it('says so with its Alert when the time comes that the Command says', async () => {
    await distribute(ESME);
    await home.sample('CS06_11.3_FUTURE_DATED_SUCCESS');
    home.han.setFault(ESME, 'faulty');
    const alerts = await home.comes('2030-01-15T09:00:00Z');
    const alert = alerts.find((each) => executedInstructionOf(each) !== undefined);
    expect(alert && alertCodeOf(alert)).to.equal(0x8f67);
    expect(contentOf(alert)).to.deep.include({ executionOutcome: failure });
  });

  it('says so by itself if it is one that activates by itself', async () => {
    home.han.setFault(PPMID, 'faulty');
    const [, alert] = await distribute(PPMID);
    expect(contentOf(alert)).to.include(failure);
    expect(home.han.device(PPMID)?.firmwareVersion).to.equal(OLD);
  });
});
