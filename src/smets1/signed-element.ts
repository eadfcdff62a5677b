import { S1spDocumentRefused } from './s1sp-document-refused.js';

const DECLARATION = /^\uFEFF?(?:<\?xml[^>]*>)?/;
const ENCODING = /^\uFEFF?<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)["']/;
const READABLE_ENCODINGS: ReadonlySet<string> = new Set(['utf-8', 'us-ascii']);

/**
 * White space between two tags, but for white space that is all an element holds. Neither text nor attribute values
 * hold a bare `<`; a `>` in text before white space and an end tag is such a value.
 */
const BETWEEN_TAGS = />[\t\r\n ]+</g;

/**
 * The root element of a well-formed document as text, byte by byte as it was written: what is put into another
 * document so that it can be taken out again and still verify.
 * @throws S1spDocumentRefused `unreadable` if it is not in UTF-8; `white-space` if there is any between elements: the
 * DCC signing tool, and what this gateway signs, leave that out, so a signature over it would be lost on the way
 */
export function signedElement(document: Buffer): string {
  const text = decode(document);
  const element = text.slice(DECLARATION.exec(text)?.[0].length).trim();
  for (const { 0: gap, index } of element.matchAll(BETWEEN_TAGS)) {
    const afterStartTag = element[element.lastIndexOf('<', index) + 1] !== '/';
    const beforeEndTag = element[index + gap.length] === '/';
    if (!(afterStartTag && beforeEndTag)) {
      throw new S1spDocumentRefused('white-space', 'there is white space between elements; send one line');
    }
  }
  if (/<[?!]/.test(element)) {
    throw new S1spDocumentRefused(
      'unreadable',
      'comments, processing instructions and CDATA sections are not taken in a document that is passed on',
    );
  }
  return element;
}

function decode(document: Buffer): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(document);
  } catch {
    throw new S1spDocumentRefused('unreadable', 'the document is not in UTF-8');
  }
  const encoding = ENCODING.exec(text)?.[1]?.toLowerCase();
  if (encoding !== undefined && !READABLE_ENCODINGS.has(encoding)) {
    throw new S1spDocumentRefused('unreadable', `the document is in ${encoding}; send UTF-8`);
  }
  return text;
}
