import { expect } from 'chai';
import type { DeviceType } from '../../src/common/device-type.js';
import { parseEui64 } from '../../src/common/eui64.js';
import { catalogueRow, hasBody, type ServiceRequest, writeDocument } from '../../src/duis/index.js';
import { transform } from '../../src/gbcs/transform.js';
import type { DeviceFacts, TransformContext } from '../../src/gbcs/transform-context.js';
import {
  type Schedule,
  type ScheduleDetails,
  SCHEDULED_SERVICES,
  scheduledRequest,
} from '../../src/scheduling/index.js';
import { sampleRequest } from '../gbcs/requests.js';
import { DAILY_READ, SUPPLIER } from './world.js';

type Variant = ScheduleDetails['DSPScheduledServiceReferenceVariant'];

const BROKER = parseEui64('90-B3-D5-1F-30-00-00-02');
const DEVICE = parseEui64('00-DB-12-34-56-78-90-A0');
const AT = new Date('2026-03-01T02:30:00Z');

const LAST_DAY = {
  StartDateOffset: -1,
  StartTime: '00:00:00.00Z',
  EndDateOffset: 0,
  EndTime: '00:00:00.00Z',
};
const LAST_DAY_PERIOD = {
  StartDateTime: new Date('2026-02-28T00:00:00Z'),
  EndDateTime: new Date('2026-03-01T00:00:00Z'),
};

/** For each variant of the schema: the DSP element, its content, and which use case serves which Device type. */
const CASES: Readonly<Record<Variant, [Partial<ScheduleDetails>, Partial<Record<DeviceType, string>>]>> = {
  '4.2': [{ DSPReadInstantaneousExportRegisters: {} }, { ESME: 'ECS17a' }],
  '4.6.1': [{ DSPRetrieveImportDailyReadLog: LAST_DAY }, { ESME: 'ECS21a', GSME: 'GCS16a', GPF: 'GCS16a' }],
  '4.6.2': [{ DSPRetrieveExportDailyReadLog: LAST_DAY }, { ESME: 'ECS21c' }],
  '4.8.1': [{ DSPReadActiveImportProfileData: LAST_DAY }, { ESME: 'ECS22b', GSME: 'GCS17', GPF: 'GCS17' }],
  '4.8.2': [{ DSPReadReactiveImportProfileData: LAST_DAY }, { ESME: 'ECS22c' }],
  '4.8.3': [{ DSPReadExportProfileData: LAST_DAY }, { ESME: 'ECS22a' }],
  '4.10': [{ DSPReadNetworkData: LAST_DAY }, { ESME: 'ECS23', GSME: 'GCS18' }],
  '4.12.1': [{ DSPReadMaximumDemandImportRegisters: {} }, { ESME: 'ECS18b' }],
  '4.12.2': [{ DSPReadMaximumDemandExportRegisters: {} }, { ESME: 'ECS18a' }],
  '4.14': [{ DSPReadPrepaymentDailyReadLog: LAST_DAY }, { ESME: 'ECS21b', GSME: 'GCS16b', GPF: 'GCS16b' }],
  '4.15': [{ DSPReadLoadLimitData: {} }, { ESME: 'ECS27' }],
  '4.16': [{ DSPReadActivePowerImport: {} }, { ESME: 'ECS17c' }],
  '4.17': [{ DSPRetrieveDailyConsumptionLog: LAST_DAY }, { ESME: 'ECS66', GPF: 'GCS61' }],
  '14.1': [{ DSPRecordNetworkDataGAS: {} }, { GSME: 'GCS31' }],
};

const variants = Object.keys(CASES) as Variant[];

function schedule(details: ScheduleDetails): Schedule {
  return {
    id: 12,
    owner: SUPPLIER,
    device: details.DeviceID,
    schemaVersion: '5.2',
    details,
    createdAt: AT,
    createdBy: 'x',
    state: 'active',
    removedAt: null,
    removedReason: null,
    nextRunAt: AT,
    lastRunAt: null,
  };
}

function detailsFor(variant: Variant, certificate?: Buffer): ScheduleDetails {
  return {
    ScheduleFrequency: 'Daily',
    ScheduleStartDate: '2026-01-31',
    ...(certificate && { KAPublicSecurityCredential: certificate }),
    DSPScheduledServiceReference: variant.split('.').slice(0, 2).join('.') as '4.2',
    DSPScheduledServiceReferenceVariant: variant,
    DeviceID: DEVICE,
    ...CASES[variant][0],
  };
}

function run(details: ScheduleDetails, at = AT): ServiceRequest {
  return scheduledRequest(schedule(details), at, { originator: SUPPLIER, target: DEVICE, counter: 77n });
}

function context(facts: Omit<DeviceFacts, 'gbcsVersion'>): TransformContext {
  const device: DeviceFacts = { gbcsVersion: '4.1', ...facts };
  return {
    accessControlBroker: BROKER,
    accessControlBrokerCounter: 1302n,
    currentTime: AT,
    device: (id) => (id === DEVICE ? device : undefined),
    keyAgreementCertificate: () => undefined,
  };
}

/** The User's Key Agreement certificate, as a request of its brings it along. */
function certificate(): Buffer {
  const request = sampleRequest('GCS61_4.17_SUCCESS');
  if (!hasBody(request, 'RetrieveDailyConsumptionLog')) throw new Error('not a 4.17');
  const found = request.body.content.KAPublicSecurityCredentials;
  if (found === undefined) throw new Error('no certificate');
  return found;
}

describe('the Service Request a schedule sends', () => {
  it('has one row for every variant that the schema lets Users schedule', () => {
    expect(SCHEDULED_SERVICES.map(({ variant }) => variant)).to.deep.equal(variants);
  });

  it('has no DSP element for two variants', () => {
    expect(new Set(SCHEDULED_SERVICES.map(({ chosen }) => chosen)).size).to.equal(SCHEDULED_SERVICES.length);
  });

  it('reads the day before, as the reference schedule asks', () => {
    const reference = sampleRequest('ECS21a_5.1._DCC_SCHEDULED');
    if (!hasBody(reference, 'CreateSchedule')) throw new Error('not a 5.1');
    expect(reference.body.content).to.deep.equal(DAILY_READ);
    expect(run(reference.body.content)).to.deep.equal({
      schemaVersion: '5.2',
      requestId: { originator: SUPPLIER, target: DEVICE, counter: 77n },
      commandVariant: 1,
      serviceReference: '4.6',
      serviceReferenceVariant: '4.6.1',
      body: { element: 'RetrieveImportDailyReadLog', content: { ReadLogPeriod: LAST_DAY_PERIOD } },
    });
  });

  it('counts the offsets from the day of the run in UTC, over months and years', () => {
    const details = {
      ...DAILY_READ,
      DSPRetrieveImportDailyReadLog: {
        StartDateOffset: -400,
        StartTime: '06:00:00Z',
        EndDateOffset: -1,
        EndTime: '23:59:59Z',
      },
    };
    expect(run(details, new Date('2025-01-01T23:59:59Z')).body.content).to.deep.equal({
      ReadLogPeriod: {
        StartDateTime: new Date('2023-11-28T06:00:00Z'),
        EndDateTime: new Date('2024-12-31T23:59:59Z'),
      },
    });
  });

  for (const service of SCHEDULED_SERVICES) {
    const { variant, holds } = service;

    describe(variant, () => {
      it('carries the element the catalogue has for the variant, under Command Variant 1', () => {
        const row = catalogueRow(variant);
        const request = run(detailsFor(variant));
        expect(request.body.element).to.equal(row?.element);
        expect(row?.commandVariants).to.include(request.commandVariant);
      });

      it('holds a log period and a certificate where the schema has room for them', () => {
        const body = { [service.element]: run(detailsFor(variant, certificate())).body.content };
        const xml = writeDocument('sr:Request', {
          schemaVersion: '5.4',
          Header: {
            RequestID: `${SUPPLIER}:${DEVICE}:77`,
            CommandVariant: '1',
            ServiceReference: '4.6',
            ServiceReferenceVariant: '4.6.1',
          },
          Body: body,
        } as unknown as Parameters<typeof writeDocument<'sr:Request'>>[1]);
        expect(xml.includes('KAPublicSecurityCredentials')).to.equal(holds === 'log period and certificate');
        expect(xml.includes('ReadLogPeriod')).to.equal(holds !== 'nothing');
      });

      for (const [deviceType, useCase] of Object.entries(CASES[variant][1])) {
        it(`becomes ${useCase} for a ${deviceType}, originated by the DCC for the User`, () => {
          const facts = { deviceType: deviceType as DeviceType, knownRemoteParties: [] };
          const { useCase: built, kind, message } = transform(run(detailsFor(variant)), context(facts));
          expect(built.code).to.equal(useCase);
          expect(kind).to.equal('Command');
          expect(message.header).to.deep.include({
            originator: BROKER,
            originatorCounter: 1302n,
            recipient: DEVICE,
            supplementaryRemoteParty: { id: SUPPLIER, counter: 77n },
          });
        });
      }

      it('is for no Device type besides', () => {
        expect(catalogueRow(variant)?.targets).to.have.members(Object.keys(CASES[variant][1]));
      });

      if (holds !== 'log period and certificate') return;
      it('brings the certificate of the schedule along', () => {
        const details = detailsFor(variant, certificate());
        const [deviceType] = Object.keys(CASES[variant][1]) as DeviceType[];
        if (deviceType === undefined) throw new Error('no Device type');
        const { message } = transform(run(details), context({ deviceType }));
        expect(message.header.supplementaryRemoteParty).to.deep.equal({
          id: SUPPLIER,
          counter: 77n,
          keyAgreementCertificate: certificate(),
        });
      });
    });
  }
});
