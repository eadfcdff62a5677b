import { createHash } from 'node:crypto';
import type { Clock } from '../common/clock.js';
import type { Logger } from '../common/logger.js';
import { formatRequestId } from '../common/request-id.js';
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

export interface S1spMessageParts {
  readonly reader: S1spDocumentReader;
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
 */
export function s1spMessageHandler(parts: S1spMessageParts): (bytes: Buffer) => Promise<void> {
  return async (bytes) => {
    const document = parts.reader.read(bytes);
    if (document.kind === 'response') await takeResponse(document, parts);
    else await takeAlert(document, parts);
  };
}

async function takeResponse(document: Smets1ResponseDocument, parts: S1spMessageParts): Promise<void> {
  const requestId = formatRequestId(document.requestId);
  const entry =
    (await parts.journal.find({ requestId, kind: 'service-request' })) ??
    (await parts.journal.find({ requestId, kind: 'scheduled-run' }));
  if (entry?.route !== 's1sp') {
    parts.log.warn('SMETS1 Response without a request', { requestId, s1sp: document.s1sp });
    return;
  }
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

async function takeAlert(
  document: Exclude<S1spDocument, Smets1ResponseDocument>,
  parts: S1spMessageParts,
): Promise<void> {
  const recipient = document.kind === 'device-alert' ? document.recipient : document.requestId?.originator;
  const about = { kind: document.kind, s1sp: document.s1sp, recipient };
  const id = createHash('sha256').update(document.bytes).digest('hex');
  const body = (at: Date, { duisVersion }: User) =>
    wrapS1spDocument(document, { schemaVersion: duisVersion, at }, (xml) => parts.responses.sign(xml));
  if (await handToUser({ id, recipient, body }, parts)) parts.log.info('alert of an S1SP', about);
  else parts.log.warn('alert of an S1SP for no User', about);
}
