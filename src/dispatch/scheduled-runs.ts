import type { Clock } from '../common/clock.js';
import type { Logger } from '../common/logger.js';
import { formatRequestId, type RequestId } from '../common/request-id.js';
import { type SigningIdentity, writeRequest } from '../duis/index.js';
import { type Schedule, scheduledRequest, type Schedules } from '../scheduling/index.js';
import type { Journal } from '../store/index.js';

export interface ScheduledRunParts {
  readonly schedules: Schedules;
  readonly journal: Journal;
  readonly identity: SigningIdentity;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Most runs begun in one look. */
const AT_ONCE = 100;

/** Begins the runs of DSP schedules: each is a request that is due now, served as one that was held. */
export class ScheduledRuns {
  constructor(private readonly parts: ScheduledRunParts) {}

  async begin(): Promise<void> {
    const { schedules, journal, identity, clock, log } = this.parts;
    for (;;) {
      const now = clock();
      const due = await schedules.due(now, AT_ONCE);
      for (const { schedule, at } of due) {
        const requestId = runId(schedule, at);
        const request = scheduledRequest(schedule, at, requestId);
        await journal.record(
          {
            requestId: formatRequestId(requestId),
            kind: 'scheduled-run',
            originator: schedule.owner,
            target: schedule.device,
            commandVariant: request.commandVariant,
            serviceReferenceVariant: request.serviceReferenceVariant,
            receivedAt: now,
            // No User has signed the request of a run: the DCC does.
            request: writeRequest(request, identity),
            scheduleId: schedule.id,
          },
          { state: 'held', at: now, dueAt: now },
        );
        await schedules.ran(schedule.id, at);
        log.info('scheduled run', { scheduleId: schedule.id, requestId: formatRequestId(requestId) });
      }
      if (due.length < AT_ONCE) return;
    }
  }
}

/**
 * The RequestID of a run: the same for the same run, so that it is begun once, and far above the counters of Users, which
 * are small or milliseconds since 1970.
 */
function runId({ id, owner, device }: Schedule, at: Date): RequestId {
  const counter = BigInt(at.getTime()) * 1_000_000n + BigInt(id % 1_000_000);
  return { originator: owner, target: device, counter };
}
