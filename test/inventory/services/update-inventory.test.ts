import { expect } from 'chai';
import { type Eui64, parseEui64 } from '../../../src/common/eui64.js';
import { SEED_MODELS } from '../../../src/inventory/index.js';
import { NEW_DEVICE, refused, SMETS1_HUB, SMETS2_HUB, World } from '../world.js';

const home = (end: string) => parseEui64(`00-DB-12-34-56-78-90-${end}`);

describe('Update Inventory (8.4)', () => {
  let world: World;
  beforeEach(async () => (world = await World.open()));
  afterEach(() => world.close());

  type Content = Parameters<typeof world.perform<'UpdateInventory'>>[2];
  const update = (id: Eui64, change: Omit<Content, 'DeviceID'>) =>
    world.perform('8.4', 'UpdateInventory', { DeviceID: id, ...change });

  it('is refused with E19 for an unknown Device', () =>
    refused(update(NEW_DEVICE, { DeleteDevice: {} }), 'E19'));

  describe('status', () => {
    it('may be set to Pending or InstalledNotCommissioned before a Device is commissioned', async () => {
      await world.preNotify(NEW_DEVICE, 'SMETS1');
      await world.update(NEW_DEVICE, SMETS2_HUB, 'Add');
      await update(NEW_DEVICE, { UpdateDeviceStatusExceptCH: 'InstalledNotCommissioned' });
      expect((await world.device(NEW_DEVICE)).status).to.equal('InstalledNotCommissioned');
      expect(await update(NEW_DEVICE, { UpdateDeviceStatusExceptCH: 'Pending' })).to.include({
        responseCode: 'I99',
      });
      expect(await world.device(NEW_DEVICE)).to.include({ status: 'Pending', hubId: null });
    });

    it('of a commissioned Device may not be set: E5', () =>
      refused(update(home('A4'), { UpdateDeviceStatusExceptCH: 'Pending' }), 'E5'));

    it('of a hub or Type 2 Device may not be set that way: E11', async () => {
      await refused(update(SMETS2_HUB, { UpdateDeviceStatusExceptCH: 'Pending' }), 'E11');
      await refused(update(home('A3'), { UpdateDeviceStatusExceptCH: 'Pending' }), 'E11');
      await world.perform('12.2', 'DevicePrenotification', {
        DeviceID: NEW_DEVICE,
        DeviceManufacturer: 'EE01',
        DeviceModel: '0001',
        DeviceType: 'IHD',
      });
      await refused(update(NEW_DEVICE, { UpdateDeviceStatusExceptCH: 'Pending' }), 'E11');
    });

    it('of a hub may be set to Withdrawn, InstalledNotCommissioned and Commissioned, its GPF along', async () => {
      for (const status of ['Withdrawn', 'InstalledNotCommissioned', 'Commissioned'] as const) {
        await update(SMETS2_HUB, { UpdateDeviceStatusCH: status });
        expect((await world.device(SMETS2_HUB)).status).to.equal(status);
        expect((await world.device(home('A3'))).status).to.equal(status);
      }
      expect((await world.device(SMETS2_HUB)).dateCommissioned).to.equal('2026-01-05');
    });

    it('of anything else may not be set as that of a hub: E11', () =>
      refused(update(home('A4'), { UpdateDeviceStatusCH: 'Commissioned' }), 'E11'));

    it('of a decommissioned hub may not be set: E5', async () => {
      await world.perform('8.3', 'DecommissionDevice', { DeviceID: SMETS2_HUB });
      await refused(update(SMETS2_HUB, { UpdateDeviceStatusCH: 'Commissioned' }), 'E5');
    });
  });

  describe('details', () => {
    it('of a Pending PPMID may be another version, which then counts as pre-notified', async () => {
      await world.preNotify(NEW_DEVICE, 'SMETS1');
      await update(NEW_DEVICE, { UpdateDeviceDetails: { SMETSCHTSVersion: 'SMETS V5.0' } });
      expect(await world.device(NEW_DEVICE)).to.include({
        generation: 'SMETS2+',
        smetsChtsVersion: 'SMETS V5.0',
        gbcsVersion: '4.3',
        prenotifiedGeneration: 'SMETS2+',
        prenotifiedVersion: 'SMETS V5.0',
      });
    });

    it('may be another model or firmware of the Central Products List', async () => {
      await world.preNotify(NEW_DEVICE, 'SMETS1');
      const { manufacturer, model, firmwareVersion } = SEED_MODELS.secondDualModePpmid;
      await update(NEW_DEVICE, {
        UpdateDeviceDetails: {
          DeviceManufacturer: manufacturer,
          DeviceModel: model,
          FirmwareVersion: firmwareVersion,
        },
      });
      expect(await world.device(NEW_DEVICE)).to.include({
        manufacturer,
        model,
        firmwareVersion,
        generation: 'SMETS1',
      });
    });

    it('that the Central Products List does not have are refused with E11', async () => {
      await world.preNotify(NEW_DEVICE, 'SMETS1');
      const before = await world.device(NEW_DEVICE);
      await refused(update(NEW_DEVICE, { UpdateDeviceDetails: { FirmwareVersion: '99' } }), 'E11');
      await refused(update(NEW_DEVICE, { UpdateDeviceDetails: { ESMEVariant: 'A' } }), 'E11');
      expect(await world.device(NEW_DEVICE)).to.deep.equal(before);
    });

    it('of a commissioned Device are refused with E5', () =>
      refused(update(home('A4'), { UpdateDeviceDetails: { SMETSCHTSVersion: 'SMETS1' } }), 'E5'));

    it('of a meter in a Device Log may not change its generation: E11', async () => {
      await world.preNotify(NEW_DEVICE, 'SMETS V5.0', SEED_MODELS.smets2Esme, { DeviceType: 'ESME' });
      await world.update(NEW_DEVICE, SMETS2_HUB, 'Add');
      const { manufacturer, model, firmwareVersion } = SEED_MODELS.smets1Esme;
      const details = {
        DeviceManufacturer: manufacturer,
        DeviceModel: model,
        FirmwareVersion: firmwareVersion,
        SMETSCHTSVersion: 'SMETS1',
      };
      await refused(update(NEW_DEVICE, { UpdateDeviceDetails: details }), 'E11');
      await update(NEW_DEVICE, { UpdateDeviceDetails: { ESMEVariant: 'BD' } });
      expect((await world.device(NEW_DEVICE)).esmeVariant).to.equal('BD');
    });

    describe('of a PPMID whose hub has decided', () => {
      beforeEach(async () => {
        await world.preNotify(NEW_DEVICE, 'SMETS V5.0');
        await world.update(NEW_DEVICE, SMETS1_HUB, 'Add');
      });

      it('may not be another version: E5, the hub wins', async () => {
        await refused(update(NEW_DEVICE, { UpdateDeviceDetails: { SMETSCHTSVersion: 'SMETS V5.0' } }), 'E5');
        expect((await world.device(NEW_DEVICE)).generation).to.equal('SMETS1');
      });

      it('may be another model, with the versions it has for the decided generation', async () => {
        const { manufacturer, model, firmwareVersion } = SEED_MODELS.smets1OnlyPpmid;
        const details = {
          DeviceManufacturer: manufacturer,
          DeviceModel: model,
          FirmwareVersion: firmwareVersion,
        };
        await update(NEW_DEVICE, { UpdateDeviceDetails: details });
        expect(await world.device(NEW_DEVICE)).to.include({ model, generation: 'SMETS1', gbcsVersion: null });
      });

      it('may not be a model that the decided generation does not have: E11', () => {
        const { manufacturer, model, firmwareVersion } = SEED_MODELS.smets2OnlyPpmid;
        const details = {
          DeviceManufacturer: manufacturer,
          DeviceModel: model,
          FirmwareVersion: firmwareVersion,
        };
        return refused(update(NEW_DEVICE, { UpdateDeviceDetails: details }), 'E11');
      });

      it('may name a version without effect where the gateway is set to ignore it', async () => {
        const lenient = await World.open({ resolvedVersionUpdate: 'ignore' });
        try {
          await lenient.preNotify(NEW_DEVICE, 'SMETS V5.0');
          await lenient.update(NEW_DEVICE, SMETS1_HUB, 'Add');
          await lenient.perform('8.4', 'UpdateInventory', {
            DeviceID: NEW_DEVICE,
            UpdateDeviceDetails: { SMETSCHTSVersion: 'SMETS V5.0' },
          });
          expect(await lenient.device(NEW_DEVICE)).to.include({
            generation: 'SMETS1',
            smetsChtsVersion: 'SMETS1',
          });
        } finally {
          await lenient.close();
        }
      });
    });
  });

  describe('deletion', () => {
    it('ends the record of a Pending Device, whose history stays', async () => {
      await world.preNotify(NEW_DEVICE, 'SMETS1');
      const request = world.request('8.4', 'UpdateInventory', { DeviceID: NEW_DEVICE, DeleteDevice: {} });
      await world.performRequest(request);
      expect(await world.inventory.find(NEW_DEVICE)).to.equal(undefined);
      expect((await world.inventory.statusHistory(NEW_DEVICE)).map(({ event }) => event)).to.deep.equal([
        'pre-notified',
        'deleted by a User',
      ]);
      expect(await world.performRequest(request)).to.include({ responseCode: 'I99' });
      await world.preNotify(NEW_DEVICE, 'SMETS1');
    });

    it('takes the GPF along with its CHF', async () => {
      const gpf = parseEui64('00-DB-12-34-56-78-9F-A3');
      await world.preNotify(NEW_DEVICE, 'CHTS V1.4', SEED_MODELS.smets2Hub, {
        DeviceType: 'CHF',
        AssociatedGPFDeviceID: gpf,
      });
      await refused(update(gpf, { DeleteDevice: {} }), 'E11');
      await update(NEW_DEVICE, { DeleteDevice: {} });
      expect(await world.inventory.find(gpf)).to.equal(undefined);
    });

    it('is refused with E5 once the Device is past Pending', async () => {
      await refused(update(home('A0'), { DeleteDevice: {} }), 'E5');
      expect((await world.device(home('A0'))).status).to.equal('Commissioned');
    });
  });

  describe('meter points', () => {
    it('of an ESME are set one at a time', async () => {
      await update(home('A0'), { UpdateMPxN: { ImportMPxN: '2000000000001' } });
      await update(home('A0'), { UpdateMPxN: { SecondaryImportMPAN: '2000000000002' } });
      await update(home('A0'), { UpdateMPxN: { ExportMPAN: '2000000000003' } });
      expect(await world.device(home('A0'))).to.include({
        importMpxn: '2000000000001',
        secondaryImportMpan: '2000000000002',
        exportMpan: '2000000000003',
      });
    });

    it('of a GSME is its import meter point; what does not fit is refused with E11', async () => {
      await update(home('A1'), { UpdateMPxN: { ImportMPxN: '2000000001' } });
      expect((await world.device(home('A1'))).importMpxn).to.equal('2000000001');
      await refused(update(home('A1'), { UpdateMPxN: { ExportMPAN: '2000000000003' } }), 'E11');
      await refused(update(home('A4'), { UpdateMPxN: { ImportMPxN: '2000000001' } }), 'E11');
    });
  });
});
