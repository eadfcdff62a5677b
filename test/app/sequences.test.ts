import { expect } from 'chai';
import { parseEui64 } from '../../src/common/eui64.js';
import { GatewayHarness, NETWORK_OPERATOR, PPMID, SUPPLIER } from './gateway-harness.js';

/** A reading a Device refuses: CS08's Response with the response code of a failure. */
const FAILED = Buffer.from('3009040400030001020101', 'hex');

describe('requests in a sequence', () => {
  let home: GatewayHarness;
  beforeEach(async () => (home = await GatewayHarness.start()));
  afterEach(() => home.stop());

  const first = () => home.signed({ counter: 100n, firstInSequence: true });
  const second = () => home.signed({ counter: 101n, preceding: `${SUPPLIER}:${PPMID}:100` });

  async function deviceAnswers(command: Buffer, content?: Buffer): Promise<void> {
    const bytes = home.responseTo(command, content);
    await home.gateway.takeDeviceMessage({ device: parseEui64(PPMID), bytes });
  }

  it('wait for the one before them and go on when it has succeeded', async () => {
    await home.post('S', first());
    const command = await home.nextSent();
    expect((await home.post('S', second())).code).to.equal('I99');
    await home.settled();
    expect(home.sent).to.have.length(1);
    await deviceAnswers(command.bytes);
    await home.settled();
    expect(home.sent).to.have.length(2);
  });

  it('end with the one before them when that fails', async () => {
    await home.post('S', first());
    const command = await home.nextSent();
    await home.post('S', second());
    await deviceAnswers(command.bytes, FAILED);
    await home.settled();
    const answers = [await home.user.next(), await home.user.next()];
    expect(answers[0]).to.contain(':100</sr:RequestID>').and.to.contain('<sr:ResponseCode>I0<');
    expect(answers[1]).to.contain(':101</sr:RequestID>').and.to.contain('<sr:ResponseCode>E20<');
    expect(home.sent).to.have.length(1);
  });

  it('are served at once when the one before them is done', async () => {
    await home.post('S', first());
    await deviceAnswers((await home.nextSent()).bytes);
    await home.post('S', second());
    await home.settled();
    expect(home.sent).to.have.length(2);
  });

  it('go on after a restart', async () => {
    await home.post('S', first());
    const command = await home.nextSent();
    await home.post('S', second());
    await home.gateway.stop();
    await home.startGateway();
    await deviceAnswers(command.bytes);
    await home.settled();
    expect(home.sent).to.have.length(2);
  });

  const broken: [string, () => Buffer][] = [
    ['a request nobody sent', () => home.signed({ preceding: `${SUPPLIER}:${PPMID}:99` })],
    [
      'a request of another User',
      () => home.signed({ originator: NETWORK_OPERATOR, preceding: `${SUPPLIER}:${PPMID}:100` }),
    ],
  ];
  for (const [what, message] of broken) {
    it(`that name ${what} are refused`, async () => {
      await home.post('S', first());
      expect((await home.post('S', message())).code).to.equal('E12');
    });
  }

  it('that name a request outside any sequence are refused', async () => {
    await home.post('S', home.signed({ counter: 100n }));
    expect((await home.post('S', second())).code).to.equal('E12');
  });
});
