import { createHash } from 'node:crypto';
import type { Clock } from '../common/clock.js';
import type { Logger } from '../common/logger.js';
import { formatRequestId, type RequestId } from '../common/request-id.js';
import type { User, UserDirectory } from '../authorisation/index.js';
import type { ServiceResponses } from '../duis/index.js';
import {
  type S1spDocument,
  type S1spDocumentReader,
  type Smets1ResponseDocument,
  smets1Failure,
  wrapS1spDocument,
} from '../smets1/index.js';
import type { Journal, JournalEntry, Outbox } from '../store/index.js';
import { handToUser } from './hand-to-user.js';
import { answeredBy, type Conclusion } from './conclusion.js';
import type { S1spResponsibility } from './s1sp-responsibility.js';

export interface S1spMessageParts {
  readonly reader: S1spDocumentReader;
  readonly responsibility: S1spResponsibility;
  readonly journal: Journal;
  readonly outbox: Outbox;
  readonly users: UserDirectory;
  readonly responses: ServiceResponses;
  readonly conclusion: Conclusion;
  /** Lets the inventory follow what the S1SP did, or failed to do; called before the Response goes on to the User. */
  readonly onResponse: (entry: JournalEntry, failure: string | undefined) => Promise<void>;
  readonly wake: () => void;
  readonly clock: Clock;
  readonly log: Logger;
}

/**
 * Takes what S1SPs post. A Response is matched to its request and reaches the User as a SMETS1ResponseMessage; an Alert
 * goes to the User it names. A document that comes twice, or that no request waits for, changes nothing and is logged.
 * The handler throws S1spDocumentRefused, also where a good document is not of the S1SP responsible.
 */
export function s1spMessageHandler(parts: S1spMessageParts): (bytes: Buffer) => Promise<void> {
  return async (bytes) => {
    const document = parts.reader.read(bytes);
    if (document.kind === 'response') await takeResponse(document, parts);
    else await takeAlert(document, parts);
  };
}

async function takeResponse(document: Smets1ResponseDocument, parts: S1spMessageParts): Promise<void> {
  const entry = await findRequest(document.requestId, parts);
  if (entry === undefined) {
    const requestId = formatRequestId(document.requestId);
    parts.log.warn('SMETS1 Response without a request', { requestId, s1sp: document.s1sp });
    return;
  }
  parts.responsibility.requireForRequest(document, entry);
  const failure = smets1Failure(document);
  await parts.onResponse(entry, failure);
  const { schemaVersion, serviceReference, serviceReferenceVariant } = answeredBy(entry);
  const body = wrapS1spDocument(
    document,
    {
      schemaVersion,
      serviceReference,
      serviceReferenceVariant,
      ...(entry.scheduleId !== null && { scheduleId: entry.scheduleId }),
      at: parts.clock(),
    },
    (xml) => parts.responses.sign(xml),
  );
  await parts.conclusion.hand(entry, 'I0', body, failure);
}

async function findRequest(id: RequestId, { journal }: S1spMessageParts): Promise<JournalEntry | undefined> {
  const requestId = formatRequestId(id);
  return (
    (await journal.find({ requestId, kind: 'service-request' })) ??
    (await journal.find({ requestId, kind: 'scheduled-run' }))
  );
}

type AlertDocument = Exclude<S1spDocument, Smets1ResponseDocument>;

async function takeAlert(document: AlertDocument, parts: S1spMessageParts): Promise<void> {
  await requireResponsible(document, parts);
  const recipient = document.kind === 'device-alert' ? document.recipient : document.requestId?.originator;
  const about = { kind: document.kind, s1sp: document.s1sp, recipient };
  const id = createHash('sha256').update(document.bytes).digest('hex');
  const body = (at: Date, { duisVersion }: User) =>
    wrapS1spDocument(document, { schemaVersion: duisVersion, at }, (xml) => parts.responses.sign(xml));
  if (await handToUser({ id, recipient, body }, parts)) parts.log.info('alert of an S1SP', about);
  else parts.log.warn('alert of an S1SP for no User', about);
}

/** An Alert about a request is of the S1SP that has the request; another of the one that serves the Device. */
async function requireResponsible(document: AlertDocument, parts: S1spMessageParts): Promise<void> {
  const { responsibility } = parts;
  const requestId = document.kind === 's1sp-alert' ? document.requestId : undefined;
  const entry = requestId && (await findRequest(requestId, parts));
  const device = document.device ?? requestId?.target;
  if (entry !== undefined) responsibility.requireForRequest(document, entry);
  else if (device !== undefined) await responsibility.requireForDevice(document, device);
}
