import { parseEui64, type Eui64 } from '../../src/common/eui64.js';
import { formatRequestId } from '../../src/common/request-id.js';
import type { RequestElementName, ServiceRequest, UserRole } from '../../src/duis/index.js';
import { Inventory, type NonDeviceOutcome, seedInventory } from '../../src/inventory/index.js';
import { performSchedulingService, type ScheduleDetails, Schedules } from '../../src/scheduling/index.js';
import { openStore, type Store } from '../../src/store/index.js';
import { freshStore } from '../store/each-database.js';

export const SUPPLIER = parseEui64('90-B3-D5-1F-30-01-00-00');
export const NETWORK_OPERATOR = parseEui64('90-B3-D5-1F-30-02-00-00');
const ACB = parseEui64('90-B3-D5-1F-30-00-00-02');

/** Devices of the seeded homes. */
export const ESME = parseEui64('00-DB-12-34-56-78-90-A0');
export const GSME = parseEui64('00-DB-12-34-56-78-90-A1');
export const CHF = parseEui64('00-DB-12-34-56-78-90-A2');
export const OTHER_ESME = parseEui64('00-DB-12-34-56-78-91-A0');
export const SMETS1_ESME = parseEui64('00-DB-12-34-56-78-92-A0');
export const NO_DEVICE = parseEui64('00-DB-12-34-56-78-9F-01');

const ROLES: Readonly<Record<Eui64, readonly UserRole[]>> = {
  [SUPPLIER]: ['IS', 'ES', 'GS'],
  [NETWORK_OPERATOR]: ['ED', 'GT'],
};

/** The schedule of the reference request ECS21a_5.1._DCC_SCHEDULED. */
export const DAILY_READ: ScheduleDetails = {
  ScheduleFrequency: 'Daily',
  ScheduleStartDate: '2015-01-02',
  DSPScheduledServiceReference: '4.6',
  DSPScheduledServiceReferenceVariant: '4.6.1',
  DeviceID: ESME,
  DSPRetrieveImportDailyReadLog: {
    StartDateOffset: -1,
    StartTime: '00:00:00.00Z',
    EndDateOffset: 0,
    EndTime: '00:00:00.00Z',
  },
};

/** One that the network operator may create too. */
export const CONSUMPTION_READ: ScheduleDetails = {
  ScheduleFrequency: 'Weekly',
  ScheduleStartDate: '2026-01-01',
  DSPScheduledServiceReference: '4.17',
  DSPScheduledServiceReferenceVariant: '4.17',
  DeviceID: ESME,
  DSPRetrieveDailyConsumptionLog: {
    StartDateOffset: -7,
    StartTime: '00:00:00Z',
    EndDateOffset: -1,
    EndTime: '23:59:59Z',
  },
};

/** A seeded gateway's inventory and schedules, and Service Requests that differ in their counter. */
export class World {
  static #counter = 1000n;
  now = new Date('2026-01-05T12:00:00Z');

  private constructor(
    readonly store: Store,
    readonly inventory: Inventory,
    readonly schedules: Schedules,
  ) {}

  static async open(url?: string): Promise<World> {
    const store = url === undefined ? await freshStore() : await openStore({ url });
    await seedInventory(store, new Date('2026-01-01T00:00:00Z'));
    return new World(store, new Inventory(store), new Schedules(store));
  }

  close(): Promise<void> {
    return this.store.close();
  }

  request<Name extends RequestElementName>(
    element: Name,
    content: ServiceRequest<Name>['body']['content'],
    originator: Eui64 = SUPPLIER,
  ): ServiceRequest {
    const variant = { CreateSchedule: '5.1', ReadSchedule: '5.2' }[element as string] ?? '5.3';
    return {
      schemaVersion: '5.4',
      requestId: { originator, target: ACB, counter: ++World.#counter },
      commandVariant: 8,
      serviceReference: variant,
      serviceReferenceVariant: variant,
      body: { element, content } as ServiceRequest['body'],
    };
  }

  async perform(request: ServiceRequest): Promise<NonDeviceOutcome> {
    const { originator } = request.requestId;
    const outcome = await performSchedulingService(request, {
      inventory: this.inventory,
      schedules: this.schedules,
      now: this.now,
      requestId: formatRequestId(request.requestId),
      user: { id: originator, roles: ROLES[originator] ?? [] },
    });
    if (outcome === undefined) throw new Error(`${request.body.element} is not served`);
    return outcome;
  }

  /** @returns the DSPScheduleID */
  async create(details: ScheduleDetails = DAILY_READ, owner: Eui64 = SUPPLIER): Promise<number> {
    const { content } = await this.perform(this.request('CreateSchedule', details, owner));
    const id = content?.DSPScheduleID;
    if (id === undefined) throw new Error('no DSPScheduleID');
    return id;
  }
}
