import { type ErrorDetail, XmlElement, type XmlDocument } from 'libxml2-wasm';

/** One place where a document breaks the schema. */
export interface SchemaViolation {
  /** Line in the document, counted from 1. */
  readonly line: number;
  /** Local names from the root, with a number where several siblings have the name: `/Request/Body/TopUpDevice/UTRN`. */
  readonly path: string;
  readonly found: string;
  readonly expected: string;
  /** `found` and `expected` as one sentence. */
  readonly message: string;
}

type Wording = readonly [pattern: RegExp, found: string, expected: string];

/** libxml2's sentences (xmlschemas.c), and what they say of the document and of the schema. */
const WORDINGS: readonly Wording[] = [
  [
    /^\[facet 'enumeration'\] The value '(.*)' is not an element of the set \{(.*)\}\.$/s,
    "'$1'",
    'one of $2',
  ],
  [
    /^\[facet 'pattern'\] The value '(.*)' is not accepted by the pattern '(.*)'\.$/s,
    "'$1'",
    'a value like $2',
  ],
  [
    /^\[facet '.*'\] The value '(.*)' is greater than the maximum value allowed \('(.*)'\)\.$/s,
    "'$1'",
    'at most $2',
  ],
  [
    /^\[facet '.*'\] The value '(.*)' is less than the minimum value allowed \('(.*)'\)\.$/s,
    "'$1'",
    'at least $2',
  ],
  [/^\[facet '.*'\] The value '(.*)' must be greater than '(.*)'\.$/s, "'$1'", 'more than $2'],
  [/^\[facet '.*'\] The value '(.*)' must be less than '(.*)'\.$/s, "'$1'", 'less than $2'],
  [
    /^\[facet '.*'\] The value has a length of '(.*)'; this exceeds the allowed maximum length of '(.*)'\.$/,
    'a value of length $1',
    'a length of at most $2',
  ],
  [
    /^\[facet '.*'\] The value has a length of '(.*)'; this underruns the allowed minimum length of '(.*)'\.$/,
    'a value of length $1',
    'a length of at least $2',
  ],
  [
    /^\[facet '.*'\] The value has a length of '(.*)'; this differs from the allowed length of '(.*)'\.$/,
    'a value of length $1',
    'a length of $2',
  ],
  [
    /^\[facet '.*'\] The value '(.*)' has more fractional digits than are allowed \('(.*)'\)\.$/s,
    "'$1'",
    'at most $2 digits after the decimal point',
  ],
  [
    /^\[facet '.*'\] The value '(.*)' has more digits than are allowed \('(.*)'\)\.$/s,
    "'$1'",
    'at most $2 digits',
  ],
  [
    /^'(.*)' is not a valid value of the (?:local )?(?:atomic|list|union) type '(.*)'\.$/s,
    "'$1'",
    'a value of type $2',
  ],
  [
    /^'(.*)' is not a valid value of the (?:local )?(?:atomic|list|union) type\.$/s,
    "'$1'",
    "a value of this element's type",
  ],
  [/^This element is not expected\. Expected is (?:one of )?\( (.*) \)\.$/s, 'element $0', '$1'],
  [/^This element is not expected\.$/, 'element $0', 'no further element'],
  [
    /^Missing child element\(s\)\. Expected is (?:one of )?\( (.*) \)\.$/s,
    'element $0 without it',
    '$1 inside',
  ],
  [/^Missing child element\(s\)\.$/, 'element $0 without some of its elements', 'more elements inside'],
  [
    /^Element content is not allowed,? because the content type is empty\.$/,
    'an element inside $0',
    'nothing inside',
  ],
  [/^Element content is not allowed, because .*\.$/, 'an element inside $0', 'text only'],
  [
    /^Character content is not allowed,? because the content type is empty\.$/,
    'text inside $0',
    'nothing inside',
  ],
  [/^Character content other than whitespace is not allowed .*\.$/, 'text inside $0', 'elements only'],
  [/^The attribute '(.*)' is not allowed\.$/, 'attribute $1', 'no such attribute'],
  [/^The attribute '(.*)' is required but missing\.$/, 'element $0 without it', 'attribute $1'],
  [
    /^No matching global declaration available for the validation root\.$/,
    'root element $0',
    'Request, Response, SMETS1SignedResponse or S1SPAlert of the DUIS namespace',
  ],
];

const PREFIX = /^Element '(.*?)'(?:, attribute '(.*?)')?: /;
const NAMESPACE = /\{[^{}\s']*\}(?=[\w*])/g;

/** Longest stretch of the document or schema quoted in a violation, in characters. */
const MAX_QUOTED = 300;

/** One line that is safe to show on a terminal. */
function quoted(text: string): string {
  const short = text.length > MAX_QUOTED ? `${text.slice(0, MAX_QUOTED)}...` : text;
  return short.replace(/\p{Cc}/gu, (control) =>
    control === '\n' ? '\\n' : `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** What libxml2 found at a place of `document`, in the words of the project. */
export function schemaViolation(document: XmlDocument, detail: ErrorDetail): SchemaViolation {
  const text = detail.message.trim();
  const [prefix = '', element = '', attribute] = PREFIX.exec(text) ?? [];
  const sentence = text.slice(prefix.length).replace(NAMESPACE, '');
  const name = element.replace(NAMESPACE, '');
  const at = pathOf(document, detail.xpath) || `/${name}`;
  const path = attribute === undefined ? at : `${at}/@${attribute.replace(NAMESPACE, '')}`;
  for (const [pattern, found, expected] of WORDINGS) {
    const match = pattern.exec(sentence);
    if (match === null) continue;
    const fill = (words: string): string =>
      quoted(
        words.replace(/\$([012])/g, (_all, index: string) =>
          index === '0' ? name : (match[Number(index)] ?? ''),
        ),
      );
    return violation(detail.line, path, fill(found), fill(expected));
  }
  return violation(
    detail.line,
    path,
    attribute === undefined ? `element ${name}` : `attribute ${attribute}`,
    quoted(sentence),
  );
}

function violation(line: number, path: string, found: string, expected: string): SchemaViolation {
  return { line, path, found, expected, message: `found ${found}, expected ${expected}` };
}

/** libxml2's path names prefixes, or only positions where there is a default namespace. */
function pathOf(document: XmlDocument, xpath: string | undefined): string {
  if (xpath === undefined) return '';
  if (!xpath.includes('*')) return xpath.replace(/\/[^/:[]*:/g, '/');
  const names: string[] = [];
  const steps = xpath.split('/').slice(1);
  for (let depth = 1; depth <= steps.length; depth += 1) {
    const node = document.get(
      steps
        .slice(0, depth)
        .map((step) => `/${positional(step)}`)
        .join(''),
    );
    names.push(node instanceof XmlElement ? node.name : (steps[depth - 1] ?? ''));
  }
  return names.map((name) => `/${name}`).join('');
}

/** A step whose prefix may be unbound in XPath, by local name instead. */
function positional(step: string): string {
  const match = /^[^:[]*:([^[]*)(\[\d+\])?$/.exec(step);
  return match === null ? step : `*[local-name()='${match[1]}']${match[2] ?? ''}`;
}
