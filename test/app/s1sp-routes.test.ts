import { expect } from 'chai';
import { type Eui64, parseEui64 } from '../../src/common/eui64.js';
import { formatRequestId } from '../../src/common/request-id.js';
import type { MockS1sp } from '../../src/testing/index.js';
import { SUPPLIER } from './gateway-harness.js';
import { FIRST_HOME, SECOND_HOME, startTwoS1sps, type TwoS1sps } from './two-s1sps.js';

const NEITHER = 'S1SP 3';

describe('a gateway with several S1SPs', () => {
  let scene: TwoS1sps;
  beforeEach(async () => (scene = await startTwoS1sps()));
  afterEach(() => scene.stop());

  const takenBy = ({ received }: MockS1sp): string[] =>
    received.map(({ request }) => formatRequestId(request.requestId));

  for (const [name, home, of, other] of [
    ['the seeded home', FIRST_HOME, 'first', 'second'],
    ['the other home', SECOND_HOME, 'second', 'first'],
  ] as const) {
    for (const device of ['ppmid', 'esme', 'hub'] as const) {
      it(`sends a request for the ${device} of ${name} to the S1SP of its Communications Hub`, async () => {
        const message = scene.home.signed({ target: home[device], counter: 7n });
        expect((await scene.home.post('S', message)).code).to.equal('I99');
        const requestId = `${SUPPLIER}:${home[device]}:7`;
        const final = await scene.home.user.next((text) => text.includes(requestId));
        expect(final).to.contain('<ra:FirmwareVersion>').and.contain('ResponseCode>I0<');
        expect(takenBy(scene[of])).to.deep.equal([requestId]);
        expect(takenBy(scene[other])).to.deep.equal([]);
        expect(scene[of].received[0]?.countersigned.s1sp).to.equal(scene[of].identity.eui);
        const entry = await scene.home.store.journal.find({ requestId, kind: 'service-request' });
        expect(entry?.route).to.equal('s1sp');
      });
    }
  }

  it('goes by what the inventory names for the Device itself before that of its Communications Hub', async () => {
    await named(SECOND_HOME.esme, 'S1SP 1');
    await scene.home.post('S', scene.home.signed({ target: SECOND_HOME.esme, counter: 8n }));
    await scene.home.settled();
    expect(takenBy(scene.first)).to.deep.equal([`${SUPPLIER}:${SECOND_HOME.esme}:8`]);
  });

  it('refuses with E20, and says why, what is for a Device whose S1SP is not configured', async () => {
    await named(SECOND_HOME.hub, NEITHER);
    const message = scene.home.signed({ target: SECOND_HOME.esme, counter: 9n });
    expect((await scene.home.post('S', message)).code).to.equal('E20');
    expect(await reasonOf(`${SUPPLIER}:${SECOND_HOME.esme}:9`)).to.match(/'S1SP 3'.*not among/);
    await scene.home.settled();
    expect([...takenBy(scene.first), ...takenBy(scene.second)]).to.deep.equal([]);
  });

  it('refuses with E20 what is for a Device whose S1SP the inventory does not tell', async () => {
    await named(SECOND_HOME.hub, null);
    const message = scene.home.signed({ target: SECOND_HOME.ppmid, counter: 9n });
    expect((await scene.home.post('S', message)).code).to.equal('E20');
    expect(await reasonOf(`${SUPPLIER}:${SECOND_HOME.ppmid}:9`)).to.match(/does not tell which S1SP/);
  });

  it('leaves the Device Log as it was where the S1SP of its Communications Hub is not configured', async () => {
    const ppmid = parseEui64('00-DB-12-34-56-78-91-A4');
    await scene.home.store.db
      .updateTable('devices')
      .set({ status: 'Pending', hub_id: null })
      .where('id', '=', ppmid)
      .execute();
    await named(SECOND_HOME.hub, NEITHER);
    const message = scene.home.signed({ target: SECOND_HOME.hub, variant: '8.11', body: added(ppmid) });
    expect((await scene.home.post('S', message)).code).to.equal('E20');
    const device = await scene.home.inventory.find(ppmid);
    expect(device).to.include({ hubId: null, generation: 'SMETS2+', status: 'Pending' });
    const [resolution] = await scene.home.inventory.resolutions(ppmid);
    expect(resolution).to.include({ outcome: 'reverted' });
    expect(resolution?.reason).to.match(/S1SP 3/);
  });

  it('does not hold up the requests of one S1SP while another does not take any', async () => {
    scene.first.faults.set({ kind: 'slow' });
    await scene.home.post('S', scene.home.signed({ target: FIRST_HOME.ppmid, counter: 11n }));
    await scene.home.post('S', scene.home.signed({ target: SECOND_HOME.ppmid, counter: 12n }));
    expect(await scene.home.user.next()).to.contain(`${SUPPLIER}:${SECOND_HOME.ppmid}:12`);
    scene.first.faults.clear();
    scene.first.faults.release();
    expect(await scene.home.user.next()).to.contain(`${SUPPLIER}:${FIRST_HOME.ppmid}:11`);
  });

  const added = (ppmid: string): string =>
    `<sr:UpdateHANDeviceLog><sr:DeviceID>${ppmid}</sr:DeviceID><sr:RequestType>Add</sr:RequestType>` +
    '<sr:AddDeviceToCHFWhitelist><sr:JoinTimePeriod>900</sr:JoinTimePeriod>' +
    '<sr:InstallCode>00112233445566778899AABBCCDDEEFF</sr:InstallCode></sr:AddDeviceToCHFWhitelist></sr:UpdateHANDeviceLog>';

  async function named(device: Eui64, s1sp: string | null): Promise<void> {
    await scene.home.store.db.updateTable('devices').set({ s1sp }).where('id', '=', device).execute();
  }

  async function reasonOf(requestId: string): Promise<string | null | undefined> {
    const events = await scene.home.store.journal.history({ requestId, kind: 'service-request' });
    return events.at(-1)?.reason;
  }
});
