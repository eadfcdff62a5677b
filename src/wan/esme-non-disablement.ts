import { ByteReader } from '../gbcs/bytes/byte-reader.js';
import { decodeData } from '../gbcs/dlms/dlms-type.js';
import {
  NON_DISABLEMENT_SCRIPTS,
  nonDisablementSchedule,
  nonDisablementSpecialDays,
} from '../gbcs/use-cases/dlms/shared/non-disablement-calendar.js';
import type { CosemObjects } from './cosem-objects.js';
import { lastSwitch } from './switching-calendar.js';

/** The active calendar. Source: GBCS mapping table, ECS26a; mark: confirmed. */
const SCHEDULE = { classId: 10, obis: '0-0:12.0.1.255', index: 2 } as const;
const SPECIAL_DAYS = { classId: 11, obis: '0-0:11.0.2.255', index: 2 } as const;

/** Whether supply is not to be disabled at a time for want of credit, as the non-disablement calendar says (ECS08). */
export function isNonDisablement(objects: CosemObjects, time: Date): boolean {
  const schedule = objects.value(SCHEDULE);
  const specialDays = objects.value(SPECIAL_DAYS);
  if (schedule === undefined || specialDays === undefined) return false;
  const last = lastSwitch(
    decodeData(nonDisablementSchedule, new ByteReader(schedule)),
    decodeData(nonDisablementSpecialDays, new ByteReader(specialDays)),
    time,
  );
  return last?.scriptSelector === NON_DISABLEMENT_SCRIPTS.START;
}
