import { parseEui64 } from '../common/eui64.js';
import type { UserRole } from '../duis/index.js';
import type { RegisteredRole, Registration } from './registration.js';
import type { User } from './user.js';
import { DEFAULT_DUIS_VERSION } from './user-entry.js';

interface TestOrganisation {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly UserRole[];
}

const SUPPLIER = '90-B3-D5-1F-30-01-00-00';
const NETWORK_OPERATOR = '90-B3-D5-1F-30-02-00-00';

/**
 * The ZAZ1 test organisations, in the roles their certificates and the reference requests show them in. Source: the
 * installed key store package; originators of the Reference Test Data Set and of its sample requests.
 */
const TEST_ORGANISATIONS: readonly TestOrganisation[] = [
  { id: SUPPLIER, name: 'Test supplier 1', roles: ['IS', 'ES', 'GS', 'OU'] },
  { id: '90-B3-D5-1F-30-03-00-00', name: 'Test supplier 2', roles: ['IS', 'ES', 'GS'] },
  { id: NETWORK_OPERATOR, name: 'Test network operator', roles: ['ED', 'GT'] },
  { id: '90-B3-D5-1F-30-01-00-08', name: 'Test load controller', roles: ['LC'] },
  { id: '00-DB-12-34-56-78-00-04', name: 'Test other user', roles: ['OU'] },
  { id: '90-B3-D5-1F-30-01-00-09', name: 'Test meter data retriever', roles: ['OU'] },
];

/** The meter points of the seeded homes, by what they are for. */
export const SEEDED_METER_POINTS = {
  import: ['1312345678111', '1312345678222', '1312345679111', '1312345680111'],
  export: ['1312345678333'],
  gas: ['1000999888', '1000999889', '1000999890'],
} as const;

/** Who is registered in the seeded homes; made for trying things out, so that a second supplier is not responsible. */
const SEEDED_ROLES: readonly {
  readonly user: string;
  readonly role: RegisteredRole;
  readonly at: readonly (keyof typeof SEEDED_METER_POINTS)[];
}[] = [
  { user: SUPPLIER, role: 'IS', at: ['import'] },
  { user: SUPPLIER, role: 'ES', at: ['export'] },
  { user: SUPPLIER, role: 'GS', at: ['gas'] },
  { user: NETWORK_OPERATOR, role: 'ED', at: ['import', 'export'] },
  { user: NETWORK_OPERATOR, role: 'GT', at: ['gas'] },
];

/** Before anything a test may date back to: the requests of the Reference Test Data Set are of 2015 and later. */
const REGISTERED_FROM = new Date('2015-01-01T00:00:00Z');

/** The test organisations as Users. @param receiveResponseUrl where all of them take Service Responses */
export function testOrganisations(receiveResponseUrl: string): User[] {
  return TEST_ORGANISATIONS.map(({ id, name, roles }) => ({
    id: parseEui64(id),
    name,
    roles,
    status: 'active',
    receiveResponseUrl,
    duisVersion: DEFAULT_DUIS_VERSION,
  }));
}

/** The registrations of the seeded homes. */
export function testRegistrations(): Registration[] {
  return SEEDED_ROLES.flatMap(({ user, role, at }) =>
    at
      .flatMap((kind) => SEEDED_METER_POINTS[kind])
      .map((mpxn) => ({ mpxn, role, user: parseEui64(user), from: REGISTERED_FROM })),
  );
}
