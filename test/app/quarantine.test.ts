import { expect } from 'chai';
import { AnomalyThresholds, AttributeLimits, Quarantine } from '../../src/authorisation/index.js';
import { parseEui64 } from '../../src/common/eui64.js';
import { GatewayHarness, HUB, NETWORK_OPERATOR, PPMID, SUPPLIER } from './gateway-harness.js';
import { alert, critical, delivery, heldRead, sampleBody } from './user-requests.js';

const HOUR_MS = 3_600_000;

describe('quarantine', () => {
  let home: GatewayHarness;
  let quarantine: Quarantine;
  beforeEach(async () => {
    home = await GatewayHarness.start();
    quarantine = new Quarantine(home.store);
  });
  afterEach(() => home.stop());

  /** Lets two firmware version reads an hour of the supplier pass. */
  async function allowTwo(): Promise<void> {
    const threshold = { setter: 'User' as const, user: parseEui64(SUPPLIER), variant: '11.2' };
    await new AnomalyThresholds(home.store).set({ ...threshold, maximum: 2, windowMs: HOUR_MS });
    await home.settled();
  }

  /** Sends reads numbered from 1. @returns their Response Codes */
  async function send(count: number): Promise<(string | undefined)[]> {
    const codes: (string | undefined)[] = [];
    for (let number = 1; number <= count; number++) {
      codes.push((await home.post('S', home.signed({ counter: BigInt(number) }))).code);
    }
    await home.settled();
    return codes;
  }

  const sentIds = () => home.sent.map(({ requestId }) => Number(requestId.split(':')[2]));

  /** The event an operator is told of. */
  async function eventRef(code = 'N44'): Promise<bigint> {
    const told = await alert(home, code);
    return BigInt(/QuarantineEventRef>(\d+)</.exec(told)?.[1] ?? expect.fail(told));
  }

  it('takes the third request where two are allowed: acknowledged, not sent, told of', async () => {
    await allowTwo();
    expect(await send(3)).to.deep.equal(['I99', 'I99', 'I99']);
    expect(sentIds()).to.deep.equal([1, 2]);
    const told = await alert(home, 'N44');
    expect(told)
      .to.contain('<sr:ADUserThresholdBreach>')
      .and.to.contain(`<sr:RequestID>${SUPPLIER}:${PPMID}:3</sr:RequestID>`);
    expect((await quarantine.list('quarantined')).map(({ requestId }) => requestId)).to.deep.equal([
      `${SUPPLIER}:${PPMID}:3`,
    ]);
    expect(home.user.received).to.have.length(1);
  });

  it('lets what is released go on, once, and its Response reach the User', async () => {
    await allowTwo();
    await send(3);
    expect(await quarantine.release(await eventRef(), 'an operator', home.now)).to.equal(true);
    await home.settled();
    await home.settled();
    expect(sentIds()).to.deep.equal([1, 2, 3]);
    const { bytes, device } = await home.nextSent();
    await home.gateway.takeDeviceMessage({ device, bytes: home.responseTo(bytes) });
    expect(await delivery(home, `:3</sr:RequestID>`)).to.contain('<sr:ResponseCode>I0<');
  });

  it('ends what is rejected with E20, and it is not sent', async () => {
    await allowTwo();
    await send(3);
    await quarantine.reject(await eventRef(), 'an operator', home.now, 'sent by mistake');
    await home.settled();
    expect(await delivery(home, `:3</sr:RequestID><sr:ResponseID>`)).to.contain('<sr:ResponseCode>E20<');
    expect(sentIds()).to.deep.equal([1, 2]);
    await home.settled();
    expect(home.user.received).to.have.length(2);
  });

  for (const [decision, decide] of [
    ['released', (ref: bigint) => quarantine.release(ref, 'an operator', home.now)],
    ['rejected', (ref: bigint) => quarantine.reject(ref, 'an operator', home.now)],
  ] as const) {
    it(`keeps a request over a restart, and does what was ${decision} while the gateway was down`, async () => {
      await allowTwo();
      await send(3);
      const ref = await eventRef();
      await home.gateway.stop();
      await decide(ref);
      await home.startGateway();
      await home.settled();
      expect(sentIds()).to.deep.equal(decision === 'released' ? [1, 2, 3] : [1, 2]);
      if (decision === 'rejected') {
        expect(await delivery(home, ':3</sr:RequestID><sr:ResponseID>')).to.contain('<sr:ResponseCode>E20<');
      }
    });
  }

  it('holds nothing back for ever: when the window is over the next request passes', async () => {
    await allowTwo();
    await send(3);
    home.now = new Date(home.now.getTime() + HOUR_MS + 1);
    expect((await home.post('S', home.signed({ counter: 4n }))).code).to.equal('I99');
    await home.settled();
    expect(sentIds()).to.deep.equal([1, 2, 4]);
  });

  it('counts each User by itself, and only the variant the threshold is for', async () => {
    await allowTwo();
    await send(2);
    const others = [
      home.signed({ originator: NETWORK_OPERATOR, counter: 10n }),
      home.signed({ target: HUB, variant: '8.9', body: '<sr:ReadDeviceLog/>', counter: 11n }),
    ];
    for (const other of others) expect((await home.post('S', other)).code).to.equal('I99');
    await home.settled();
    expect(sentIds()).to.have.members([1, 2, 10, 11]);
  });

  it('answers the same request again as before, and counts it once', async () => {
    await allowTwo();
    const request = home.signed({ counter: 1n });
    for (let times = 0; times < 4; times++) expect((await home.post('S', request)).code).to.equal('I99');
    await home.settled();
    expect(sentIds()).to.deep.equal([1]);
    expect(await quarantine.list()).to.deep.equal([]);
  });

  it('keeps a request that was future dated until its time, also when it is released before', async () => {
    await new AnomalyThresholds(home.store).set({
      setter: 'DCC',
      user: undefined,
      variant: '11.2',
      maximum: 0,
      windowMs: HOUR_MS,
    });
    await home.settled();
    await home.post('S', home.signed({ counter: 1n, body: heldRead('2026-06-02T12:00:00Z') }));
    await home.settled();
    await quarantine.release(await eventRef('N45'), 'an operator', home.now);
    await home.settled();
    expect(sentIds()).to.deep.equal([]);
    home.now = new Date('2026-06-02T12:00:00Z');
    await home.settled();
    expect(sentIds()).to.deep.equal([1]);
  });

  it('takes a critical request whose values are outside the limits of the request that was transformed', async () => {
    await new AttributeLimits(home.store).set({
      variant: '6.4.1',
      path: 'LoadLimitPowerThreshold',
      minimum: undefined,
      maximum: '1',
      user: undefined,
    });
    await home.settled();
    const body = sampleBody('ECS28a_6.4.1_IMMEDIATE');
    const facts = { target: '00-DB-12-34-56-78-90-A0', variant: '6.4.1', counter: 900n, body };
    expect((await critical(home, facts)).code).to.equal('I99');
    await home.settled();
    expect(home.sent).to.deep.equal([]);
    await quarantine.release(await eventRef('N46'), 'an operator', home.now);
    await home.settled();
    expect(sentIds()).to.deep.equal([900]);
  });
});
