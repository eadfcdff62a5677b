/** A carriage return that was written as a character reference keeps that form in canonical XML. */
const WHITESPACE = /(?:[\t\n ]|&#xD;)+/g;

/**
 * Bytes of base64 with any white space in it; undefined unless they are `length` bytes and this is the only way to
 * write them: no other alphabet, exact padding, no bits set that belong to no byte.
 * @param text in canonical XML form
 */
export function decodeBase64(text: string, length: number): Buffer | undefined {
  const compact = text.replace(WHITESPACE, '');
  const bytes = Buffer.from(compact, 'base64');
  return bytes.length === length && bytes.toString('base64') === compact ? bytes : undefined;
}
