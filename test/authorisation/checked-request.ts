import type { CheckedRequest, User } from '../../src/authorisation/index.js';
import { parseEui64 } from '../../src/common/eui64.js';
import {
  type CatalogueRow,
  type CommandVariant,
  type ServiceRequest,
  serviceReferenceOf,
  type UserRole,
  type WebService,
} from '../../src/duis/index.js';
import type { DeviceRecord } from '../../src/inventory/index.js';

export const USER = parseEui64('90-B3-D5-1F-30-01-00-00');
export const ACB = parseEui64('90-B3-D5-1F-30-00-00-02');
export const DEVICE = parseEui64('00-DB-12-34-56-78-90-A0');
export const NOW = new Date('2026-06-01T12:00:00Z');
export const LATEST = new Date('2026-07-01T12:00:00Z');

/** The User as the gateway knows it. */
export function userAs(roles: readonly UserRole[], status: User['status'] = 'active'): User {
  // The version is a member of Users that are kept in the store.
  const user = { id: USER, name: 'a User', roles, status, duisVersion: '5.4' };
  return user;
}

/** A SMETS2+ ESME that is Commissioned, but for the facts given. */
export function deviceWith(facts: Partial<DeviceRecord> = {}): DeviceRecord {
  return {
    id: DEVICE,
    deviceType: 'ESME',
    status: 'Commissioned',
    statusSince: new Date('2020-01-01T00:00:00Z'),
    manufacturer: '10E0',
    model: '00090100',
    firmwareVersion: '00020002',
    esmeVariant: 'A',
    smetsChtsVersion: 'SMETS V5.0',
    gbcsVersion: '4.3',
    generation: 'SMETS2+',
    prenotifiedVersion: null,
    prenotifiedGeneration: null,
    s1sp: null,
    cspRegion: 'North',
    hanVariant: null,
    connectivity: null,
    hubId: null,
    importMpxn: null,
    secondaryImportMpan: null,
    exportMpan: null,
    uprn: null,
    postCode: null,
    addressIdentifier: null,
    dateCommissioned: null,
    ...facts,
  };
}

export interface Asked {
  readonly commandVariant: CommandVariant;
  readonly service: WebService;
  readonly executionDateTime?: Date;
}

/** A request for a row of the catalogue that nothing is wrong with, but for what is asked. */
export function requestFor(row: CatalogueRow, { commandVariant, executionDateTime }: Asked): ServiceRequest {
  const signed = commandVariant >= 5 && commandVariant <= 7;
  const content = executionDateTime === undefined ? {} : { ExecutionDateTime: executionDateTime };
  return {
    schemaVersion: '5.4',
    requestId: { originator: USER, target: row.targets.length === 0 ? ACB : DEVICE, counter: 1n },
    commandVariant,
    serviceReference: serviceReferenceOf(row.variant),
    serviceReferenceVariant: row.variant,
    // The checks look at the name of the element and its ExecutionDateTime, at nothing else in it.
    body: {
      element: signed ? 'SignedPreCommand' : row.element,
      content,
    } as unknown as ServiceRequest['body'],
  };
}

/** All that is checked, of a sender in these roles that is responsible for the Device in each of them. */
export function checkedFor(
  row: CatalogueRow,
  asked: Asked,
  roles: readonly UserRole[] = row.roles,
): CheckedRequest {
  const [deviceType] = row.targets;
  return {
    service: asked.service,
    request: requestFor(row, asked),
    accessControlBroker: ACB,
    user: userAs(roles),
    device: deviceType === undefined ? undefined : deviceWith({ deviceType }),
    now: NOW,
    executionAt: asked.executionDateTime ?? NOW,
    latestExecutionAt: LATEST,
    responsibleAs: roles,
  };
}
