import { type Eui64, parseEui64 } from '../../common/eui64.js';

/** The first element of the first element of the root: nothing before it can be mistaken for it. */
const REQUEST_ID =
  /^<(?:[^\s<>/:]+:)?Request[ >][^<]*<(?:[^\s<>/:]+:)?Header>\s*<(?:[^\s<>/:]+:)?RequestID>\s*([0-9A-Fa-f]{2}(?:-[0-9A-Fa-f]{2}){7}):/;

/** Longest stretch of a Request in which its RequestID is looked for, in bytes; a schema-valid one is far shorter. */
const HEAD = 4096;

/**
 * Business Originator of a Request: the first part of its RequestID. Undefined if the document is none.
 * @param canonical canonical XML
 */
export function requestOriginator(canonical: Buffer): Eui64 | undefined {
  const match = REQUEST_ID.exec(canonical.toString('latin1', 0, HEAD));
  return match?.[1] === undefined ? undefined : parseEui64(match[1]);
}
