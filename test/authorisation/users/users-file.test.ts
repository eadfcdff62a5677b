import { expect } from 'chai';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadUsers, readUsersFile, seedTestOrganisations } from '../../../src/authorisation/index.js';
import { ConfigError } from '../../../src/common/errors.js';
import { temporaryDirectory } from '../../duis/schema/temporary-directory.js';
import {
  date,
  FIRST,
  NETWORK,
  OTHER,
  refusalOf,
  SECOND,
  type UsersWorld,
  usersWorld,
  userWith,
} from './users-fixture.js';

const MPAN = '1312345678111';
const THIRD = '90-B3-D5-1F-30-04-00-00';

describe('users file', () => {
  const directory = temporaryDirectory();
  let world: UsersWorld;
  beforeEach(async () => (world = await usersWorld()));
  afterEach(() => world.store.close());

  const file = (content: unknown): string => {
    const path = join(directory(), 'users.json');
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    return path;
  };
  const load = (content: unknown) => loadUsers(world.store, file(content));
  const third = { id: THIRD, name: 'Third supplier', roles: ['IS'] };

  it('may be an array of Users', async () => {
    expect(await load([third])).to.deep.equal({ usersAdded: 1, usersReplaced: 0, registrations: 0 });
    const [user] = readUsersFile(file([third])).users;
    expect(user).to.deep.equal({ ...third, duisVersion: '5.4' });
  });

  it('brings Users and registrations into the store', async () => {
    const result = await load({
      users: [{ ...third, receiveResponseUrl: 'https://third.example/duis', duisVersion: '5.3' }],
      registrations: [
        { mpxn: MPAN, role: 'IS', user: FIRST, from: '2020-01-01' },
        { mpxn: MPAN, role: 'IS', user: THIRD.toLowerCase(), from: '2022-04-01T00:00:00Z' },
      ],
    });
    expect(result).to.deep.equal({ usersAdded: 1, usersReplaced: 0, registrations: 2 });
    const all = await world.registrations.list();
    expect(all.map(({ user, until }) => [user, until])).to.deep.equal([
      [FIRST, date('2022-04-01')],
      [THIRD, undefined],
    ]);
    expect(await world.users.find(all[1]!.user)).to.deep.equal({
      ...third,
      status: 'active',
      receiveResponseUrl: 'https://third.example/duis',
      duisVersion: '5.3',
    });
  });

  it('may be loaded at every start', async () => {
    const content = {
      users: [third],
      registrations: [
        { mpxn: MPAN, role: 'IS', user: FIRST, from: '2020-01-01' },
        { mpxn: MPAN, role: 'IS', user: THIRD, from: '2022-04-01' },
      ],
    };
    await load(content);
    const before = [await world.users.all(), await world.registrations.list()];
    expect(await load(content)).to.deep.equal({ usersAdded: 0, usersReplaced: 1, registrations: 2 });
    expect([await world.users.all(), await world.registrations.list()]).to.deep.equal(before);
  });

  it('replaces the Users it names and leaves the others', async () => {
    await load([{ id: FIRST, name: 'Renamed', roles: ['IS'] }]);
    expect(await world.users.find(FIRST)).to.deep.equal({
      id: FIRST,
      name: 'Renamed',
      roles: ['IS'],
      status: 'active',
      duisVersion: '5.4',
    });
    expect(await world.users.find(SECOND)).to.include({ name: 'Second supplier' });
  });

  it('leaves a User suspended that it says no status of', async () => {
    await world.users.setStatus(FIRST, 'suspended');
    const entry = { id: FIRST, name: 'Renamed', roles: ['IS'] };
    await load([entry]);
    expect(await world.users.find(FIRST)).to.include({ name: 'Renamed', status: 'suspended' });
    await load([{ ...entry, status: 'active' }]);
    expect(await world.users.find(FIRST)).to.include({ status: 'active' });
  });

  it('takes the place of the seeded test organisations', async () => {
    await world.store.db.deleteFrom('users').execute();
    await seedTestOrganisations(world.store, 'http://127.0.0.1:9/seeded');
    await load([{ id: FIRST, name: 'Ours', roles: ['IS'] }, third]);
    expect((await world.users.all()).map(({ id }) => id)).to.deep.equal([FIRST, THIRD]);
    expect((await world.registrations.list()).map(({ user }) => user)).to.satisfy((users: string[]) =>
      users.every((user) => user === FIRST),
    );
    await seedTestOrganisations(world.store, 'http://127.0.0.1:9/again');
    expect(await world.users.find(FIRST)).to.deep.include({ name: 'Ours', roles: ['IS'] });
    expect(await world.users.find(FIRST)).to.not.have.property('receiveResponseUrl');
  });

  const bad: [string, unknown, RegExp][] = [
    ['no JSON', '{', /users\.json' cannot be read as JSON/],
    ['a number', '1', /users\.json' at /],
    ['a bad EUI-64', [{ ...third, id: '90-B3' }], /at users\.0\.id: '90-B3' is not an EUI-64/],
    [
      'an unknown role',
      [third, { ...third, roles: ['XX'] }],
      /at users\.1\.roles\.0: has to be one of IS, ES/,
    ],
    ['no roles', [{ ...third, roles: [] }], /at users\.0\.roles: has to name/],
    ['an unknown member', [{ ...third, url: 'http://a/' }], /at users\.0: .*url/],
    [
      'a URL that is none of the web',
      [{ ...third, receiveResponseUrl: 'file:///a' }],
      /receiveResponseUrl: has to be an http/,
    ],
    [
      'a bad version',
      [{ ...third, duisVersion: 'five' }],
      /at users\.0\.duisVersion: has to be a DUIS version/,
    ],
    [
      'a bad date',
      { users: [], registrations: [{ mpxn: MPAN, role: 'IS', user: FIRST, from: '1.4.2022' }] },
      /at registrations\.0\.from: has to be a date such as/,
    ],
    [
      'a role without registrations',
      { users: [], registrations: [{ mpxn: MPAN, role: 'OU', user: OTHER, from: '2020-01-01' }] },
      /at registrations\.0\.role: has to be one of IS, ES, GS, RSA, ED, GT/,
    ],
    [
      'a registration of nobody',
      {
        users: [third],
        registrations: [
          { mpxn: MPAN, role: 'IS', user: FIRST, from: '2020-01-01' },
          { mpxn: MPAN, role: 'IS', user: '00-00-00-00-00-00-00-01', from: '2022-01-01' },
        ],
      },
      /at registrations\.1: there is no User 00-00/,
    ],
    [
      'a meter point of the other fuel',
      { users: [], registrations: [{ mpxn: '1000999888', role: 'ED', user: NETWORK, from: '2020-01-01' }] },
      /at registrations\.0: '1000999888' is no meter point for ED/,
    ],
  ];
  for (const [what, content, message] of bad) {
    it(`with ${what} changes nothing, and is told where it is wrong`, async () => {
      const before = [await world.users.all(), await world.registrations.list()];
      const failure: unknown = await load(content).catch((error: unknown) => error);
      expect(failure).to.be.instanceOf(ConfigError);
      expect((failure as ConfigError).message).to.match(/^DUIS_USERS_FILE: /);
      expect((failure as ConfigError).message).to.match(message);
      expect([await world.users.all(), await world.registrations.list()]).to.deep.equal(before);
    });
  }

  it('that is not there is named with the argument it was given by', async () => {
    expect(await refusalOf(loadUsers(world.store, join(directory(), 'none.json'), '<file>'))).to.match(
      /^<file>: '.*none\.json' cannot be read/,
    );
    expect(await world.users.find(FIRST)).to.deep.equal(userWith());
  });
});
