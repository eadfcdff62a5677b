import { CodecError } from '../../common/errors.js';
import { SCHEMA_MODEL } from '../generated/schema-model.js';
import type {
  Response,
  S1SPAlert,
  SMETS1ResponseType,
  SMETS1SignedResponse,
} from '../generated/service-response-types.js';
import type { Request } from '../generated/service-request-types.js';
import { type LexicalValue, writeLexical } from './lexical-values.js';
import type { ComplexModel, NamespacePrefix, SimpleModel } from './schema-model.js';

/** The documents that can be written, by their global element. */
export interface Documents {
  'sr:Request': Request;
  'sr:Response': Response;
  'sr:SMETS1SignedResponse': SMETS1SignedResponse;
  'sr:S1SPAlert': S1SPAlert;
  /** Header and Body are those of a SMETS1Response. */
  'ra:GBCSResponse': SMETS1ResponseType & { readonly schemaVersion: string };
}

export const NAMESPACES: Readonly<Record<NamespacePrefix, string>> = {
  sr: 'http://www.dccinterface.co.uk/ServiceUserGateway',
  ra: 'http://www.dccinterface.co.uk/ResponseAndAlert',
  ds: 'http://www.w3.org/2000/09/xmldsig#',
};

/**
 * Writes a typed document as XML without white space between elements, members in schema order, without a Signature.
 * @throws CodecError naming the member that is missing or not in the schema
 */
export function writeDocument<Root extends keyof Documents>(root: Root, value: Documents[Root]): string {
  const type = SCHEMA_MODEL.roots[root];
  if (type === undefined) throw new CodecError(`no element ${root}`);
  const namespaces = `xmlns:sr="${NAMESPACES.sr}" xmlns:ra="${NAMESPACES.ra}"`;
  return writeElement(root, type, value, root.slice(3), ` ${namespaces}`);
}

function writeElement(tag: string, type: string, value: unknown, path: string, namespaces = ''): string {
  const simple = SCHEMA_MODEL.simple[type];
  if (simple !== undefined) return `<${tag}>${textOf(value, simple, path)}</${tag}>`;
  const complex = SCHEMA_MODEL.complex[type];
  if (complex === undefined) throw new CodecError(`no type ${type}`, undefined, path);
  const members = value as Readonly<Record<string, unknown>>;
  const attributes = writeAttributes(complex, members, path);
  const content =
    complex.text === undefined
      ? writeElements(complex, members, path)
      : textOf(members['value'], simpleOf(complex.text), path);
  return `<${tag}${namespaces}${attributes}>${content}</${tag}>`;
}

function writeAttributes(
  model: ComplexModel,
  members: Readonly<Record<string, unknown>>,
  path: string,
): string {
  let text = '';
  for (const { name, type, required } of model.attributes ?? []) {
    const value = members[name];
    if (value !== undefined) text += ` ${name}="${textOf(value, simpleOf(type), path)}"`;
    else if (required) throw new CodecError(`attribute ${name} is missing`, undefined, path);
  }
  return text;
}

function writeElements(
  model: ComplexModel,
  members: Readonly<Record<string, unknown>>,
  path: string,
): string {
  let text = '';
  const written = new Set((model.attributes ?? []).map(({ name }) => name));
  for (const { name, namespace, type, min, max } of model.elements ?? []) {
    if (namespace === 'ds' || written.has(name)) continue;
    written.add(name);
    const value = members[name];
    const at = `${path}/${name}`;
    if (value === undefined) {
      if (min > 0) throw new CodecError('is missing', undefined, at);
    } else if (max === 1) text += writeElement(`${namespace}:${name}`, type, value, at);
    else
      for (const one of value as readonly unknown[])
        text += writeElement(`${namespace}:${name}`, type, one, at);
  }
  for (const name of Object.keys(members)) {
    if (!written.has(name) && members[name] !== undefined) {
      throw new CodecError('is not in the schema', undefined, `${path}/${name}`);
    }
  }
  return text;
}

function simpleOf(type: string): SimpleModel {
  const simple = SCHEMA_MODEL.simple[type];
  if (simple === undefined) throw new CodecError(`no simple type ${type}`);
  return simple;
}

function textOf(value: unknown, model: SimpleModel, path: string): string {
  try {
    return escape(writeLexical(value as LexicalValue, model));
  } catch (error) {
    throw error instanceof CodecError ? new CodecError(error.reason, undefined, path) : error;
  }
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#xD;',
  '\n': '&#xA;',
  '\t': '&#x9;',
};

/** What XML 1.0 cannot carry, not even as a reference: most control characters, half a surrogate pair. */
const IMPOSSIBLE = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

function escape(text: string): string {
  const impossible = IMPOSSIBLE.exec(text);
  if (impossible !== null) {
    const code = impossible[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    throw new CodecError(`XML cannot carry the character U+${code}`);
  }
  return /[&<>"\r\n\t]/.test(text) ? text.replace(/[&<>"\r\n\t]/g, (char) => ESCAPES[char] ?? char) : text;
}
