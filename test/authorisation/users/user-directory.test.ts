import { expect } from 'chai';
import { UserDirectory } from '../../../src/authorisation/index.js';
import { parseEui64 } from '../../../src/common/eui64.js';
import {
  date,
  FIRST,
  OTHER,
  refusalOf,
  SECOND,
  type UsersWorld,
  usersWorld,
  userWith,
} from './users-fixture.js';
import { onEachDatabase } from '../../store/each-database.js';

const NOBODY = parseEui64('00-00-00-00-00-00-00-01');

onEachDatabase('user directory', () => {
  let world: UsersWorld;
  beforeEach(async () => (world = await usersWorld()));
  afterEach(() => world.store.close());

  it('gives a User back as it was put', async () => {
    expect(await world.users.find(FIRST)).to.deep.equal(userWith());
  });

  it('knows nobody else', async () => {
    expect(await world.users.find(NOBODY)).to.equal(undefined);
  });

  it('leaves the Receive Response Service out where a User has none', async () => {
    const { receiveResponseUrl, ...user } = userWith({ duisVersion: '5.1' });
    expect(receiveResponseUrl).to.not.equal(undefined);
    expect(await world.users.put(user)).to.equal(false);
    expect(await world.users.find(FIRST)).to.deep.equal(user);
  });

  it('says of a User put whether it is new', async () => {
    expect(await world.users.put(userWith({ id: NOBODY }))).to.equal(true);
    expect(await world.users.put(userWith({ id: NOBODY, name: 'Renamed' }))).to.equal(false);
    expect((await world.users.find(NOBODY))?.name).to.equal('Renamed');
  });

  it('keeps each role once, in the order of the User Roles', async () => {
    await world.users.put(userWith({ roles: ['OU', 'IS', 'OU'] }));
    expect((await world.users.find(FIRST))?.roles).to.deep.equal(['IS', 'OU']);
  });

  it('lists all Users by their EUI-64', async () => {
    const ids = (await world.users.all()).map(({ id }) => id);
    expect(ids).to.deep.equal([...ids].sort());
    expect(ids).to.have.length(4);
  });

  it('shows a change to every directory over the same store', async () => {
    const another = new UserDirectory(world.store);
    expect((await another.find(FIRST))?.status).to.equal('active');
    await world.users.setStatus(FIRST, 'suspended');
    expect((await another.find(FIRST))?.status).to.equal('suspended');
  });

  it('refuses to change the status of nobody', async () => {
    expect(await refusalOf(world.users.setStatus(NOBODY, 'active'))).to.match(/no User 00-00/);
  });

  it('removes a User', async () => {
    await world.users.remove(OTHER);
    expect(await world.users.find(OTHER)).to.equal(undefined);
    expect(await refusalOf(world.users.remove(OTHER))).to.match(/no User/);
  });

  it('does not remove a User with registrations, past ones included', async () => {
    await world.registrations.register({
      mpxn: '1312345678111',
      role: 'IS',
      user: SECOND,
      from: date('2020-01-01'),
      until: date('2021-01-01'),
    });
    expect(await refusalOf(world.users.remove(SECOND))).to.match(
      /registered, such as IS for 1312345678111; suspend/,
    );
    expect(await world.users.find(SECOND)).to.not.equal(undefined);
  });
});
