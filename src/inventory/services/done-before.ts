import type { Transaction } from 'kysely';
import type { Eui64 } from '../../common/eui64.js';
import type { Database } from '../../store/index.js';

/** Whether a request has changed a Device's status before: after a crash it is performed a second time. */
export async function doneBefore(
  tx: Transaction<Database>,
  device: Eui64,
  requestId: string,
): Promise<boolean> {
  const row = await tx
    .selectFrom('device_status_history')
    .select('sequence')
    .where('device_id', '=', device)
    .where('request_id', '=', requestId)
    .executeTakeFirst();
  return row !== undefined;
}
