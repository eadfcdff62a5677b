import { commandOf } from '../gbcs/gbz/cluster-catalogue.js';
import type { GbzComponent } from '../gbcs/gbz/component.js';
import { DEFAULT_RESPONSE } from '../gbcs/gbz/foundation.js';

/** ZCL statuses of the Responses of RTDS 4.5.0; ZCL, "Status enumerations". */
export const GBZ_STATUS = {
  success: 0x00,
  failure: 0x01,
  unsupportedAttribute: 0x86,
  notFound: 0x8b,
  hardwareFailure: 0xc0,
} as const;

/** The command identifier in the Default Response to a component that was not processed, as one before it failed. */
export const NOT_PROCESSED = 0xff;

/** Whether a command asks for what "publish" commands tell, such as logs: those are the ones ZCL calls "get". */
export function asksToPublish({ cluster, frameControl, command }: GbzComponent): boolean {
  return commandOf(cluster, frameControl, command)?.name.startsWith('get') === true;
}

/**
 * A Default Response: goes the other way than what it answers, and to the client if that asks to publish.
 * @param command identifier of the command it is about
 */
export function defaultResponse(to: GbzComponent, command: number, status: number): GbzComponent {
  const { cluster, sequence, frameControl } = to;
  return {
    cluster,
    sequence,
    frameControl: {
      clusterSpecific: false,
      direction:
        frameControl.direction === 'client to server' || asksToPublish(to)
          ? 'server to client'
          : 'client to server',
      disableDefaultResponse: false,
    },
    command: DEFAULT_RESPONSE,
    payload: Buffer.from([command, status]),
  };
}
