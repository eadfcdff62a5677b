import { expect } from 'chai';
import { parseEui64 } from '../../../src/common/eui64.js';
import { SEED_MODELS } from '../../../src/inventory/index.js';
import { NEW_DEVICE, refused, SMETS2_HUB, World } from '../world.js';

const GPF = parseEui64('00-DB-12-34-56-78-9F-A3');

describe('Device Pre-notification (12.2)', () => {
  let world: World;
  beforeEach(async () => (world = await World.open()));
  afterEach(() => world.close());

  it('puts a Device into the inventory as Pending', async () => {
    expect(await world.preNotify(NEW_DEVICE, 'SMETS V5.0')).to.deep.equal({ responseCode: 'I99' });
    expect(await world.device(NEW_DEVICE)).to.include({
      deviceType: 'PPMID',
      status: 'Pending',
      manufacturer: 'DA01',
      model: '03010200',
      firmwareVersion: '00030001',
      generation: 'SMETS2+',
      smetsChtsVersion: 'SMETS V5.0',
      gbcsVersion: '4.3',
      prenotifiedVersion: 'SMETS V5.0',
      prenotifiedGeneration: 'SMETS2+',
      hubId: null,
    });
  });

  it('gives a SMETS1 Device no GBCS version', async () => {
    await world.preNotify(NEW_DEVICE, 'SMETS1');
    expect(await world.device(NEW_DEVICE)).to.include({ generation: 'SMETS1', gbcsVersion: null });
  });

  it('brings the GPF of a CHF', async () => {
    await world.preNotify(NEW_DEVICE, 'CHTS V1.4', SEED_MODELS.smets2Hub, {
      DeviceType: 'CHF',
      AssociatedGPFDeviceID: GPF,
    });
    expect(await world.device(GPF)).to.include({
      deviceType: 'GPF',
      status: 'Pending',
      hubId: NEW_DEVICE,
      model: SEED_MODELS.smets2Hub.model,
      generation: 'SMETS2+',
    });
  });

  it('puts a SMETS1 hub into the CSP region SMETS1', async () => {
    await world.preNotify(NEW_DEVICE, 'SMETS1', SEED_MODELS.smets1Hub, { DeviceType: 'CHF' });
    expect(await world.device(NEW_DEVICE)).to.include({ generation: 'SMETS1', cspRegion: 'SMETS1' });
  });

  it('takes a Type 2 Device without status, version and firmware, whatever the Central Products List has', async () => {
    await world.perform('12.2', 'DevicePrenotification', {
      DeviceID: NEW_DEVICE,
      DeviceManufacturer: 'anybody',
      DeviceModel: 'anything',
      DeviceType: 'IHD',
    });
    expect(await world.device(NEW_DEVICE)).to.include({ status: null, generation: null });
  });

  it('needs no version where the Central Products List has one generation only', async () => {
    await world.preNotify(NEW_DEVICE, undefined, SEED_MODELS.smets2OnlyPpmid);
    expect(await world.device(NEW_DEVICE)).to.include({
      generation: 'SMETS2+',
      smetsChtsVersion: 'V4.2',
      prenotifiedVersion: null,
    });
  });

  it('prefers the generation of the row with that very version to what the version looks like', async () => {
    await world.inventory.cpl.import(
      'manufacturer,model,device_type,firmware_version,smets_generation,smets_version,gbcs_version,status\n' +
        'DF01,1,PPMID,1,SMETS1,SMETS V1.2,,Active\nDF01,1,PPMID,1,SMETS2+,SMETS V5.0,4.3,Active\n',
    );
    await world.preNotify(NEW_DEVICE, 'smets v1.2', {
      manufacturer: 'DF01',
      model: '1',
      firmwareVersion: '1',
    });
    expect(await world.device(NEW_DEVICE)).to.include({
      generation: 'SMETS1',
      smetsChtsVersion: 'smets v1.2',
    });
  });

  it('may be repeated with the same RequestID, as after a crash', async () => {
    const { manufacturer, model, firmwareVersion } = SEED_MODELS.dualModePpmid;
    const request = world.request('12.2', 'DevicePrenotification', {
      DeviceID: NEW_DEVICE,
      DeviceManufacturer: manufacturer,
      DeviceModel: model,
      DeviceType: 'PPMID',
      SMETSCHTSVersion: 'SMETS1',
      FirmwareVersion: firmwareVersion,
    });
    await world.performRequest(request);
    expect(await world.performRequest(request)).to.deep.equal({ responseCode: 'I99' });
    expect(await world.inventory.statusHistory(NEW_DEVICE)).to.have.length(1);
  });

  describe('is refused', () => {
    it('with E5 for a Device that is in the inventory, and leaves that as it was', async () => {
      await world.preNotify(NEW_DEVICE, 'SMETS1');
      const before = await world.device(NEW_DEVICE);
      await refused(world.preNotify(NEW_DEVICE, 'SMETS V5.0'), 'E5');
      expect(await world.device(NEW_DEVICE)).to.deep.equal(before);
    });

    it('with E5 for a CHF whose GPF is in the inventory, and brings neither', async () => {
      const gpf = parseEui64('00-DB-12-34-56-78-90-A3');
      const hub = { DeviceType: 'CHF' as const, AssociatedGPFDeviceID: gpf };
      await refused(world.preNotify(NEW_DEVICE, 'CHTS V1.4', SEED_MODELS.smets2Hub, hub), 'E5');
      expect(await world.inventory.find(NEW_DEVICE)).to.equal(undefined);
    });

    it('with E120201 for a CHF and GPF of one EUI-64, as the DCC does', async () => {
      const hub = { DeviceType: 'CHF' as const, AssociatedGPFDeviceID: NEW_DEVICE };
      await refused(world.preNotify(NEW_DEVICE, 'CHTS V1.4', SEED_MODELS.smets2Hub, hub), 'E120201');
    });

    it('with E11 for a GPF by itself, or a GPF with anything but a CHF', async () => {
      await refused(world.preNotify(GPF, 'CHTS V1.4', SEED_MODELS.smets2Hub, { DeviceType: 'GPF' }), 'E11');
      const odd = { AssociatedGPFDeviceID: GPF };
      await refused(world.preNotify(NEW_DEVICE, 'SMETS1', SEED_MODELS.dualModePpmid, odd), 'E11');
    });

    it('with E11 for an ESME variant of anything but an ESME', () =>
      refused(world.preNotify(NEW_DEVICE, 'SMETS1', SEED_MODELS.dualModePpmid, { ESMEVariant: 'A' }), 'E11'));

    for (const [what, version, model] of [
      [
        'a model the Central Products List does not have',
        'SMETS1',
        { ...SEED_MODELS.dualModePpmid, model: 'X' },
      ],
      ['a firmware it does not have', 'SMETS1', { ...SEED_MODELS.dualModePpmid, firmwareVersion: '99' }],
      ['a SMETS1 version of a SMETS2+ model', 'SMETS1', SEED_MODELS.smets2OnlyPpmid],
      ['a SMETS2+ version of a SMETS1 model', 'SMETS V5.0', SEED_MODELS.smets1OnlyPpmid],
      ['a SMETS1 version whose row is Withdrawn', 'SMETS1', SEED_MODELS.halfWithdrawnPpmid],
      ['a dual-mode model without a version', undefined, SEED_MODELS.dualModePpmid],
      ['a dual-mode model with a version that says nothing', 'newest', SEED_MODELS.dualModePpmid],
    ] as const) {
      it(`with E11 for ${what}`, async () => {
        await refused(world.preNotify(NEW_DEVICE, version, model), 'E11');
        expect(await world.inventory.find(NEW_DEVICE)).to.equal(undefined);
        expect(await world.inventory.statusHistory(NEW_DEVICE)).to.deep.equal([]);
      });
    }

    it('with E11 for a Device without firmware version that is not of Type 2', () =>
      refused(
        world.perform('12.2', 'DevicePrenotification', {
          DeviceID: NEW_DEVICE,
          DeviceManufacturer: 'DA01',
          DeviceModel: '03010200',
          DeviceType: 'PPMID',
        }),
        'E11',
      ));
  });

  it('takes a hub again after it was decommissioned with its GPF', async () => {
    await world.perform('8.3', 'DecommissionDevice', { DeviceID: SMETS2_HUB });
    await world.preNotify(SMETS2_HUB, 'CHTS V1.4', SEED_MODELS.smets2Hub, {
      DeviceType: 'CHF',
      AssociatedGPFDeviceID: parseEui64('00-DB-12-34-56-78-90-A3'),
    });
    expect((await world.inventory.membersOf(SMETS2_HUB)).map(({ deviceType }) => deviceType)).to.deep.equal([
      'GPF',
    ]);
  });
});
