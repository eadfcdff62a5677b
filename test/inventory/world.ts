import { expect } from 'chai';
import { DuisRejection } from '../../src/common/errors.js';
import { type Eui64, parseEui64 } from '../../src/common/eui64.js';
import { formatRequestId } from '../../src/common/request-id.js';
import type { RequestElementName, ServiceRequest } from '../../src/duis/index.js';
import {
  type DeviceRecord,
  Inventory,
  type InventoryOptions,
  type NonDeviceContext,
  type NonDeviceOutcome,
  performNonDeviceService,
  SEED_MODELS,
  type SeedModel,
  seedInventory,
} from '../../src/inventory/index.js';
import type { Store } from '../../src/store/index.js';
import { freshStore } from '../store/each-database.js';

export const USER = parseEui64('90-B3-D5-1F-30-01-00-00');
export const ACB = parseEui64('90-B3-D5-1F-30-00-00-02');
/** Hubs of the seeded homes. */
export const SMETS2_HUB = parseEui64('00-DB-12-34-56-78-90-A2');
export const OTHER_SMETS2_HUB = parseEui64('00-DB-12-34-56-78-91-A2');
export const SMETS1_HUB = parseEui64('00-DB-12-34-56-78-92-A2');
/** A Device nobody has pre-notified. */
export const NEW_DEVICE = parseEui64('00-DB-12-34-56-78-9F-01');

type Content<Name extends RequestElementName> = ServiceRequest<Name>['body']['content'];

/** A seeded gateway's inventory, a clock that moves a second a request, and Service Requests that differ in their counter. */
export class World {
  #counter = 1000n;
  #now = Date.UTC(2026, 0, 5, 12);

  private constructor(
    readonly store: Store,
    readonly inventory: Inventory,
  ) {}

  static async open(options?: InventoryOptions): Promise<World> {
    const store = await freshStore();
    await seedInventory(store, new Date(Date.UTC(2026, 0, 1)));
    return new World(store, new Inventory(store, options));
  }

  close(): Promise<void> {
    return this.store.close();
  }

  now(): Date {
    this.#now += 1000;
    return new Date(this.#now);
  }

  request<Name extends RequestElementName>(
    variant: string,
    element: Name,
    content: Content<Name>,
    target: Eui64 = ACB,
  ): ServiceRequest<Name> {
    return {
      schemaVersion: '5.4',
      requestId: { originator: USER, target, counter: ++this.#counter },
      commandVariant: target === ACB ? 8 : 1,
      serviceReference: variant,
      serviceReferenceVariant: variant,
      body: { element, content },
    } as unknown as ServiceRequest<Name>;
  }

  /** Performs a Non-Device Service. */
  async perform<Name extends RequestElementName>(
    variant: string,
    element: Name,
    content: Content<Name>,
  ): Promise<NonDeviceOutcome> {
    return this.performRequest(this.request(variant, element, content));
  }

  async performRequest(request: ServiceRequest): Promise<NonDeviceOutcome> {
    const context: NonDeviceContext = {
      inventory: this.inventory,
      now: this.now(),
      requestId: formatRequestId(request.requestId),
      user: { id: USER },
    };
    const outcome = await performNonDeviceService(request, context);
    if (outcome === undefined) throw new Error(`${request.serviceReferenceVariant} is not served`);
    return outcome;
  }

  async preNotify(
    id: Eui64,
    version: string | undefined,
    model: SeedModel = SEED_MODELS.dualModePpmid,
    more: Partial<Content<'DevicePrenotification'>> = {},
  ): Promise<NonDeviceOutcome> {
    return this.perform('12.2', 'DevicePrenotification', {
      DeviceID: id,
      DeviceManufacturer: model.manufacturer,
      DeviceModel: model.model,
      DeviceType: 'PPMID',
      FirmwareVersion: model.firmwareVersion,
      ...(version === undefined ? {} : { SMETSCHTSVersion: version }),
      ...more,
    });
  }

  hanUpdate(
    id: Eui64,
    hub: Eui64,
    requestType: 'Add' | 'Remove',
    mpxns: { readonly ImportMPxN?: string } = {},
  ): ServiceRequest<'UpdateHANDeviceLog'> {
    const add = { JoinTimePeriod: 90, InstallCode: Buffer.alloc(16, 0x30), ...mpxns };
    return this.request(
      '8.11',
      'UpdateHANDeviceLog',
      {
        DeviceID: id,
        RequestType: requestType,
        ...(requestType === 'Add' ? { AddDeviceToCHFWhitelist: add } : {}),
      },
      hub,
    );
  }

  /** Sends an 8.11 and lets the Communications Hub answer it. @returns the RequestID */
  async update(id: Eui64, hub: Eui64, requestType: 'Add' | 'Remove'): Promise<string> {
    const requestId = await this.prepare(id, hub, requestType);
    await this.inventory.confirmHanDeviceLogUpdate(requestId, this.now());
    return requestId;
  }

  /** Sends an 8.11 that is not answered yet. @returns the RequestID */
  async prepare(id: Eui64, hub: Eui64, requestType: 'Add' | 'Remove'): Promise<string> {
    const request = this.hanUpdate(id, hub, requestType);
    const requestId = formatRequestId(request.requestId);
    await this.inventory.prepareHanDeviceLogUpdate(request, requestId, this.now());
    return requestId;
  }

  /** A PPMID that has joined a home. */
  async install(id: Eui64, version: string, hub: Eui64): Promise<void> {
    await this.preNotify(id, version);
    await this.update(id, hub, 'Add');
    await this.inventory.record('joined', id, { at: this.now() });
  }

  async device(id: Eui64): Promise<DeviceRecord> {
    const device = await this.inventory.find(id);
    if (device === undefined) throw new Error(`no Device ${id}`);
    return device;
  }
}

/** The refusal of a promise that must be refused with a Response Code. */
export async function refused(promise: Promise<unknown>, responseCode: string): Promise<DuisRejection> {
  let refusal: unknown;
  try {
    await promise;
  } catch (error) {
    refusal = error;
  }
  if (!(refusal instanceof DuisRejection)) {
    throw new Error('there was no DuisRejection', { cause: refusal });
  }
  expect(refusal.responseCode).to.equal(responseCode);
  return refusal;
}
