import { expect } from 'chai';
import { parseEui64 } from '../../src/common/eui64.js';
import { SEED_MODELS } from '../../src/inventory/index.js';
import { NEW_DEVICE, OTHER_SMETS2_HUB, refused, SMETS1_HUB, SMETS2_HUB, World } from './world.js';
import { onEachDatabase } from '../store/each-database.js';

const ESME = parseEui64('00-DB-12-34-56-78-90-A0');

onEachDatabase('Update HAN Device Log (8.11)', () => {
  let world: World;
  beforeEach(async () => (world = await World.open()));
  afterEach(() => world.close());

  const preNotifyEsme = () =>
    world.preNotify(NEW_DEVICE, 'SMETS V5.0', SEED_MODELS.smets2Esme, {
      DeviceType: 'ESME',
      ESMEVariant: 'AD',
    });
  const preNotifyIhd = (version?: string) =>
    world.perform('12.2', 'DevicePrenotification', {
      DeviceID: NEW_DEVICE,
      DeviceManufacturer: 'EE01',
      DeviceModel: '0001',
      DeviceType: 'IHD',
      ...(version === undefined ? {} : { SMETSCHTSVersion: version }),
    });

  it('whitelists a meter, with its meter points', async () => {
    await preNotifyEsme();
    const request = world.hanUpdate(NEW_DEVICE, SMETS2_HUB, 'Add', { ImportMPxN: '1312345678999' });
    const door = await world.inventory.prepareHanDeviceLogUpdate(request, 'r', world.now());
    expect(door.generation).to.equal('SMETS2+');
    expect(await world.device(NEW_DEVICE)).to.include({
      status: 'Whitelisted',
      hubId: SMETS2_HUB,
      importMpxn: '1312345678999',
    });
    await world.inventory.revertHanDeviceLogUpdate('r', world.now(), 'no answer');
    expect(await world.device(NEW_DEVICE)).to.include({ status: 'Pending', hubId: null, importMpxn: null });
  });

  it('refuses any Device but a PPMID on a hub of the other generation with E11', async () => {
    await preNotifyEsme();
    const before = await world.device(NEW_DEVICE);
    await refused(world.update(NEW_DEVICE, SMETS1_HUB, 'Add'), 'E11');
    expect(await world.device(NEW_DEVICE)).to.deep.equal(before);
    expect(await world.inventory.resolutions(NEW_DEVICE)).to.deep.equal([]);
  });

  it('adds a Type 2 Device that has no version to a hub of either generation', async () => {
    await preNotifyIhd();
    await world.update(NEW_DEVICE, SMETS1_HUB, 'Add');
    expect(await world.device(NEW_DEVICE)).to.include({ status: null, hubId: SMETS1_HUB });
    await world.update(NEW_DEVICE, SMETS1_HUB, 'Remove');
    await world.update(NEW_DEVICE, SMETS2_HUB, 'Add');
    expect((await world.inventory.resolvedVersion(NEW_DEVICE)).generation).to.equal('SMETS2+');
  });

  it('refuses a Type 2 Device whose version says that it is of the other generation with E11', async () => {
    await preNotifyIhd('SMETS1');
    await refused(world.update(NEW_DEVICE, SMETS2_HUB, 'Add'), 'E11');
    await world.update(NEW_DEVICE, SMETS1_HUB, 'Add');
    expect((await world.device(NEW_DEVICE)).hubId).to.equal(SMETS1_HUB);
  });

  it('refuses an unknown Device with E19, a CHF or GPF with E11', async () => {
    await refused(world.update(NEW_DEVICE, SMETS2_HUB, 'Add'), 'E19');
    await refused(world.update(NEW_DEVICE, SMETS2_HUB, 'Remove'), 'E19');
    await refused(world.update(OTHER_SMETS2_HUB, SMETS2_HUB, 'Add'), 'E11');
    await refused(world.update(parseEui64('00-DB-12-34-56-78-91-A3'), SMETS2_HUB, 'Add'), 'E11');
  });

  it('takes a commissioned meter on its own hub, and refuses it with E5 on another', async () => {
    const before = await world.device(ESME);
    await world.update(ESME, SMETS2_HUB, 'Add');
    expect(await world.device(ESME)).to.deep.equal(before);
    await refused(world.update(ESME, OTHER_SMETS2_HUB, 'Add'), 'E5');
  });

  it('lets a commissioned meter go, which keeps its status and can be given another hub', async () => {
    await world.update(ESME, SMETS2_HUB, 'Remove');
    expect(await world.device(ESME)).to.include({ status: 'Commissioned', hubId: null });
    await world.update(ESME, OTHER_SMETS2_HUB, 'Add');
    expect(await world.device(ESME)).to.include({ status: 'Commissioned', hubId: OTHER_SMETS2_HUB });
  });

  it('refuses a Suspended or Withdrawn Device with E5', async () => {
    await preNotifyEsme();
    await world.store.db
      .updateTable('devices')
      .set({ status: 'Suspended' })
      .where('id', '=', NEW_DEVICE)
      .execute();
    await refused(world.update(NEW_DEVICE, SMETS2_HUB, 'Add'), 'E5');
  });

  it('is confirmed once', async () => {
    await preNotifyEsme();
    const requestId = await world.update(NEW_DEVICE, SMETS2_HUB, 'Add');
    await world.update(NEW_DEVICE, SMETS2_HUB, 'Remove');
    await world.inventory.confirmHanDeviceLogUpdate(requestId, world.now());
    expect((await world.device(NEW_DEVICE)).hubId).to.equal(null);
  });

  it('is nothing to confirm or revert where it was never prepared', async () => {
    await world.inventory.confirmHanDeviceLogUpdate('unknown', world.now());
    await world.inventory.revertHanDeviceLogUpdate('unknown', world.now(), 'no');
  });

  it('goes back to no hub where the former one was deleted meanwhile', async () => {
    const hub = parseEui64('00-DB-12-34-56-78-9F-A2');
    await world.preNotify(hub, 'CHTS V1.4', SEED_MODELS.smets2Hub, { DeviceType: 'CHF' });
    await world.inventory.record('hub commissioned', hub, { at: world.now() });
    await world.preNotify(NEW_DEVICE, 'SMETS1');
    await world.update(NEW_DEVICE, hub, 'Add');
    const requestId = await world.prepare(NEW_DEVICE, SMETS2_HUB, 'Add');
    await world.store.db.deleteFrom('devices').where('id', '=', hub).execute();
    await world.inventory.revertHanDeviceLogUpdate(requestId, world.now(), 'no answer');
    expect((await world.device(NEW_DEVICE)).hubId).to.equal(null);
  });
});

onEachDatabase('Inventory', () => {
  let world: World;
  beforeEach(async () => (world = await World.open()));
  afterEach(() => world.close());

  it('answers which version a Device has, with the S1SP of its home', async () => {
    const smets1 = await world.inventory.resolvedVersion(parseEui64('00-DB-12-34-56-78-92-A0'));
    expect(smets1).to.include({ generation: 'SMETS1', s1sp: 'S1SP 1' });
    const smets2 = await world.inventory.resolvedVersion(ESME);
    expect(smets2).to.include({ generation: 'SMETS2+', s1sp: null });
    await refused(world.inventory.resolvedVersion(NEW_DEVICE), 'E19');
  });

  it('refuses to guess the version of a Device that has none and is in no home', async () => {
    await world.perform('12.2', 'DevicePrenotification', {
      DeviceID: NEW_DEVICE,
      DeviceManufacturer: 'EE01',
      DeviceModel: '0001',
      DeviceType: 'CAD',
    });
    await refused(world.inventory.resolvedVersion(NEW_DEVICE), 'E11');
  });

  it('commissions a Device when it joins, with the date, and notes each status', async () => {
    await world.preNotify(NEW_DEVICE, 'SMETS1');
    await world.update(NEW_DEVICE, SMETS2_HUB, 'Add');
    const at = new Date('2026-02-03T23:59:59Z');
    expect(await world.inventory.record('seen in a Device Log', NEW_DEVICE, { at })).to.have.length(1);
    expect(await world.inventory.record('joined', NEW_DEVICE, { at, requestId: 'r' })).to.have.length(1);
    expect(await world.device(NEW_DEVICE)).to.deep.include({
      status: 'Commissioned',
      statusSince: at,
      dateCommissioned: '2026-02-03',
    });
    expect(
      (await world.inventory.statusHistory(NEW_DEVICE)).map(({ status, event }) => [status, event]),
    ).to.deep.equal([
      ['Pending', 'pre-notified'],
      ['Whitelisted', 'added to a Device Log'],
      ['InstalledNotCommissioned', 'seen in a Device Log'],
      ['Commissioned', 'joined'],
    ]);
  });

  it('takes no notice of events that come late, twice, or for nobody', async () => {
    const before = await world.device(ESME);
    expect(await world.inventory.record('seen in a Device Log', ESME, { at: world.now() })).to.deep.equal([]);
    expect(await world.inventory.record('joined', ESME, { at: world.now() })).to.deep.equal([]);
    expect(await world.inventory.record('joined', NEW_DEVICE, { at: world.now() })).to.deep.equal([]);
    expect(await world.device(ESME)).to.deep.equal(before);
  });

  it('takes the GPF along when its hub changes status', async () => {
    const hub = NEW_DEVICE;
    const gpf = parseEui64('00-DB-12-34-56-78-9F-A3');
    await world.preNotify(hub, 'CHTS V1.4', SEED_MODELS.smets2Hub, {
      DeviceType: 'CHF',
      AssociatedGPFDeviceID: gpf,
    });
    expect(await world.inventory.record('hub commissioned', hub, { at: world.now() })).to.have.length(1);
    expect((await world.device(gpf)).status).to.equal('Commissioned');
  });
});
