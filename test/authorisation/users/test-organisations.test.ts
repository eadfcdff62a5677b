import { expect } from 'chai';
import {
  Registrations,
  removeTestOrganisations,
  Responsibility,
  SEEDED_METER_POINTS,
  seedTestOrganisations,
  testOrganisations,
  UserDirectory,
} from '../../../src/authorisation/index.js';
import { Inventory, SEED_DEVICES, seedInventory } from '../../../src/inventory/index.js';
import { openStore, type Store } from '../../../src/store/index.js';
import { date, FIRST, NETWORK, SECOND } from './users-fixture.js';

const URL = 'http://127.0.0.1:8086/smartdcc/duis';
const NOW = date('2026-06-01');

describe('test organisations', () => {
  let store: Store;
  let users: UserDirectory;
  let registrations: Registrations;
  beforeEach(async () => {
    store = await openStore({ url: ':memory:' });
    users = new UserDirectory(store);
    registrations = new Registrations(store);
    await seedTestOrganisations(store, URL);
  });
  afterEach(() => store.close());

  it('become Users with the Receive Response Service given', async () => {
    const seeded = testOrganisations(URL);
    expect(await users.all()).to.have.deep.members(seeded);
    expect(seeded.every(({ receiveResponseUrl }) => receiveResponseUrl === URL)).to.equal(true);
  });

  it('are registered for every meter point of the seeded homes, and no other', async () => {
    const inventory = new Inventory(store);
    await seedInventory(store, NOW);
    const devices = await inventory.list();
    const points = (members: (device: (typeof devices)[number]) => (string | null)[]) =>
      devices.flatMap(members).filter((mpxn) => mpxn !== null);
    const electricity = (device: (typeof devices)[number]) => device.deviceType === 'ESME';
    expect(SEEDED_METER_POINTS.import).to.have.members(
      points((device) => (electricity(device) ? [device.importMpxn, device.secondaryImportMpan] : [])),
    );
    expect(SEEDED_METER_POINTS.export).to.have.members(points(({ exportMpan }) => [exportMpan]));
    expect(SEEDED_METER_POINTS.gas).to.have.members(
      points((device) => (device.deviceType === 'GSME' ? [device.importMpxn] : [])),
    );
  });

  it('have one supplier and one network operator responsible in every seeded home', async () => {
    const inventory = new Inventory(store);
    await seedInventory(store, NOW);
    const responsibility = new Responsibility({ registrations, users, inventory, unregistered: 'refuse' });
    const rolesOf = async (id: typeof FIRST, device: typeof FIRST) =>
      responsibility.responsibleAs((await users.find(id))!, await inventory.find(device), NOW);
    const withMpxn = (await inventory.list()).filter(({ importMpxn }) => importMpxn !== null);
    for (const { id, deviceType } of withMpxn) {
      const electricity = deviceType === 'ESME';
      expect(await rolesOf(FIRST, id), id).to.include(electricity ? 'IS' : 'GS');
      expect(await rolesOf(NETWORK, id), id).to.deep.equal([electricity ? 'ED' : 'GT']);
      expect(await rolesOf(SECOND, id), id).to.deep.equal([]);
    }
    for (const { id } of SEED_DEVICES) expect(await rolesOf(FIRST, id), id).to.include.oneOf(['IS', 'GS']);
  });

  it('may be seeded at every start', async () => {
    const before = [await users.all(), await registrations.list()];
    await seedTestOrganisations(store, URL);
    expect([await users.all(), await registrations.list()]).to.deep.equal(before);
  });

  it('move to the Receive Response Service of the next start', async () => {
    await seedTestOrganisations(store, 'http://127.0.0.1:9999/next');
    for (const user of await users.all())
      expect(user.receiveResponseUrl).to.equal('http://127.0.0.1:9999/next');
  });

  it('stay as an operator has edited them', async () => {
    const edited = {
      id: FIRST,
      name: 'Mine',
      roles: ['IS'] as const,
      status: 'suspended' as const,
      receiveResponseUrl: 'http://127.0.0.1:1/mine',
      duisVersion: '5.1',
    };
    await users.put(edited);
    const silent = (await users.find(SECOND))!;
    const { receiveResponseUrl, ...withoutService } = silent;
    expect(receiveResponseUrl).to.equal(URL);
    await users.put(withoutService);
    await seedTestOrganisations(store, 'http://127.0.0.1:9999/next');
    expect(await users.find(FIRST)).to.deep.equal(edited);
    expect(await users.find(SECOND)).to.deep.equal(withoutService);
  });

  it('are not registered again where an operator has changed the registration', async () => {
    const [mpxn] = SEEDED_METER_POINTS.import;
    await registrations.register({ mpxn, role: 'IS', user: SECOND, from: date('2026-05-01') });
    await seedTestOrganisations(store, URL);
    expect((await registrations.at(mpxn, 'IS', NOW))?.user).to.equal(SECOND);
    expect((await registrations.at(mpxn, 'IS', date('2026-04-30')))?.user).to.equal(FIRST);
  });

  it('can be taken out again with their registrations', async () => {
    await users.put({ id: SECOND, name: 'Mine', roles: ['IS'], status: 'active', duisVersion: '5.4' });
    await removeTestOrganisations(store);
    expect(await users.all()).to.deep.equal([]);
    expect(await registrations.list()).to.deep.equal([]);
  });
});
