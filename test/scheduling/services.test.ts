import { expect } from 'chai';
import type { Eui64 } from '../../src/common/eui64.js';
import {
  MOST_SCHEDULES,
  performSchedulingService,
  type ScheduleDetails,
} from '../../src/scheduling/index.js';
import { refused } from '../inventory/world.js';
import {
  CHF,
  CONSUMPTION_READ,
  DAILY_READ,
  ESME,
  GSME,
  NETWORK_OPERATOR,
  NO_DEVICE,
  OTHER_ESME,
  SMETS1_ESME,
  SUPPLIER,
  World,
} from './world.js';

describe('Create, Read and Delete Schedule', () => {
  let world: World;

  beforeEach(async () => {
    world = await World.open();
  });

  afterEach(() => world.close());

  const create = (change: Partial<ScheduleDetails>, owner?: Eui64) =>
    world.perform(world.request('CreateSchedule', { ...DAILY_READ, ...change }, owner));

  const read = async (content: { DSPScheduleID?: number; DeviceID?: Eui64 }, owner?: Eui64) => {
    const outcome = await world.perform(world.request('ReadSchedule', content, owner));
    return outcome.content?.DSPSchedulesRead?.DSPSchedules ?? [];
  };

  const remove = (content: { DSPScheduleID?: number; DeviceID?: Eui64 }, owner?: Eui64) =>
    world.perform(world.request('DeleteSchedule', content, owner));

  it('leaves other services to others', async () => {
    const request = world.request('ReadInventory', { DeviceID: ESME });
    const { inventory, schedules, now } = world;
    const context = { inventory, schedules, now, requestId: 'x', user: { id: SUPPLIER, roles: [] } };
    expect(await performSchedulingService(request, context)).to.equal(undefined);
  });

  describe('Create', () => {
    it('gives out ids in order', async () => {
      expect(await world.create()).to.equal(1);
      expect(await world.create(CONSUMPTION_READ, NETWORK_OPERATOR)).to.equal(2);
      await remove({ DSPScheduleID: 1 });
      await remove({ DSPScheduleID: 2 }, NETWORK_OPERATOR);
      expect(await world.create()).to.equal(3);
    });

    it('answers I0 with the DSPScheduleID, and the same again to the same request', async () => {
      const request = world.request('CreateSchedule', DAILY_READ);
      const first = await world.perform(request);
      expect(first).to.deep.equal({ responseCode: 'I0', content: { DSPScheduleID: 1 } });
      expect(await world.perform(request)).to.deep.equal(first);
      expect(await read({ DeviceID: ESME })).to.have.length(1);
    });

    it('answers the same request as before even if its schedule is over by then', async () => {
      const request = world.request('CreateSchedule', { ...DAILY_READ, ScheduleEndDate: '2026-01-06' });
      const first = await world.perform(request);
      world.now = new Date('2026-02-01T00:00:00Z');
      expect(await world.perform(request)).to.deep.equal(first);
    });

    it('runs a schedule that started in the past at the next time after now', async () => {
      const id = await world.create();
      expect((await world.schedules.find(id))?.nextRunAt).to.deep.equal(new Date('2026-01-06T00:00:00Z'));
    });

    it('keeps schema version, owner and request with it', async () => {
      const id = await world.create();
      expect(await world.schedules.find(id)).to.deep.include({
        owner: SUPPLIER,
        device: ESME,
        schemaVersion: '5.4',
        state: 'active',
        createdAt: world.now,
        lastRunAt: null,
      });
    });

    it('takes SMETS1 Devices', async () => {
      expect(await world.create({ ...DAILY_READ, DeviceID: SMETS1_ESME })).to.equal(1);
    });

    it('takes 4.2, which only the schema has as schedulable', async () => {
      const id = await world.create({
        ScheduleFrequency: 'Monthly',
        ScheduleStartDate: '2026-01-31',
        DeviceID: ESME,
        DSPScheduledServiceReference: '4.2',
        DSPScheduledServiceReferenceVariant: '4.2',
        DSPReadInstantaneousExportRegisters: {},
      });
      expect(id).to.equal(1);
    });

    it('refuses a Device that is not in the inventory with E19', () =>
      refused(create({ DeviceID: NO_DEVICE }), 'E19'));

    it('refuses a Device type the scheduled variant is not for with E11', () =>
      refused(create({ DeviceID: CHF }), 'E11'));

    it('refuses a Device that is out of service with E5', async () => {
      await world.store.db
        .updateTable('devices')
        .set({ status: 'Decommissioned' })
        .where('id', '=', ESME)
        .execute();
      await refused(create({}), 'E5');
    });

    it('refuses a User no role of which may send the scheduled variant with E2', () =>
      refused(create({}, NETWORK_OPERATOR), 'E2'));

    it('refuses a variant that cannot be scheduled with E12', () =>
      refused(
        create({ DSPScheduledServiceReferenceVariant: '4.1.1' } as unknown as Partial<ScheduleDetails>),
        'E12',
      ));

    it('refuses a Service Reference the variant does not belong to with E12', () =>
      refused(create({ DSPScheduledServiceReference: '4.8' }), 'E12'));

    it('refuses the DSP element of another variant with E12', () =>
      refused(create({ DSPScheduledServiceReferenceVariant: '4.6.2' }), 'E12'));

    for (const [flaw, change] of [
      ['an end before the start', { ScheduleStartDate: '2027-01-02', ScheduleEndDate: '2027-01-01' }],
      ['an end in the past', { ScheduleEndDate: '2026-01-05' }],
      ['an end before the first run', { ScheduleFrequency: 'Yearly', ScheduleEndDate: '2026-12-31' }],
      ['a date in another zone', { ScheduleStartDate: '2026-01-02+01:00' }],
      ['a time in another zone', { ScheduleExecutionStartTime: '01:00:00+01:00' }],
      ['a time with a fraction of a second', { ScheduleExecutionStartTime: '01:00:00.5Z' }],
      ['a year of five digits', { ScheduleEndDate: '12026-01-02' }],
      ['a log period that ends before it starts', log({ StartDateOffset: 0, EndDateOffset: -1 })],
      ['a log period in another zone', log({ EndTime: '23:00:00-01:00' })],
    ] as const) {
      it(`refuses ${flaw} with E12`, () =>
        refused(create({ ScheduleStartDate: '2025-01-02', ...change }), 'E12'));
    }

    it('takes an end on the day of the first run', async () => {
      const outcome = await create({
        ScheduleStartDate: '2026-01-05',
        ScheduleEndDate: '2026-01-05',
        ScheduleExecutionStartTime: '12:00:01Z',
      });
      expect(outcome.responseCode).to.equal('I0');
    });

    it('refuses more schedules of a User for a Device than one answer can show', async () => {
      for (let count = 0; count < MOST_SCHEDULES; count += 1) await world.create();
      const refusal = await refused(create({}), 'E12');
      expect(refusal.message).to.contain('too many schedules');
      await world.create(CONSUMPTION_READ, NETWORK_OPERATOR);
      await world.create({ ...DAILY_READ, DeviceID: OTHER_ESME });
      expect(await read({ DeviceID: ESME })).to.have.length(MOST_SCHEDULES);
      await remove({ DSPScheduleID: 7 });
      await world.create();
    });
  });

  describe('Read', () => {
    it('gives back what the User wrote, certificate included', async () => {
      const details: ScheduleDetails = {
        ...DAILY_READ,
        ScheduleEndDate: '2027-06-30',
        ScheduleExecutionStartTime: '02:30:00.00Z',
        KAPublicSecurityCredential: Buffer.from('3003020101', 'hex'),
      };
      const id = await world.create(details);
      expect(await read({ DSPScheduleID: id })).to.deep.equal([
        { DSPScheduleID: id, DSPScheduleDetails: details },
      ]);
    });

    it('adds nothing to what the User left out', async () => {
      const id = await world.create();
      expect((await read({ DSPScheduleID: id }))[0]?.DSPScheduleDetails).to.deep.equal(DAILY_READ);
    });

    it('gives all schedules the User has of a Device, and nobody else’s', async () => {
      await world.create();
      await world.create(CONSUMPTION_READ, NETWORK_OPERATOR);
      await world.create(CONSUMPTION_READ);
      await world.create({ ...DAILY_READ, DeviceID: OTHER_ESME });
      const ids = (await read({ DeviceID: ESME })).map(({ DSPScheduleID }) => DSPScheduleID);
      expect(ids).to.deep.equal([1, 3]);
      expect(await read({ DeviceID: ESME }, NETWORK_OPERATOR)).to.have.length(1);
    });

    it('refuses an id that never was, and another User’s, alike', async () => {
      await world.create();
      await refused(read({ DSPScheduleID: 99 }), 'E12');
      await refused(read({ DSPScheduleID: 1 }, NETWORK_OPERATOR), 'E12');
    });

    it('refuses a Device without schedules with E12, an unknown one with E19', async () => {
      await refused(read({ DeviceID: GSME }), 'E12');
      await refused(read({ DeviceID: NO_DEVICE }), 'E19');
    });
  });

  describe('Delete', () => {
    it('deletes one schedule', async () => {
      const id = await world.create();
      const other = await world.create();
      expect(await remove({ DSPScheduleID: id })).to.deep.equal({ responseCode: 'I99' });
      await refused(read({ DSPScheduleID: id }), 'E12');
      expect(await read({ DSPScheduleID: other })).to.have.length(1);
    });

    it('deletes all schedules the User has of a Device, and nobody else’s', async () => {
      await world.create();
      await world.create();
      await world.create(CONSUMPTION_READ, NETWORK_OPERATOR);
      await world.create({ ...DAILY_READ, DeviceID: OTHER_ESME });
      await remove({ DeviceID: ESME });
      await refused(read({ DeviceID: ESME }), 'E12');
      expect(await read({ DeviceID: ESME }, NETWORK_OPERATOR)).to.have.length(1);
      expect(await read({ DeviceID: OTHER_ESME })).to.have.length(1);
    });

    for (const what of ['one schedule', 'all of a Device'] as const) {
      it(`answers a request performed twice to delete ${what} as before, with no further effect`, async () => {
        const id = await world.create();
        const content = what === 'one schedule' ? { DSPScheduleID: id } : { DeviceID: ESME };
        const request = world.request('DeleteSchedule', content);
        await world.perform(request);
        const later = await world.create();
        expect(await world.perform(request)).to.deep.equal({ responseCode: 'I99' });
        expect(await read({ DSPScheduleID: later })).to.have.length(1);
      });
    }

    it('refuses another User’s schedule, and one that is deleted already', async () => {
      const id = await world.create();
      await refused(remove({ DSPScheduleID: id }, NETWORK_OPERATOR), 'E12');
      await remove({ DSPScheduleID: id });
      await refused(remove({ DSPScheduleID: id }), 'E12');
      await refused(remove({ DeviceID: ESME }), 'E12');
      await refused(remove({ DeviceID: NO_DEVICE }), 'E19');
    });
  });
});

function log(change: Partial<NonNullable<ScheduleDetails['DSPRetrieveImportDailyReadLog']>>) {
  return {
    DSPRetrieveImportDailyReadLog: {
      StartDateOffset: -1,
      StartTime: '00:00:00Z',
      EndDateOffset: 0,
      EndTime: '00:00:00Z',
      ...change,
    },
  };
}
