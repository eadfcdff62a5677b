import { expect } from 'chai';
import { parseEui64 } from '../../src/common/eui64.js';
import type { VirtualHan } from '../../src/wan/index.js';
import { element } from './alert-occasions.js';
import { ACB, ESME, GatewayHarness, PPMID, SUPPLIER } from './gateway-harness.js';
import { critical, nonDevice } from './user-requests.js';

const HCALCS = '00-DB-12-34-56-78-90-A5';
const OTHER_SUPPLIER = '90-B3-D5-1F-30-03-00-00';
const JOIN = element('JoinServiceCritical', element('OtherDeviceID', ESME));
describe('Return Local Command Response (8.13)', () => {
  let home: GatewayHarness;
  let han: VirtualHan;
  beforeEach(async () => {
    home = await GatewayHarness.start();
    han = await home.virtualHan();
  });
  afterEach(async () => {
    han.stop();
    await home.stop();
  });

  /** Has a Command for local delivery made, and takes it to its Device. @returns what the Device answers */
  async function deliver(counter: bigint, variant: string, body: string, device = HCALCS): Promise<Buffer> {
    const { text, code } = await critical(home, { target: device, variant, counter, body }, 6);
    expect(code, text).to.equal('I0');
    const payload = /<sr:LocalCommand><sr:GBCSPayload>([^<]+)</.exec(text)?.[1] ?? expect.fail(text);
    const { response, trace } = han.device(parseEui64(device))?.take(Buffer.from(payload, 'base64')) ?? {};
    return response ?? expect.fail(JSON.stringify(trace?.reason));
  }

  const bringBack = (response: Buffer, original?: string, facts = {}) =>
    nonDevice(
      home,
      '8.13',
      element(
        'ReturnLocalCommandResponse',
        (original === undefined ? '' : element('OriginalRequestID', original)) +
          element('DeviceGBCSResponse', response.toString('base64')),
      ),
      facts,
    );

  const statusOf = async (device: string) => (await home.inventory.find(parseEui64(device)))?.status;
  const setStatus = (device: string, status: 'InstalledNotCommissioned') =>
    home.store.db.updateTable('devices').set({ status }).where('id', '=', parseEui64(device)).execute();

  it('to a critical Join Service (8.7.1) commissions the Device it was sent to', async () => {
    await setStatus(HCALCS, 'InstalledNotCommissioned');
    const response = await deliver(900n, '8.7.1', JOIN);
    expect(await statusOf(HCALCS)).to.equal('InstalledNotCommissioned');
    expect((await bringBack(response, `${SUPPLIER}:${HCALCS}:900`)).code).to.equal('I99');
    expect(await statusOf(HCALCS)).to.equal('Commissioned');
    expect(home.sent).to.deep.equal([]);
  });

  it('to a Join Service that is not critical (8.7.2) commissions the PPMID', async () => {
    await setStatus(PPMID, 'InstalledNotCommissioned');
    const body = element('JoinServiceNonCritical', element('OtherDeviceID', ESME));
    const { text } = await home.post('D', home.signed({ commandVariant: 2, variant: '8.7.2', body }));
    const command = /GBCSPayload>([^<]+)</.exec(text)?.[1] ?? expect.fail(text);
    const { response } = han.device(parseEui64(PPMID))?.take(Buffer.from(command, 'base64')) ?? {};
    expect((await bringBack(response ?? expect.fail('no Response'))).code).to.equal('I99');
    expect(await statusOf(PPMID)).to.equal('Commissioned');
  });

  it('may come twice', async () => {
    await setStatus(HCALCS, 'InstalledNotCommissioned');
    const response = await deliver(900n, '8.7.1', JOIN);
    expect((await bringBack(response)).code).to.equal('I99');
    expect((await bringBack(response)).code).to.equal('I99');
    expect(await statusOf(HCALCS)).to.equal('Commissioned');
  });

  it('is taken after a restart', async () => {
    await setStatus(HCALCS, 'InstalledNotCommissioned');
    const response = await deliver(900n, '8.7.1', JOIN);
    await home.gateway.stop();
    await home.startGateway();
    expect((await bringBack(response)).code).to.equal('I99');
    expect(await statusOf(HCALCS)).to.equal('Commissioned');
  });

  const wrong: [string, () => Promise<{ readonly code: string | undefined }>][] = [
    ['that is no GBCS message', () => bringBack(Buffer.from('0011', 'hex'))],
    [
      'to a Command that was given to nobody',
      async () => {
        const response = await deliver(900n, '8.7.1', JOIN);
        const other = Buffer.from(response);
        // Last byte of the Originator Counter in the Grouping Header.
        other[11]! ^= 1;
        return bringBack(other);
      },
    ],
    [
      'to another Command than the one it names',
      async () => bringBack(await deliver(900n, '8.7.1', JOIN), `${SUPPLIER}:${HCALCS}:901`),
    ],
    [
      'to a Command that was given to another User',
      async () => bringBack(await deliver(900n, '8.7.1', JOIN), undefined, { originator: OTHER_SUPPLIER }),
    ],
    [
      'to a Command that was sent over the WAN',
      async () => {
        await critical(home, { target: HCALCS, variant: '8.7.1', counter: 900n, body: JOIN });
        const { bytes } = await home.nextSent();
        const { response } = han.device(parseEui64(HCALCS))?.take(bytes) ?? {};
        return bringBack(response ?? expect.fail('no Response'));
      },
    ],
  ];
  for (const [what, bring] of wrong) {
    it(`${what} is refused with E12, and changes nothing`, async () => {
      await setStatus(HCALCS, 'InstalledNotCommissioned');
      expect((await bring()).code).to.equal('E12');
      expect(await statusOf(HCALCS)).to.equal('InstalledNotCommissioned');
    });
  }

  it('that is a Command itself is refused with E12', async () => {
    const { text } = await home.post('D', home.signed({ commandVariant: 2 }));
    const command = /GBCSPayload>([^<]+)</.exec(text)?.[1] ?? expect.fail(text);
    expect((await bringBack(Buffer.from(command, 'base64'))).code).to.equal('E12');
  });

  it('that tells of a failure leaves the status as it is', async () => {
    await setStatus(HCALCS, 'InstalledNotCommissioned');
    const { text } = await critical(home, { target: HCALCS, variant: '8.7.1', counter: 900n, body: JOIN }, 6);
    const payload = /GBCSPayload>([^<]+)</.exec(text)?.[1] ?? expect.fail(text);
    const refusal = home.responseTo(Buffer.from(payload, 'base64'), Buffer.from('0f', 'hex'));
    expect((await bringBack(refusal)).code).to.equal('I99');
    expect(await statusOf(HCALCS)).to.equal('InstalledNotCommissioned');
  });

  it('tells of the firmware version of a Device that was read locally', async () => {
    const ppmid = han.device(parseEui64(PPMID)) ?? expect.fail('no PPMID');
    ppmid.firmwareVersion = '0A0B0C0D';
    const { text } = await home.post('D', home.signed({ commandVariant: 2, counter: 70n }));
    const command = /GBCSPayload>([^<]+)</.exec(text)?.[1] ?? expect.fail(text);
    const { response } = ppmid.take(Buffer.from(command, 'base64'));
    expect((await bringBack(response ?? expect.fail('no Response'))).code).to.equal('I99');
    expect((await home.inventory.find(parseEui64(PPMID)))?.firmwareVersion).to.equal('0A0B0C0D');
  });

  it('is for the DCC', async () => {
    const response = await deliver(900n, '8.7.1', JOIN);
    expect((await bringBack(response, undefined, { target: ESME })).code).to.equal('E19');
    expect((await bringBack(response, undefined, { target: ACB })).code).to.equal('I99');
  });
});
