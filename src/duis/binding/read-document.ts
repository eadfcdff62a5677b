import { XMLParser } from 'fast-xml-parser';
import { CodecError } from '../../common/errors.js';
import { SCHEMA_MODEL } from '../generated/schema-model.js';
import { readLexical } from './lexical-values.js';
import type { ComplexModel } from './schema-model.js';

/** What the XML parser makes of an element: text, or members by local name, several of one name as an array. */
type Parsed = string | { readonly [name: string]: Parsed | Parsed[] };

const ATTRIBUTE = '@';
const TEXT = '#text';

const PARSER = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: ATTRIBUTE,
  textNodeName: TEXT,
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  ignoreDeclaration: true,
  // Canonical XML has eight references only; reading them here costs a fifth of what the parser's own reading does.
  processEntities: false,
});

/**
 * Reads canonical XML of a schema-valid document into the value of its generated type.
 * @param xml canonical bytes, UTF-8, Signature already taken out
 * @param root the global element in the model, such as `sr:Request`
 * @throws CodecError if it is another document
 */
export function readDocument(xml: Uint8Array, root: string): unknown {
  const type = SCHEMA_MODEL.roots[root];
  const name = root.slice(root.indexOf(':') + 1);
  const parsed = PARSER.parse(
    Buffer.from(xml.buffer, xml.byteOffset, xml.byteLength).toString('utf8'),
  ) as Parsed;
  const element = typeof parsed === 'string' ? undefined : parsed[name];
  if (type === undefined || element === undefined || Array.isArray(element)) {
    throw new CodecError(`the document is not a ${name}`);
  }
  return readType(element, type, name);
}

function readType(parsed: Parsed, type: string, path: string): unknown {
  const simple = SCHEMA_MODEL.simple[type];
  if (simple !== undefined) return readLexical(dereference(textOf(parsed)), simple);
  const complex = SCHEMA_MODEL.complex[type];
  if (complex === undefined) throw new CodecError(`no type ${type}`, undefined, path);
  return readComplex(parsed, complex, path);
}

/** The members of each complex type by the name the parser gives them; undefined for a Signature, which is not read. */
const membersOf = new Map<ComplexModel, ReadonlyMap<string, Member | undefined>>();

interface Member {
  readonly name: string;
  readonly type: string;
  readonly many: boolean;
}

function members(model: ComplexModel): ReadonlyMap<string, Member | undefined> {
  const known = membersOf.get(model);
  if (known !== undefined) return known;
  const made = new Map<string, Member | undefined>();
  for (const { name, type } of model.attributes ?? [])
    made.set(ATTRIBUTE + name, { name, type, many: false });
  for (const { name, namespace, type, max } of model.elements ?? []) {
    made.set(name, namespace === 'ds' ? undefined : { name, type, many: max !== 1 });
  }
  membersOf.set(model, made);
  return made;
}

/** Attributes of XML Schema that any element may have; a type named so adds nothing unless it has members of its own. */
const INSTANCE_ATTRIBUTES = new Set(['type', 'nil', 'schemaLocation', 'noNamespaceSchemaLocation']);

function readComplex(parsed: Parsed, model: ComplexModel, path: string): unknown {
  const value: Record<string, unknown> = {};
  if (model.text !== undefined) value['value'] = readType(textOf(parsed), model.text, path);
  if (typeof parsed === 'string') return value;
  const known = members(model);
  for (const [key, found] of Object.entries(parsed)) {
    const member = known.get(key);
    if (member === undefined) {
      if (!known.has(key) && hasMeaning(key)) {
        throw new CodecError('is not in the schema of its parent', undefined, `${path}/${key}`);
      }
      continue;
    }
    const { name, type, many } = member;
    const at = `${path}/${name}`;
    if (many) {
      value[name] = (Array.isArray(found) ? found : [found]).map((one) => readType(one, type, at));
    } else {
      if (Array.isArray(found)) throw new CodecError('more than one', undefined, at);
      value[name] = readType(found, type, at);
    }
  }
  return value;
}

/** Text is read apart; processing instructions, and hints for validators, say nothing. */
function hasMeaning(key: string): boolean {
  if (key === TEXT || key.startsWith('?')) return false;
  return !(key.startsWith(ATTRIBUTE) && INSTANCE_ATTRIBUTES.has(key.slice(ATTRIBUTE.length)));
}

/** The references canonical XML is written with (Canonical XML 1.0, clause 2.3). */
const REFERENCES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&#xD;': '\r',
  '&#xA;': '\n',
  '&#x9;': '\t',
};

function dereference(text: string): string {
  return text.includes('&')
    ? text.replace(/&[^;]*;/g, (reference) => REFERENCES[reference] ?? reference)
    : text;
}

function textOf(parsed: Parsed): string {
  if (typeof parsed === 'string') return parsed;
  const text = parsed[TEXT];
  return typeof text === 'string' ? text : '';
}
