import type { Eui64 } from '../../../common/eui64.js';
import type { TransformContext } from '../../transform-context.js';

/**
 * GBCS version from which on a Device knows the use cases that replaced earlier ones. Inferred from the message codes:
 * GCS20r to GCS25a stand among those that came with GBCS 2, GCS60a next to the PPMID firmware use cases of GBCS 4.1.
 */
export const FROM_VERSION = {
  GCS21k: '2.0',
  GCS21m: '2.0',
  GCS25a: '2.0',
  GCS60a: '4.1',
} as const;

/** Numbers of a version such as `4.1`, `GBCS 4.1` or `V3.2`. */
function numbersOf(version: string): number[] {
  return (/\d+(?:\.\d+)*/.exec(version)?.[0] ?? '').split('.').map(Number);
}

/** Whether version `a` is `b` or later. */
export function isAtLeast(a: string, b: string): boolean {
  const left = numbersOf(a);
  const right = numbersOf(b);
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

/**
 * Whether a Device has GBCS version `from` or later.
 * @param assumed the answer for a Device whose version the inventory does not know
 */
export function hasGbcsVersion(
  context: TransformContext,
  device: Eui64,
  from: string,
  assumed = true,
): boolean {
  const version = context.device(device)?.gbcsVersion;
  return version === undefined ? assumed : isAtLeast(version, from);
}
