import type { Transaction } from 'kysely';
import type { Database } from '../../store/index.js';
import { type Cause, findMembers, noteStatus } from '../device-changes.js';
import type { DeviceRecord } from '../device-record.js';
import { refusal } from '../refusals.js';

/**
 * Deletes a Device that never was in a home, a CHF with its GPF; its history stays.
 * @throws DuisRejection if it is past Pending or in a Device Log
 */
export async function deleteDevice(
  tx: Transaction<Database>,
  device: DeviceRecord,
  cause: Cause,
): Promise<void> {
  if (device.deviceType === 'GPF')
    throw refusal('wrong Device type', `GPF ${device.id} is deleted with its CHF`);
  if ((device.status ?? 'Pending') !== 'Pending' || device.hubId !== null) {
    throw refusal(
      'wrong status',
      `${device.deviceType} ${device.id} is ${device.status ?? 'in a Device Log'}`,
    );
  }
  const beside = await findMembers(tx, device.id);
  for (const each of [...beside, device]) {
    await tx.deleteFrom('devices').where('id', '=', each.id).execute();
    await noteStatus(tx, each.id, null, { ...cause, event: 'deleted by a User' });
  }
}
