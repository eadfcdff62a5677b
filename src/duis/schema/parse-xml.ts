import { ParseOption, XmlDocument, XmlParseError, XmlXPath } from 'libxml2-wasm';
import { UnreadableXml } from './unreadable-xml.js';

/** What a document may cost before it is refused. */
export interface DocumentLimits {
  /** Largest document, in bytes. */
  readonly maxBytes: number;
  /** Deepest nesting of elements, the root being 1; libxml2 itself stops at 256. */
  readonly maxDepth: number;
}

/** Room for a Service Request that carries a firmware image; the deepest path of the schemas has some 20 elements. */
export const DEFAULT_LIMITS: DocumentLimits = { maxBytes: 10 * 1024 * 1024, maxDepth: 64 };

const OPTIONS =
  ParseOption.XML_PARSE_NO_XXE |
  ParseOption.XML_PARSE_NONET |
  ParseOption.XML_PARSE_NO_SYS_CATALOG |
  ParseOption.XML_PARSE_BIG_LINES;

const DOCUMENT_TYPE = '<!DOCTYPE';

const tooDeep = new Map<number, XmlXPath>();

function deeperThan(depth: number): XmlXPath {
  const known = tooDeep.get(depth);
  if (known !== undefined) return known;
  const compiled = XmlXPath.compile('/*'.repeat(depth + 1));
  tooDeep.set(depth, compiled);
  return compiled;
}

/**
 * Parses a document without a document type declaration, so without entities, and without loading anything else.
 * The caller disposes of it; {@link withDocument} does that on every path.
 * @throws UnreadableXml
 */
export function parseXml(bytes: Uint8Array, limits: DocumentLimits = DEFAULT_LIMITS): XmlDocument {
  if (bytes.byteLength > limits.maxBytes) {
    throw new UnreadableXml(
      'too-large',
      `the document has ${bytes.byteLength} bytes, at most ${limits.maxBytes} are read`,
    );
  }
  refuseDocumentType(bytes);
  const document = parse(bytes);
  try {
    // Only a document in another encoding than the check above understands can still have one.
    if (document.dtd !== null) throw documentType();
    if (document.get(deeperThan(limits.maxDepth)) !== null) {
      throw new UnreadableXml('too-deep', `elements are nested more than ${limits.maxDepth} deep`);
    }
    return document;
  } catch (error) {
    document.dispose();
    throw error;
  }
}

/**
 * Parses a document, hands it to `use` and disposes of it when `use` has returned or thrown.
 * `use` must not return anything that belongs to the document.
 * @throws UnreadableXml, and whatever `use` throws
 */
export function withDocument<T>(
  bytes: Uint8Array,
  limits: DocumentLimits,
  use: (document: XmlDocument) => T,
): T {
  const document = parseXml(bytes, limits);
  try {
    return use(document);
  } finally {
    document.dispose();
  }
}

function parse(bytes: Uint8Array): XmlDocument {
  try {
    return XmlDocument.fromBuffer(bytes, { option: OPTIONS });
  } catch (error) {
    if (!(error instanceof XmlParseError)) throw error;
    const detail = error.details.find(({ level }) => level >= 2) ?? error.details[0];
    const message = (detail?.message ?? error.message).trim();
    const line = detail?.line;
    if (/^Excessive depth/.test(message)) {
      throw new UnreadableXml('too-deep', 'elements are nested more than 256 deep', line);
    }
    if (/^Resource limit exceeded/.test(message)) {
      throw new UnreadableXml('too-large', 'a text, name or attribute is too long', line);
    }
    throw new UnreadableXml('malformed', `not well-formed XML: ${message}`, line);
  }
}

function refuseDocumentType(bytes: Uint8Array): void {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const encoding of ['latin1', 'utf16le'] as const) {
    if (buffer.includes(DOCUMENT_TYPE, 0, encoding) && hasDocumentType(buffer.toString(encoding))) {
      throw documentType();
    }
  }
}

/** Whether nothing but a byte order mark, white space, comments and instructions stands before a document type. */
function hasDocumentType(text: string): boolean {
  let at = text.startsWith('\u00EF\u00BB\u00BF') ? 3 : 0;
  const skipPast = (end: string): void => {
    const found = text.indexOf(end, at);
    at = found < 0 ? text.length : found + end.length;
  };
  while (at < text.length) {
    if (/[\s\uFEFF]/.test(text.charAt(at))) at += 1;
    else if (text.startsWith('<?', at)) skipPast('?>');
    else if (text.startsWith('<!--', at)) skipPast('-->');
    else return text.startsWith(DOCUMENT_TYPE, at);
  }
  return false;
}

function documentType(): UnreadableXml {
  return new UnreadableXml('document-type', 'a document type declaration (<!DOCTYPE) is not allowed');
}
