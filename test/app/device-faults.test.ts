import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { type EmbeddedGateway, startEmbedded } from '../../src/app/start-embedded.js';
import { throwawaySettings } from '../../src/app/throwaway-settings.js';
import { silentLogger } from '../../src/common/logger.js';
import { signRequest } from '../../src/duis/signature/index.js';
import { decodeMessage } from '../../src/gbcs/index.js';
import { parseDeviceMessage } from '../../src/mmc/index.js';
import { GatewayHarness, PPMID, SUPPLIER } from './gateway-harness.js';

const GSME = '00-DB-12-34-56-78-90-A1';

describe('virtual Devices that operators tell to fail', () => {
  let dir: string;
  let embedded: EmbeddedGateway;
  let counter = 0;
  before(async () => {
    dir = mkdtempSync(join(tmpdir(), 'faults-'));
    const settings = throwawaySettings(dir);
    embedded = await startEmbedded(settings, { log: silentLogger });
  });
  after(async () => {
    await embedded.stop();
    rmSync(dir, { recursive: true });
  });

  async function ask(method: string, path: string, body?: object): Promise<[number, unknown]> {
    const response = await fetch(`${embedded.gateway.adminUrl}/admin/v1/faults${path}`, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
    });
    const text = await response.text();
    return [response.status, text === '' ? undefined : JSON.parse(text)];
  }

  /** Reads the firmware version of the PPMID. @returns the final Service Response */
  async function read(): Promise<string> {
    const requestId = `${SUPPLIER}:${PPMID}:${++counter}`;
    const xml =
      '<sr:Request xmlns:sr="http://www.dccinterface.co.uk/ServiceUserGateway" schemaVersion="5.4"><sr:Header>' +
      `<sr:RequestID>${requestId}</sr:RequestID><sr:CommandVariant>1</sr:CommandVariant>` +
      '<sr:ServiceReference>11.2</sr:ServiceReference><sr:ServiceReferenceVariant>11.2</sr:ServiceReferenceVariant>' +
      '</sr:Header><sr:Body><sr:ReadFirmwareVersion/></sr:Body></sr:Request>';
    const signed = signRequest(Buffer.from(xml), (originator) => {
      const identity = embedded.credentials.findXmlSigner(originator);
      return identity ?? expect.fail(`no key of ${originator}`);
    });
    const user = embedded.user ?? expect.fail('no Receive Response Service');
    const answer = user.next((text) => text.includes(requestId));
    await fetch(`${embedded.gateway.url}/api/v1/serviceS`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/xml' },
      body: new Uint8Array(signed),
    });
    return answer;
  }

  /** What the Device says of the read, as a User reads it. */
  async function succeeded(): Promise<string | undefined> {
    const payload =
      /GBCSPayload>([^<]+)</.exec(await read())?.[1] ?? expect.fail('no Response of the Device');
    return /MessageSuccess="([^"]+)"/.exec(parseDeviceMessage(Buffer.from(payload, 'base64')))?.[1];
  }

  it('fail until they are mended', async () => {
    expect(await ask('PUT', `/${PPMID}`, { fault: 'faulty' })).to.deep.equal([
      200,
      { device: PPMID, fault: 'faulty' },
    ]);
    expect(await ask('GET', '')).to.deep.equal([200, [{ device: PPMID, fault: 'faulty' }]]);
    expect(await succeeded()).to.equal('false');
    expect((await ask('DELETE', `/${PPMID}`))[0]).to.equal(204);
    expect(await ask('GET', '')).to.deep.equal([200, []]);
    expect(await succeeded()).to.equal('true');
  });

  it('tell of what is said to have happened to them', async () => {
    const user = embedded.user ?? expect.fail('no Receive Response Service');
    const alert = user.next((text) => text.includes('<sr:AlertCode>8F3F</sr:AlertCode>'));
    const [status, told] = await ask('POST', `/${GSME}/alerts`, { code: '8F3F' });
    expect([status, told]).to.deep.equal([202, { device: GSME, code: '8F3F' }]);
    const payload = /GBCSPayload>([^<]+)</.exec(await alert)?.[1] ?? expect.fail('no Alert of the Device');
    expect(decodeMessage(Buffer.from(payload, 'base64')).header.originator).to.equal(GSME);
    expect((await ask('POST', `/${GSME}/alerts`, { code: 'N16' }))[0]).to.equal(400);
    expect((await ask('POST', `/${PPMID}/alerts`, { code: '8F3F' }))[0], 'of a PPMID').to.equal(404);
  });

  it('are refused faults there are not, and Devices there are not', async () => {
    expect((await ask('PUT', `/${PPMID}`, { fault: 'tired' }))[0]).to.equal(400);
    expect((await ask('PUT', '/00-DB-12-34-56-78-FF-FF', { fault: 'silent' }))[0]).to.equal(404);
  });

  it('are not those of a real network', async () => {
    const real = await GatewayHarness.start();
    const response = await fetch(`${real.gateway.adminUrl}/admin/v1/faults`);
    expect(response.status).to.equal(404);
    expect(await response.text()).to.contain('not a virtual one');
    await real.stop();
  });
});
