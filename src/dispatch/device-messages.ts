import type { UserDirectory } from '../authorisation/index.js';
import type { Clock } from '../common/clock.js';
import { CodecError } from '../common/errors.js';
import { type Eui64, parseEui64 } from '../common/eui64.js';
import type { Logger } from '../common/logger.js';
import { formatRequestId, parseRequestId } from '../common/request-id.js';
import {
  type Answered,
  type ResponseContent,
  serviceReferenceOf,
  type ServiceResponses,
} from '../duis/index.js';
import {
  alertCodeOf,
  customerIdentificationNumberIn,
  decodeMessage,
  type GbcsMessage,
} from '../gbcs/index.js';
import type { Journal, JournalEntry, NewDelivery, Outbox } from '../store/index.js';
import { handToUser } from './hand-to-user.js';
import type { DeviceMessage } from './ports.js';

export interface DeviceMessageParts {
  readonly journal: Journal;
  readonly outbox: Outbox;
  readonly users: UserDirectory;
  readonly responses: ServiceResponses;
  /** Lets the inventory follow what a Response says; called before the Response goes on to the User. */
  readonly onResponse: (entry: JournalEntry, message: GbcsMessage) => Promise<void>;
  readonly wake: () => void;
  readonly clock: Clock;
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
    } catch (error) {
      if (!(error instanceof CodecError)) throw error;
      parts.log.warn('message of a Device refused', { device, reason: error.message });
      return;
    }
    if (message.header.originator !== device) {
      parts.log.warn('message of a Device refused', {
        device,
        reason: `it names ${message.header.originator} as its originator`,
      });
    } else if (message.header.kind === 'Response') await takeResponse(device, message, bytes, parts);
    else if (message.header.kind === 'Alert') await takeAlert(message, bytes, parts);
    else parts.log.warn('message of a Device refused', { device, reason: 'it is a Command' });
  };
}

/**
 * Hands an Alert to the User it is for: once, however often the Device sends it. Alerts for the Access Control Broker
 * are the DCC's own.
 */
async function takeAlert(message: GbcsMessage, bytes: Buffer, parts: DeviceMessageParts): Promise<void> {
  const { originator: device, originatorCounter, recipient } = message.header;
  let alertCode: number;
  try {
    alertCode = alertCodeOf(message);
  } catch (error) {
    if (!(error instanceof CodecError)) throw error;
    parts.log.warn('message of a Device refused', { device, reason: error.message });
    return;
  }
  const about = { device, recipient, alertCode: alertCode.toString(16).toUpperCase() };
  const handed = await handToUser(
    {
      id: `${device} ${originatorCounter}`,
      recipient,
      body: () => parts.responses.deviceAlert(alertCode, bytes),
    },
    parts,
  );
  parts.log.info(handed ? 'alert of a Device' : 'alert of a Device for no User', about);
}

async function takeResponse(
  device: Eui64,
  message: GbcsMessage,
  bytes: Buffer,
  parts: DeviceMessageParts,
): Promise<void> {
  const entry = await findCommand(device, message, parts);
  if (entry === undefined) {
    parts.log.warn('Response without a Command', {
      device,
      counter: String(message.header.originatorCounter),
    });
    return;
  }
  await parts.onResponse(entry, message);
  await deliverResult(entry, 'I0', resultOf(entry, bytes), parts);
}

/** What the User gets of a Response: the number chosen for the meter's display besides, where the request was for one. */
function resultOf({ command, serviceReferenceVariant }: JournalEntry, GBCSPayload: Buffer): ResponseContent {
  const number =
    serviceReferenceVariant === '9.1' && command !== null
      ? customerIdentificationNumberIn(command)
      : undefined;
  return number === undefined
    ? { GBCSPayload }
    : { CINMessage: { GBCSPayload, CustomerIdentificationNumber: number } };
}

/** A Response repeats the originator and counter of its Command, so these lead to the request. */
async function findCommand(
  device: Eui64,
  { header }: GbcsMessage,
  { journal, users }: DeviceMessageParts,
): Promise<JournalEntry | undefined> {
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

/** Writes the final Service Response of an asynchronous request into the journal and the outbox, once. */
export async function deliverResult(
  entry: JournalEntry,
  responseCode: string,
  content: ResponseContent,
  parts: Pick<DeviceMessageParts, 'journal' | 'users' | 'responses' | 'wake' | 'clock' | 'log'>,
  failure?: string,
): Promise<void> {
  const body = parts.responses.result(answeredBy(entry), responseCode, content);
  await deliverBody(entry, responseCode, body, parts, failure);
}

/** As `deliverResult`, for a Service Response that is built already. */
export async function deliverBody(
  entry: JournalEntry,
  responseCode: string,
  body: Buffer,
  parts: Pick<DeviceMessageParts, 'journal' | 'users' | 'wake' | 'clock' | 'log'>,
  failure?: string,
): Promise<void> {
  const at = parts.clock();
  const url = (await parts.users.find(parseEui64(entry.originator)))?.receiveResponseUrl;
  const delivery: NewDelivery | undefined =
    url === undefined
      ? undefined
      : {
          id: `user ${entry.kind} ${entry.requestId}`,
          channel: 'user',
          destination: url,
          body,
          notBefore: at,
          request: { requestId: entry.requestId, kind: entry.kind },
        };
  const first = await parts.journal.advance(entry, {
    state: 'answered',
    at,
    ...(failure !== undefined && { reason: failure }),
    ...(delivery !== undefined && { deliveries: [delivery] }),
  });
  parts.log.info(first ? 'request answered' : 'request was answered before', {
    requestId: entry.requestId,
    responseCode,
    ...(failure !== undefined && { reason: failure }),
    ...(url === undefined && { undeliverable: 'the User has no Receive Response Service' }),
  });
  if (first) parts.wake();
}

/** What the Responses to a journalled request repeat of it. */
export function answeredBy(entry: JournalEntry): Answered {
  return {
    schemaVersion: schemaVersionOf(entry.request),
    requestId: parseRequestId(entry.requestId),
    serviceReference: serviceReferenceOf(entry.serviceReferenceVariant),
    serviceReferenceVariant: entry.serviceReferenceVariant,
  };
}

/** The journal holds schema-valid requests only, so the attribute is there. */
function schemaVersionOf(request: Buffer): string {
  const start = request.subarray(0, 2000).toString('latin1');
  return /schemaVersion\s*=\s*["']\s*([0-9.]+)\s*["']/.exec(start)?.[1] ?? '5.4';
}
