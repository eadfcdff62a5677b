import { expect } from 'chai';
import { type Eui64, parseEui64 } from '../../../src/common/eui64.js';
import { formatRequestId } from '../../../src/common/request-id.js';
import { SEED_MODELS } from '../../../src/inventory/index.js';
import { NEW_DEVICE, refused, SMETS2_HUB, World } from '../world.js';

const home = (end: string) => parseEui64(`00-DB-12-34-56-78-90-${end}`);
const NEW_GPF = parseEui64('00-DB-12-34-56-78-9F-A3');

describe('Communications Hub Status Update (8.14)', () => {
  let world: World;
  beforeEach(async () => {
    world = await World.open();
    await world.preNotify(NEW_DEVICE, 'CHTS V1.4', SEED_MODELS.smets2Hub, {
      DeviceType: 'CHF',
      AssociatedGPFDeviceID: NEW_GPF,
    });
  });
  afterEach(() => world.close());

  const installation = (id: Eui64) =>
    ({
      DeviceID: id,
      CHFInstallType: 'New CHF Install',
      MPxN: '1312345678111',
      AerialInstall: false,
      CHFLocation: 'Deep indoors',
    }) as const;
  const installed = (id: Eui64) => world.request('8.14.1', 'CHFInstallSuccessSMWAN', installation(id));
  const installedWithoutWan = (id: Eui64) =>
    world.request('8.14.2', 'CHFInstallSuccessNoSMWAN', {
      ...installation(id),
      PremiseType: 'Terraced',
      MetalObstructionCheck: true,
      ConnectivityObstructionCheck: true,
      SharedObstructionCheck: false,
    });
  const faulty = (id: Eui64) =>
    world.request('8.14.3', 'CHFFaultReturn', {
      DeviceID: id,
      CHFFaultReturnType: 'Fault identified post installation',
      OtherDeviceID: home('A0'),
      CHFConnectionMethod: 'Hot-shoe',
      CHFFaultReason: 'SM WAN Fault',
    });
  const returned = (id: Eui64) =>
    world.request('8.14.4', 'CHFNoFaultReturn', {
      DeviceID: id,
      CHFNoFaultReturnType: 'No Fault Return (general)',
    });

  it('commissions a hub that was installed with the SM WAN, its GPF along (8.14.1)', async () => {
    expect(await world.performRequest(installed(NEW_DEVICE))).to.include({ responseCode: 'I99' });
    for (const id of [NEW_DEVICE, NEW_GPF]) {
      expect(await world.device(id)).to.include({
        status: 'Commissioned',
        dateCommissioned: '2026-01-05',
      });
    }
  });

  it('has a hub without the SM WAN wait for it (8.14.2)', async () => {
    await world.performRequest(installedWithoutWan(NEW_DEVICE));
    for (const id of [NEW_DEVICE, NEW_GPF]) {
      expect(await world.device(id)).to.include({
        status: 'InstalledNotCommissioned',
        dateCommissioned: null,
      });
    }
    await world.performRequest(installed(NEW_DEVICE));
    expect((await world.device(NEW_GPF)).status).to.equal('Commissioned');
  });

  for (const [variant, request] of [
    ['8.14.3', faulty],
    ['8.14.4', returned],
  ] as const) {
    it(`takes a hub that is returned out of service and empties its Device Log (${variant})`, async () => {
      await world.performRequest(request(SMETS2_HUB));
      expect((await world.device(SMETS2_HUB)).status).to.equal('Withdrawn');
      expect(await world.device(home('A3'))).to.include({ status: 'Withdrawn', hubId: SMETS2_HUB });
      expect(await world.inventory.membersOf(SMETS2_HUB)).to.have.length(1);
      expect(await world.device(home('A0'))).to.include({ status: 'Commissioned', hubId: null });
      expect(await world.device(home('A4'))).to.include({ status: 'Pending', hubId: null });
    });
  }

  it('tells of the change, with the meters that were in the home', async () => {
    const { events } = await world.performRequest(returned(SMETS2_HUB));
    expect(events).to.have.length(1);
    const [event] = events ?? [];
    expect(event).to.include({ kind: 'statusChanged', to: 'Withdrawn', event: 'hub returned' });
    expect(event?.device).to.include({ id: SMETS2_HUB, status: 'Commissioned' });
    expect(event?.meters.map(({ id }) => id)).to.deep.equal([home('A0'), home('A1'), home('A6')]);
  });

  it('keeps what was notified', async () => {
    const request = faulty(SMETS2_HUB);
    await world.performRequest(request);
    const notices = await world.store.db.selectFrom('hub_notices').selectAll().execute();
    expect(notices).to.have.length(1);
    expect(notices[0]).to.include({
      request_id: formatRequestId(request.requestId),
      hub_id: SMETS2_HUB,
      variant: '8.14.3',
    });
    expect(JSON.parse(notices[0]?.notice ?? '')).to.include({ CHFFaultReason: 'SM WAN Fault' });
  });

  it('may be repeated with the same RequestID, as after a crash', async () => {
    for (const request of [
      installedWithoutWan(NEW_DEVICE),
      installed(NEW_DEVICE),
      returned(NEW_DEVICE),
      faulty(SMETS2_HUB),
    ]) {
      await world.performRequest(request);
      const history = await world.inventory.statusHistory(NEW_DEVICE);
      expect(await world.performRequest(request)).to.deep.equal({ responseCode: 'I99', events: [] });
      expect(await world.inventory.statusHistory(NEW_DEVICE)).to.deep.equal(history);
    }
  });

  describe('is refused', () => {
    const unknown = parseEui64('00-DB-12-34-56-78-9F-02');

    it('with E19 for an unknown hub', async () => {
      for (const request of [installed, installedWithoutWan, faulty, returned]) {
        await refused(world.performRequest(request(unknown)), 'E19');
      }
    });

    it('with E11 for anything but a CHF, also its GPF', async () => {
      await refused(world.performRequest(installed(NEW_GPF)), 'E11');
      await refused(world.performRequest(returned(home('A0'))), 'E11');
    });

    it('with E5 for the installation of a hub that is commissioned or was returned', async () => {
      await refused(world.performRequest(installed(SMETS2_HUB)), 'E5');
      await refused(world.performRequest(installedWithoutWan(SMETS2_HUB)), 'E5');
      await world.performRequest(returned(SMETS2_HUB));
      await refused(world.performRequest(installed(SMETS2_HUB)), 'E5');
    });

    it('with E5 for the return of a hub that was returned or is decommissioned', async () => {
      await world.performRequest(returned(SMETS2_HUB));
      await refused(world.performRequest(faulty(SMETS2_HUB)), 'E5');
      await world.perform('8.3', 'DecommissionDevice', { DeviceID: SMETS2_HUB });
      await refused(world.performRequest(returned(SMETS2_HUB)), 'E5');
    });

    it('without a trace in the inventory', async () => {
      const before = await world.inventory.list();
      await refused(world.performRequest(installed(SMETS2_HUB)), 'E5');
      expect(await world.inventory.list()).to.deep.equal(before);
      expect(await world.store.db.selectFrom('hub_notices').selectAll().execute()).to.deep.equal([]);
    });
  });
});
