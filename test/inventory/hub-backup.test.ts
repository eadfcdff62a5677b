import { expect } from 'chai';
import { parseEui64 } from '../../src/common/eui64.js';
import type { HubBackup } from '../../src/inventory/index.js';
import { OTHER_SMETS2_HUB, SMETS2_HUB, World } from './world.js';

const backup = (fill: number, ...ends: string[]): HubBackup => ({
  extendedPanId: Buffer.alloc(8, fill),
  devices: ends.map((end) => ({
    device: parseEui64(`00-DB-12-34-56-78-90-${end}`),
    hashedLinkKey: Buffer.alloc(16, fill + 1),
  })),
});

describe('The backup of a Communications Hub', () => {
  let world: World;
  beforeEach(async () => (world = await World.open()));
  afterEach(() => world.close());

  const save = (kept: HubBackup, hub = SMETS2_HUB) => world.inventory.saveHubBackup(hub, kept, world.now());

  it('comes back as it was kept, byte for byte', async () => {
    await save(backup(0xf0, 'A0', 'A1', 'A4'));
    expect(await world.inventory.hubBackup(SMETS2_HUB)).to.deep.equal(backup(0xf0, 'A0', 'A1', 'A4'));
  });

  it('may have no Devices', async () => {
    await save(backup(0));
    expect(await world.inventory.hubBackup(SMETS2_HUB)).to.deep.equal(backup(0));
  });

  it('is the newest one', async () => {
    await save(backup(1, 'A0', 'A1'));
    await save(backup(2, 'A4'));
    expect(await world.inventory.hubBackup(SMETS2_HUB)).to.deep.equal(backup(2, 'A4'));
  });

  it('is that of no other hub', async () => {
    await save(backup(1, 'A0'));
    expect(await world.inventory.hubBackup(OTHER_SMETS2_HUB)).to.equal(undefined);
    await save(backup(2), OTHER_SMETS2_HUB);
    expect(await world.inventory.hubBackup(SMETS2_HUB)).to.deep.equal(backup(1, 'A0'));
  });
});
