import type { Eui64 } from '../common/eui64.js';
import type { Store } from '../store/index.js';
import { latestRun, nextRun } from './recurrence.js';
import { scheduleRefusal } from './refusals.js';
import { type NewSchedule, rowOfNew, type Schedule, scheduleFromRow } from './schedule.js';
import { removeSchedules } from './schedule-removal.js';
import { type ScheduleSelection, schedulesIn, selected } from './schedule-selection.js';

/** Most schedules of one User for one Device: as many as one DSPSchedulesRead can show (DUIS schema). */
export const MOST_SCHEDULES = 99;

/** A run whose time has come. */
export interface DueRun {
  readonly schedule: Schedule;
  /** When it was due: the last time if several were missed. */
  readonly at: Date;
}

/** The DSP schedules of all Users. What has ended or was removed stays in the store, but no User sees it. */
export class Schedules {
  constructor(private readonly store: Store) {}

  /**
   * @param requestId performed before, it gives the same schedule again
   * @throws DuisRejection if the User has as many for the Device as can be read back
   */
  async create(schedule: NewSchedule, requestId: string, now: Date): Promise<Schedule> {
    return this.store.transaction(async (tx) => {
      const before = await tx
        .selectFrom('schedules')
        .selectAll()
        .where('created_by', '=', requestId)
        .executeTakeFirst();
      if (before !== undefined) return scheduleFromRow(before);
      const device = schedule.details.DeviceID;
      const { count } = await tx
        .selectFrom('schedules')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('state', '=', 'active')
        .where('device_id', '=', device)
        .where('owner', '=', schedule.owner)
        .executeTakeFirstOrThrow();
      if (count >= MOST_SCHEDULES) {
        throw scheduleRefusal('too many schedules', `${count} of ${schedule.owner} for ${device}`);
      }
      const row = await tx
        .insertInto('schedules')
        .values(rowOfNew(schedule, requestId, now))
        .returningAll()
        .executeTakeFirstOrThrow();
      return scheduleFromRow(row);
    });
  }

  /** The schedule a request created, whatever became of it. */
  async createdBy(requestId: string): Promise<Schedule | undefined> {
    const row = await this.store.db
      .selectFrom('schedules')
      .selectAll()
      .where('created_by', '=', requestId)
      .executeTakeFirst();
    return row === undefined ? undefined : scheduleFromRow(row);
  }

  /** Any schedule, ended and removed ones included. */
  async find(id: number): Promise<Schedule | undefined> {
    const row = await this.store.db
      .selectFrom('schedules')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst();
    return row === undefined ? undefined : scheduleFromRow(row);
  }

  /** The active schedules of a User, in the order of their ids. */
  async read(owner: Eui64, selection: ScheduleSelection): Promise<Schedule[]> {
    const active = this.store.db.selectFrom('schedules').selectAll().where('state', '=', 'active');
    return schedulesIn(selected(active.where('owner', '=', owner), selection));
  }

  /**
   * Deletes active schedules of a User.
   * @param requestId performed before, it finds what it deleted then
   * @returns what was deleted; empty if the User has no such schedule
   */
  async delete(
    owner: Eui64,
    selection: ScheduleSelection,
    requestId: string,
    now: Date,
  ): Promise<Schedule[]> {
    return this.store.transaction(async (tx) => {
      const before = await schedulesIn(
        tx.selectFrom('schedules').selectAll().where('removed_by', '=', requestId),
      );
      if (before.length > 0) return before;
      return removeSchedules(tx, { reason: 'deleted by its User', requestId, now }, (active) =>
        selected(active.where('owner', '=', owner), selection),
      );
    });
  }

  /** Removes every User's schedules of a Device. @returns what was removed */
  async removeForDevice(device: Eui64, reason: string, now: Date): Promise<Schedule[]> {
    return this.store.transaction((tx) =>
      removeSchedules(tx, { reason, requestId: null, now }, (active) =>
        active.where('device_id', '=', device),
      ),
    );
  }

  /** Removes the schedules one User has of a Device. @returns what was removed */
  async removeOf(owner: Eui64, device: Eui64, reason: string, now: Date): Promise<Schedule[]> {
    return this.store.transaction((tx) =>
      removeSchedules(tx, { reason, requestId: null, now }, (active) =>
        active.where('device_id', '=', device).where('owner', '=', owner),
      ),
    );
  }

  /**
   * Runs whose time has come, the longest overdue first. Runs missed while the gateway was down are one run, at the last
   * time that was missed: a backlog of reads of the same log would be of no use to anybody (inferred).
   * @param limit most runs to return
   */
  async due(now: Date, limit: number): Promise<DueRun[]> {
    const schedules = await schedulesIn(
      this.store.db
        .selectFrom('schedules')
        .selectAll()
        .where('state', '=', 'active')
        .where('next_run_at', '<=', now.getTime())
        .orderBy('next_run_at')
        .limit(limit),
    );
    return schedules.map((schedule) => ({
      schedule,
      at: latestRun(schedule.details, now) ?? now,
    }));
  }

  /**
   * Notes that a schedule has run, and when it does next; after its last run it has ended.
   * @param at when the run was due, as of `due`
   * @returns false if this was noted before, or the schedule is no longer active
   */
  async ran(id: number, at: Date): Promise<boolean> {
    return this.store.transaction(async (tx) => {
      const row = await tx
        .selectFrom('schedules')
        .selectAll()
        .where('id', '=', id)
        .where('state', '=', 'active')
        .where('next_run_at', '<=', at.getTime())
        .executeTakeFirst();
      if (row === undefined) return false;
      const next = nextRun(scheduleFromRow(row).details, at);
      await tx
        .updateTable('schedules')
        .set({
          last_run_at: at.getTime(),
          next_run_at: next?.getTime() ?? null,
          state: next === undefined ? 'ended' : 'active',
        })
        .where('id', '=', id)
        .execute();
      return true;
    });
  }
}
