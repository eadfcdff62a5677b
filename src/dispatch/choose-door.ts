import type { Clock } from '../common/clock.js';
import { hasBody } from '../duis/index.js';
import type { Inventory, SmetsGeneration } from '../inventory/index.js';
import type { Door } from './gateway.js';
import type { AuthorisedRequest } from './judgement.js';

/** The three ways a request can go. */
export interface Doors {
  readonly nonDevice: Door;
  readonly command: Door;
  readonly s1sp: Door;
}

/**
 * Picks the door of a request: the DCC itself, a GBCS Command, or the S1SP. For a Device that is the SMETS version the
 * inventory has resolved at this moment. A change of a Communications Hub's Device Log is applied to the inventory before
 * its door is known, and taken back if the request then turns out not to be possible.
 */
export function doorChooser(
  doors: Doors,
  inventory: Inventory,
  clock: Clock,
): (authorised: AuthorisedRequest) => Promise<Door> {
  const byGeneration = (generation: SmetsGeneration): Door =>
    generation === 'SMETS1' ? doors.s1sp : doors.command;

  return async (authorised) => {
    const { received, row, requestId, device } = authorised;
    const { request } = received;
    if (row.targets.length === 0 || device === undefined) return doors.nonDevice;
    const sendsCommand = request.commandVariant !== 4;
    if (sendsCommand && hasBody(request, 'UpdateHANDeviceLog')) {
      const { generation } = await inventory.prepareHanDeviceLogUpdate(request, requestId, clock());
      return takingBack(byGeneration(generation), inventory, clock);
    }
    if (sendsCommand && hasBody(request, 'RestoreHANDeviceLog')) {
      const { generation } = await inventory.prepareHanDeviceLogRestore(request, requestId, clock());
      return takingBack(byGeneration(generation), inventory, clock);
    }
    return byGeneration((await inventory.resolvedVersionOf(device)).generation);
  };
}

/** A door that undoes the change of the Device Log when it refuses. */
function takingBack(door: Door, inventory: Inventory, clock: Clock): Door {
  return async (authorised) => {
    try {
      return await door(authorised);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      await inventory.revertHanDeviceLogUpdate(authorised.requestId, clock(), reason);
      throw error;
    }
  };
}
