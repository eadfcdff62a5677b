import { CodecError } from '../common/errors.js';
import { decodeDataNotification } from './dlms/data-notification.js';
import { decodeData } from './dlms/dlms-type.js';
import type { GbcsMessage } from './message.js';
import type { CommunicationsHubBackup } from './transform-context.js';
import { backupPan } from './use-cases/dlms/comms-hub/device-log.js';

/** Message code of CS14, the alert 8F12 of a changed Device Log. Source: RTDS 4.5.0 CS14; mark: confirmed. */
const CS14 = 0x0018;

/**
 * The Device Log that a Communications Hub Function backs up in the alert of every change (CS14); undefined for any
 * other message. The hub is the originator of the alert.
 * @throws CodecError if the alert is CS14 and malformed
 */
export function deviceLogBackupIn({ header, content }: GbcsMessage): CommunicationsHubBackup | undefined {
  if (header.kind !== 'Alert' || header.messageCode !== CS14) return undefined;
  const [reader] = decodeDataNotification(content).further;
  if (reader === undefined) throw new CodecError('the alert carries no Device Log');
  const { extendedPanId, devices } = decodeData(backupPan, reader);
  return { extendedPanId, devices };
}
