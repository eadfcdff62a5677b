import type { Eui64 } from '../common/eui64.js';
import { type Description, describeMessage, type GbcsMessage } from '../gbcs/index.js';
import type { Inventory } from '../inventory/index.js';

/** What CS06 says of an activation, in its Response and in the Alert of one that was future dated. Source: GBCS CS06. */
interface ActivationContent {
  readonly executionOutcome?: {
    readonly activateImageResponseCode?: string;
    readonly firmwareVersion?: string;
  };
}

/**
 * The firmware version that a meter activated (11.3).
 * @returns 8 hexadecimal digits; undefined if the message tells of no activation, or of one that failed
 * @throws CodecError if the content is malformed
 */
export function activatedFirmwareIn(message: GbcsMessage): string | undefined {
  const { content } = describeMessage(message) as { readonly content: Description };
  const { executionOutcome } = content as ActivationContent;
  if (executionOutcome?.activateImageResponseCode !== 'success') return undefined;
  return executionOutcome.firmwareVersion;
}

/** Lets the inventory and the job that brought the image follow an activation. That the version changes was asked for. */
export async function noteActivation(
  inventory: Inventory,
  device: Eui64,
  version: string,
  now: Date,
): Promise<void> {
  const job = await inventory.firmwareJobs.inProgress(device);
  if (job?.firmwareVersion.toUpperCase() === version.toUpperCase()) {
    await inventory.firmwareJobs.advance(job, 'activated', now);
  }
  await inventory.noteFirmwareVersion(device, version, now);
}
