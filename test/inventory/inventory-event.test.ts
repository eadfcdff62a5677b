import { expect } from 'chai';
import { type Eui64, parseEui64 } from '../../src/common/eui64.js';
import type { InventoryEvent } from '../../src/inventory/index.js';
import { NEW_DEVICE, SMETS1_HUB, SMETS2_HUB, World } from './world.js';

const home = (end: string) => parseEui64(`00-DB-12-34-56-78-90-${end}`);
const ESME = home('A0');
const GSME = home('A1');
const GPF = home('A3');
const PPMID = home('A4');
const HCALCS = home('A5');
const METERS = [ESME, GSME, home('A6')];

const ids = (devices: readonly { readonly id: Eui64 }[] = []) => devices.map(({ id }) => id);
const kinds = (events: readonly InventoryEvent[] = []) => events.map(({ kind, device }) => [kind, device.id]);

describe('Inventory events', () => {
  let world: World;
  beforeEach(async () => (world = await World.open()));
  afterEach(() => world.close());

  const at = () => ({ at: world.now() });

  describe('of a decommissioning (8.3)', () => {
    const decommission = async (id: Eui64) =>
      (await world.perform('8.3', 'DecommissionDevice', { DeviceID: id })).events ?? [];

    it('name of a meter the meter as it was and the Type 1 Devices of its home', async () => {
      const before = await world.device(ESME);
      const events = await decommission(ESME);
      expect(kinds(events)).to.deep.equal([['meterDecommissioned', ESME]]);
      const [event] = events;
      expect(event?.device).to.deep.equal(before);
      expect(ids(event?.meters)).to.deep.equal([ESME]);
      expect(event?.kind === 'meterDecommissioned' && ids(event.associated)).to.deep.equal([PPMID, HCALCS]);
    });

    it('are one for a hub and its GPF, with the meters of the home', async () => {
      const events = await decommission(SMETS2_HUB);
      expect(kinds(events)).to.deep.equal([['hubDecommissioned', SMETS2_HUB]]);
      expect(ids(events[0]?.meters)).to.deep.equal(METERS);
    });

    it('are of a Device without an Alert of its own a change of status', async () => {
      const [event] = await decommission(PPMID);
      expect(event).to.include({ kind: 'statusChanged', to: 'Decommissioned', event: 'decommissioned' });
      expect(ids(event?.meters)).to.deep.equal(METERS);
    });

    it('have no meters where there is no home', async () => {
      await world.preNotify(NEW_DEVICE, 'SMETS1');
      expect((await decommission(NEW_DEVICE))[0]?.meters).to.deep.equal([]);
    });
  });

  describe('of what a Device answered or reported', () => {
    it('tell of a change of status once', async () => {
      await world.preNotify(NEW_DEVICE, 'SMETS1');
      await world.update(NEW_DEVICE, SMETS2_HUB, 'Add');
      const [event] = await world.inventory.record('joined', NEW_DEVICE, at());
      expect(event).to.include({ kind: 'statusChanged', to: 'Commissioned', event: 'joined' });
      expect(event?.device.status).to.equal('Whitelisted');
      expect(await world.inventory.record('joined', NEW_DEVICE, at())).to.deep.equal([]);
    });

    it('are none for a Device nobody knows', async () => {
      expect(await world.inventory.record('joined', NEW_DEVICE, at())).to.deep.equal([]);
    });

    it('tell of a meter that was opted out, with its Type 1 Devices', async () => {
      const [event] = await world.inventory.record('opted out', GSME, at());
      expect(event?.kind).to.equal('meterWithdrawn');
      expect(event?.kind === 'meterWithdrawn' && ids(event.associated)).to.deep.equal([PPMID, HCALCS]);
      expect(ids(event?.meters)).to.deep.equal([GSME]);
    });

    it('tell of suspension and restoration, of a hub with its GPF as one', async () => {
      expect(kinds(await world.inventory.record('suspended', SMETS2_HUB, at()))).to.deep.equal([
        ['deviceSuspended', SMETS2_HUB],
      ]);
      expect((await world.device(GPF)).status).to.equal('Suspended');
      expect(kinds(await world.inventory.record('restored', SMETS2_HUB, at()))).to.deep.equal([
        ['deviceRestored', SMETS2_HUB],
      ]);
      expect((await world.device(GPF)).status).to.equal('Commissioned');
    });

    it('tell of Devices seen at work for the first time, of the Device Log and no others', async () => {
      await world.preNotify(NEW_DEVICE, 'SMETS1');
      const elsewhere = parseEui64('00-DB-12-34-56-78-9F-02');
      await world.preNotify(elsewhere, 'SMETS1');
      await world.update(NEW_DEVICE, SMETS2_HUB, 'Add');
      await world.update(elsewhere, SMETS1_HUB, 'Add');
      const seen = () =>
        world.inventory.seenInDeviceLog(SMETS2_HUB, [NEW_DEVICE, elsewhere, ESME], world.now());
      const events = await seen();
      expect(kinds(events)).to.deep.equal([['statusChanged', NEW_DEVICE]]);
      expect(events[0]).to.include({ to: 'InstalledNotCommissioned' });
      expect((await world.device(elsewhere)).status).to.equal('Whitelisted');
      expect(await seen()).to.deep.equal([]);
    });
  });

  describe('of a firmware version that was read', () => {
    const read = (version: string, id = ESME) =>
      world.inventory.noteFirmwareVersion(id, version, world.now());

    it('name both versions where they differ; the one read holds from then on', async () => {
      const [event] = await read('00020200');
      expect(event).to.include({
        kind: 'firmwareVersionMismatch',
        inventoryVersion: '0002012F',
        deviceVersion: '00020200',
      });
      expect(ids(event?.meters)).to.deep.equal([ESME]);
      expect((await world.device(ESME)).firmwareVersion).to.equal('00020200');
      expect(await read('00020200')).to.deep.equal([]);
    });

    it('are none for the same version in another case', async () => {
      expect(await read('0002012f')).to.deep.equal([]);
      expect((await world.device(ESME)).firmwareVersion).to.equal('0002012F');
    });

    it('are none where the inventory had no version or no Device', async () => {
      await world.store.db
        .updateTable('devices')
        .set({ firmware_version: null })
        .where('id', '=', ESME)
        .execute();
      expect(await read('0002012F')).to.deep.equal([]);
      expect((await world.device(ESME)).firmwareVersion).to.equal('0002012F');
      expect(await read('0002012F', NEW_DEVICE)).to.deep.equal([]);
    });

    it('bring the versions of specifications that its row has', async () => {
      const { manufacturer, model } = await world.device(ESME);
      await world.inventory.cpl.import(
        'manufacturer,model,device_type,firmware_version,smets_generation,smets_version,gbcs_version,status\n' +
          `${manufacturer},${model},ESME,00020200,SMETS2+,SMETS V5.1,4.4,Active\n`,
      );
      await read('00020200');
      expect(await world.device(ESME)).to.include({ smetsChtsVersion: 'SMETS V5.1', gbcsVersion: '4.4' });
    });
  });

  describe('of an Update Inventory (8.4)', () => {
    const update = async (
      id: Eui64,
      change: Omit<Parameters<typeof world.perform<'UpdateInventory'>>[2], 'DeviceID'>,
    ) => (await world.perform('8.4', 'UpdateInventory', { DeviceID: id, ...change })).events ?? [];

    it('tell of new meter points, the meter having them already', async () => {
      const [event] = await update(ESME, { UpdateMPxN: { ImportMPxN: '2000000000001' } });
      expect(event?.kind).to.equal('meterIdentity');
      expect(event?.device).to.include({ importMpxn: '2000000000001', exportMpan: '1312345678333' });
      expect(ids(event?.meters)).to.deep.equal([ESME]);
    });

    it('are none for a meter point the meter has', async () => {
      const { importMpxn } = await world.device(ESME);
      expect(await update(ESME, { UpdateMPxN: { ImportMPxN: importMpxn ?? '' } })).to.deep.equal([]);
    });

    it('tell of a Device that was deleted', async () => {
      await world.preNotify(NEW_DEVICE, 'SMETS1');
      expect(kinds(await update(NEW_DEVICE, { DeleteDevice: {} }))).to.deep.equal([
        ['deviceRemovedFromInventory', NEW_DEVICE],
      ]);
    });
  });

  describe('of a Device Log (8.11)', () => {
    const confirm = async (id: Eui64, kind: 'Add' | 'Remove') => {
      const requestId = await world.prepare(id, SMETS2_HUB, kind);
      return {
        first: await world.inventory.confirmHanDeviceLogUpdate(requestId, world.now()),
        again: await world.inventory.confirmHanDeviceLogUpdate(requestId, world.now()),
      };
    };

    it('tell of a PPMID that was removed, once, with its hub and the meters it leaves', async () => {
      const { first, again } = await confirm(PPMID, 'Remove');
      expect(kinds(first)).to.deep.equal([['ppmidRemoved', PPMID]]);
      expect(first[0]).to.include({ hub: SMETS2_HUB });
      expect(ids(first[0]?.meters)).to.deep.equal(METERS);
      expect(again).to.deep.equal([]);
    });

    it('are none for other Devices and for what is added', async () => {
      expect((await confirm(HCALCS, 'Remove')).first).to.deep.equal([]);
      await world.preNotify(NEW_DEVICE, 'SMETS1');
      expect((await confirm(NEW_DEVICE, 'Add')).first).to.deep.equal([]);
    });
  });
});
