import type { Decrypt, Description } from '../use-case.js';
import { clusterOf } from './cluster-catalogue.js';
import type { GbzComponent } from './component.js';
import { readFrame } from './frame.js';
import { formatUtcTime, CANCEL } from './utc-time.js';

/** Words for the From Date Time header, which is an activation time in GCS05 and the start of a period elsewhere. */
function describeFromDateTime(seconds: number): string {
  if (seconds === 0) return 'at once';
  return seconds === CANCEL ? 'cancel (0xFFFFFFFF)' : formatUtcTime(seconds);
}

/**
 * Renders a component with the names of its cluster.
 * @throws CodecError if its payload does not have the layout of its command
 */
export function describeComponent(component: GbzComponent, decrypt?: Decrypt): Description {
  const { cluster, fromDateTime, frameCounter, payload } = component;
  const plaintext = frameCounter === undefined ? undefined : decrypt?.(payload);
  const head = {
    cluster: clusterOf(cluster)?.name ?? cluster.toString(16),
    ...(fromDateTime !== undefined && { fromDateTime: describeFromDateTime(fromDateTime) }),
    ...(frameCounter !== undefined && { frameCounter }),
  };
  if (frameCounter !== undefined && plaintext === undefined) {
    return { ...head, encrypted: payload.toString('hex') };
  }
  const { command, values } = readFrame(component, plaintext);
  return { ...head, command: command.name, payload: command.payload.describe(values) };
}
