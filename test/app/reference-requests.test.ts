import { expect } from 'chai';
import { fromUser, NEEDS, postSample, type Sample, sampleRequests } from './fitting-world.js';
import { ACB, GatewayHarness } from './gateway-harness.js';

const SAMPLES = sampleRequests();
const NON_DEVICE = 8;

/** As clocks are: messages that tell the time count whole seconds. */
const NOW = new Date('2026-06-01T12:00:00.123Z');

async function startGateway(): Promise<GatewayHarness> {
  const gateway = await GatewayHarness.start();
  gateway.now = NOW;
  return gateway;
}

const needsOf = (sample: Sample) => NEEDS.filter(({ of }) => of(sample));

/** What changes the inventory, or needs another one, gets a gateway of its own. */
const standsAlone = (sample: Sample): boolean =>
  sample.commandVariant === NON_DEVICE || needsOf(sample).length > 0;

function title(sample: Sample): string {
  const sender = sample.originator === ACB ? ['sent by a supplier in place of the DCC'] : [];
  return [`${sample.name} is accepted`, ...sender, ...needsOf(sample).map(({ what }) => what)].join(', ');
}

describe('sample requests sent to a running gateway', () => {
  it('are all there are', () => {
    expect(SAMPLES).to.have.length(293);
  });

  it('leave no need without a sample', () => {
    const idle = NEEDS.filter((need) => !SAMPLES.some((sample) => need.of(sample)));
    expect(idle.map(({ what }) => what)).to.deep.equal([]);
  });

  describe('one after the other', () => {
    let gateway: GatewayHarness;
    before(async () => (gateway = await startGateway()));
    after(() => gateway.stop());

    // The samples repeat RequestIDs of each other.
    let counter = 1_000_000n;
    for (const sample of SAMPLES.filter((each) => !standsAlone(each))) {
      it(title(sample), async () => {
        const { code, text } = await postSample(gateway, fromUser(sample), counter++);
        expect(code, text).to.be.oneOf(['I0', 'I99']);
      });
    }
  });

  describe('each to a gateway of its own, under its own RequestID', () => {
    let gateway: GatewayHarness;
    beforeEach(async () => (gateway = await startGateway()));
    afterEach(() => gateway.stop());

    for (const sample of SAMPLES.filter(standsAlone)) {
      it(title(sample), async () => {
        for (const need of needsOf(sample)) await need.make(gateway, sample);
        const { code, text } = await postSample(gateway, fromUser(sample));
        expect(code, text).to.be.oneOf(['I0', 'I99']);
      });
    }
  });
});
