import { XMLParser } from 'fast-xml-parser';
import type {
  AttributeModel,
  ComplexModel,
  ElementModel,
  NamespacePrefix,
  SchemaModel,
  SimpleModel,
} from '../src/duis/binding/schema-model.js';

/** A node of a schema document: tag without prefix, attributes, child nodes in order. */
interface Node {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Node[];
}

type MutableSimple = { -readonly [K in keyof SimpleModel]: SimpleModel[K] };

const BUILT_IN: Readonly<Record<string, SimpleModel>> = {
  string: { kind: 'string' },
  token: { kind: 'string', collapse: true },
  boolean: { kind: 'boolean' },
  decimal: { kind: 'decimal' },
  integer: { kind: 'bigint' },
  nonNegativeInteger: { kind: 'bigint', min: '0' },
  positiveInteger: { kind: 'bigint', min: '1' },
  nonPositiveInteger: { kind: 'bigint', max: '0' },
  unsignedLong: { kind: 'bigint', min: '0', max: '18446744073709551615' },
  long: { kind: 'bigint', min: '-9223372036854775808', max: '9223372036854775807' },
  int: { kind: 'number', min: '-2147483648', max: '2147483647' },
  unsignedInt: { kind: 'number', min: '0', max: '4294967295' },
  short: { kind: 'number', min: '-32768', max: '32767' },
  unsignedShort: { kind: 'number', min: '0', max: '65535' },
  unsignedByte: { kind: 'number', min: '0', max: '255' },
  byte: { kind: 'number', min: '-128', max: '127' },
  dateTime: { kind: 'dateTime' },
  date: { kind: 'date' },
  time: { kind: 'time' },
  hexBinary: { kind: 'hexBinary' },
  base64Binary: { kind: 'base64Binary' },
};

/** Reads both schemas into one model; types are named `sr:Name` and `ra:Name`, built-in ones `xs:name`. */
export function readSchemaModel(texts: Readonly<Record<'sr' | 'ra', string>>): SchemaModel {
  return new Reader({ sr: parse(texts.sr), ra: parse(texts.ra) }).read();
}

class Reader {
  readonly #schemas: Readonly<Record<'sr' | 'ra', Node>>;
  readonly #simple: Record<string, SimpleModel> = {};
  readonly #complex: Record<string, ComplexModel> = {};
  readonly #roots: Record<string, string> = {};

  constructor(schemas: Readonly<Record<'sr' | 'ra', Node>>) {
    this.#schemas = schemas;
  }

  read(): SchemaModel {
    for (const namespace of ['sr', 'ra'] as const) {
      const schema = this.#schemas[namespace];
      for (const node of schema.children) {
        if (node.tag === 'simpleType') this.#namedSimple(namespace, nameOf(node));
        if (node.tag === 'complexType' && node.attributes['abstract'] !== 'true') {
          this.#namedComplex(namespace, nameOf(node));
        }
        if (node.tag === 'element') {
          this.#roots[`${namespace}:${nameOf(node)}`] = this.#typeOf(node, namespace, nameOf(node));
        }
      }
    }
    return { simple: this.#simple, complex: this.#complex, roots: this.#roots };
  }

  /** The model name of the type an element or attribute refers to or contains. */
  #typeOf(node: Node, namespace: 'sr' | 'ra', path: string): string {
    const reference = node.attributes['type'];
    if (reference !== undefined) return this.#resolve(reference, namespace);
    const inline = node.children.find((child) => child.tag === 'simpleType' || child.tag === 'complexType');
    if (inline === undefined) return 'xs:string';
    const name = `${namespace}:${path}`;
    if (inline.tag === 'simpleType') this.#simple[name] = this.#readSimple(inline, namespace);
    else this.#complex[name] = this.#readComplex(inline, namespace, path);
    return name;
  }

  #resolve(reference: string, namespace: 'sr' | 'ra'): string {
    const [prefix, local] = reference.includes(':') ? reference.split(':') : [namespace, reference];
    if (prefix === undefined || local === undefined) throw new Error(`type reference ${reference}`);
    if (prefix === 'xs') {
      const builtIn = BUILT_IN[local];
      if (builtIn === undefined) throw new Error(`built-in type xs:${local} is not handled`);
      this.#simple[`xs:${local}`] = builtIn;
      return `xs:${local}`;
    }
    if (prefix !== 'sr' && prefix !== 'ra') throw new Error(`type reference ${reference}`);
    const node = this.#find(prefix, local);
    if (node.tag === 'simpleType') this.#namedSimple(prefix, local);
    else this.#namedComplex(prefix, local);
    return `${prefix}:${local}`;
  }

  #find(namespace: 'sr' | 'ra', name: string): Node {
    const node = this.#schemas[namespace].children.find(
      (child) => child.tag.endsWith('Type') && child.attributes['name'] === name,
    );
    if (node === undefined) throw new Error(`no type ${namespace}:${name}`);
    return node;
  }

  #namedSimple(namespace: 'sr' | 'ra', name: string): SimpleModel {
    const key = `${namespace}:${name}`;
    return (this.#simple[key] ??= this.#readSimple(this.#find(namespace, name), namespace));
  }

  #namedComplex(namespace: 'sr' | 'ra', name: string): void {
    const key = `${namespace}:${name}`;
    if (key in this.#complex) return;
    this.#complex[key] = {};
    this.#complex[key] = this.#readComplex(this.#find(namespace, name), namespace, name);
  }

  #readSimple(node: Node, namespace: 'sr' | 'ra'): SimpleModel {
    const restriction = only(node, 'restriction');
    const base = restriction.attributes['base'];
    const inherited =
      base === undefined
        ? this.#readSimple(only(restriction, 'simpleType'), namespace)
        : this.#simple[this.#resolve(base, namespace)];
    if (inherited === undefined) throw new Error(`base ${base}`);
    return narrowKind(withFacets(inherited, restriction));
  }

  #readComplex(node: Node, namespace: 'sr' | 'ra', path: string): ComplexModel {
    const elements: ElementModel[] = [];
    const attributes: AttributeModel[] = [];
    let text: string | undefined;
    let choices = 0;

    const particle = (
      part: Node,
      least: number,
      most: number,
      choice?: number,
      alternative = 0,
      inside = 1,
    ): void => {
      const max = times(most, occurrences(part));
      const needed = Number(part.attributes['minOccurs'] ?? 1);
      switch (part.tag) {
        case 'sequence':
        case 'choice': {
          // Members of a choice, or of a sequence that may be absent, are there together or not at all.
          const opens = choice === undefined && (part.tag === 'choice' || needed === 0);
          const group = opens ? ++choices : choice;
          part.children.forEach((child, index) => {
            const min = part.tag === 'choice' ? 0 : least * needed;
            const branch = opens && part.tag === 'choice' ? index : alternative;
            particle(child, min, max, group, branch, opens ? 1 : inside * needed);
          });
          return;
        }
        case 'element': {
          const reference = part.attributes['ref'];
          const [prefix, local] = reference?.split(':') ?? [namespace, nameOf(part)];
          elements.push({
            name: local as string,
            namespace: prefix as NamespacePrefix,
            type:
              reference === undefined
                ? this.#typeOf(part, namespace, `${path}_${nameOf(part)}`)
                : this.#global(reference),
            min: least * needed,
            max,
            ...(choice !== undefined && { choice, alternative, minInside: inside * needed }),
          });
          return;
        }
        default:
          throw new Error(`${path}: ${part.tag} is not handled`);
      }
    };

    const content = (body: Node): void => {
      for (const part of body.children) {
        if (part.tag === 'attribute') {
          attributes.push({
            name: nameOf(part),
            type: this.#typeOf(part, namespace, `${path}_${nameOf(part)}`),
            required: part.attributes['use'] === 'required',
          });
        } else particle(part, 1, 1);
      }
    };

    const complexContent = node.children.find((child) => child.tag === 'complexContent');
    const simpleContent = node.children.find((child) => child.tag === 'simpleContent');
    const extension = (complexContent ?? simpleContent)?.children[0];
    if (extension === undefined) content(node);
    else {
      if (extension.tag !== 'extension') throw new Error(`${path}: ${extension.tag} is not handled`);
      const base = extension.attributes['base'] ?? '';
      if (simpleContent !== undefined) text = this.#resolveText(base, namespace, attributes);
      else {
        const inherited = this.#readComplex(
          this.#findReference(base, namespace),
          namespaceOf(base, namespace),
          path,
        );
        elements.push(...(inherited.elements ?? []));
        attributes.push(...(inherited.attributes ?? []));
        choices = Math.max(0, ...elements.map((element) => element.choice ?? 0));
      }
      content(extension);
    }
    return {
      ...(attributes.length > 0 && { attributes }),
      ...(elements.length > 0 && { elements }),
      ...(text !== undefined && { text }),
    };
  }

  /** The text type of simple content; a base that is itself text with attributes hands those down. */
  #resolveText(base: string, namespace: 'sr' | 'ra', attributes: AttributeModel[]): string {
    const name = this.#resolve(base, namespace);
    const complex = this.#complex[name];
    if (complex === undefined) return name;
    attributes.push(...(complex.attributes ?? []));
    if (complex.text === undefined) throw new Error(`${base} has no text`);
    return complex.text;
  }

  #findReference(base: string, namespace: 'sr' | 'ra'): Node {
    return this.#find(namespaceOf(base, namespace), base.split(':').at(-1) ?? '');
  }

  #global(reference: string): string {
    const [prefix, name] = reference.split(':');
    if (prefix !== 'sr' && prefix !== 'ra') return reference;
    const node = this.#schemas[prefix].children.find(
      (child) => child.tag === 'element' && child.attributes['name'] === name,
    );
    if (node === undefined) throw new Error(`no element ${reference}`);
    return this.#typeOf(node, prefix, name ?? '');
  }
}

/** maxOccurs of a particle; -1 is unbounded. */
function occurrences(part: Node): number {
  const max = part.attributes['maxOccurs'] ?? '1';
  return max === 'unbounded' ? -1 : Number(max);
}

/** An element in a repeated group occurs as often as both allow. */
function times(a: number, b: number): number {
  return a === -1 || b === -1 ? -1 : a * b;
}

function namespaceOf(reference: string, fallback: 'sr' | 'ra'): 'sr' | 'ra' {
  const prefix = reference.split(':')[0];
  return reference.includes(':') && (prefix === 'sr' || prefix === 'ra') ? prefix : fallback;
}

function withFacets(inherited: SimpleModel, restriction: Node): SimpleModel {
  const model: MutableSimple = { ...inherited };
  const enumeration: string[] = [];
  for (const facet of restriction.children) {
    const value = facet.attributes['value'] ?? '';
    switch (facet.tag) {
      case 'enumeration':
        enumeration.push(value);
        break;
      case 'minInclusive':
        model.min = value;
        break;
      case 'maxInclusive':
        model.max = value;
        break;
      case 'minExclusive':
      case 'maxExclusive':
      case 'pattern':
        model[facet.tag] = value;
        break;
      case 'length':
      case 'minLength':
      case 'maxLength':
      case 'fractionDigits':
      case 'totalDigits':
        model[facet.tag] = Number(value);
        break;
      case 'simpleType':
        break;
      default:
        throw new Error(`facet ${facet.tag} is not handled`);
    }
  }
  if (enumeration.length > 0) model.enumeration = enumeration;
  return model;
}

/** An integer within 2^53 is a number; a text whose pattern is that of an EUI-64 is one. */
function narrowKind(model: SimpleModel): SimpleModel {
  if (model.kind === 'bigint' && isSafe(model)) return { ...model, kind: 'number' };
  return model.kind === 'string' && model.pattern === EUI_PATTERN ? { ...model, kind: 'eui' } : model;
}

function isSafe(model: SimpleModel): boolean {
  if (model.enumeration !== undefined) return true;
  const digits = model.totalDigits === undefined ? undefined : 10n ** BigInt(model.totalDigits);
  const low = model.min === undefined ? undefined : BigInt(model.min);
  const high = model.max === undefined ? digits : BigInt(model.max);
  const limit = BigInt(Number.MAX_SAFE_INTEGER);
  return low !== undefined && high !== undefined && low >= -limit && high <= limit;
}

/** The pattern of one EUI-64; that of a list of them, and of a RequestID, is not. */
const EUI_PATTERN = Array<string>(8).fill('[A-Fa-f0-9]{2}').join('-');

function only(node: Node, tag: string): Node {
  const child = node.children.find((candidate) => candidate.tag === tag);
  if (child === undefined) throw new Error(`${node.tag} without ${tag}`);
  return child;
}

function nameOf(node: Node): string {
  const name = node.attributes['name'];
  if (name === undefined) throw new Error(`${node.tag} without a name`);
  return name;
}

function parse(text: string): Node {
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseAttributeValue: false,
    ignoreDeclaration: true,
    ignorePiTags: true,
    removeNSPrefix: false,
  });
  const root = (parser.parse(text) as Record<string, unknown>[])
    .map(toNode)
    .find((node) => node?.tag === 'schema');
  if (root === undefined) throw new Error('not a schema');
  return root;
}

function toNode(raw: Record<string, unknown>): Node | undefined {
  const tag = Object.keys(raw).find((key) => key !== ':@');
  if (tag === undefined || tag === '#text') return undefined;
  const children = (raw[tag] as Record<string, unknown>[]).map(toNode).filter((node) => node !== undefined);
  return {
    tag: tag.replace(/^xs:/, ''),
    attributes: (raw[':@'] ?? {}) as Record<string, string>,
    children: children.filter((child) => child.tag !== 'annotation'),
  };
}
