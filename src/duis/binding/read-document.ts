import { CodecError } from '../../common/errors.js';
import { SCHEMA_MODEL } from '../generated/schema-model.js';
import { CanonicalScanner } from './canonical-scanner.js';
import { readLexical } from './lexical-values.js';
import type { SimpleModel } from './schema-model.js';

/**
 * Reads canonical XML of a schema-valid document into the value of its generated type.
 * @param xml canonical bytes, UTF-8, without comments; Signatures in it are passed over
 * @param root the global element in the model, such as `sr:Request`
 * @throws CodecError if it is another document, or not canonical
 */
export function readDocument(xml: Uint8Array, root: string): unknown {
  const type = SCHEMA_MODEL.roots[root];
  if (type === undefined) throw new CodecError(`no element ${root}`);
  const name = localName(root);
  const bytes = Buffer.from(xml.buffer, xml.byteOffset, xml.byteLength);
  const scanner = new CanonicalScanner(bytes.toString('utf8'));
  const tag = scanner.startTag();
  if (tag === undefined || localName(tag) !== name) throw new CodecError(`the document is not a ${name}`);
  const value = readElement(scanner, tag, typeReader(type), name);
  scanner.end();
  return value;
}

/** A type prepared for reading: text of a simple type, or attributes and elements by local name. */
interface TypeReader {
  readonly text?: SimpleModel;
  /** Present for complex types. */
  readonly attributes?: ReadonlyMap<string, SimpleModel>;
  readonly elements?: ReadonlyMap<string, MemberReader>;
}

interface MemberReader {
  /** Absent for a Signature, which is passed over: it is handled as XML. */
  readonly type?: string;
  readonly many: boolean;
}

const typeReaders = new Map<string, TypeReader>();

function typeReader(type: string): TypeReader {
  const known = typeReaders.get(type);
  if (known !== undefined) return known;
  const made = makeTypeReader(type);
  typeReaders.set(type, made);
  return made;
}

function makeTypeReader(type: string): TypeReader {
  const simple = SCHEMA_MODEL.simple[type];
  if (simple !== undefined) return { text: simple };
  const complex = SCHEMA_MODEL.complex[type];
  if (complex === undefined) throw new CodecError(`no type ${type}`);
  const { attributes = [], elements = [], text } = complex;
  return {
    ...(text !== undefined && { text: simpleOf(text) }),
    attributes: new Map(attributes.map((attribute) => [attribute.name, simpleOf(attribute.type)])),
    elements: new Map(
      elements.map(({ name, namespace, type: member, max }) => [
        name,
        { ...(namespace !== 'ds' && { type: member }), many: max !== 1 },
      ]),
    ),
  };
}

/** Reads the rest of an element whose start tag has been passed up to its name. */
function readElement(scanner: CanonicalScanner, tag: string, reader: TypeReader, path: string): unknown {
  const { text, attributes, elements } = reader;
  if (attributes === undefined || elements === undefined) {
    if (text === undefined) throw new CodecError('has no type', undefined, path);
    scanner.attributes(ignore);
    const value = readText(scanner, text, path);
    scanner.endTag(tag);
    return value;
  }
  const value: Record<string, unknown> = {};
  scanner.attributes((name, content) => {
    // Attributes of the schemas have no prefix; those of XML Schema itself, such as xsi:schemaLocation, have one.
    if (name.includes(':')) return;
    const simple = attributes.get(name);
    if (simple === undefined) throw new CodecError('is not in the schema', undefined, `${path}/@${name}`);
    value[name] = inPath(`${path}/@${name}`, () => readLexical(content, simple));
  });
  if (text !== undefined) value['value'] = readText(scanner, text, path);
  else readElements(scanner, elements, value, path);
  scanner.endTag(tag);
  return value;
}

function readElements(
  scanner: CanonicalScanner,
  elements: ReadonlyMap<string, MemberReader>,
  value: Record<string, unknown>,
  path: string,
): void {
  for (let tag = scanner.startTag(); tag !== undefined; tag = scanner.startTag()) {
    const name = localName(tag);
    const at = `${path}/${name}`;
    const member = elements.get(name);
    if (member === undefined) throw new CodecError('is not in the schema', undefined, at);
    if (member.type === undefined) {
      passOver(scanner, tag);
      continue;
    }
    const earlier = value[name];
    const one = readElement(scanner, tag, typeReader(member.type), at);
    if (!member.many) {
      if (earlier !== undefined) throw new CodecError('more than one', undefined, at);
      value[name] = one;
    } else if (Array.isArray(earlier)) earlier.push(one);
    else value[name] = [one];
  }
}

function passOver(scanner: CanonicalScanner, tag: string): void {
  scanner.attributes(ignore);
  scanner.characters();
  for (let child = scanner.startTag(); child !== undefined; child = scanner.startTag()) {
    passOver(scanner, child);
    scanner.characters();
  }
  scanner.endTag(tag);
}

function readText(scanner: CanonicalScanner, model: SimpleModel, path: string): unknown {
  const content = scanner.characters();
  return inPath(path, () => readLexical(content, model));
}

function inPath<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof CodecError ? new CodecError(error.reason, undefined, path) : error;
  }
}

function ignore(): void {
  // Nobody asks for these attributes: on a simple type they can only be those of XML Schema itself.
}

function localName(tag: string): string {
  return tag.slice(tag.indexOf(':') + 1);
}

function simpleOf(type: string): SimpleModel {
  const simple = SCHEMA_MODEL.simple[type];
  if (simple === undefined) throw new CodecError(`no simple type ${type}`);
  return simple;
}
