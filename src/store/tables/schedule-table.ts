import type { Generated } from 'kysely';
import type { Eui64 } from '../../common/eui64.js';

/** `ended`: after its end date; `removed`: by its User, or by what happened to the Device. */
export type ScheduleState = 'active' | 'ended' | 'removed';

/** The DSP schedules of Users (Service Reference 5.1). Rows stay for ever; times are milliseconds since 1970. */
export interface SchedulesTable {
  /** DSPScheduleID: 1 for the first schedule, then rising; never given out twice. */
  id: Generated<number>;
  /** The User that created it. */
  owner: Eui64;
  device_id: Eui64;
  /** DUIS schema version of the request that created it, such as `5.4`. */
  schema_version: string;
  /** The Service Reference Variant that is run, such as `4.6.1`. */
  variant: string;
  frequency: string;
  /** xs:date as the User wrote it. */
  start_date: string;
  end_date: string | null;
  /** xs:time as the User wrote it. */
  execution_time: string | null;
  /** X.509 Key Agreement certificate of the User (DER). */
  ka_certificate: Buffer | null;
  /** JSON: the `DSP...` element the User chose, by its name. */
  content: string;
  created_at: number;
  /** RequestID; unique, so that a request performed twice has one schedule. */
  created_by: string;
  state: ScheduleState;
  removed_at: number | null;
  removed_reason: string | null;
  /** RequestID of the Delete Schedule request; null where no request removed it. */
  removed_by: string | null;
  /** Null unless active. */
  next_run_at: number | null;
  last_run_at: number | null;
}
