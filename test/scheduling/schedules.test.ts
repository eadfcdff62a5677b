import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { Schedules } from '../../src/scheduling/index.js';
import { openStore } from '../../src/store/index.js';
import {
  CONSUMPTION_READ,
  DAILY_READ,
  ESME,
  GSME,
  NETWORK_OPERATOR,
  OTHER_ESME,
  SUPPLIER,
  World,
} from './world.js';
import { onEachDatabase } from '../store/each-database.js';

const at = (text: string) => new Date(text);

onEachDatabase('the schedules of the DCC', () => {
  let world: World;

  beforeEach(async () => {
    world = await World.open();
  });

  afterEach(() => world.close());

  const dueIds = async (now: string, limit = 100) =>
    (await world.schedules.due(at(now), limit)).map(({ schedule }) => schedule.id);

  it('has nothing due before the time of a run, and the run from then on', async () => {
    const id = await world.create();
    expect(await dueIds('2026-01-05T23:59:59.999Z')).to.deep.equal([]);
    const [run] = await world.schedules.due(at('2026-01-06T00:00:00Z'), 1);
    expect(run?.schedule.id).to.equal(id);
    expect(run?.at).to.deep.equal(at('2026-01-06T00:00:00Z'));
    expect(await dueIds('2026-01-06T09:00:00Z')).to.deep.equal([id]);
  });

  it('gives what is longest overdue first, and no more than is asked for', async () => {
    await world.create({ ...DAILY_READ, ScheduleExecutionStartTime: '03:00:00Z' });
    await world.create({ ...DAILY_READ, ScheduleExecutionStartTime: '01:00:00Z' });
    await world.create({ ...DAILY_READ, ScheduleExecutionStartTime: '02:00:00Z' });
    expect(await dueIds('2026-01-06T04:00:00Z')).to.deep.equal([2, 3, 1]);
    expect(await dueIds('2026-01-06T04:00:00Z', 2)).to.deep.equal([2, 3]);
  });

  it('moves on to the next time once a run is noted', async () => {
    const id = await world.create();
    expect(await world.schedules.ran(id, at('2026-01-06T00:00:00Z'))).to.equal(true);
    expect(await world.schedules.find(id)).to.deep.include({
      state: 'active',
      lastRunAt: at('2026-01-06T00:00:00Z'),
      nextRunAt: at('2026-01-07T00:00:00Z'),
    });
    expect(await dueIds('2026-01-06T23:00:00Z')).to.deep.equal([]);
  });

  it('notes a run only once', async () => {
    const id = await world.create();
    await world.schedules.ran(id, at('2026-01-06T00:00:00Z'));
    expect(await world.schedules.ran(id, at('2026-01-06T00:00:00Z'))).to.equal(false);
    expect((await world.schedules.find(id))?.nextRunAt).to.deep.equal(at('2026-01-07T00:00:00Z'));
  });

  it('notes a run for only one of two that note it at the same time', async () => {
    const another = new Schedules(world.store);
    const id = await world.create();
    const time = at('2026-01-06T00:00:00Z');
    const noted = await Promise.all([world.schedules.ran(id, time), another.ran(id, time)]);
    expect(noted).to.have.members([true, false]);
  });

  it('runs once for all the runs that were missed, at the last of them', async () => {
    const id = await world.create();
    const [run, ...more] = await world.schedules.due(at('2026-01-20T08:00:00Z'), 9);
    expect(more).to.deep.equal([]);
    expect(run?.at).to.deep.equal(at('2026-01-20T00:00:00Z'));
    await world.schedules.ran(id, at('2026-01-20T00:00:00Z'));
    expect(await dueIds('2026-01-20T08:00:00Z')).to.deep.equal([]);
    expect((await world.schedules.find(id))?.nextRunAt).to.deep.equal(at('2026-01-21T00:00:00Z'));
  });

  it('still makes the last run if it was missed, then ends', async () => {
    const id = await world.create({ ...DAILY_READ, ScheduleEndDate: '2026-01-08' });
    const [run] = await world.schedules.due(at('2026-02-20T08:00:00Z'), 9);
    expect(run?.at).to.deep.equal(at('2026-01-08T00:00:00Z'));
    expect(await world.schedules.ran(id, at('2026-01-08T00:00:00Z'))).to.equal(true);
    expect(await world.schedules.find(id)).to.deep.include({ state: 'ended', nextRunAt: null });
    expect(await world.schedules.read(SUPPLIER, { id })).to.deep.equal([]);
    expect(await dueIds('2027-01-01T00:00:00Z')).to.deep.equal([]);
  });

  it('runs no schedule that its User deleted', async () => {
    const id = await world.create();
    await world.perform(world.request('DeleteSchedule', { DSPScheduleID: id }));
    expect(await dueIds('2026-02-01T00:00:00Z')).to.deep.equal([]);
    expect(await world.schedules.ran(id, at('2026-01-06T00:00:00Z'))).to.equal(false);
  });

  describe('of one Device', () => {
    beforeEach(async () => {
      await world.create();
      await world.create(CONSUMPTION_READ, NETWORK_OPERATOR);
      await world.create({ ...DAILY_READ, DeviceID: OTHER_ESME });
      await world.create({ ...CONSUMPTION_READ, ScheduleFrequency: 'Daily' });
    });

    it('are all removed with the Device, and told with their owners', async () => {
      const removed = await world.schedules.removeForDevice(ESME, 'decommissioned', world.now);
      expect(removed.map(({ id, owner }) => [id, owner])).to.deep.equal([
        [1, SUPPLIER],
        [2, NETWORK_OPERATOR],
        [4, SUPPLIER],
      ]);
      for (const schedule of removed) {
        expect(schedule).to.deep.include({
          device: ESME,
          state: 'removed',
          removedAt: world.now,
          removedReason: 'decommissioned',
          nextRunAt: null,
        });
      }
      expect(await dueIds('2026-03-01T00:00:00Z')).to.deep.equal([3]);
    });

    it('are removed for one User on change of supplier, and kept for others', async () => {
      const removed = await world.schedules.removeOf(SUPPLIER, ESME, 'change of supplier', world.now);
      expect(removed.map(({ id }) => id)).to.deep.equal([1, 4]);
      expect(await dueIds('2026-03-01T00:00:00Z')).to.have.members([2, 3]);
    });

    it('are removed once', async () => {
      await world.schedules.removeForDevice(ESME, 'decommissioned', world.now);
      expect(await world.schedules.removeForDevice(ESME, 'decommissioned', world.now)).to.deep.equal([]);
      expect(await world.schedules.removeOf(SUPPLIER, GSME, 'change of supplier', world.now)).to.deep.equal(
        [],
      );
    });
  });

  describe('after a restart', () => {
    let directory: string;

    beforeEach(() => {
      directory = mkdtempSync(join(tmpdir(), 'schedules-'));
    });

    afterEach(() => rmSync(directory, { recursive: true }));

    it('are as they were, and go on with their ids', async () => {
      const url = join(directory, 'gateway.sqlite');
      const before = await World.open(url);
      const details = { ...DAILY_READ, KAPublicSecurityCredential: Buffer.from('3003020101', 'hex') };
      const request = before.request('CreateSchedule', details);
      await before.perform(request);
      await before.create(CONSUMPTION_READ, NETWORK_OPERATOR);
      await before.schedules.ran(1, at('2026-01-06T00:00:00Z'));
      const left = [await before.schedules.find(1), await before.schedules.find(2)];
      await before.close();

      const store = await openStore({ url });
      const schedules = new Schedules(store);
      expect([await schedules.find(1), await schedules.find(2)]).to.deep.equal(left);
      expect(
        (await schedules.due(at('2026-01-07T00:00:00Z'), 9)).map(({ schedule }) => schedule.id),
      ).to.deep.equal([1]);
      await store.close();

      const after = await World.open(url);
      expect((await after.perform(request)).content).to.deep.equal({ DSPScheduleID: 1 });
      expect(await after.create()).to.equal(3);
      await after.close();
    });
  });
});
