import { expect } from 'chai';
import { parseEui64 } from '../../src/common/eui64.js';
import { alertCodeOf, useCaseOf } from '../../src/gbcs/index.js';
import { BROKER, contentOf, GPF, GSME, VirtualHome } from './virtual-home.js';

/** What the sample request of 8.12.2 restores. */
const PPMID_OF_SAMPLE = parseEui64('00-11-22-33-44-55-66-77');
const TYPE_2_OF_SAMPLE = parseEui64('88-99-AA-BB-CC-DD-EE-FF');

describe('the Device Log of a virtual Gas Proxy Function', () => {
  let home: VirtualHome;
  beforeEach(() => (home = new VirtualHome()));
  afterEach(() => home.han.stop());

  const log = () => [...(home.han.device(GPF)?.deviceLog.keys() ?? [])];

  it('becomes the one that is restored, in place of what was in it', async () => {
    home.han.device(GPF)?.deviceLog.set(GSME, 'GSME');
    const [response] = await home.fresh('GCS59_8.12.2_SUCCESS');
    expect(JSON.stringify(contentOf(response))).to.match(/"success".*"success"/);
    expect(log()).to.deep.equal([PPMID_OF_SAMPLE, TYPE_2_OF_SAMPLE]);
  });

  it('is backed up to the Access Control Broker when it is restored', async () => {
    const [, alert, ...others] = await home.fresh('GCS59_8.12.2_SUCCESS');
    expect(others).to.deep.equal([]);
    if (alert === undefined) throw new Error('no alert');
    expect(useCaseOf(alert)?.code).to.equal('GCS62');
    expect(alertCodeOf(alert)).to.equal(0x8071);
    expect(alert.header.recipient).to.equal(BROKER);
    expect(home.isAuthentic(alert)).to.equal(true);
    expect(contentOf(alert)).to.deep.include({
      deviceLogEntries: [
        { deviceIdentifier: PPMID_OF_SAMPLE, deviceType: 'type1PrepaymentInterfaceDevice' },
        { deviceIdentifier: TYPE_2_OF_SAMPLE, deviceType: 'type2' },
      ],
    });
  });

  it('stays as it is where the function is faulty, which says so of each entry and backs nothing up', async () => {
    home.han.device(GPF)?.deviceLog.set(GSME, 'GSME');
    home.han.setFault(GPF, 'faulty');
    const messages = await home.fresh('GCS59_8.12.2_SUCCESS');
    expect(messages).to.have.length(1);
    expect(JSON.stringify(contentOf(messages[0]))).to.match(/"writeFailure".*"writeFailure"/);
    expect(log()).to.deep.equal([GSME]);
  });
});
