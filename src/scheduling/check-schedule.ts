import { CodecError } from '../common/errors.js';
import { catalogueRow, type CatalogueRow, serviceReferenceOf, type UserRole } from '../duis/index.js';
import type { DeviceRecord } from '../inventory/index.js';
import { readLogPeriod } from './read-log-period.js';
import { nextRun } from './recurrence.js';
import { scheduleRefusal } from './refusals.js';
import type { ScheduleDetails } from './schedule.js';
import { type ScheduledService, scheduledService } from './scheduled-services.js';
import { midnightOf } from './utc-date-time.js';

/** SMI Statuses that end the schedules of a Device. */
const OUT_OF_SERVICE: readonly string[] = ['Decommissioned', 'Withdrawn'];

/**
 * What a schedule is to run. A variant that the schema lets Users schedule is not refused because the catalogue does not
 * have it as scheduled (4.2).
 * @throws DuisRejection if it cannot be scheduled, or its Service Reference or `DSP...` element is another's
 */
export function requireService(details: ScheduleDetails): ScheduledService {
  const { DSPScheduledServiceReference: reference, DSPScheduledServiceReferenceVariant: variant } = details;
  const service = scheduledService(variant);
  if (service === undefined) throw scheduleRefusal('cannot be scheduled', variant);
  if (reference !== serviceReferenceOf(variant)) {
    throw scheduleRefusal('parts do not fit', `${variant} does not belong to ${reference}`);
  }
  if (details[service.chosen] === undefined) {
    throw scheduleRefusal('parts do not fit', `${variant} is scheduled with ${service.chosen}`);
  }
  return service;
}

/** @throws DuisRejection unless a role of the User may send what the schedule runs */
export function requireRole(service: ScheduledService, roles: readonly UserRole[]): void {
  const row = rowOf(service);
  if (roles.some((role) => row.roles.includes(role))) return;
  throw scheduleRefusal(
    'wrong role',
    `${row.variant} is for ${row.roles.join(', ')}, the User is ${roles.join(', ')}`,
  );
}

/** @throws DuisRejection unless the inventory has the Device, and what the schedule runs can be sent to it */
export function requireFittingDevice(
  service: ScheduledService,
  { DeviceID }: ScheduleDetails,
  device: DeviceRecord | undefined,
): void {
  if (device === undefined) throw scheduleRefusal('unknown Device', DeviceID);
  const { variant, targets } = rowOf(service);
  if (!targets.includes(device.deviceType)) {
    throw scheduleRefusal('wrong Device type', `${variant} is not for ${device.deviceType} ${device.id}`);
  }
  if (device.status !== null && OUT_OF_SERVICE.includes(device.status)) {
    throw scheduleRefusal('wrong status', `${device.deviceType} ${device.id} is ${device.status}`);
  }
}

/**
 * The first run, which is the next time after now: the only sample of a schedule starts on a day long past
 * (2015-01-02, RTDS ECS21a_5.1._DCC_SCHEDULED), so a start in the past is taken for the beginning of the count.
 * @throws DuisRejection for dates, times or a log period that cannot be used, and where no run is left
 */
export function requireFirstRun(service: ScheduledService, details: ScheduleDetails, now: Date): Date {
  const { ScheduleStartDate: start, ScheduleEndDate: end } = details;
  const refuse = (flaw: string) => scheduleRefusal('dates or times cannot be used', flaw);
  try {
    if (end !== undefined && midnightOf(end) < midnightOf(start)) {
      throw refuse(`it ends on ${end}, before it starts on ${start}`);
    }
    const first = nextRun(details, now);
    if (first === undefined) throw refuse(`no run is left until ${end}`);
    const offset = service.holds === 'nothing' ? undefined : details[service.chosen];
    if (offset !== undefined) {
      const { StartDateTime, EndDateTime } = readLogPeriod(offset, first);
      if (EndDateTime < StartDateTime) throw refuse('the log period ends before it starts');
    }
    return first;
  } catch (cause) {
    if (!(cause instanceof CodecError)) throw cause;
    throw refuse(cause.message);
  }
}

function rowOf({ variant }: ScheduledService): CatalogueRow {
  const row = catalogueRow(variant);
  if (row === undefined) throw scheduleRefusal('cannot be scheduled', variant);
  return row;
}
