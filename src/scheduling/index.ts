export { FREQUENCIES, latestRun, nextRun, type Recurrence } from './recurrence.js';
export { SCHEDULE_REFUSALS } from './refusals.js';
export type { NewSchedule, Schedule, ScheduleDetails } from './schedule.js';
export { scheduledRequest } from './scheduled-request.js';
export { SCHEDULED_SERVICES, type ScheduledService, scheduledService } from './scheduled-services.js';
export type { ScheduleSelection } from './schedule-selection.js';
export { type DueRun, MOST_SCHEDULES, Schedules } from './schedules.js';
export { performSchedulingService } from './services/scheduling-service.js';
export type { SchedulingContext } from './services/scheduling-context.js';
