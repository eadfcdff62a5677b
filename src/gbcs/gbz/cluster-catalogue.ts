import type { AnyZclCluster, ZclCommand } from './zcl-cluster.js';
import type { FrameControl } from './frame-control.js';
import { DEFAULT_RESPONSE, READ_ATTRIBUTES, READ_ATTRIBUTES_RESPONSE } from './foundation.js';
import { basic } from './clusters/basic.js';
import { calendar } from './clusters/calendar.js';
import { deviceManagement } from './clusters/device-management.js';
import { events } from './clusters/events.js';
import { messaging } from './clusters/messaging.js';
import { metering } from './clusters/metering.js';
import { prepayment } from './clusters/prepayment.js';
import { price } from './clusters/price.js';

/** Every cluster a GBZ message may address. */
export const CLUSTERS: readonly AnyZclCluster[] = [
  basic,
  price,
  metering,
  messaging,
  prepayment,
  calendar,
  deviceManagement,
  events,
];

const BY_ID: ReadonlyMap<number, AnyZclCluster> = new Map(CLUSTERS.map((cluster) => [cluster.id, cluster]));

/** The cluster with that identifier, undefined if no GB use case has one. */
export function clusterOf(id: number): AnyZclCluster | undefined {
  return BY_ID.get(id);
}

/** The command a ZCL header names, undefined if no GB use case has one. */
export function commandOf(cluster: number, frameControl: FrameControl, id: number): ZclCommand | undefined {
  const table = clusterOf(cluster);
  if (!table) return undefined;
  if (frameControl.clusterSpecific) {
    const rows = frameControl.direction === 'server to client' ? table.fromServer : table.fromClient;
    return Object.values(rows).find((command) => command.id === id);
  }
  const { readAttributes, readAttributesResponse, defaultResponse } = table.foundation;
  switch (id) {
    case READ_ATTRIBUTES:
      return readAttributes;
    case READ_ATTRIBUTES_RESPONSE:
      return readAttributesResponse;
    case DEFAULT_RESPONSE:
      return defaultResponse[frameControl.direction];
    default:
      return undefined;
  }
}
