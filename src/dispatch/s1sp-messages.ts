import type { Clock } from '../common/clock.js';
import type { Logger } from '../common/logger.js';
import { formatRequestId, type RequestId } from '../common/request-id.js';
import type { UserDirectory } from '../authorisation/index.js';
import type { ServiceResponses } from '../duis/index.js';
import { type S1spDocument, type S1spDocumentReader, wrapS1spDocument } from '../smets1/index.js';
import type { Journal, JournalEntry } from '../store/index.js';
import { answeredBy, deliverBody } from './device-messages.js';

export interface S1spMessageParts {
  readonly reader: S1spDocumentReader;
  readonly journal: Journal;
  readonly users: UserDirectory;
  readonly responses: ServiceResponses;
  /** Lets the inventory follow what the S1SP did; called before the Response goes on to the User. */
  readonly onResponse: (entry: JournalEntry) => Promise<void>;
  readonly wake: () => void;
  readonly clock: Clock;
  readonly log: Logger;
}

/**
 * Takes what S1SPs post: a Response is matched to its request and reaches the User as a SMETS1ResponseMessage.
 * A document that comes twice, or that no request waits for, changes nothing and is logged.
 */
export function s1spMessageHandler(parts: S1spMessageParts): (bytes: Buffer) => Promise<void> {
  return async (bytes) => {
    const document = parts.reader.read(bytes);
    if (document.kind === 'response') await takeResponse(document, document.requestId, parts);
    else parts.log.info('S1SP document', { kind: document.kind, s1sp: document.s1sp });
  };
}

async function takeResponse(document: S1spDocument, id: RequestId, parts: S1spMessageParts): Promise<void> {
  const requestId = formatRequestId(id);
  const entry = await parts.journal.find({ requestId, kind: 'service-request' });
  if (entry?.route !== 's1sp') {
    parts.log.warn('SMETS1 Response without a request', { requestId, s1sp: document.s1sp });
    return;
  }
  await parts.onResponse(entry);
  const { schemaVersion, serviceReference, serviceReferenceVariant } = answeredBy(entry);
  const body = wrapS1spDocument(
    document,
    { schemaVersion, serviceReference, serviceReferenceVariant, at: parts.clock() },
    (xml) => parts.responses.sign(xml),
  );
  await deliverBody(entry, 'I0', body, parts);
}
