import { type C14NOptions, XmlC14NMode, type XmlDocument, XmlError } from 'libxml2-wasm';
import { SignatureError } from './signature-error.js';

/** Takes what libxml2 writes; the chunks are views of its memory and must be copied. */
class ByteCollector {
  readonly #chunks: Buffer[] = [];

  write(chunk: Uint8Array): number {
    this.#chunks.push(Buffer.from(chunk));
    return chunk.byteLength;
  }

  close(): boolean {
    return true;
  }

  bytes(): Buffer {
    const [first] = this.#chunks;
    return first !== undefined && this.#chunks.length === 1 ? first : Buffer.concat(this.#chunks);
  }
}

/**
 * Canonical XML 1.0 without comments of a whole document, in UTF-8.
 * @throws SignatureError if it has no canonical form
 */
export function canonicalBytes(document: XmlDocument): Buffer {
  return canonicalise(document, XmlC14NMode.XML_C14N_1_0);
}

/** The same in Exclusive Canonical XML 1.0. @throws SignatureError if it has no canonical form */
export function exclusiveCanonicalBytes(document: XmlDocument): Buffer {
  return canonicalise(document, XmlC14NMode.XML_C14N_EXCLUSIVE_1_0);
}

function canonicalise(document: XmlDocument, mode: NonNullable<C14NOptions['mode']>): Buffer {
  const collector = new ByteCollector();
  try {
    document.canonicalize(collector, { mode });
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    throw new SignatureError('no-canonical-form', 'the document has no canonical form');
  }
  return collector.bytes();
}

// Neither text nor attribute values hold a bare `<` in canonical form, so this is white space between two tags.
const BETWEEN_TAGS = />[\t\n ]+</g;

/**
 * Canonical text without white space between elements, as peers see it that parse with "ignore element content
 * whitespace". White space that is the whole content of an element stays: it may be a value.
 * @param canonical canonical XML, any encoding with one character a byte
 * @returns the same text if there is nothing to remove, or if processing instructions make it ambiguous
 */
export function withoutElementWhitespace(canonical: string): string {
  if (canonical.includes('<?')) return canonical;
  return canonical.replace(BETWEEN_TAGS, (gap: string, at: number) => {
    const afterStartTag = canonical[canonical.lastIndexOf('<', at) + 1] !== '/';
    const beforeEndTag = canonical[at + gap.length] === '/';
    return afterStartTag && beforeEndTag ? gap : '><';
  });
}
