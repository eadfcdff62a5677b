import type { UserDirectory } from '../authorisation/index.js';
import { CodecError } from '../common/errors.js';
import type { Eui64 } from '../common/eui64.js';
import type { Logger } from '../common/logger.js';
import { formatRequestId } from '../common/request-id.js';
import type { ResponseContent } from '../duis/index.js';
import { customerIdentificationNumberIn, decodeMessage, type GbcsMessage } from '../gbcs/index.js';
import type { Journal, JournalEntry } from '../store/index.js';
import type { Conclusion } from './conclusion.js';
import type { DeviceMessage } from './ports.js';

export interface DeviceMessageParts {
  readonly journal: Journal;
  readonly users: UserDirectory;
  readonly conclusion: Conclusion;
  /** Lets the inventory follow what a Response says; called before the Response goes on to the User. */
  readonly onResponse: (entry: JournalEntry, message: GbcsMessage) => Promise<{ readonly failure?: string }>;
  readonly onAlert: (message: GbcsMessage, bytes: Buffer) => Promise<void>;
  readonly log: Logger;
}

/**
 * Takes what Devices send: matches a Response to its Command and hands it to the User as a Service Response.
 * A Response that comes twice, or that no Command waits for, changes nothing and is logged.
 */
export function deviceMessageHandler(parts: DeviceMessageParts): (message: DeviceMessage) => Promise<void> {
  return async ({ device, bytes }) => {
    let message: GbcsMessage;
    try {
      message = decodeMessage(bytes);
      if (message.header.originator !== device) {
        throw new CodecError(`it names ${message.header.originator} as its originator`);
      }
      if (message.header.kind === 'Command') throw new CodecError('it is a Command');
      if (message.header.kind === 'Response') await takeResponse(device, message, bytes, parts);
      else await parts.onAlert(message, bytes);
    } catch (error) {
      if (!(error instanceof CodecError)) throw error;
      parts.log.warn('message of a Device refused', { device, reason: error.message });
    }
  };
}

async function takeResponse(
  device: Eui64,
  message: GbcsMessage,
  bytes: Buffer,
  parts: DeviceMessageParts,
): Promise<void> {
  const entry = await findCommand(message, parts);
  if (entry === undefined) {
    parts.log.warn('Response without a Command', {
      device,
      counter: String(message.header.originatorCounter),
    });
    return;
  }
  const { failure } = await parts.onResponse(entry, message);
  await parts.conclusion.respond(entry, 'I0', resultOf(entry, bytes), failure);
}

/**
 * What the User gets of a Response: the number chosen for the meter's display besides, where the request was for one; the
 * schedule, where it was a run of one.
 */
function resultOf(
  { command, serviceReferenceVariant, scheduleId }: JournalEntry,
  GBCSPayload: Buffer,
): ResponseContent {
  if (scheduleId !== null) return { DSPScheduledMessage: { GBCSPayload, DSPScheduleID: scheduleId } };
  const number =
    serviceReferenceVariant === '9.1' && command !== null
      ? customerIdentificationNumberIn(command)
      : undefined;
  return number === undefined
    ? { GBCSPayload }
    : { CINMessage: { GBCSPayload, CustomerIdentificationNumber: number } };
}

/** The request whose Command a Response answers: it repeats the Command's originator and counter. */
export async function findCommand(
  { header }: GbcsMessage,
  { journal, users }: Pick<DeviceMessageParts, 'journal' | 'users'>,
): Promise<JournalEntry | undefined> {
  const device = header.originator;
  const user = await users.find(header.recipient);
  if (user === undefined) return journal.findByCommandCounter(device, header.originatorCounter);
  const requestId = formatRequestId({
    originator: header.recipient,
    target: device,
    counter: header.originatorCounter,
  });
  return (
    (await journal.find({ requestId, kind: 'signed-pre-command' })) ??
    (await journal.find({ requestId, kind: 'service-request' }))
  );
}
