import type { Transaction } from 'kysely';
import type { Database } from '../store/index.js';
import type { Schedule } from './schedule.js';
import { type ScheduleRows, schedulesIn } from './schedule-selection.js';

export interface Removal {
  readonly reason: string;
  /** Null where no request of a User removes the schedules. */
  readonly requestId: string | null;
  readonly now: Date;
}

/**
 * Removes active schedules.
 * @param restrict to those that are to go
 * @returns what was removed, as it is now
 */
export async function removeSchedules(
  tx: Transaction<Database>,
  { reason, requestId, now }: Removal,
  restrict: (active: ScheduleRows) => ScheduleRows,
): Promise<Schedule[]> {
  const rows = tx.selectFrom('schedules').selectAll();
  const ids = (await schedulesIn(restrict(rows.where('state', '=', 'active')))).map(({ id }) => id);
  if (ids.length === 0) return [];
  await tx
    .updateTable('schedules')
    .set({
      state: 'removed',
      removed_at: now.getTime(),
      removed_reason: reason,
      removed_by: requestId,
      next_run_at: null,
    })
    .where('id', 'in', ids)
    .execute();
  return schedulesIn(rows.where('id', 'in', ids));
}
