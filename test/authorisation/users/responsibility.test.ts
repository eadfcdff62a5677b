import { expect } from 'chai';
import {
  DEVICE_RULES,
  REGISTERED_ROLES,
  type RegisteredRole,
  Responsibility,
  ROLE_RULES,
  ROLES_WITHOUT_REGISTRATION,
  UNKNOWN_RULES,
  type User,
} from '../../../src/authorisation/index.js';
import { DEVICE_TYPES, type DeviceType } from '../../../src/common/device-type.js';
import { type Eui64, parseEui64 } from '../../../src/common/eui64.js';
import { USER_ROLES, type UserRole } from '../../../src/duis/index.js';
import type { DeviceRecord } from '../../../src/inventory/index.js';
import { deviceWith } from '../checked-request.js';
import {
  date,
  FIRST,
  NETWORK,
  OTHER,
  SECOND,
  type UsersWorld,
  usersWorld,
  userWith,
} from './users-fixture.js';

const IMPORT = '1312345678111';
const SECONDARY = '1312345678222';
const EXPORT = '1312345678333';
const MPRN = '1000999888';
const NOW = date('2026-06-01');
const HUB = parseEui64('00-DB-12-34-56-78-90-A2');

/** A User in every role, so that only registrations decide. */
const inEveryRole = (id: Eui64): User => userWith({ id, roles: USER_ROLES });

describe('responsibility', () => {
  let world: UsersWorld;
  beforeEach(async () => {
    world = await usersWorld();
    for (const id of [FIRST, SECOND, NETWORK, OTHER]) await world.users.put(inEveryRole(id));
  });
  afterEach(() => world.store.close());

  const responsibility = (unregistered: 'open' | 'refuse' = 'open'): Responsibility =>
    new Responsibility({ ...world, unregistered });

  const register = (mpxn: string, role: RegisteredRole, user: Eui64 = FIRST, from = '2020-01-01') =>
    world.registrations.register({ mpxn, role, user, from: date(from) });

  /** Puts a Device into the inventory; its id ends with the two digits. */
  const device = async (
    deviceType: DeviceType,
    digits: string,
    facts: Partial<DeviceRecord> = {},
  ): Promise<DeviceRecord> => {
    const record = deviceWith({
      id: parseEui64(`00-DB-12-34-56-78-90-${digits}`),
      deviceType,
      hubId: deviceType === 'CHF' ? null : HUB,
      ...facts,
    });
    await world.store.db
      .insertInto('devices')
      .values({
        id: record.id,
        device_type: deviceType,
        status: record.status,
        status_since: 0,
        manufacturer: record.manufacturer,
        model: record.model,
        hub_id: record.hubId,
        import_mpxn: record.importMpxn,
        secondary_import_mpan: record.secondaryImportMpan,
        export_mpan: record.exportMpan,
      })
      .execute();
    return record;
  };
  const electricityMeter = (facts: Partial<DeviceRecord> = {}) =>
    device('ESME', 'A0', {
      importMpxn: IMPORT,
      secondaryImportMpan: SECONDARY,
      exportMpan: EXPORT,
      ...facts,
    });
  const gasMeter = (facts: Partial<DeviceRecord> = {}) =>
    device('GSME', 'A1', { importMpxn: MPRN, ...facts });
  const hub = () => device('CHF', 'A2');

  const roles = async (
    user: Eui64,
    target: DeviceRecord | undefined,
    at = NOW,
    setting: 'open' | 'refuse' = 'open',
  ): Promise<UserRole[]> => {
    const given = await responsibility(setting).responsibleAs(inEveryRole(user), target, at);
    // Those that need no registration are tested apart.
    return given.filter((role) => role !== 'OU' && role !== 'LC');
  };

  it('is written down with a reason for every Device type and every role', () => {
    expect(Object.keys(DEVICE_RULES)).to.have.members([...DEVICE_TYPES]);
    expect(Object.keys(ROLE_RULES)).to.have.members([...REGISTERED_ROLES]);
    const free = ROLES_WITHOUT_REGISTRATION.map(({ role }) => role);
    expect([...REGISTERED_ROLES, ...free]).to.have.members([...USER_ROLES]);
    for (const rule of [
      ...Object.values(DEVICE_RULES),
      ...Object.values(ROLE_RULES),
      ...Object.values(UNKNOWN_RULES),
      ...ROLES_WITHOUT_REGISTRATION,
    ]) {
      expect(rule.reason).to.match(/\w+ \w+/);
    }
  });

  describe('for an ESME', () => {
    for (const [role, mpxn, gives] of [
      ['IS', IMPORT, true],
      ['IS', SECONDARY, true],
      ['IS', EXPORT, false],
      ['ES', EXPORT, true],
      ['ES', IMPORT, false],
      ['ED', IMPORT, true],
      ['ED', SECONDARY, true],
      ['ED', EXPORT, true],
      ['RSA', IMPORT, true],
      ['RSA', EXPORT, true],
    ] as const) {
      it(`${gives ? 'follows' : 'does not follow'} from a registration as ${role} for its ${mpxn === IMPORT ? 'import' : mpxn === EXPORT ? 'export' : 'secondary import'} MPAN`, async () => {
        await hub();
        const meter = await electricityMeter();
        await register(mpxn, role);
        expect(await roles(FIRST, meter, NOW, 'refuse')).to.deep.equal(gives ? [role] : []);
        expect(await roles(SECOND, meter, NOW, 'refuse')).to.deep.equal([]);
      });
    }

    it('changes hands at the date of a Change of Supplier', async () => {
      await hub();
      const meter = await electricityMeter({ secondaryImportMpan: null, exportMpan: null });
      await register(IMPORT, 'IS');
      await register(IMPORT, 'IS', SECOND, '2026-05-01');
      const before = new Date('2026-04-30T23:59:59Z');
      expect(await roles(FIRST, meter, before)).to.deep.equal(['IS']);
      expect(await roles(SECOND, meter, before)).to.deep.equal([]);
      expect(await roles(FIRST, meter, date('2026-05-01'))).to.deep.equal([]);
      expect(await roles(SECOND, meter, date('2026-05-01'))).to.deep.equal(['IS']);
    });
  });

  describe('for a GSME and its GPF', () => {
    for (const role of ['GS', 'GT', 'RSA'] as const) {
      it(`follows from a registration as ${role} for the MPRN`, async () => {
        await hub();
        const gpf = await device('GPF', 'A3');
        await electricityMeter();
        const meter = await gasMeter();
        await register(MPRN, role);
        await register(IMPORT, 'IS', SECOND);
        for (const target of [meter, gpf]) {
          expect(await roles(FIRST, target)).to.deep.equal([role]);
          expect(await roles(SECOND, target)).to.deep.equal([]);
        }
      });
    }
  });

  describe('for the other Devices of a home', () => {
    for (const [type, digits] of [
      ['PPMID', 'A4'],
      ['HCALCS', 'A5'],
      ['IHD', 'A7'],
      ['CAD', 'A8'],
    ] as const) {
      it(`follows for a ${type} from any of its meters`, async () => {
        await hub();
        await electricityMeter();
        await gasMeter();
        const other = await device(type, digits);
        await register(IMPORT, 'IS');
        await register(MPRN, 'GS', SECOND);
        await register(EXPORT, 'ES', NETWORK);
        expect(await roles(FIRST, other, NOW, 'refuse')).to.deep.equal(['IS']);
        expect(await roles(SECOND, other, NOW, 'refuse')).to.deep.equal(['GS']);
        expect(await roles(NETWORK, other, NOW, 'refuse')).to.deep.equal(['ES']);
        expect(await roles(OTHER, other, NOW, 'refuse')).to.deep.equal([]);
      });
    }

    it('follows for a CHF from the meters in its Device Log', async () => {
      const chf = await hub();
      await gasMeter();
      await register(MPRN, 'GS');
      expect(await roles(FIRST, chf)).to.deep.equal(['GS']);
      expect(await roles(SECOND, chf)).to.deep.equal([]);
    });
  });

  describe('where too little is known', () => {
    const everyRole = [...REGISTERED_ROLES];

    it("is everybody's for a request about no Device", async () => {
      expect(await roles(FIRST, undefined, NOW, 'refuse')).to.have.members(everyRole);
    });

    it("is everybody's for a meter without MPxN", async () => {
      await hub();
      const meter = await electricityMeter({ importMpxn: null, secondaryImportMpan: null, exportMpan: null });
      expect(await roles(FIRST, meter, NOW, 'refuse')).to.have.members(everyRole);
    });

    it("is everybody's in a home without meters, or whose meters have no MPxN, and outside of homes", async () => {
      const chf = await hub();
      const ppmid = await device('PPMID', 'A4');
      const stray = await device('PPMID', 'A9', { hubId: null });
      for (const each of [chf, ppmid, stray]) {
        expect(await roles(FIRST, each, NOW, 'refuse')).to.have.members(everyRole);
      }
      await gasMeter({ importMpxn: null });
      expect(await roles(FIRST, ppmid, NOW, 'refuse')).to.have.members(everyRole);
    });

    it('is that of the missing fuel only in a home where the other fuel is known', async () => {
      const chf = await hub();
      await electricityMeter();
      await gasMeter({ importMpxn: null });
      await register(IMPORT, 'IS');
      expect(await roles(SECOND, chf, NOW, 'refuse')).to.have.members(['GS', 'GT', 'RSA']);
    });

    it('is not opened by a second meter of the same fuel without MPxN', async () => {
      const chf = await hub();
      await electricityMeter();
      await device('ESME', 'A6');
      await register(IMPORT, 'IS');
      expect(await roles(SECOND, chf, NOW, 'refuse')).to.deep.equal([]);
    });

    it('is open to fitting roles, or refused to all, for an MPxN nobody is registered for', async () => {
      await hub();
      const esme = await electricityMeter({ secondaryImportMpan: null, exportMpan: null });
      const gsme = await gasMeter();
      expect(await roles(SECOND, esme)).to.deep.equal(['IS', 'RSA', 'ED']);
      expect(await roles(SECOND, gsme)).to.deep.equal(['GS', 'RSA', 'GT']);
      for (const meter of [esme, gsme]) expect(await roles(SECOND, meter, NOW, 'refuse')).to.deep.equal([]);
    });

    it("is nobody's before and after the registrations of an MPxN that has some", async () => {
      await hub();
      const meter = await gasMeter();
      await world.registrations.register({
        mpxn: MPRN,
        role: 'GS',
        user: FIRST,
        from: date('2027-01-01'),
        until: date('2028-01-01'),
      });
      for (const at of [NOW, date('2028-01-01')]) {
        expect(await roles(FIRST, meter, at)).to.deep.equal([]);
        expect(await roles(SECOND, meter, at)).to.deep.equal([]);
      }
    });
  });

  it('needs no registration in the roles OU and LC', async () => {
    await hub();
    const meter = await gasMeter();
    await register(MPRN, 'GS');
    const other = userWith({ id: OTHER, roles: ['OU', 'LC'] });
    expect(await responsibility('refuse').responsibleAs(other, meter, NOW)).to.deep.equal(['OU', 'LC']);
  });

  it('is never in a role the User does not act in', async () => {
    await hub();
    const meter = await gasMeter();
    await register(MPRN, 'GS');
    const agent = userWith({ id: FIRST, roles: ['RSA'] });
    for (const target of [meter, undefined]) {
      const given = await responsibility().responsibleAs(agent, target, NOW);
      expect(given).to.satisfy((each: UserRole[]) => each.every((role) => role === 'RSA'));
    }
  });

  describe('of the Users concerned', () => {
    const concerned = async (target: DeviceRecord, at = NOW): Promise<string[]> =>
      (await responsibility().usersConcerned(target, at)).map(({ user, role }) => `${role} ${user.id}`);

    it('names those registered for the meters of a home, each once in each role', async () => {
      const chf = await hub();
      const esme = await electricityMeter();
      await gasMeter();
      await register(IMPORT, 'IS');
      await register(SECONDARY, 'IS');
      await register(EXPORT, 'ES');
      await register(EXPORT, 'ED', NETWORK);
      await register(MPRN, 'GS', SECOND);
      expect(await concerned(esme)).to.have.members([`IS ${FIRST}`, `ES ${FIRST}`, `ED ${NETWORK}`]);
      expect(await concerned(chf)).to.have.members([
        `IS ${FIRST}`,
        `ES ${FIRST}`,
        `ED ${NETWORK}`,
        `GS ${SECOND}`,
      ]);
    });

    it('names nobody where nobody is registered at the date', async () => {
      await hub();
      const meter = await gasMeter();
      expect(await concerned(meter)).to.deep.equal([]);
      await register(MPRN, 'GS', FIRST, '2027-01-01');
      expect(await concerned(meter)).to.deep.equal([]);
      expect(await concerned(meter, date('2027-01-01'))).to.deep.equal([`GS ${FIRST}`]);
    });

    it('gives each User as it is now', async () => {
      await hub();
      const meter = await gasMeter();
      await register(MPRN, 'GS');
      await world.users.put({ ...inEveryRole(FIRST), duisVersion: '5.1' });
      const [only] = await responsibility().usersConcerned(meter, NOW);
      expect(only?.user.duisVersion).to.equal('5.1');
      await world.users.put({ ...inEveryRole(FIRST), roles: ['IS'] });
      expect(await concerned(meter)).to.deep.equal([]);
    });
  });
});
