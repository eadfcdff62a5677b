import type { Clock } from '../common/clock.js';
import type { DeviceType } from '../common/device-type.js';
import { DuisRejection } from '../common/errors.js';
import type { Eui64 } from '../common/eui64.js';
import { hasBody } from '../duis/index.js';
import { type Inventory, performNonDeviceService } from '../inventory/index.js';
import type { Door } from './gateway.js';

/**
 * Serves what the DCC answers itself.
 * @param onPreNotified called when a Device has come into the inventory
 */
export function nonDeviceDoor(
  inventory: Inventory,
  clock: Clock,
  onPreNotified: (id: Eui64, deviceType: DeviceType) => void,
): Door {
  return async ({ received: { request }, requestId, row }) => {
    const outcome = await performNonDeviceService(request, {
      inventory,
      now: clock(),
      requestId,
      user: { id: request.requestId.originator },
    });
    if (outcome === undefined) throw new DuisRejection('E12', `${row.variant} ${row.name} is not served yet`);
    if (hasBody(request, 'DevicePrenotification')) {
      onPreNotified(request.body.content.DeviceID, request.body.content.DeviceType);
    }
    const { responseCode, content } = outcome;
    return {
      route: 'non-device',
      responseCode,
      ...(content !== undefined && { content }),
    };
  };
}
