import { hasBody, type ServiceRequest } from '../../duis/index.js';
import { decommissionDevice } from './decommission-device.js';
import { preNotifyDevice } from './device-pre-notification.js';
import type { NonDeviceContext, NonDeviceOutcome } from './outcome.js';
import { readInventory } from './read-inventory.js';
import { updateInventory } from './update-inventory.js';
import { updatePpmidFirmware } from './update-ppmid-firmware.js';

/**
 * Performs a Non-Device Service that the inventory serves: 8.2, 8.3, 8.4, 11.4 and 12.2.
 * @returns undefined if the inventory does not serve the request
 * @throws DuisRejection; the inventory is then as it was
 */
export async function performNonDeviceService(
  request: ServiceRequest,
  context: NonDeviceContext,
): Promise<NonDeviceOutcome | undefined> {
  if (hasBody(request, 'DevicePrenotification')) return preNotifyDevice(request, context);
  if (hasBody(request, 'ReadInventory')) return readInventory(request, context);
  if (hasBody(request, 'DecommissionDevice')) return decommissionDevice(request, context);
  if (hasBody(request, 'UpdateInventory')) return updateInventory(request, context);
  if (hasBody(request, 'UpdatePPMIDFirmware')) return updatePpmidFirmware(request, context);
  return undefined;
}
