import type { UserRole } from '../duis/index.js';
import type { DeviceRecord, Inventory } from '../inventory/index.js';
import { holdsAt, type RegisteredRole, type Registration } from './registration.js';
import type { Registrations } from './registrations.js';
import {
  DEVICE_RULES,
  type Meter,
  meterPointsOf,
  ROLES_WITHOUT_REGISTRATION,
  rolesOfMeter,
} from './responsibility-rules.js';
import type { User } from './user.js';
import type { UserDirectory } from './user-directory.js';

export interface ResponsibilityParts {
  readonly registrations: Registrations;
  readonly users: UserDirectory;
  readonly inventory: Inventory;
  /** Meter points nobody was ever registered for: `open` to any User in a fitting role, or `refuse`d to all. */
  readonly unregistered: 'open' | 'refuse';
}

/** A User registered for a meter of a home. */
export interface ConcernedUser {
  readonly user: User;
  readonly role: UserRole;
}

/** A meter point at a date. */
interface RegisteredPoint {
  /** The roles that go with it. */
  readonly roles: readonly RegisteredRole[];
  /** Whether anybody was or will be registered for it, at whatever date. */
  readonly everRegistered: boolean;
  /** Those that hold, in a role that goes with it. */
  readonly registrations: readonly Registration[];
}

const ANYWHERE: ReadonlySet<UserRole> = new Set(ROLES_WITHOUT_REGISTRATION.map(({ role }) => role));

/** Tells which Users are responsible for a Device, by the registration data of its meters (`responsibility-rules.ts`). */
export class Responsibility {
  constructor(private readonly parts: ResponsibilityParts) {}

  /**
   * The roles of a User in which it is responsible for a Device at a date, those that need no registration included.
   * @param device undefined for a request about no Device of the inventory
   */
  async responsibleAs(user: User, device: DeviceRecord | undefined, at: Date): Promise<readonly UserRole[]> {
    if (device === undefined || user.roles.every((role) => ANYWHERE.has(role))) return user.roles;
    const meters = await this.#metersFor(device);
    if (meters.every((meter) => meterPointsOf(meter).length === 0)) return user.roles;
    const given = new Set<UserRole>(ANYWHERE);
    for (const type of ['ESME', 'GSME'] as const) {
      const ofType = meters.filter(({ deviceType }) => deviceType === type);
      for (const role of await this.#rolesAt(type, ofType, user, at)) given.add(role);
    }
    return user.roles.filter((role) => given.has(role));
  }

  /** The Users registered for the meters that decide for a Device, each once in each role. */
  async usersConcerned(device: DeviceRecord, at: Date): Promise<readonly ConcernedUser[]> {
    const concerned = new Map<string, ConcernedUser>();
    const points = await this.#registeredAt(await this.#metersFor(device), at);
    for (const { user: id, role } of points.flatMap(({ registrations }) => registrations)) {
      const user = await this.parts.users.find(id);
      if (user?.roles.includes(role)) concerned.set(`${id} ${role}`, { user, role });
    }
    return [...concerned.values()];
  }

  async #metersFor(device: DeviceRecord): Promise<readonly DeviceRecord[]> {
    const { decidedBy } = DEVICE_RULES[device.deviceType];
    if (decidedBy === 'itself') return [device];
    const hub = device.deviceType === 'CHF' ? device.id : device.hubId;
    const meters = hub === null ? [] : await this.parts.inventory.metersOf(hub);
    return decidedBy === 'meters of its home'
      ? meters
      : meters.filter(({ deviceType }) => deviceType === 'GSME');
  }

  /** The roles that the meters of one fuel in a home give a User. */
  async #rolesAt(
    type: Meter,
    meters: readonly DeviceRecord[],
    user: User,
    at: Date,
  ): Promise<readonly RegisteredRole[]> {
    if (meters.length === 0) return [];
    const points = await this.#registeredAt(meters, at);
    if (points.length === 0) return rolesOfMeter(type);
    return points.flatMap(({ roles, everRegistered, registrations }) =>
      everRegistered || this.parts.unregistered === 'refuse'
        ? registrations.filter((each) => each.user === user.id).map(({ role }) => role)
        : roles,
    );
  }

  async #registeredAt(meters: readonly DeviceRecord[], at: Date): Promise<RegisteredPoint[]> {
    return Promise.all(
      meters.flatMap(meterPointsOf).map(async ({ mpxn, roles }) => {
        const known = await this.parts.registrations.of(mpxn);
        return {
          roles,
          everRegistered: known.length > 0,
          registrations: known.filter((each) => roles.includes(each.role) && holdsAt(each, at)),
        };
      }),
    );
  }
}
