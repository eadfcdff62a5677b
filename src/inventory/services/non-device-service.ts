import { hasBody, type ServiceRequest } from '../../duis/index.js';
import { decommissionDevice } from './decommission-device.js';
import { preNotifyDevice } from './device-pre-notification.js';
import { updateHubStatus } from './hub-status-update.js';
import type { NonDeviceContext, NonDeviceOutcome } from './outcome.js';
import { readInventory } from './read-inventory.js';
import { optInService } from './service-opt-in.js';
import { updateFirmware, updatePpmidFirmware } from './update-firmware.js';
import { updateInventory } from './update-inventory.js';
import { readWanMatrix } from './wan-matrix.js';

/**
 * Performs a Non-Device Service that the inventory serves: 8.2, 8.3, 8.4, 8.6, 8.14.1 to 8.14.4, 11.1, 11.4, 12.1 and 12.2.
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
  if (hasBody(request, 'ServiceOptIn')) return optInService(request, context);
  if (
    hasBody(request, 'CHFInstallSuccessSMWAN') ||
    hasBody(request, 'CHFInstallSuccessNoSMWAN') ||
    hasBody(request, 'CHFFaultReturn') ||
    hasBody(request, 'CHFNoFaultReturn')
  ) {
    return updateHubStatus(request, context);
  }
  if (hasBody(request, 'UpdateFirmware')) return updateFirmware(request, context);
  if (hasBody(request, 'UpdatePPMIDFirmware')) return updatePpmidFirmware(request, context);
  if (hasBody(request, 'RequestWANMatrix')) return readWanMatrix(request, context);
  return undefined;
}
