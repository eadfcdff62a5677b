import { metering } from '../../gbz/clusters/metering.js';
import { prepayment } from '../../gbz/clusters/prepayment.js';
import type { CommandPart, PartWords } from '../../gbz/command-part.js';
import type { Fields } from '../../gbz/command-part.js';
import type { LogPeriod } from './read-log-period.js';

interface SnapshotParameters {
  readonly earliestStartTime: number;
  readonly latestEndTime: number;
  readonly snapshotOffset: number;
  readonly snapshotCause: number;
}

/** Each component asks for one snapshot, told apart by its offset. */
function fields(snapshotCause: number): Fields<SnapshotParameters, [number, LogPeriod]> {
  return {
    earliestStartTime: (_, period) => period.start,
    latestEndTime: (_, period) => period.end,
    snapshotOffset: (offset) => offset,
    snapshotCause,
  };
}

const offsets = (count: number) => () => Array.from({ length: count }, (_, offset) => offset);

/** Get Snapshot, once for each entry the log may have. @param snapshotCause bit mask of causes */
export function snapshotsPart(
  { each }: PartWords<LogPeriod>,
  count: number,
  snapshotCause: number,
): CommandPart<LogPeriod> {
  return each([count, count], offsets(count), metering.fromClient.getSnapshot, fields(snapshotCause));
}

/** Get Prepay Snapshot, once for each entry the log may have. @param snapshotCause bit mask of causes */
export function prepaySnapshotsPart(
  { each }: PartWords<LogPeriod>,
  count: number,
  snapshotCause: number,
): CommandPart<LogPeriod> {
  return each([count, count], offsets(count), prepayment.fromClient.getPrepaySnapshot, fields(snapshotCause));
}
