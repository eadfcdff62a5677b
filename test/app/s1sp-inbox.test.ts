import { expect } from 'chai';
import { type Eui64, parseEui64 } from '../../src/common/eui64.js';
import type { S1SPAlert, SMETS1SignedResponse } from '../../src/duis/index.js';
import type { SigningCredential } from '../../src/smki/index.js';
import { wrongKey } from '../../src/testing/mock-s1sp/answer.js';
import { FIRMWARE_RESPONSE, signedAlert, signedResponse } from '../smets1/s1sp-fixture.js';
import { ESME, PPMID, SUPPLIER } from './gateway-harness.js';
import { FIRST_HOME, SECOND_HOME, startTwoS1sps, type TwoS1sps } from './two-s1sps.js';

const COUNTER = 1000n;
const TAKEN = { status: 204, reason: undefined };
const REFUSED = { status: 403, reason: 'signer' };
const FORGED = { status: 403, reason: 'signature' };

describe('the inbox for S1SPs', () => {
  let scene: TwoS1sps;
  let first: SigningCredential;
  let second: SigningCredential;
  let user: SigningCredential;

  beforeEach(async () => {
    scene = await startTwoS1sps();
    first = scene.first.identity;
    second = scene.second.identity;
    const supplier = scene.home.credentials.findXmlSigner(parseEui64(SUPPLIER));
    if (supplier === undefined) throw new Error('no key of the supplier');
    user = supplier;
    // The mocks say nothing by themselves.
    for (const { faults } of [scene.first, scene.second]) faults.set({ kind: 'never' });
  });
  afterEach(() => scene.stop());

  describe('for the Response to a request', () => {
    beforeEach(() => ask(FIRST_HOME.ppmid));

    it('takes that of the S1SP the request was sent to', async () => {
      expect(await scene.post(responded(first))).to.deep.equal(TAKEN);
      expect(await scene.home.user.next()).to.contain('ResponseCode>I0<');
    });

    for (const [what, bytes, refusal] of [
      ['another S1SP', () => responded(second), REFUSED],
      ['a User', () => responded(user), REFUSED],
      ['another key under the name of the S1SP', () => responded(wrongKey(first)), FORGED],
      ['the S1SP, changed on the way', () => tampered(responded(first)), FORGED],
    ] as const) {
      it(`refuses that of ${what}, and goes on waiting for the right one`, async () => {
        expect(await scene.post(bytes())).to.deep.equal(refusal);
        expect((await entry(FIRST_HOME.ppmid))?.state).to.equal('dispatched');
        expect(await scene.post(responded(first))).to.deep.equal(TAKEN);
        await scene.home.settled();
        expect(scene.home.user.received).to.have.length(1);
        expect(scene.home.user.received[0]).to.contain(`${SUPPLIER}:${FIRST_HOME.ppmid}:${COUNTER}`);
      });
    }

    it('takes one that comes again, in the same bytes or signed anew, and tells the User once', async () => {
      const bytes = responded(first);
      for (const each of [bytes, bytes, responded(first)]) {
        expect(await scene.post(each)).to.deep.equal(TAKEN);
      }
      await scene.home.settled();
      expect(scene.home.user.received).to.have.length(1);
    });

    it('tells the User once of one that comes many times at once', async () => {
      const posts = Array.from({ length: 20 }, () => scene.post(responded(first)));
      for (const answer of await Promise.all(posts)) expect(answer).to.deep.equal(TAKEN);
      await scene.home.settled();
      expect(scene.home.user.received).to.have.length(1);
    });

    it('keeps to the first where a second says otherwise', async () => {
      await scene.post(responded(first));
      await scene.post(responded(first, { MessageSuccess: false }));
      await scene.home.settled();
      expect(scene.home.user.received).to.have.length(1);
      expect(scene.home.user.received[0]).to.match(/MessageSuccess[^/]*true/);
    });

    it('tells the User nothing more of one that comes too late', async () => {
      scene.home.now = new Date(scene.home.now.getTime() + 120_000);
      await scene.home.settled();
      expect(await scene.home.user.next()).to.contain('ResponseCode>E21<');
      expect(await scene.post(responded(first))).to.deep.equal(TAKEN);
      expect(await scene.post(responded(second))).to.deep.equal(REFUSED);
      await scene.home.settled();
      expect(scene.home.user.received).to.have.length(1);
    });

    it('takes it after the Device has moved to a home of another S1SP, and not that of the new one', async () => {
      await moved(FIRST_HOME.ppmid, { hub_id: SECOND_HOME.hub });
      expect(await scene.post(responded(second))).to.deep.equal(REFUSED);
      expect(await scene.post(responded(first))).to.deep.equal(TAKEN);
      expect(await scene.home.user.next()).to.contain('ResponseCode>I0<');
    });

    it('takes it after the Device has become SMETS2+', async () => {
      await moved(FIRST_HOME.ppmid, { hub_id: parseEui64('00-DB-12-34-56-78-90-A2'), generation: 'SMETS2+' });
      expect(await scene.post(responded(first))).to.deep.equal(TAKEN);
      expect(await scene.home.user.next()).to.contain('ResponseCode>I0<');
    });

    it('takes it after a restart', async () => {
      await scene.home.gateway.stop();
      await scene.home.startGateway();
      expect(await scene.post(responded(second))).to.deep.equal(REFUSED);
      expect(await scene.post(responded(first))).to.deep.equal(TAKEN);
      expect(await scene.home.user.next()).to.contain('ResponseCode>I0<');
    });

    it('takes from either S1SP what no request waits for, and tells nobody', async () => {
      for (const s1sp of [first, second]) {
        expect(await scene.post(responded(s1sp, {}, FIRST_HOME.ppmid, 2000n))).to.deep.equal(TAKEN);
      }
      await scene.home.settled();
      expect(scene.home.user.received).to.deep.equal([]);
    });
  });

  it('refuses a Response to a request that became a GBCS Command', async () => {
    await ask(parseEui64(PPMID));
    expect(await scene.post(responded(first, {}, parseEui64(PPMID)))).to.deep.equal(REFUSED);
    expect((await entry(parseEui64(PPMID)))?.state).to.equal('dispatched');
  });

  it('refuses a Response to a request that is held, and was sent to nobody yet', async () => {
    const held = scene.home.signed({
      target: FIRST_HOME.ppmid,
      counter: COUNTER,
      preceding: await sequenceStart(),
    });
    expect((await scene.home.post('S', held)).code).to.equal('I99');
    expect((await entry(FIRST_HOME.ppmid))?.state).to.equal('held');
    expect(await scene.post(responded(first))).to.deep.equal(REFUSED);
    expect((await entry(FIRST_HOME.ppmid))?.state).to.equal('held');
  });

  describe('for the Alert of an S1SP', () => {
    it('about a request takes that of the S1SP it was sent to only', async () => {
      await ask(FIRST_HOME.ppmid);
      const about = { RequestID: `${SUPPLIER}:${FIRST_HOME.ppmid}:${COUNTER}` };
      expect(await scene.post(alert(second, about))).to.deep.equal(REFUSED);
      // Also where it says that it is about a Device of its own.
      expect(await scene.post(alert(second, { ...about, DeviceID: SECOND_HOME.ppmid }))).to.deep.equal(
        REFUSED,
      );
      expect(await scene.post(alert(wrongKey(first), about))).to.deep.equal(FORGED);
      expect(await scene.post(alert(first, about))).to.deep.equal(TAKEN);
      expect(await scene.home.user.next()).to.contain('S1SPAlertDSP');
      expect(scene.home.user.received).to.have.length(1);
    });

    it('about a request nobody sent takes that of the S1SP that serves its Device only', async () => {
      const about = { RequestID: `${SUPPLIER}:${SECOND_HOME.ppmid}:3000` };
      expect(await scene.post(alert(first, about))).to.deep.equal(REFUSED);
      expect(await scene.post(alert(second, about))).to.deep.equal(TAKEN);
      expect(await scene.home.user.next()).to.contain('S1SPAlertDSP');
    });

    it('tells the User once of one that comes twice', async () => {
      const bytes = alert(second, { RequestID: `${SUPPLIER}:${SECOND_HOME.ppmid}:3000` });
      expect([await scene.post(bytes), await scene.post(bytes)]).to.deep.equal([TAKEN, TAKEN]);
      await scene.home.settled();
      expect(scene.home.user.received).to.have.length(1);
    });

    it('about nothing in particular is taken from any S1SP, and is for nobody', async () => {
      for (const s1sp of [first, second]) expect(await scene.post(alert(s1sp, {}))).to.deep.equal(TAKEN);
      expect(await scene.post(alert(user, {}))).to.deep.equal(REFUSED);
      await scene.home.settled();
      expect(scene.home.user.received).to.deep.equal([]);
    });
  });

  describe('for the Alert of a Device', () => {
    it('takes that of the S1SP that serves the Device only', async () => {
      expect(await scene.post(deviceAlert(first, SECOND_HOME.esme))).to.deep.equal(REFUSED);
      expect(await scene.post(deviceAlert(wrongKey(second), SECOND_HOME.esme))).to.deep.equal(FORGED);
      expect(await scene.post(deviceAlert(second, SECOND_HOME.esme))).to.deep.equal(TAKEN);
      expect(await scene.home.user.next()).to.contain('DeviceAlertMessage');
      expect(scene.home.user.received).to.have.length(1);
    });

    it('takes none of a SMETS2+ Device', async () => {
      for (const s1sp of [first, second]) {
        expect(await scene.post(deviceAlert(s1sp, parseEui64(ESME)))).to.deep.equal(REFUSED);
      }
    });

    it('takes that of any S1SP where the inventory does not know the Device, or its S1SP', async () => {
      await moved(FIRST_HOME.ppmid, { hub_id: null });
      expect(await scene.post(deviceAlert(second, FIRST_HOME.ppmid))).to.deep.equal(TAKEN);
      expect(await scene.post(deviceAlert(second, parseEui64('00-DB-00-00-00-00-00-01')))).to.deep.equal(
        TAKEN,
      );
    });
  });

  async function ask(target: Eui64): Promise<void> {
    expect((await scene.home.post('S', scene.home.signed({ target, counter: COUNTER }))).code).to.equal(
      'I99',
    );
    await scene.home.settled();
  }

  /** A request that others can wait for. */
  async function sequenceStart(): Promise<string> {
    const message = scene.home.signed({ target: FIRST_HOME.ppmid, counter: 1n, firstInSequence: true });
    expect((await scene.home.post('S', message)).code).to.equal('I99');
    return `${SUPPLIER}:${FIRST_HOME.ppmid}:1`;
  }

  function entry(target: Eui64) {
    const requestId = `${SUPPLIER}:${target}:${COUNTER}`;
    return scene.home.store.journal.find({ requestId, kind: 'service-request' });
  }

  async function moved(
    device: Eui64,
    to: { readonly hub_id: Eui64 | null; readonly generation?: 'SMETS2+' },
  ): Promise<void> {
    await scene.home.store.db.updateTable('devices').set(to).where('id', '=', device).execute();
  }
});

function headed(device: Eui64, counter: bigint): SMETS1SignedResponse['SMETS1Response']['Header'] {
  const { Header } = FIRMWARE_RESPONSE.SMETS1Response;
  return {
    ...Header,
    BusinessOriginatorID: device,
    BusinessTargetID: parseEui64(SUPPLIER),
    OriginatorCounter: counter,
  };
}

/** The Response to a firmware version read. */
function responded(
  signer: SigningCredential,
  over: { readonly MessageSuccess?: boolean } = {},
  device = FIRST_HOME.ppmid,
  counter = COUNTER,
): Buffer {
  const body = { MessageSuccess: true, FirmwareVersion: '00110031', ...over };
  return signedResponse(signer, {
    schemaVersion: '5.4',
    SMETS1Response: {
      Header: headed(device, counter),
      Body: { ResponseMessage: { SMETSData: { ReadFirmwareVersionRsp: body } } },
    },
  });
}

function deviceAlert(signer: SigningCredential, device: Eui64): Buffer {
  const content = {
    GBCSHexAlertCode: Buffer.from('8F3F', 'hex'),
    AlertDescription: 'tamper',
    Timestamp: new Date('2026-06-01T12:00:00Z'),
  };
  return signedResponse(signer, {
    schemaVersion: '5.4',
    SMETS1Response: {
      Header: headed(device, COUNTER),
      Body: { DeviceAlertMessage: { DeviceAlertContent: content } },
    },
  });
}

function alert(signer: SigningCredential, about: Pick<S1SPAlert, 'RequestID' | 'DeviceID'>): Buffer {
  return signedAlert(signer, {
    schemaVersion: '5.4',
    ...about,
    S1SPAlertCode: 'S1-7',
    DateTime: new Date('2026-06-01T12:00:00Z'),
  });
}

/** The Device's answer replaced in a signed document. */
function tampered(document: Buffer): Buffer {
  return Buffer.from(document.toString().replace('00110031', '00110032'));
}
