import { XmlAttribute } from 'libxml2-wasm';
import { CodecError, ConfigError } from '../../common/errors.js';
import { DEFAULT_LIMITS, withDocument } from '../schema/parse-xml.js';
import { findPath } from './find-path.js';
import { type ValueNode, valueNodes } from './value-nodes.js';

/** Characters XML 1.0 has no way to write (production 2, Char). */
const UNWRITABLE = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u;

/**
 * The document with other values; whatever is not named stays as it is, a Signature included, which then no longer fits.
 * The schema is not asked: a value may be one it does not allow.
 * @param values by path as {@link elementValues} gives it, or any end of one that no other path has
 * @throws UnreadableXml
 * @throws ConfigError for a path that is unknown, ambiguous or given twice, naming the nearest
 * @throws CodecError for a value with characters XML cannot hold
 */
export function setElementValues(xml: Uint8Array, values: Readonly<Record<string, string>>): string {
  return withDocument(xml, DEFAULT_LIMITS, (document) => {
    const nodes = new Map(valueNodes(document).map(({ path, node }) => [path, node]));
    const paths = [...nodes.keys()];
    const given = new Map<string, string>();
    for (const [asked, value] of Object.entries(values)) {
      const path = findPath(asked, paths);
      const before = given.get(path);
      if (before !== undefined) throw new ConfigError(asked, `is the same value as ${before}`);
      given.set(path, asked);
      const node = nodes.get(path);
      if (UNWRITABLE.test(value)) throw new CodecError('XML cannot hold this character', undefined, path);
      if (node !== undefined) setContent(node, value);
    }
    return document.toString({ format: false });
  });
}

function setContent(node: ValueNode['node'], value: string): void {
  // An attribute takes its content as markup, in which & and < mean something.
  if (node instanceof XmlAttribute) node.value = value.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  else node.content = value;
}
