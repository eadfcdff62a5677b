import type { Transaction } from 'kysely';
import type { Eui64 } from '../../common/eui64.js';
import type { ServiceRequest } from '../../duis/index.js';
import type { Database } from '../../store/index.js';
import { findDevice, insertDevice } from '../device-changes.js';
import { blankDevice, type DeviceRecord } from '../device-record.js';
import { approveModel } from '../model-approval.js';
import { refusal } from '../refusals.js';
import { statusAfter } from '../status-transitions.js';
import { doneBefore } from './done-before.js';
import { DONE, type NonDeviceContext, type NonDeviceOutcome } from './outcome.js';

/**
 * Device Pre-notification (12.2): a Device enters the inventory as Pending, a CHF together with its GPF. A decommissioned
 * Device may be pre-notified again and starts afresh.
 */
export async function preNotifyDevice(
  request: ServiceRequest<'DevicePrenotification'>,
  { inventory, now, requestId }: NonDeviceContext,
): Promise<NonDeviceOutcome> {
  const { content } = request.body;
  const { DeviceID: id, DeviceType: deviceType, AssociatedGPFDeviceID: gpfId } = content;
  if (deviceType === 'GPF') throw refusal('wrong Device type', `GPF ${id} is pre-notified with its CHF`);
  if (gpfId !== undefined && deviceType !== 'CHF') {
    throw refusal('details do not fit', `${deviceType} ${id} with an associated GPF`);
  }
  if (gpfId === id) throw refusal('CHF and GPF are one Device', id);
  if (content.ESMEVariant !== undefined && deviceType !== 'ESME') {
    throw refusal('details do not fit', `${deviceType} ${id} with an ESME variant`);
  }

  await inventory.transaction(async (tx) => {
    if (await doneBefore(tx, id, requestId)) return;
    await refuseIfPresent(tx, id);
    if (gpfId !== undefined) await refuseIfPresent(tx, gpfId);
    const firmwareVersion = content.FirmwareVersion ?? null;
    const version = content.SMETSCHTSVersion ?? null;
    const approved = await approveModel(tx, {
      manufacturer: content.DeviceManufacturer,
      model: content.DeviceModel,
      deviceType,
      firmwareVersion,
      version,
    });
    const device: Omit<DeviceRecord, 'statusSince'> = {
      ...blankDevice(id, deviceType, content.DeviceManufacturer, content.DeviceModel),
      ...approved,
      status: statusAfter('pre-notified', deviceType, 'none') ?? null,
      firmwareVersion,
      esmeVariant: content.ESMEVariant ?? null,
      prenotifiedVersion: version,
      prenotifiedGeneration: approved.generation,
      cspRegion: deviceType === 'CHF' && approved.generation === 'SMETS1' ? 'SMETS1' : null,
    };
    const cause = { event: 'pre-notified', at: now, requestId };
    await insertDevice(tx, device, cause);
    if (gpfId !== undefined) {
      await insertDevice(tx, { ...device, id: gpfId, deviceType: 'GPF', hubId: id }, cause);
    }
  });
  return DONE;
}

async function refuseIfPresent(tx: Transaction<Database>, id: Eui64): Promise<void> {
  const present = await findDevice(tx, id);
  if (present === undefined) return;
  const { deviceType, status } = present;
  if (status === null || statusAfter('pre-notified', deviceType, status) === undefined) {
    throw refusal('already in the inventory', `${deviceType} ${id}, ${status ?? 'no status'}`);
  }
}
