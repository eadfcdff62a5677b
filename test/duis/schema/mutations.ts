const LEAF = /<((?:\w+:)?\w+)((?: [^<>]*)?)>([^<>]*)<\/\1>/g;
const EMPTY = /<((?:\w+:)?\w+)((?: [^<>]*)?)\/>/g;

/** Values of which each simple type refuses some. */
const VALUES = [
  '',
  ' 7 ',
  '-1',
  '99999999999999999999',
  '0.125',
  'x'.repeat(300),
  '2026-02-30',
  'true',
  '4G North',
];

/**
 * Documents that differ from `xml` in one place: a value is another one, an element is missing, double, empty, has
 * another name or an attribute more.
 * @param limit how many elements are changed, from the end: every message has the same header
 */
export function* mutations(xml: string, limit: number): Generator<string> {
  const replaced = (match: RegExpMatchArray, text: string): string =>
    xml.slice(0, match.index) + text + xml.slice((match.index ?? 0) + match[0].length);
  for (const match of [...xml.matchAll(LEAF)].slice(-limit)) {
    const [whole, name = '', attributes = ''] = match;
    for (const value of VALUES) yield replaced(match, `<${name}${attributes}>${value}</${name}>`);
    yield replaced(match, '');
    yield replaced(match, whole + whole);
    yield replaced(match, `<${name}X>1</${name}X>`);
    yield replaced(match, `<${name} index="1">1</${name}>`);
    yield replaced(match, `<${name}><b/></${name}>`);
  }
  for (const match of [...xml.matchAll(EMPTY)].slice(-limit)) {
    const [whole, name = '', attributes = ''] = match;
    yield replaced(match, `<${name}${attributes}>text</${name}>`);
    yield replaced(match, '');
    yield replaced(match, whole + whole);
  }
}
