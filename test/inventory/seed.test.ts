import { expect } from 'chai';
import {
  CentralProductsList,
  Inventory,
  SEED_DEVICES,
  SEED_MODELS,
  seedInventory,
} from '../../src/inventory/index.js';
import type { Store } from '../../src/store/index.js';
import { freshStore, onEachDatabase } from '../store/each-database.js';

const NOW = new Date('2026-01-01T00:00:00Z');

onEachDatabase('Seed', () => {
  let store: Store;
  beforeEach(async () => (store = await freshStore()));
  afterEach(() => store.close());

  it('fills an empty store once', async () => {
    expect(await seedInventory(store, NOW)).to.equal(true);
    const before = await new Inventory(store).list();
    expect(await seedInventory(store, new Date())).to.equal(false);
    expect(await new Inventory(store).list()).to.deep.equal(before);
  });

  it('leaves a store alone that has a Central Products List of its own', async () => {
    await new CentralProductsList(store).import(
      'manufacturer,model,device_type,firmware_version,smets_generation,smets_version,status\nA,B,PPMID,1,SMETS1,SMETS1,Active\n',
    );
    expect(await seedInventory(store, NOW)).to.equal(false);
    expect(await new Inventory(store).list()).to.deep.equal([]);
  });

  describe('has', () => {
    beforeEach(() => seedInventory(store, NOW));

    it('commissioned Devices only, each in the Central Products List for the generation of its hub', async () => {
      const inventory = new Inventory(store);
      const devices = await inventory.list();
      expect(devices.map(({ id }) => id)).to.have.members(SEED_DEVICES.map(({ id }) => id));
      for (const device of devices) {
        expect(device.status, device.id).to.equal('Commissioned');
        const hub = device.hubId === null ? device : await inventory.find(device.hubId);
        expect(device.generation, device.id).to.equal(hub?.generation);
        const entries = await inventory.cpl.list({
          manufacturer: device.manufacturer,
          model: device.model,
          deviceType: device.deviceType,
          ...(device.firmwareVersion !== null && { firmwareVersion: device.firmwareVersion }),
        });
        const own = entries.find(({ generation }) => generation === device.generation);
        expect(own, device.id).to.include({ status: 'Active', gbcsVersion: device.gbcsVersion });
      }
    });

    it('dual-mode and single-mode PPMID models', async () => {
      const cpl = new CentralProductsList(store);
      const rows = async ({ manufacturer, model, firmwareVersion }: (typeof SEED_MODELS)['dualModePpmid']) =>
        (await cpl.list({ manufacturer, model, firmwareVersion, deviceType: 'PPMID' }))
          .filter(({ status }) => status === 'Active')
          .map(({ generation }) => generation);
      expect(await rows(SEED_MODELS.dualModePpmid)).to.deep.equal(['SMETS1', 'SMETS2+']);
      expect(await rows(SEED_MODELS.secondDualModePpmid)).to.deep.equal(['SMETS1', 'SMETS2+']);
      expect(await rows(SEED_MODELS.smets1OnlyPpmid)).to.deep.equal(['SMETS1']);
      expect(await rows(SEED_MODELS.smets2OnlyPpmid)).to.deep.equal(['SMETS2+']);
      expect(await rows(SEED_MODELS.halfWithdrawnPpmid)).to.deep.equal(['SMETS2+']);
    });
  });
});
