import type { Eui64 } from '../../common/eui64.js';
import type { UserRole } from '../../duis/index.js';
import type { NonDeviceContext } from '../../inventory/index.js';
import type { Schedules } from '../schedules.js';

/** What Create, Read and Delete Schedule are performed with. */
export interface SchedulingContext extends NonDeviceContext {
  readonly schedules: Schedules;
  /** The roles decide what the User may schedule. */
  readonly user: { readonly id: Eui64; readonly roles: readonly UserRole[] };
}
