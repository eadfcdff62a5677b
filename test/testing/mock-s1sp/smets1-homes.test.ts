import { expect } from 'chai';
import { parseEui64 } from '../../../src/common/eui64.js';
import { Inventory, SEED_DEVICES, seedInventory } from '../../../src/inventory/index.js';
import { openStore } from '../../../src/store/index.js';
import { SEEDED_HOME, smets1HomesOf } from '../../../src/testing/index.js';
import { Smets1Homes } from '../../../src/testing/mock-s1sp/smets1-homes.js';

const NOW = new Date('2026-06-01T12:00:00Z');

describe('simulated SMETS1 homes', () => {
  it('are those of the SMETS1 Communications Hubs in an inventory', async () => {
    const store = await openStore({ url: ':memory:' });
    try {
      await seedInventory(store, NOW);
      const [home, ...others] = smets1HomesOf(await new Inventory(store).list());
      expect(others).to.be.empty;
      expect(home?.hub).to.deep.equal(SEEDED_HOME.hub);
      expect(home?.devices).to.have.deep.members([...SEEDED_HOME.devices]);
    } finally {
      await store.close();
    }
  });

  it('hold Devices of the seeded inventory only', () => {
    for (const { id, type } of [SEEDED_HOME.hub, ...SEEDED_HOME.devices]) {
      expect(SEED_DEVICES).to.deep.include({ id, deviceType: type });
    }
  });

  it('have joined what belongs together', () => {
    const homes = new Smets1Homes([SEEDED_HOME], NOW);
    const joined = (id: string): string[] => [...(homes.find(parseEui64(id))?.joined.values() ?? [])].sort();
    expect(joined('00-DB-12-34-56-78-92-A4')).to.deep.equal(['ESME', 'GPF']);
    expect(joined('00-DB-12-34-56-78-92-A1')).to.deep.equal(['GPF']);
  });

  it('forget the joins of a Device that is removed', () => {
    const homes = new Smets1Homes([SEEDED_HOME], NOW);
    const [hub, ppmid, esme] = ['A2', 'A4', 'A0'].map((end) => parseEui64(`00-DB-12-34-56-78-92-${end}`));
    if (!hub || !ppmid || !esme) throw new Error();
    expect(homes.remove(hub, ppmid)).to.be.true;
    expect(homes.find(esme)?.joined.has(ppmid)).to.be.false;
    expect(homes.sameHome(ppmid, esme)).to.be.false;
  });
});
