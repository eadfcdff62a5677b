import type { DeviceFacts } from '../../../transform-context.js';
import type { RequestFacts } from '../engine/index.js';

/**
 * First GBCS versions with which later use cases took the place of earlier ones for the same Service Request. The
 * public texts do not tell them; they are inferred from the order in which message codes were given out: codes up to
 * 0x00CF with version 1, 0x00D0 to 0x0115 (Dual Band Communications Hubs among them) with version 2, later ones (load
 * controllers) with version 4.
 */
export const GBCS_2 = '2.0';
export const GBCS_4 = '4.0';

/** Compares versions such as `1.1` and `4.1` number by number. */
function compareVersions(one: string, other: string): number {
  const [left, right] = [one, other].map((version) => version.split('.').map(Number));
  for (let index = 0; index < Math.max(left?.length ?? 0, right?.length ?? 0); index++) {
    const difference = (left?.[index] ?? 0) - (right?.[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** A Device whose GBCS version the inventory does not tell counts as one of the newest. */
export function supports(device: DeviceFacts | undefined, version: string): boolean {
  return device?.gbcsVersion === undefined || compareVersions(device.gbcsVersion, version) >= 0;
}

/** For `appliesWhere` of a use case that took the place of another one with `version`. */
export const since =
  (version: string) =>
  ({ device }: RequestFacts): boolean =>
    supports(device, version);

/** For `appliesWhere` of the use case whose place another one took with `version`. */
export const before =
  (version: string) =>
  ({ device }: RequestFacts): boolean =>
    !supports(device, version);
