import type { Insertable, Selectable } from 'kysely';
import type { Eui64 } from '../common/eui64.js';
import type { ServiceRequest } from '../duis/index.js';
import type { SchedulesTable, ScheduleState } from '../store/index.js';
import type { ScheduledContentElement } from './scheduled-services.js';

/** What a User says in Create Schedule and reads back (DUIS schema, complex type DSPSchedule). */
export type ScheduleDetails = ServiceRequest<'CreateSchedule'>['body']['content'];

/** A DSP schedule of a User. */
export interface Schedule {
  /** DSPScheduleID, 1 or more. */
  readonly id: number;
  readonly owner: Eui64;
  readonly device: Eui64;
  /** DUIS schema version in which the User created it, and is told what its runs gave. */
  readonly schemaVersion: string;
  readonly details: ScheduleDetails;
  readonly createdAt: Date;
  /** RequestID of the Create Schedule request. */
  readonly createdBy: string;
  readonly state: ScheduleState;
  readonly removedAt: Date | null;
  readonly removedReason: string | null;
  /** Null unless active. */
  readonly nextRunAt: Date | null;
  readonly lastRunAt: Date | null;
}

/** A schedule that is not in the store yet. */
export interface NewSchedule {
  readonly owner: Eui64;
  readonly schemaVersion: string;
  readonly details: ScheduleDetails;
  /** Name of the `DSP...` element the User chose. */
  readonly chosen: ScheduledContentElement;
  readonly nextRunAt: Date;
}

/** @param createdBy RequestID */
export function rowOfNew(schedule: NewSchedule, createdBy: string, now: Date): Insertable<SchedulesTable> {
  const { details, chosen } = schedule;
  return {
    owner: schedule.owner,
    device_id: details.DeviceID,
    schema_version: schedule.schemaVersion,
    variant: details.DSPScheduledServiceReferenceVariant,
    frequency: details.ScheduleFrequency,
    start_date: details.ScheduleStartDate,
    end_date: details.ScheduleEndDate ?? null,
    execution_time: details.ScheduleExecutionStartTime ?? null,
    ka_certificate: details.KAPublicSecurityCredential ?? null,
    content: JSON.stringify({
      DSPScheduledServiceReference: details.DSPScheduledServiceReference,
      [chosen]: details[chosen],
    }),
    created_at: now.getTime(),
    created_by: createdBy,
    state: 'active',
    next_run_at: schedule.nextRunAt.getTime(),
  };
}

export function scheduleFromRow(row: Selectable<SchedulesTable>): Schedule {
  return {
    id: row.id,
    owner: row.owner,
    device: row.device_id,
    schemaVersion: row.schema_version,
    details: detailsFromRow(row),
    createdAt: new Date(row.created_at),
    createdBy: row.created_by,
    state: row.state,
    removedAt: dateOrNull(row.removed_at),
    removedReason: row.removed_reason,
    nextRunAt: dateOrNull(row.next_run_at),
    lastRunAt: dateOrNull(row.last_run_at),
  };
}

/** The members as they were given: none is added, so that a User reads what it wrote. */
function detailsFromRow(row: Selectable<SchedulesTable>): ScheduleDetails {
  const { start_date, end_date, execution_time, ka_certificate } = row;
  return {
    ScheduleFrequency: row.frequency as ScheduleDetails['ScheduleFrequency'],
    ScheduleStartDate: start_date,
    ...(end_date !== null && { ScheduleEndDate: end_date }),
    ...(execution_time !== null && { ScheduleExecutionStartTime: execution_time }),
    ...(ka_certificate !== null && { KAPublicSecurityCredential: ka_certificate }),
    DSPScheduledServiceReferenceVariant:
      row.variant as ScheduleDetails['DSPScheduledServiceReferenceVariant'],
    DeviceID: row.device_id,
    ...(JSON.parse(row.content) as Pick<ScheduleDetails, 'DSPScheduledServiceReference'>),
  };
}

function dateOrNull(time: number | null): Date | null {
  return time === null ? null : new Date(time);
}
