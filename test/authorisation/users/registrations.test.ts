import { expect } from 'chai';
import fc from 'fast-check';
import type { Registration } from '../../../src/authorisation/index.js';
import { parseEui64 } from '../../../src/common/eui64.js';
import { date, FIRST, NETWORK, refusalOf, SECOND, type UsersWorld, usersWorld } from './users-fixture.js';
import { onEachDatabase } from '../../store/each-database.js';

const MPAN = '1312345678111';
const MPRN = '1000999888';

onEachDatabase('registrations', () => {
  let world: UsersWorld;
  beforeEach(async () => (world = await usersWorld()));
  afterEach(() => world.store.close());

  const register = (facts: Partial<Registration> = {}, recordedAt?: Date): Promise<Registration> =>
    world.registrations.register(
      { mpxn: MPAN, role: 'IS', user: FIRST, from: date('2020-01-01'), ...facts },
      recordedAt,
    );
  const holder = async (day: string, role: Registration['role'] = 'IS') =>
    (await world.registrations.at(MPAN, role, date(day)))?.user;

  it('holds from its first moment to just before its end', async () => {
    await register({ until: date('2021-01-01') });
    const at = async (moment: string) => (await world.registrations.at(MPAN, 'IS', new Date(moment)))?.user;
    expect(await at('2019-12-31T23:59:59.999Z')).to.equal(undefined);
    expect(await at('2020-01-01T00:00:00.000Z')).to.equal(FIRST);
    expect(await at('2020-12-31T23:59:59.999Z')).to.equal(FIRST);
    expect(await at('2021-01-01T00:00:00.000Z')).to.equal(undefined);
  });

  it('is of one role and one meter point', async () => {
    await register();
    expect(await holder('2020-06-01', 'ES')).to.equal(undefined);
    expect(await world.registrations.at('1312345678222', 'IS', date('2020-06-01'))).to.equal(undefined);
    expect(await world.registrations.of('1312345678222')).to.deep.equal([]);
  });

  it('moves responsibility at the date of a Change of Supplier', async () => {
    await register();
    await register({ user: SECOND, from: date('2022-04-01') });
    expect(await holder('2022-03-31')).to.equal(FIRST);
    expect(await holder('2022-04-01')).to.equal(SECOND);
    expect(await world.registrations.list({ user: FIRST })).to.deep.equal([
      { mpxn: MPAN, role: 'IS', user: FIRST, from: date('2020-01-01'), until: date('2022-04-01') },
    ]);
  });

  it('ends an earlier registration that would have ended later', async () => {
    await register({ until: date('2030-01-01') });
    await register({ user: SECOND, from: date('2022-04-01'), until: date('2023-01-01') });
    expect(await holder('2022-06-01')).to.equal(SECOND);
    expect(await holder('2024-01-01')).to.equal(undefined);
  });

  it('ends where a later registration begins', async () => {
    await register({ user: SECOND, from: date('2022-04-01') });
    expect(await register()).to.deep.include({ user: FIRST, until: date('2022-04-01') });
    expect(await holder('2021-01-01')).to.equal(FIRST);
    expect(await holder('2023-01-01')).to.equal(SECOND);
  });

  it('says the same when it is said again', async () => {
    await register();
    await register({ user: SECOND, from: date('2022-04-01') });
    const before = await world.registrations.list();
    await register();
    await register({ user: SECOND, from: date('2022-04-01') });
    expect(await world.registrations.list()).to.deep.equal(before);
  });

  it('is corrected by one of the same start', async () => {
    await register();
    await register({ user: SECOND });
    expect(await world.registrations.list()).to.have.length(1);
    expect(await holder('2020-06-01')).to.equal(SECOND);
  });

  it('never lets two Users hold one role at a time, in whatever order they are registered', async () => {
    const day = fc.integer({ min: 0, max: 30 }).map((days) => new Date(Date.UTC(2020, 0, 1 + days)));
    const registration = fc.record({ from: day, user: fc.constantFrom(FIRST, SECOND) });
    await fc.assert(
      fc.asyncProperty(fc.array(registration, { minLength: 1, maxLength: 8 }), async (registrations) => {
        await world.store.db.deleteFrom('registrations').execute();
        for (const each of registrations) await register(each);
        const all = await world.registrations.list();
        const last = new Map(registrations.map(({ from, user }) => [from.getTime(), user]));
        expect(all.map(({ from, user }) => [from.getTime(), user])).to.deep.equal(
          [...last].sort(([one], [other]) => one - other),
        );
        all.forEach(({ until }, index) => expect(until).to.deep.equal(all[index + 1]?.from));
      }),
      { numRuns: 50 },
    );
  });

  const refused: [string, Partial<Registration>, RegExp][] = [
    [
      'an MPRN as that of an Import Supplier',
      { mpxn: MPRN },
      /'1000999888' is no meter point for IS.*13 digits/,
    ],
    ['an MPAN as that of a Gas Supplier', { role: 'GS' }, /is no meter point for GS, which needs an MPRN/],
    ['a meter point that is no number', { mpxn: 'x', role: 'RSA' }, /MPAN of 13 or an MPRN of up to 10/],
    ['an end that is not after its start', { until: date('2020-01-01') }, /is not after its start/],
    ['a User there is not', { user: parseEui64('00-00-00-00-00-00-00-01') }, /there is no User 00-00/],
    ['a User that does not act in the role', { role: 'ED' }, /does not act as ED, only as IS, ES, GS, RSA/],
  ];
  for (const [what, facts, message] of refused) {
    it(`refuses ${what}`, async () => {
      expect(await refusalOf(register(facts))).to.match(message);
      expect(await world.registrations.list()).to.deep.equal([]);
    });
  }

  it('refuses an end after the start of a later registration, and changes nothing', async () => {
    await register({ from: date('2019-01-01') });
    await register({ user: SECOND, from: date('2022-04-01') });
    const before = await world.registrations.list();
    const overlapping = register({ until: date('2022-05-01') });
    expect(await refusalOf(overlapping)).to.match(/is registered as IS .* from 2022-04-01.*end by then/);
    expect(await world.registrations.list()).to.deep.equal(before);
  });

  it('removes the registration named, and no other', async () => {
    await register();
    await register({ user: SECOND, from: date('2022-04-01') });
    await world.registrations.remove({ mpxn: MPAN, role: 'IS', from: date('2020-01-01') });
    expect((await world.registrations.list()).map(({ user }) => user)).to.deep.equal([SECOND]);
    const again = world.registrations.remove({ mpxn: MPAN, role: 'IS', from: date('2020-01-01') });
    expect(await refusalOf(again)).to.match(/nobody is registered as IS for 1312345678111 from 2020-01-01/);
  });

  it('lists by meter point, role and User', async () => {
    await register();
    await register({ mpxn: MPRN, role: 'GS' });
    await register({ role: 'ED', user: NETWORK });
    const { registrations } = world;
    expect(await registrations.list()).to.have.length(3);
    expect((await registrations.list({ mpxn: MPAN })).map(({ role }) => role)).to.deep.equal(['ED', 'IS']);
    expect((await registrations.list({ user: FIRST, role: 'GS' })).map(({ mpxn }) => mpxn)).to.deep.equal([
      MPRN,
    ]);
  });

  describe('as Changes of Supplier', () => {
    const changes = async (after: string, until: string) =>
      (await world.registrations.changes(date(after), date(until))).map(({ role, from, previous, user }) => [
        role,
        from.toISOString().slice(0, 10),
        previous,
        user,
      ]);
    const CHANGE = ['IS', '2022-04-01', FIRST, SECOND];

    it('are told once, in the interval in which they take effect', async () => {
      await register();
      await register({ user: SECOND, from: date('2022-04-01') });
      expect(await changes('2022-03-01', '2022-03-31')).to.deep.equal([]);
      expect(await changes('2022-03-31', '2022-04-01')).to.deep.equal([CHANGE]);
      expect(await changes('2022-04-01', '2022-05-01')).to.deep.equal([]);
    });

    it('take effect when they are recorded if that is later', async () => {
      await register();
      await register({ user: SECOND, from: date('2022-04-01') }, date('2022-04-10'));
      expect(await changes('2022-03-31', '2022-04-02')).to.deep.equal([]);
      expect(await changes('2022-04-09', '2022-04-10')).to.deep.equal([CHANGE]);
      expect(await changes('2022-04-10', '2022-05-01')).to.deep.equal([]);
    });

    it('take effect at their date if they are recorded before', async () => {
      await register();
      await register({ user: SECOND, from: date('2022-04-01') }, date('2022-03-10'));
      expect(await changes('2022-03-09', '2022-03-31')).to.deep.equal([]);
      expect(await changes('2022-03-31', '2022-04-01')).to.deep.equal([CHANGE]);
    });

    it('are no new ones when they are recorded again', async () => {
      await register();
      await register({ user: SECOND, from: date('2022-04-01') }, date('2022-03-10'));
      await register({ user: SECOND, from: date('2022-04-01') }, date('2022-06-10'));
      expect(await changes('2022-06-01', '2022-07-01')).to.deep.equal([]);
    });

    it('are not those where nobody was registered before, the same User was, or there was a gap', async () => {
      await register({ until: date('2021-01-01') });
      await register({ from: date('2021-01-01'), until: date('2022-01-01') });
      await register({ user: SECOND, from: date('2022-04-01') });
      expect(await changes('2000-01-01', '2030-01-01')).to.deep.equal([]);
    });

    it('are not those of network operators', async () => {
      await world.users.put({ ...(await world.users.find(NETWORK))!, id: SECOND });
      await register({ role: 'ED', user: NETWORK });
      await register({ role: 'ED', user: SECOND, from: date('2022-04-01') });
      expect(await changes('2000-01-01', '2030-01-01')).to.deep.equal([]);
    });
  });
});
