import type { UserDirectory } from '../authorisation/index.js';
import { CodecError, DuisRejection } from '../common/errors.js';
import { formatRequestId } from '../common/request-id.js';
import type { CommandVariant, ServiceRequest } from '../duis/index.js';
import { decodeMessage, type GbcsMessage } from '../gbcs/index.js';
import type { Journal, JournalEntry } from '../store/index.js';
import { findCommand } from './device-messages.js';

export interface LocalResponseParts {
  readonly journal: Journal;
  readonly users: UserDirectory;
  /** Lets the inventory follow what the Response says. */
  readonly onResponse: (entry: JournalEntry, message: GbcsMessage) => Promise<unknown>;
}

/** Command Variants whose Command the User may deliver itself. Source: DUIS schema, CommandVariant. */
const LOCAL: readonly number[] = [2, 3, 6, 7] satisfies readonly CommandVariant[];

/**
 * Return Local Command Response (8.13): a User brings what a Device answered to a Command that was delivered locally, and the
 * inventory follows as if the Response had come over the WAN.
 * @throws DuisRejection E12 (inferred) if it is no Response to a Command given to this User for local delivery
 */
export async function takeLocalResponse(
  request: ServiceRequest<'ReturnLocalCommandResponse'>,
  parts: LocalResponseParts,
): Promise<void> {
  const { DeviceGBCSResponse: bytes, OriginalRequestID: original } = request.body.content;
  const message = readResponse(bytes);
  const entry = await findCommand(message, parts);
  const user = request.requestId.originator;
  if (entry === undefined || entry.originator !== user || !LOCAL.includes(entry.commandVariant)) {
    throw new DuisRejection('E12', `no Command for local delivery was given to ${user} that this answers`);
  }
  if (original !== undefined && original.toUpperCase() !== entry.requestId) {
    throw new DuisRejection('E12', `the Response is to ${entry.requestId}, not to ${original}`);
  }
  await parts.onResponse(entry, message);
}

function readResponse(bytes: Buffer): GbcsMessage {
  let message: GbcsMessage;
  try {
    message = decodeMessage(bytes);
  } catch (error) {
    if (!(error instanceof CodecError)) throw error;
    throw new DuisRejection('E12', `the Response of the Device cannot be read: ${error.message}`);
  }
  if (message.header.kind === 'Response') return message;
  throw new DuisRejection(
    'E12',
    `a ${message.header.kind} of ${message.header.originator} is no Response (${formatRequestId({ originator: message.header.recipient, target: message.header.originator, counter: message.header.originatorCounter })})`,
  );
}
