import { expect } from 'chai';
import { parseEui64 } from '../../src/common/eui64.js';
import { formatRequestId } from '../../src/common/request-id.js';
import { SEED_MODELS } from '../../src/inventory/index.js';
import { NEW_DEVICE, OTHER_SMETS2_HUB, refused, SMETS1_HUB, SMETS2_HUB, USER, World } from './world.js';
import { onEachDatabase } from '../store/each-database.js';

const VERSIONS = { SMETS1: 'SMETS1', 'SMETS2+': 'SMETS V5.0' } as const;
const HUBS = { SMETS1: SMETS1_HUB, 'SMETS2+': SMETS2_HUB } as const;
const GENERATIONS = ['SMETS1', 'SMETS2+'] as const;

onEachDatabase('Dual-mode PPMID', () => {
  let world: World;
  beforeEach(async () => (world = await World.open()));
  afterEach(() => world.close());

  for (const prenotified of GENERATIONS) {
    for (const hub of GENERATIONS) {
      it(`pre-notified as ${prenotified} and added to a ${hub} hub is ${hub}`, async () => {
        await world.preNotify(NEW_DEVICE, VERSIONS[prenotified]);
        await world.update(NEW_DEVICE, HUBS[hub], 'Add');
        const ppmid = await world.device(NEW_DEVICE);
        expect(ppmid).to.include({
          status: 'Whitelisted',
          hubId: HUBS[hub],
          generation: hub,
          smetsChtsVersion: VERSIONS[hub],
          gbcsVersion: hub === 'SMETS1' ? null : '4.3',
          prenotifiedGeneration: prenotified,
          prenotifiedVersion: VERSIONS[prenotified],
        });
        const resolved = await world.inventory.resolvedVersion(NEW_DEVICE);
        expect(resolved).to.include({ generation: hub, s1sp: hub === 'SMETS1' ? 'S1SP 1' : null });
      });
    }
  }

  it('is resolved when the 8.11 is accepted, before the hub has answered', async () => {
    await world.preNotify(NEW_DEVICE, 'SMETS1');
    await world.prepare(NEW_DEVICE, SMETS2_HUB, 'Add');
    expect(await world.device(NEW_DEVICE)).to.include({ generation: 'SMETS2+', status: 'Whitelisted' });
  });

  it('takes the door of its hub with the 8.11 itself', async () => {
    await world.preNotify(NEW_DEVICE, 'SMETS V5.0');
    const request = world.hanUpdate(NEW_DEVICE, SMETS1_HUB, 'Add');
    const door = await world.inventory.prepareHanDeviceLogUpdate(request, 'r', world.now());
    expect(door).to.include({ generation: 'SMETS1', s1sp: 'S1SP 1' });
    expect(door.hub.id).to.equal(SMETS1_HUB);
  });

  it('has an audit row for every resolution', async () => {
    await world.preNotify(NEW_DEVICE, 'SMETS V5.0');
    const requestId = await world.prepare(NEW_DEVICE, SMETS1_HUB, 'Add');
    const [applied, ...none] = await world.inventory.resolutions(NEW_DEVICE);
    expect(none).to.deep.equal([]);
    expect(applied).to.deep.include({
      requestId,
      deviceId: NEW_DEVICE,
      prenotified: { generation: 'SMETS2+', version: 'SMETS V5.0' },
      hubId: SMETS1_HUB,
      hubGeneration: 'SMETS1',
      previous: { generation: 'SMETS2+', version: 'SMETS V5.0', gbcsVersion: '4.3' },
      result: { generation: 'SMETS1', version: 'SMETS1', gbcsVersion: null },
      outcome: 'applied',
      settledAt: null,
    });
    const at = world.now();
    await world.inventory.confirmHanDeviceLogUpdate(requestId, at);
    expect((await world.inventory.resolutions(NEW_DEVICE))[0]).to.deep.include({
      outcome: 'confirmed',
      settledAt: at,
    });
  });

  it('keeps the version it was pre-notified with where the generation stays', async () => {
    await world.preNotify(NEW_DEVICE, 'V4.2');
    await world.update(NEW_DEVICE, SMETS2_HUB, 'Add');
    expect(await world.device(NEW_DEVICE)).to.include({ smetsChtsVersion: 'V4.2', gbcsVersion: '4.3' });
  });

  describe('of a single-mode model', () => {
    for (const [name, model, version, hub] of [
      ['SMETS1', SEED_MODELS.smets1OnlyPpmid, 'SMETS1', SMETS2_HUB],
      ['SMETS2+', SEED_MODELS.smets2OnlyPpmid, 'V4.2', SMETS1_HUB],
    ] as const) {
      it(`is refused with E11 by a hub of the other generation, and the inventory stays as it was (${name})`, async () => {
        await world.preNotify(NEW_DEVICE, version, model);
        const before = await world.device(NEW_DEVICE);
        const refusal = await refused(world.update(NEW_DEVICE, hub, 'Add'), 'E11');
        expect(refusal.message).to.contain(model.model);
        expect(await world.device(NEW_DEVICE)).to.deep.equal(before);
        expect(await world.inventory.statusHistory(NEW_DEVICE)).to.have.length(1);
        const [audit] = await world.inventory.resolutions(NEW_DEVICE);
        expect(audit).to.include({ outcome: 'refused', reason: refusal.message });
      });
    }

    it('is added to a hub of its own generation', async () => {
      await world.preNotify(NEW_DEVICE, 'SMETS1', SEED_MODELS.smets1OnlyPpmid);
      await world.update(NEW_DEVICE, SMETS1_HUB, 'Add');
      expect((await world.device(NEW_DEVICE)).generation).to.equal('SMETS1');
    });
  });

  it('is refused where the row of the other generation is not Active', async () => {
    await world.preNotify(NEW_DEVICE, 'SMETS V5.0', SEED_MODELS.halfWithdrawnPpmid);
    await refused(world.update(NEW_DEVICE, SMETS1_HUB, 'Add'), 'E11');
    expect((await world.device(NEW_DEVICE)).generation).to.equal('SMETS2+');
  });

  it('keeps its version when the row is withdrawn after the resolution, and shows the CPL status', async () => {
    await world.install(NEW_DEVICE, 'SMETS V5.0', SMETS1_HUB);
    await withdrawDualModeSmets1();
    expect((await world.inventory.resolvedVersion(NEW_DEVICE)).generation).to.equal('SMETS1');
    const outcome = await world.perform('8.2', 'ReadInventory', { DeviceID: NEW_DEVICE });
    expect(outcome.content?.DSPInventory?.Device[0]).to.include({
      SMETSCHTSVersion: 'SMETS1',
      CPLStatus: 'Withdrawn',
    });
  });

  async function withdrawDualModeSmets1(): Promise<void> {
    const { manufacturer, model, firmwareVersion } = SEED_MODELS.dualModePpmid;
    await world.inventory.cpl.import(
      'manufacturer,model,device_type,firmware_version,smets_generation,smets_version,status\n' +
        `${manufacturer},${model},PPMID,${firmwareVersion},SMETS1,SMETS1,Withdrawn\n`,
    );
  }

  describe('on a hub that cannot decide', () => {
    const HUB = parseEui64('00-DB-12-34-56-78-9F-A2');
    const hubModel = { DeviceType: 'CHF' as const };
    beforeEach(() => world.preNotify(NEW_DEVICE, 'SMETS1'));
    afterEach(async () => {
      expect(await world.device(NEW_DEVICE)).to.include({
        status: 'Pending',
        generation: 'SMETS1',
        hubId: null,
      });
    });

    it('is refused with E19 where the hub is unknown', () =>
      refused(world.update(NEW_DEVICE, HUB, 'Add'), 'E19'));

    it('is refused with E5 where the hub is Pending', async () => {
      await world.preNotify(HUB, 'CHTS V1.4', SEED_MODELS.smets2Hub, hubModel);
      await refused(world.update(NEW_DEVICE, HUB, 'Add'), 'E5');
    });

    it('is refused with E5 where the hub is decommissioned', async () => {
      await world.perform('8.3', 'DecommissionDevice', { DeviceID: SMETS2_HUB });
      await refused(world.update(NEW_DEVICE, SMETS2_HUB, 'Add'), 'E5');
    });

    it('is refused with E11 where the target is a GPF', () =>
      refused(world.update(NEW_DEVICE, parseEui64('00-DB-12-34-56-78-90-A3'), 'Add'), 'E11'));

    it('is refused with E11 where the generation of the hub cannot be told', async () => {
      await world.store.db
        .updateTable('devices')
        .set({ generation: null, gbcs_version: null, smets_chts_version: null, model: 'unlisted' })
        .where('id', '=', SMETS2_HUB)
        .execute();
      await refused(world.update(NEW_DEVICE, SMETS2_HUB, 'Add'), 'E11');
    });
  });

  it('is put back when the hub reports a failure', async () => {
    await world.preNotify(NEW_DEVICE, 'SMETS1');
    const requestId = await world.prepare(NEW_DEVICE, SMETS2_HUB, 'Add');
    await world.inventory.revertHanDeviceLogUpdate(requestId, world.now(), 'the hub is full');
    expect(await world.device(NEW_DEVICE)).to.include({
      status: 'Pending',
      generation: 'SMETS1',
      smetsChtsVersion: 'SMETS1',
      gbcsVersion: null,
      hubId: null,
    });
    expect((await world.inventory.resolutions(NEW_DEVICE))[0]).to.include({
      outcome: 'reverted',
      reason: 'the hub is full',
    });
  });

  it('is not put back by a late failure once it has joined', async () => {
    await world.preNotify(NEW_DEVICE, 'SMETS1');
    const requestId = await world.prepare(NEW_DEVICE, SMETS2_HUB, 'Add');
    await world.inventory.record('joined', NEW_DEVICE, { at: world.now() });
    await world.inventory.revertHanDeviceLogUpdate(requestId, world.now(), 'no answer');
    expect(await world.device(NEW_DEVICE)).to.include({ status: 'Commissioned', generation: 'SMETS2+' });
  });

  it('is not touched by a failure after the success', async () => {
    await world.preNotify(NEW_DEVICE, 'SMETS1');
    const requestId = await world.update(NEW_DEVICE, SMETS2_HUB, 'Add');
    await world.inventory.revertHanDeviceLogUpdate(requestId, world.now(), 'late');
    expect((await world.device(NEW_DEVICE)).hubId).to.equal(SMETS2_HUB);
  });

  it('is resolved once where the same request is given twice', async () => {
    await world.preNotify(NEW_DEVICE, 'SMETS1');
    const request = world.hanUpdate(NEW_DEVICE, SMETS2_HUB, 'Add');
    const requestId = formatRequestId(request.requestId);
    const first = await world.inventory.prepareHanDeviceLogUpdate(request, requestId, world.now());
    const second = await world.inventory.prepareHanDeviceLogUpdate(request, requestId, world.now());
    expect(second).to.deep.equal(first);
    expect(await world.inventory.resolutions(NEW_DEVICE)).to.have.length(1);
    expect(await world.inventory.statusHistory(NEW_DEVICE)).to.have.length(2);
  });

  it('is not resolved again when it is added to the same hub again', async () => {
    await world.install(NEW_DEVICE, 'SMETS1', SMETS2_HUB);
    await world.update(NEW_DEVICE, SMETS2_HUB, 'Add');
    expect(await world.inventory.resolutions(NEW_DEVICE)).to.have.length(1);
    expect(await world.device(NEW_DEVICE)).to.include({ status: 'Commissioned', generation: 'SMETS2+' });
  });

  it('stays added when the first of two Adds to a hub fails and the second succeeds', async () => {
    await world.preNotify(NEW_DEVICE, 'SMETS1');
    const first = await world.prepare(NEW_DEVICE, SMETS2_HUB, 'Add');
    const second = await world.prepare(NEW_DEVICE, SMETS2_HUB, 'Add');
    await world.inventory.revertHanDeviceLogUpdate(first, world.now(), 'no answer');
    await world.inventory.confirmHanDeviceLogUpdate(second, world.now());
    expect(await world.device(NEW_DEVICE)).to.include({ status: 'Whitelisted', hubId: SMETS2_HUB });
  });

  it('goes all the way back when two Adds fail, in either order', async () => {
    for (const order of [
      [0, 1],
      [1, 0],
    ]) {
      const id = order[0] === 0 ? NEW_DEVICE : parseEui64('00-DB-12-34-56-78-9F-02');
      await world.preNotify(id, 'SMETS1');
      const requests = [
        await world.prepare(id, SMETS2_HUB, 'Add'),
        await world.prepare(id, SMETS1_HUB, 'Add'),
      ];
      for (const index of order) {
        await world.inventory.revertHanDeviceLogUpdate(requests[index] ?? '', world.now(), 'no');
      }
      expect(await world.device(id), String(order)).to.include({
        status: 'Pending',
        generation: 'SMETS1',
        hubId: null,
      });
    }
  });

  it('keeps its version when it is removed, and is free for another home', async () => {
    await world.install(NEW_DEVICE, 'SMETS1', SMETS2_HUB);
    await world.update(NEW_DEVICE, SMETS2_HUB, 'Remove');
    expect(await world.device(NEW_DEVICE)).to.include({
      status: 'Pending',
      hubId: null,
      generation: 'SMETS2+',
      smetsChtsVersion: 'SMETS V5.0',
    });
  });

  it('stays in the home until the removal is confirmed, and for good if it fails', async () => {
    await world.install(NEW_DEVICE, 'SMETS1', SMETS2_HUB);
    const requestId = await world.prepare(NEW_DEVICE, SMETS2_HUB, 'Remove');
    await world.inventory.revertHanDeviceLogUpdate(requestId, world.now(), 'no answer');
    expect(await world.device(NEW_DEVICE)).to.include({ status: 'Commissioned', hubId: SMETS2_HUB });
  });

  it('is resolved again when it is removed and added to a hub of the other generation', async () => {
    await world.install(NEW_DEVICE, 'SMETS V5.0', SMETS2_HUB);
    await world.update(NEW_DEVICE, SMETS2_HUB, 'Remove');
    await world.update(NEW_DEVICE, SMETS1_HUB, 'Add');
    expect(await world.inventory.resolvedVersion(NEW_DEVICE)).to.include({
      generation: 'SMETS1',
      s1sp: 'S1SP 1',
    });
    await world.update(NEW_DEVICE, SMETS1_HUB, 'Remove');
    await world.update(NEW_DEVICE, OTHER_SMETS2_HUB, 'Add');
    const resolved = await world.inventory.resolvedVersion(NEW_DEVICE);
    expect(resolved.generation).to.equal('SMETS2+');
    expect(resolved.device.gbcsVersion).to.equal('4.3');
    const results = (await world.inventory.resolutions(NEW_DEVICE)).map(({ result }) => result.generation);
    expect(results).to.deep.equal(['SMETS2+', 'SMETS1', 'SMETS2+']);
  });

  it('is not removed by a hub it is not on', async () => {
    await world.install(NEW_DEVICE, 'SMETS1', SMETS2_HUB);
    await world.update(NEW_DEVICE, OTHER_SMETS2_HUB, 'Remove');
    expect(await world.device(NEW_DEVICE)).to.include({ status: 'Commissioned', hubId: SMETS2_HUB });
  });

  it('that is commissioned is refused with E5 by another hub, of either generation', async () => {
    await world.install(NEW_DEVICE, 'SMETS1', SMETS2_HUB);
    const before = await world.device(NEW_DEVICE);
    await refused(world.update(NEW_DEVICE, SMETS1_HUB, 'Add'), 'E5');
    await refused(world.update(NEW_DEVICE, OTHER_SMETS2_HUB, 'Add'), 'E5');
    expect(await world.device(NEW_DEVICE)).to.deep.equal(before);
  });

  it('that is only whitelisted may be added to another hub', async () => {
    await world.preNotify(NEW_DEVICE, 'SMETS1');
    await world.update(NEW_DEVICE, SMETS2_HUB, 'Add');
    await world.update(NEW_DEVICE, SMETS1_HUB, 'Add');
    expect(await world.device(NEW_DEVICE)).to.include({ hubId: SMETS1_HUB, generation: 'SMETS1' });
  });

  it('starts afresh when it is decommissioned and pre-notified again', async () => {
    await world.install(NEW_DEVICE, 'SMETS1', SMETS2_HUB);
    await world.perform('8.3', 'DecommissionDevice', { DeviceID: NEW_DEVICE });
    await refused(world.update(NEW_DEVICE, SMETS1_HUB, 'Add'), 'E5');
    await world.preNotify(NEW_DEVICE, 'SMETS1');
    expect(await world.device(NEW_DEVICE)).to.include({
      status: 'Pending',
      generation: 'SMETS1',
      smetsChtsVersion: 'SMETS1',
      gbcsVersion: null,
      hubId: null,
      dateCommissioned: null,
    });
    await world.update(NEW_DEVICE, SMETS2_HUB, 'Add');
    expect((await world.device(NEW_DEVICE)).generation).to.equal('SMETS2+');
  });

  it('is resolved alike whichever User asks', async () => {
    await world.preNotify(NEW_DEVICE, 'SMETS1');
    const request = world.hanUpdate(NEW_DEVICE, SMETS2_HUB, 'Add');
    const gaining = parseEui64('90-B3-D5-1F-30-03-00-00');
    expect(gaining).not.to.equal(USER);
    const bySomeoneElse = { ...request, requestId: { ...request.requestId, originator: gaining } };
    await world.inventory.prepareHanDeviceLogUpdate(bySomeoneElse, 'r', world.now());
    expect((await world.device(NEW_DEVICE)).generation).to.equal('SMETS2+');
  });

  it('matches the rows of the interim solution as single-mode ones', async () => {
    const { readFileSync } = await import('node:fs');
    await world.inventory.cpl.import(readFileSync('samples/cpl/interim-solution.csv', 'utf8'));
    const interim = { manufacturer: 'DE01', model: '03400100' };
    await world.preNotify(NEW_DEVICE, 'SMETS1', { ...interim, firmwareVersion: 'FF040001' });
    await refused(world.update(NEW_DEVICE, SMETS2_HUB, 'Add'), 'E11');
    await world.update(NEW_DEVICE, SMETS1_HUB, 'Add');
  });

  describe('in a restored Device Log (8.12.1)', () => {
    const restore = async (newHub = SMETS2_HUB, oldHub = SMETS1_HUB) => {
      const request = world.request('8.12.1', 'RestoreHANDeviceLog', { OldCHFID: oldHub }, newHub);
      return world.inventory.prepareHanDeviceLogRestore(
        request,
        formatRequestId(request.requestId),
        world.now(),
      );
    };

    it('follows onto the new hub and is resolved anew', async () => {
      await world.install(NEW_DEVICE, 'SMETS1', SMETS1_HUB);
      await restore();
      expect(await world.device(NEW_DEVICE)).to.include({
        status: 'Commissioned',
        hubId: SMETS2_HUB,
        generation: 'SMETS2+',
      });
      expect(await world.inventory.resolutions(NEW_DEVICE)).to.have.length(2);
    });

    it('leaves behind meters and single-mode PPMIDs of the other generation', async () => {
      const { devices, left } = await restore();
      expect(devices.map(({ id }) => id)).to.deep.equal(['00-DB-12-34-56-78-92-A4']);
      expect(left.map(({ device }) => device.id)).to.have.members([
        '00-DB-12-34-56-78-92-A0',
        '00-DB-12-34-56-78-92-A1',
        '00-DB-12-34-56-78-92-A5',
      ]);
    });

    it('moves every Device between hubs of one generation, and back if it fails', async () => {
      const request = world.request(
        '8.12.1',
        'RestoreHANDeviceLog',
        { OldCHFID: OTHER_SMETS2_HUB },
        SMETS2_HUB,
      );
      const requestId = formatRequestId(request.requestId);
      const { devices } = await world.inventory.prepareHanDeviceLogRestore(request, requestId, world.now());
      expect(devices).to.have.length(3);
      const again = await world.inventory.prepareHanDeviceLogRestore(request, requestId, world.now());
      expect(again.devices).to.have.length(3);
      await world.inventory.revertHanDeviceLogUpdate(requestId, world.now(), 'no answer');
      expect(await world.inventory.membersOf(OTHER_SMETS2_HUB)).to.have.length(4);
    });

    it('is refused where the old hub is unknown or not a CHF', async () => {
      await refused(restore(SMETS2_HUB, NEW_DEVICE), 'E19');
      await refused(restore(SMETS2_HUB, parseEui64('00-DB-12-34-56-78-90-A0')), 'E11');
    });
  });
});
