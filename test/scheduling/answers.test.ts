import { expect } from 'chai';
import { type ResponseContent, writeDocument } from '../../src/duis/index.js';
import { DEFAULT_LIMITS, withDocument } from '../../src/duis/schema/index.js';
import { type ScheduleDetails, SCHEDULED_SERVICES } from '../../src/scheduling/index.js';
import { schemaPacks } from '../duis/schema/packs.js';
import { DAILY_READ, ESME, World } from './world.js';

/** What the schema of 5.4 has against a Service Response with this content. */
async function violations(content: ResponseContent, serviceReference: '5.1' | '5.2'): Promise<string[]> {
  const packs = await schemaPacks();
  const xml = writeDocument('sr:Response', {
    schemaVersion: '5.4',
    Header: { ResponseCode: 'I0', ResponseDateTime: new Date('2026-01-05T12:00:00Z') },
    Body: {
      ResponseMessage: {
        ServiceReference: serviceReference,
        ServiceReferenceVariant: serviceReference,
        ...content,
      },
    },
  });
  return withDocument(Buffer.from(xml), DEFAULT_LIMITS, (document) =>
    packs
      .validate(document, '5.4')
      .map(({ message }) => message)
      .filter((message) => !message.includes('Signature')),
  );
}

describe('the answers about schedules', () => {
  let world: World;

  before(async () => {
    world = await World.open();
  });

  after(() => world.close());

  it('cannot show no schedule at all, which is why that is refused', async () => {
    expect(await violations({ DSPSchedulesRead: { DSPSchedules: [] } }, '5.2')).to.have.length(1);
  });

  it('tell the DSPScheduleID as the schema wants it', async () => {
    const { content } = await world.perform(world.request('CreateSchedule', DAILY_READ));
    expect(await violations(content ?? {}, '5.1')).to.deep.equal([]);
  });

  it('show schedules as the schema wants them, whatever they run', async () => {
    const { DSPRetrieveImportDailyReadLog: period } = DAILY_READ;
    for (const { variant, chosen, holds } of SCHEDULED_SERVICES) {
      const details = {
        ScheduleFrequency: 'Half-Yearly',
        ScheduleStartDate: '2026-08-31',
        ScheduleEndDate: '2027-08-31',
        ScheduleExecutionStartTime: '01:02:03Z',
        KAPublicSecurityCredential: Buffer.from('3003020101', 'hex'),
        DSPScheduledServiceReference: variant.split('.').slice(0, 2).join('.'),
        DSPScheduledServiceReferenceVariant: variant,
        DeviceID: ESME,
        [chosen]: holds === 'nothing' ? {} : period,
      } as unknown as ScheduleDetails;
      const owner = world.request('ReadSchedule', {}).requestId.originator;
      await world.schedules.create(
        { owner, schemaVersion: '5.4', details, chosen, nextRunAt: world.now },
        variant,
        world.now,
      );
    }
    const { content } = await world.perform(world.request('ReadSchedule', { DeviceID: ESME }));
    expect(content?.DSPSchedulesRead?.DSPSchedules.length).to.be.greaterThan(SCHEDULED_SERVICES.length);
    expect(await violations(content ?? {}, '5.2')).to.deep.equal([]);
  });
});
