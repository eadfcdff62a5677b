import { DEFAULT_LIMITS, withDocument } from '../schema/parse-xml.js';
import { valueNodes } from './value-nodes.js';

/** A value of a document and where it is. */
export interface ElementValue {
  /** Such as `Header/RequestID`; `[2]` where elements of a name repeat, `@index` for an attribute. */
  readonly path: string;
  /** As it is written in the document, without white space around it. */
  readonly value: string;
}

/**
 * What a document says, element by element in its order; namespace prefixes and the Signature are left out.
 * @throws UnreadableXml
 */
export function elementValues(xml: Uint8Array): ElementValue[] {
  return withDocument(xml, DEFAULT_LIMITS, (document) =>
    valueNodes(document).map(({ path, node }) => ({ path, value: node.content.trim() })),
  );
}
