import { expect } from 'chai';
import { decodeMessage, encodeMessage, privateKeySigner, signMessage } from '../../src/gbcs/index.js';
import { parseEui64 } from '../../src/common/eui64.js';
import type { VirtualHan } from '../../src/wan/index.js';
import { ESME, GatewayHarness, PPMID, SUPPLIER } from './gateway-harness.js';

const read = (at?: string): string =>
  `<sr:ReadFirmwareVersion>${at === undefined ? '' : `<sr:ExecutionDateTime>${at}</sr:ExecutionDateTime>`}</sr:ReadFirmwareVersion>`;

describe('future-dated requests the DCC holds', () => {
  let home: GatewayHarness;
  beforeEach(async () => (home = await GatewayHarness.start()));
  afterEach(() => home.stop());

  it('are acknowledged at once and sent when their time comes, not before', async () => {
    const { code } = await home.post('S', home.signed({ body: read('2026-06-02T12:00:00Z') }));
    expect(code).to.equal('I99');
    home.now = new Date('2026-06-02T11:59:59Z');
    await home.gateway.runDue();
    expect(home.sent).to.have.length(0);
    home.now = new Date('2026-06-02T12:00:00Z');
    await home.gateway.runDue();
    expect((await home.nextSent()).device).to.equal(PPMID);
  });

  it('are sent once, also by a gateway started anew', async () => {
    await home.post('S', home.signed({ body: read('2026-06-02T12:00:00Z') }));
    await home.gateway.stop();
    home.now = new Date('2026-06-03T00:00:00Z');
    await home.startGateway();
    await home.gateway.runDue();
    await home.nextSent();
    await home.gateway.runDue();
    await home.settled();
    expect(home.sent).to.have.length(1);
  });

  it('bring the Response of the Device to the User under their RequestID', async () => {
    await home.post('S', home.signed({ counter: 500n, body: read('2026-06-02T12:00:00Z') }));
    home.now = new Date('2026-06-02T12:00:00Z');
    await home.gateway.runDue();
    const { bytes, device } = await home.nextSent();
    await home.gateway.takeDeviceMessage({ device, bytes: home.responseTo(bytes) });
    const delivered = await home.user.next();
    expect(delivered).to.contain(`<sr:RequestID>${SUPPLIER}:${PPMID}:500</sr:RequestID>`);
    expect(delivered).to.contain('<sr:ResponseCode>I0</sr:ResponseCode>');
  });

  it('are refused with the code of the check that fails when their time comes', async () => {
    await home.post('S', home.signed({ counter: 501n, body: read('2026-06-02T12:00:00Z') }));
    await home.inventory.record('decommissioned', parseEui64(PPMID), { at: home.now });
    home.now = new Date('2026-06-02T12:00:00Z');
    await home.gateway.runDue();
    const delivered = await home.user.next();
    expect(delivered).to.contain(`:501</sr:RequestID>`).and.to.contain('<sr:ResponseCode>E5<');
    expect(home.sent).to.have.length(0);
  });

  it('are cancelled by the same request with the cancellation date', async () => {
    await home.post('S', home.signed({ counter: 502n, body: read('2026-06-02T12:00:00Z') }));
    const { code } = await home.post('S', home.signed({ counter: 503n, body: read('3000-12-31T00:00:00Z') }));
    expect(code).to.equal('I99');
    const delivered = await home.user.next();
    expect(delivered).to.contain(':503</sr:RequestID>').and.to.contain('<sr:ResponseCode>I0<');
    home.now = new Date('2026-06-03T00:00:00Z');
    await home.gateway.runDue();
    await home.settled();
    expect(home.sent).to.have.length(0);
  });

  it('that nobody sent cannot be cancelled', async () => {
    const { code } = await home.post('S', home.signed({ body: read('3000-12-31T00:00:00Z') }));
    expect(code).to.equal('E12');
  });

  it('are refused at once where the request could not be served as things are', async () => {
    const { code } = await home.post(
      'S',
      home.signed({ target: '00-DB-12-34-56-78-99-99', body: read('2026-06-02T12:00:00Z') }),
    );
    expect(code).to.equal('E19');
  });

  it('dated in the past are due at once', async () => {
    await home.post('S', home.signed({ body: read('2026-06-01T11:00:00Z') }));
    expect((await home.nextSent()).device).to.equal(PPMID);
  });

  it('dated too far ahead are refused', async () => {
    const { code } = await home.post('S', home.signed({ body: read('2990-01-01T00:00:00Z') }));
    expect(code).to.equal('E12');
  });
});

describe('future-dated requests the Device holds', () => {
  let home: GatewayHarness;
  beforeEach(async () => (home = await GatewayHarness.start()));
  afterEach(() => home.stop());

  const limits = (at: string): string =>
    `<sr:UpdateDeviceConfigurationLoadLimitingGeneralSettings><sr:ExecutionDateTime>${at}</sr:ExecutionDateTime>` +
    '<sr:LoadLimitPeriod>60</sr:LoadLimitPeriod><sr:LoadLimitPowerThreshold>1000</sr:LoadLimitPowerThreshold>' +
    '<sr:LoadLimitRestorationPeriod>60</sr:LoadLimitRestorationPeriod><sr:LoadLimitSupplyState>Unchanged</sr:LoadLimitSupplyState>' +
    '</sr:UpdateDeviceConfigurationLoadLimitingGeneralSettings>';

  /** Transforms, signs and sends; the Device answers. */
  async function send(counter: bigint, at: string): Promise<void> {
    const about = { target: ESME, variant: '6.4.1', counter };
    const transformed = await home.post('T', home.signed({ ...about, commandVariant: 4, body: limits(at) }));
    const payload = /GBCSPayload>([^<]+)</.exec(transformed.text)?.[1] ?? expect.fail(transformed.text);
    const preCommand = decodeMessage(Buffer.from(payload, 'base64'));
    const signed = encodeMessage(signMessage(preCommand, privateKeySigner(home.gbcsKey(SUPPLIER))));
    const body = `<sr:SignedPreCommand><sr:GBCSPayload>${signed.toString('base64')}</sr:GBCSPayload></sr:SignedPreCommand>`;
    const sent = await home.post('S', home.signed({ ...about, commandVariant: 5, body }));
    expect(sent.code).to.equal('I99');
    await han.send(await home.nextSent());
    const response = await home.user.next();
    expect(response).to.contain(`:${counter}</sr:RequestID>`).and.to.contain('<sr:ResponseCode>I0<');
  }

  let han: VirtualHan;
  beforeEach(async () => (han = await home.virtualHan()));
  afterEach(() => han.stop());

  it('go out at once and end with the Alert of the Device, one for each instruction', async () => {
    await send(900n, '2026-06-02T12:00:00Z');
    home.now = new Date('2026-06-02T12:00:00Z');
    await han.runDue();
    const first = await home.user.next();
    const total = Number(/TotalCommandInstructions>(\d+)</.exec(first)?.[1]);
    const alerts = [first];
    while (alerts.length < total) alerts.push(await home.user.next());
    for (const alert of alerts) {
      expect(alert).to.contain(':900</sr:RequestID>').and.to.contain('<sr:FutureDatedAlertCode>8F66<');
    }
    const numbers = alerts.map((alert) => Number(/InstructionNumber>(\d+)</.exec(alert)?.[1]));
    expect(numbers.sort((a, b) => a - b)).to.deep.equal(numbers.map((_, index) => index + 1));
    home.now = new Date('2026-06-02T13:00:00Z');
    await home.settled();
    expect(home.user.received).to.have.length(1 + total);
  });

  it('end once with E30 when nothing is heard after their time', async () => {
    await send(901n, '2026-06-02T12:00:00Z');
    home.now = new Date('2026-06-02T11:00:00Z');
    await home.settled();
    home.now = new Date('2026-06-02T13:00:00Z');
    await home.settled();
    await home.settled();
    const late = await home.user.next();
    expect(late).to.contain(':901</sr:RequestID>').and.to.contain('<sr:ResponseCode>E30<');
    expect(home.user.received).to.have.length(2);
  });

  it('that a later request cancels are not waited for', async () => {
    await send(902n, '2026-06-02T12:00:00Z');
    await send(903n, '3000-12-31T00:00:00Z');
    home.now = new Date('2026-06-02T13:00:00Z');
    await home.settled();
    expect(home.user.received).to.have.length(2);
  });

  it('may not repeat or fall behind the counter of an earlier critical Command', async () => {
    await send(905n, '2026-06-02T12:00:00Z');
    const about = { target: ESME, variant: '6.4.1', counter: 904n };
    await home.post('T', home.signed({ ...about, commandVariant: 4, body: limits('2026-06-03T12:00:00Z') }));
    const body = '<sr:SignedPreCommand><sr:GBCSPayload>AAAA</sr:GBCSPayload></sr:SignedPreCommand>';
    expect((await home.post('S', home.signed({ ...about, commandVariant: 5, body }))).code).to.equal('E12');
  });
});
