import { expect } from 'chai';
import { type Eui64, parseEui64 } from '../../src/common/eui64.js';
import { SEED_MODELS, type SeedModel, suspendUnapproved } from '../../src/inventory/index.js';
import { NEW_DEVICE, SMETS1_HUB, SMETS2_HUB, World } from './world.js';

const home = (end: string) => parseEui64(`00-DB-12-34-56-78-90-${end}`);
const ESME = home('A0');
const SECOND_ESME = home('A6');
const GPF = home('A3');
const GSME = home('A1');
const PPMID = home('A4');
const SMETS1_PPMID = parseEui64('00-DB-12-34-56-78-92-A4');

const HEADER =
  'manufacturer,model,device_type,firmware_version,smets_generation,smets_version,gbcs_version,status\n';
const NOT_ACTIVE = ['Cancelled', 'Expired', 'Withdrawn'];

describe('Devices whose firmware is no longer approved', () => {
  let world: World;
  beforeEach(async () => (world = await World.open()));
  afterEach(() => world.close());

  /** Imports one row of the Central Products List, of SMETS2+ unless told otherwise. */
  const list = (type: string, model: SeedModel, status: string, generation = 'SMETS2+') => {
    const versions = generation === 'SMETS1' ? 'SMETS1,SMETS1,' : 'SMETS2+,SMETS V5.0,4.3';
    return world.inventory.cpl.import(
      `${HEADER}${model.manufacturer},${model.model},${type},${model.firmwareVersion},${versions},${status}\n`,
    );
  };
  const apply = () => suspendUnapproved(world.store, world.now());
  /** Kind and Device of what changed at the hub of the reference test data. */
  const told = async () =>
    (await apply())
      .filter(({ device }) => device.hubId === SMETS2_HUB || device.id === SMETS2_HUB)
      .map(({ kind, device }) => [kind, device.id]);
  const statusOf = async (id: Eui64) => (await world.device(id)).status;

  it('are none as long as every row is Active', async () => {
    expect(await apply()).to.deep.equal([]);
  });

  for (const status of NOT_ACTIVE) {
    it(`are suspended when its row becomes ${status}`, async () => {
      await list('ESME', SEED_MODELS.smets2Esme, status);
      expect(await told()).to.deep.equal([
        ['deviceSuspended', ESME],
        ['deviceSuspended', SECOND_ESME],
      ]);
      expect(await statusOf(ESME)).to.equal('Suspended');
      expect(await statusOf(GSME)).to.equal('Commissioned');
    });
  }

  it('are told of as they were before, with the meters of the home', async () => {
    const before = await world.device(PPMID);
    await list('PPMID', SEED_MODELS.dualModePpmid, 'Withdrawn');
    const event = (await apply()).find(({ device }) => device.id === PPMID);
    expect(event?.device).to.deep.equal(before);
    expect(event?.meters.map(({ id }) => id)).to.deep.equal([ESME, GSME, SECOND_ESME]);
  });

  it('are told of once, however often it is asked', async () => {
    await list('ESME', SEED_MODELS.smets2Esme, 'Withdrawn');
    await apply();
    expect(await apply()).to.deep.equal([]);
    expect(await world.inventory.statusHistory(ESME)).to.have.length(2);
  });

  it('are restored when its row is Active again', async () => {
    await list('ESME', SEED_MODELS.smets2Esme, 'Expired');
    await apply();
    await list('ESME', SEED_MODELS.smets2Esme, 'Active');
    expect(await told()).to.deep.equal([
      ['deviceRestored', ESME],
      ['deviceRestored', SECOND_ESME],
    ]);
    expect(
      (await world.inventory.statusHistory(ESME)).map(({ status, event }) => [status, event]),
    ).to.deep.equal([
      ['Commissioned', 'seeded'],
      ['Suspended', 'suspended: firmware not approved'],
      ['Commissioned', 'restored: firmware approved'],
    ]);
    expect(await apply()).to.deep.equal([]);
  });

  it('are restored when they run approved firmware, the others staying as they are', async () => {
    await list('ESME', SEED_MODELS.smets2Esme, 'Withdrawn');
    await apply();
    await list('ESME', { ...SEED_MODELS.smets2Esme, firmwareVersion: '00020200' }, 'Active');
    await world.inventory.noteFirmwareVersion(ESME, '00020200', world.now());
    expect(await told()).to.deep.equal([['deviceRestored', ESME]]);
    expect(await statusOf(SECOND_ESME)).to.equal('Suspended');
  });

  it('may go through it again and again', async () => {
    for (const [status, expected] of [
      ['Withdrawn', 'Suspended'],
      ['Active', 'Commissioned'],
      ['Cancelled', 'Suspended'],
      ['Expired', 'Suspended'],
      ['Active', 'Commissioned'],
    ] as const) {
      await list('ESME', SEED_MODELS.smets2Esme, status);
      await apply();
      expect(await statusOf(ESME), status).to.equal(expected);
    }
  });

  it('do not change for firmware that has no row', async () => {
    await world.inventory.noteFirmwareVersion(ESME, '0FFFFFFF', world.now());
    expect(await apply()).to.deep.equal([]);
    await list('ESME', SEED_MODELS.smets2Esme, 'Withdrawn');
    await apply();
    await world.inventory.noteFirmwareVersion(SECOND_ESME, '0FFFFFFF', world.now());
    expect(await apply()).to.deep.equal([]);
    expect(await statusOf(ESME)).to.equal('Commissioned');
    expect(await statusOf(SECOND_ESME)).to.equal('Suspended');
  });

  it('stay suspended where that had another reason', async () => {
    await world.inventory.record('suspended', ESME, { at: world.now() });
    expect(await apply()).to.deep.equal([]);
    expect(await statusOf(ESME)).to.equal('Suspended');
  });

  it('stay suspended where another reason came after the firmware', async () => {
    await list('ESME', SEED_MODELS.smets2Esme, 'Withdrawn');
    await apply();
    await world.inventory.record('restored', ESME, { at: world.now() });
    await world.inventory.record('suspended', ESME, { at: world.now() });
    await list('ESME', SEED_MODELS.smets2Esme, 'Active');
    await apply();
    expect(await statusOf(ESME)).to.equal('Suspended');
    expect(await statusOf(SECOND_ESME)).to.equal('Commissioned');
  });

  it('are only those that are Commissioned', async () => {
    await world.preNotify(NEW_DEVICE, 'SMETS V5.0', SEED_MODELS.smets2Esme, { DeviceType: 'ESME' });
    await world.inventory.record('opted out', ESME, { at: world.now() });
    await list('ESME', SEED_MODELS.smets2Esme, 'Withdrawn');
    expect(await told()).to.deep.equal([['deviceSuspended', SECOND_ESME]]);
    expect(await statusOf(NEW_DEVICE)).to.equal('Pending');
    expect(await statusOf(ESME)).to.equal('Withdrawn');
  });

  it('are not restored once decommissioned', async () => {
    await list('ESME', SEED_MODELS.smets2Esme, 'Withdrawn');
    await apply();
    await world.perform('8.3', 'DecommissionDevice', { DeviceID: ESME });
    await list('ESME', SEED_MODELS.smets2Esme, 'Active');
    expect(await told()).to.deep.equal([['deviceRestored', SECOND_ESME]]);
    expect(await statusOf(ESME)).to.equal('Decommissioned');
  });

  describe('of a dual-mode PPMID', () => {
    it('go by the row of the generation that its hub decided', async () => {
      await list('PPMID', SEED_MODELS.dualModePpmid, 'Withdrawn', 'SMETS1');
      const suspended = (await apply()).map(({ device }) => device.id);
      expect(suspended).to.deep.equal([SMETS1_PPMID]);
      expect(await statusOf(PPMID)).to.equal('Commissioned');
    });

    it('go by that row, whatever it was pre-notified as', async () => {
      await world.install(NEW_DEVICE, 'SMETS V5.0', SMETS1_HUB);
      await list('PPMID', SEED_MODELS.dualModePpmid, 'Expired');
      await apply();
      expect(await statusOf(NEW_DEVICE)).to.equal('Commissioned');
      await list('PPMID', SEED_MODELS.dualModePpmid, 'Expired', 'SMETS1');
      await apply();
      expect(await world.device(NEW_DEVICE)).to.include({ status: 'Suspended', generation: 'SMETS1' });
    });
  });

  describe('of a Communications Hub', () => {
    it('take its GPF along, there and back, in one event', async () => {
      await list('CHF', SEED_MODELS.smets2Hub, 'Withdrawn');
      expect(await told()).to.deep.equal([['deviceSuspended', SMETS2_HUB]]);
      expect(await statusOf(GPF)).to.equal('Suspended');
      await list('CHF', SEED_MODELS.smets2Hub, 'Active');
      expect(await told()).to.deep.equal([['deviceRestored', SMETS2_HUB]]);
      expect(await statusOf(GPF)).to.equal('Commissioned');
    });

    it('leave a GPF suspended whose own row is not Active', async () => {
      await list('CHF', SEED_MODELS.smets2Hub, 'Withdrawn');
      await list('GPF', SEED_MODELS.smets2Hub, 'Withdrawn');
      expect(await told()).to.deep.equal([['deviceSuspended', SMETS2_HUB]]);
      await list('CHF', SEED_MODELS.smets2Hub, 'Active');
      expect(await told()).to.deep.equal([['deviceRestored', SMETS2_HUB]]);
      expect(await statusOf(GPF)).to.equal('Suspended');
      await list('GPF', SEED_MODELS.smets2Hub, 'Active');
      expect(await told()).to.deep.equal([['deviceRestored', GPF]]);
    });

    it('leave the CHF alone where only the row of the GPF is not Active', async () => {
      await list('GPF', SEED_MODELS.smets2Hub, 'Withdrawn');
      expect(await told()).to.deep.equal([['deviceSuspended', GPF]]);
      expect(await statusOf(SMETS2_HUB)).to.equal('Commissioned');
    });

    it('take along a GPF that has no row of its own', async () => {
      await world.store.db.deleteFrom('cpl_entries').where('device_type', '=', 'GPF').execute();
      await list('CHF', SEED_MODELS.smets2Hub, 'Cancelled');
      await apply();
      expect(await statusOf(GPF)).to.equal('Suspended');
      await list('CHF', SEED_MODELS.smets2Hub, 'Active');
      await apply();
      expect(await statusOf(GPF)).to.equal('Commissioned');
    });
  });
});
