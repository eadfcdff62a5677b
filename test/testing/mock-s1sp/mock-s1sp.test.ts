import { expect } from 'chai';
import { parseEui64 } from '../../../src/common/eui64.js';
import { smets1Failure } from '../../../src/smets1/index.js';
import { identity, SUPPLIER } from '../../duis/signature/signing-fixture.js';
import {
  bodyOf,
  countersign,
  ESME,
  HUB,
  openScene,
  PPMID,
  type Scene,
  serviceRequest,
} from './mock-s1sp-fixture.js';

describe('mock S1SP', () => {
  let scene: Scene;

  beforeEach(async () => (scene = await openScene()));
  afterEach(() => scene.stop());

  const firmware = (counter?: bigint): Buffer =>
    serviceRequest('11.2', PPMID, { ReadFirmwareVersion: {} }, counter === undefined ? {} : { counter });
  const display = (text: string): Buffer =>
    serviceRequest('3.1', ESME, { DisplayMessage: { SupplierMessage: text } });

  it('takes a request with 202 and answers it in a signed document', async () => {
    const document = await scene.ask(firmware(5n));
    if (document.kind !== 'response') throw new Error(document.kind);
    expect(document.requestId).to.deep.equal({ originator: SUPPLIER, target: PPMID, counter: 5n });
    expect(document.s1sp).to.equal(scene.mock.identity.eui);
    expect(document.schemaVersion).to.equal('5.4');
    expect(bodyOf(document)).to.deep.equal({
      ReadFirmwareVersionRsp: { MessageSuccess: true, FirmwareVersion: '00030001' },
    });
    expect(scene.mock.received).to.have.length(1);
  });

  it('answers to the gateway where that acts for the User', async () => {
    const supplementaryRemoteParty = { id: SUPPLIER, counter: 6n };
    expect(await scene.post(countersign(firmware(6n), { supplementaryRemoteParty }))).to.include({
      status: 202,
    });
    const document = await scene.inbox.next();
    if (document.kind !== 'response') throw new Error(document.kind);
    expect(document.requestId).to.deep.equal({ originator: SUPPLIER, target: PPMID, counter: 6n });
    expect(document.content.Header).to.include({
      BusinessTargetID: '90-B3-D5-1F-30-00-00-02',
      SupplementaryRemotePartyID: SUPPLIER,
    });
  });

  describe('refuses', () => {
    const refusals: [string, () => Buffer, number, RegExp][] = [
      ['what is not XML', () => Buffer.from('hello'), 400, /not well-formed/],
      ['a Service Request that is not countersigned', () => firmware(), 400, /Countersigned/],
      [
        'a countersignature of a User',
        () => countersign(firmware(), {}, identity(SUPPLIER)),
        403,
        /signer-mismatch/,
      ],
      [
        'a request for another S1SP',
        () => countersign(firmware(), { s1sp: parseEui64('90-B3-D5-1F-30-00-05-02') }),
        403,
        /for S1SP/,
      ],
      [
        'a Service Request that was changed',
        () =>
          countersign(Buffer.from(firmware().toString().replace('CommandVariant>1<', 'CommandVariant>3<'))),
        403,
        /digest-mismatch/,
      ],
      [
        'a Service Request that breaks the schema',
        () =>
          countersign(
            Buffer.from(
              firmware()
                .toString()
                .replace(/ReadFirmwareVersion/g, 'ReadFirmware'),
            ),
          ),
        400,
        /ReadFirmware/,
      ],
      [
        'a Service Request with another RequestID',
        () => countersign(firmware(8n), { requestId: { originator: SUPPLIER, target: PPMID, counter: 9n } }),
        400,
        /has RequestID .*:8/,
      ],
      [
        'a Service Request the DCC answers itself',
        () => countersign(serviceRequest('8.2', PPMID, { ReadInventory: { DeviceID: PPMID } })),
        422,
        /8\.2/,
      ],
      [
        'a Signed Pre-Command',
        () =>
          countersign(
            serviceRequest('7.2', ESME, {
              SignedPreCommand: { GBCSPayload: Buffer.from('df', 'hex') },
            }),
          ),
        422,
        /SignedPreCommand/,
      ],
    ];
    for (const [what, document, status, detail] of refusals) {
      it(what, async () => {
        const answer = await scene.post(document());
        expect(answer.status).to.equal(status);
        expect(answer.text).to.match(detail);
        expect(scene.mock.received).to.be.empty;
      });
    }

    it('a header that names another RequestID', async () => {
      expect(await scene.post(countersign(firmware(10n)), 'other')).to.include({ status: 400 });
    });

    it('another path', async () => {
      expect((await fetch(`${scene.mock.url}/other`, { method: 'POST' })).status).to.equal(404);
    });
  });

  it('executes a RequestID once and gives the same answer again', async () => {
    const request = display('once');
    const first = await scene.ask(request);
    const second = await scene.ask(request);
    expect(second.bytes.equals(first.bytes)).to.be.true;
    expect(scene.mock.homes.find(ESME)?.messages).to.have.length(1);
    expect(scene.mock.received).to.have.length(1);
  });

  it('refuses a RequestID that is used for another request', async () => {
    const id = { counter: 20n };
    await scene.ask(serviceRequest('11.2', PPMID, { ReadFirmwareVersion: {} }, id));
    const other = countersign(serviceRequest('8.9', PPMID, { ReadDeviceLog: {} }, id));
    expect(await scene.post(other)).to.include({ status: 409 });
  });

  it('posts its answer again while the inbox cannot take it', async () => {
    let attempts = 0;
    const { createServer } = await import('node:http');
    const flaky = createServer((_request, response) => {
      attempts += 1;
      response.statusCode = attempts < 3 ? 503 : 204;
      response.end();
    });
    await new Promise<void>((resolve) => flaky.listen(0, '127.0.0.1', resolve));
    const { port } = flaky.address() as { port: number };
    const other = await openScene({ gatewayInboxUrl: () => `http://127.0.0.1:${port}/` });
    try {
      await other.post(countersign(firmware()));
      await other.mock.idle();
      expect(attempts).to.equal(3);
    } finally {
      await other.stop();
      flaky.close();
    }
  });

  describe('with a fault', () => {
    it('refuses, and takes the same request when it is over', async () => {
      scene.mock.faults.set({ kind: 'refuse', count: 1 });
      const document = countersign(firmware());
      expect(await scene.post(document)).to.include({ status: 500 });
      expect(await scene.post(document)).to.include({ status: 202 });
      expect((await scene.inbox.next()).kind).to.equal('response');
    });

    it('is slow to take a request', async () => {
      scene.mock.faults.set({ kind: 'slow' });
      const answer = scene.post(countersign(firmware()));
      while (scene.mock.faults.held === 0) await new Promise((resolve) => setImmediate(resolve));
      expect(scene.mock.received).to.be.empty;
      scene.mock.faults.release();
      expect(await answer).to.include({ status: 202 });
    });

    it('answers twice', async () => {
      scene.mock.faults.set({ kind: 'answer-twice' });
      const first = await scene.ask(firmware());
      expect((await scene.inbox.next()).bytes.equals(first.bytes)).to.be.true;
    });

    it('answers late, and once, however often it is asked', async () => {
      scene.mock.faults.set({ kind: 'late', count: 1 });
      const document = countersign(firmware());
      await scene.post(document);
      while (scene.mock.faults.held === 0) await new Promise((resolve) => setImmediate(resolve));
      expect(await scene.post(document)).to.include({ status: 202 });
      expect(scene.inbox.received).to.be.empty;
      scene.mock.faults.release();
      await scene.mock.idle();
      expect(scene.inbox.received).to.have.length(1);
    });

    it('signs with a wrong key, and rightly when asked again', async () => {
      scene.mock.faults.set({ kind: 'wrongly-signed', count: 1 });
      const document = countersign(firmware());
      await scene.post(document);
      await scene.mock.idle();
      expect(scene.inbox.received).to.be.empty;
      await scene.post(document);
      expect((await scene.inbox.next()).kind).to.equal('response');
    });

    it('never answers, though it executes', async () => {
      scene.mock.faults.set({ kind: 'never', count: 1 });
      await scene.post(countersign(display('lost')));
      await scene.mock.idle();
      expect(scene.inbox.received).to.be.empty;
      expect(scene.mock.homes.find(ESME)?.messages).to.have.length(1);
    });

    it('sends an S1SP Alert instead, and does nothing', async () => {
      scene.mock.faults.set({ kind: 's1sp-alert', alertCode: 'X-1' });
      const document = await scene.ask(display('refused'));
      if (document.kind !== 's1sp-alert') throw new Error(document.kind);
      expect(document.content.S1SPAlertCode).to.equal('X-1');
      expect(document.requestId?.target).to.equal(ESME);
      expect(scene.mock.homes.find(ESME)?.messages).to.be.empty;
    });

    it('is switched over HTTP', async () => {
      const admin = `${scene.mock.adminUrl}/fault`;
      const put = (fault: unknown): Promise<Response> =>
        fetch(admin, {
          method: 'PUT',
          body: JSON.stringify(fault),
          headers: { 'Content-Type': 'application/json' },
        });
      expect((await put({ kind: 'refuse', status: 503 })).status).to.equal(204);
      expect(await (await fetch(admin)).json()).to.deep.equal({ kind: 'refuse', status: 503 });
      expect(await scene.post(countersign(firmware()))).to.include({ status: 503 });
      expect((await fetch(admin, { method: 'DELETE' })).status).to.equal(204);
      expect(await (await fetch(admin)).json()).to.equal(null);
      expect((await put({ kind: 'unheard-of' })).status).to.equal(400);
      expect((await fetch(`${scene.mock.adminUrl}/release`, { method: 'POST' })).status).to.equal(204);
    });

    it('stops while an answer is held back', async () => {
      scene.mock.faults.set({ kind: 'late' });
      await scene.post(countersign(firmware()));
      await scene.stop();
      expect(scene.mock.faults.held).to.equal(0);
    });
  });

  it('learns of a PPMID when it is whitelisted, and then joins it', async () => {
    const ppmid = parseEui64('00-DB-12-34-56-78-99-01');
    const join = (): Buffer =>
      serviceRequest('8.7.2', ppmid, { JoinServiceNonCritical: { OtherDeviceID: ESME } });
    const early = await scene.ask(join());
    if (early.kind !== 'response') throw new Error(early.kind);
    expect(smets1Failure(early)).to.match(/no Device Log/);
    const add = serviceRequest('8.11', HUB, {
      UpdateHANDeviceLog: {
        DeviceID: ppmid,
        RequestType: 'Add',
        AddDeviceToCHFWhitelist: { JoinTimePeriod: 300, InstallCode: Buffer.alloc(8) },
      },
    });
    expect(bodyOf(await scene.ask(add))).to.deep.equal({ UpdateHANDeviceLogRsp: { MessageSuccess: true } });
    const joined = await scene.ask(join());
    if (joined.kind !== 'response') throw new Error(joined.kind);
    expect(smets1Failure(joined)).to.be.undefined;
    const log = bodyOf(await scene.ask(serviceRequest('8.9', HUB, { ReadDeviceLog: {} })));
    expect(JSON.stringify(log)).to.contain(ppmid);
  });
});
