import { XmlElement, XmlDocument } from 'libxml2-wasm';
import {
  type AttributeModel,
  BUILT_IN_TYPES,
  type BuiltInType,
  type ComplexTypeModel,
  type GroupParticle,
  type Particle,
  type SchemaModel,
  SIGNATURE_TYPE,
  type SimpleTypeModel,
  type TypeId,
} from '../../src/duis/schema/schema-model.js';

const LIMITS = ['minInclusive', 'maxInclusive', 'minExclusive', 'maxExclusive'] as const;
const LENGTHS = ['length', 'minLength', 'maxLength', 'totalDigits', 'fractionDigits'] as const;

type Prefix = 'sr' | 'ra';

/**
 * Reads the DUIS and MMC schemas into the model of what they allow.
 * @throws Error at a construct these schemas do not use
 */
export function readSchema(duis: Uint8Array, mmc: Uint8Array): SchemaModel {
  const reader = new SchemaReader();
  for (const [prefix, bytes] of [['sr', duis] as const, ['ra', mmc] as const]) {
    const document = XmlDocument.fromBuffer(bytes);
    try {
      reader.read(prefix, document.root);
    } finally {
      document.dispose();
    }
  }
  return reader.model();
}

const children = (parent: XmlElement): XmlElement[] => {
  const found: XmlElement[] = [];
  for (let node = parent.firstChild; node !== null; node = node.next) {
    if (node instanceof XmlElement && node.name !== 'annotation') found.push(node);
  }
  return found;
};

const attribute = (element: XmlElement, name: string): string | undefined => element.attr(name)?.value;

function required(element: XmlElement, name: string): string {
  const value = attribute(element, name);
  if (value === undefined) throw new Error(`line ${element.line}: <${element.name}> has no ${name}`);
  return value;
}

const unexpected = (element: XmlElement): Error =>
  new Error(`line ${element.line}: <xs:${element.name}> is not expected here`);

function occurrence(element: XmlElement): { min?: number; max?: number } {
  const min = Number(attribute(element, 'minOccurs') ?? 1);
  const maxText = attribute(element, 'maxOccurs') ?? '1';
  const max = maxText === 'unbounded' ? Infinity : Number(maxText);
  return { ...(min === 1 ? {} : { min }), ...(max === 1 ? {} : { max }) };
}

const typeId = (text: string): TypeId => text as TypeId;

interface DeclaredComplexType extends ComplexTypeModel {
  readonly extends?: TypeId;
}

class SchemaReader {
  readonly #elements: Record<string, TypeId> = {};
  readonly #complexTypes: Record<string, DeclaredComplexType> = {};
  readonly #simpleTypes: Record<string, SimpleTypeModel & { readonly restricts?: TypeId }> = {};
  #prefix: Prefix = 'sr';

  read(prefix: Prefix, schema: XmlElement): void {
    this.#prefix = prefix;
    for (const child of children(schema)) {
      if (child.name === 'import') continue;
      const id: TypeId = `${prefix}:${required(child, 'name')}`;
      if (child.name === 'element') this.#elements[id] = this.#typeOf(child, id);
      else if (child.name === 'complexType') this.#complexTypes[id] = this.#complexType(child, id);
      else if (child.name === 'simpleType') this.#simpleTypes[id] = this.#simpleType(child, id);
      else throw unexpected(child);
    }
  }

  model(): SchemaModel {
    const complexTypes: Record<string, ComplexTypeModel> = {};
    for (const id of Object.keys(this.#complexTypes)) complexTypes[id] = this.#withInherited(typeId(id));
    const simpleTypes: Record<string, SimpleTypeModel> = {};
    for (const id of Object.keys(this.#simpleTypes)) simpleTypes[id] = this.#withFacets(typeId(id));
    return { elements: this.#elements, complexTypes, simpleTypes };
  }

  /** The type named by an element or attribute, or the anonymous one inside it, which gets the name `anonymous`. */
  #typeOf(declaration: XmlElement, anonymous: TypeId): TypeId {
    const named = attribute(declaration, 'type');
    if (named !== undefined) return typeId(named);
    const [inner] = children(declaration);
    if (inner?.name === 'complexType') this.#complexTypes[anonymous] = this.#complexType(inner, anonymous);
    else if (inner?.name === 'simpleType') this.#simpleTypes[anonymous] = this.#simpleType(inner, anonymous);
    else throw unexpected(inner ?? declaration);
    return anonymous;
  }

  #complexType(declaration: XmlElement, id: TypeId): DeclaredComplexType {
    const attributes: AttributeModel[] = [];
    let found: DeclaredComplexType = {};
    for (const child of children(declaration)) {
      switch (child.name) {
        case 'sequence':
        case 'choice':
          found = { ...found, content: this.#group(child, id) };
          break;
        case 'attribute':
          attributes.push({
            name: required(child, 'name'),
            type: this.#typeOf(child, `${id}_${required(child, 'name')}`),
            required: attribute(child, 'use') === 'required',
          });
          break;
        case 'complexContent':
        case 'simpleContent': {
          const [extension] = children(child);
          if (extension?.name !== 'extension') throw unexpected(extension ?? child);
          found = { ...this.#complexType(extension, id), extends: typeId(required(extension, 'base')) };
          break;
        }
        default:
          throw unexpected(child);
      }
    }
    return attributes.length === 0 ? found : { ...found, attributes };
  }

  #group(declaration: XmlElement, id: TypeId): GroupParticle {
    const items = children(declaration).map((child): Particle => {
      if (child.name === 'sequence' || child.name === 'choice') return this.#group(child, id);
      if (child.name !== 'element') throw unexpected(child);
      const ref = attribute(child, 'ref');
      if (ref === undefined) {
        const element = required(child, 'name');
        return { element, type: this.#typeOf(child, `${id}_${element}`), ...occurrence(child) };
      }
      const [, element = ''] = ref.split(':');
      return { element, type: this.#elements[ref] ?? typeId(ref), ...occurrence(child) };
    });
    return {
      group: declaration.name === 'choice' ? 'choice' : 'sequence',
      items,
      ...occurrence(declaration),
    };
  }

  #simpleType(declaration: XmlElement, id: TypeId): SimpleTypeModel & { restricts?: TypeId } {
    const [restriction] = children(declaration);
    if (restriction?.name !== 'restriction') throw unexpected(restriction ?? declaration);
    const base = required(restriction, 'base');
    const enumeration: string[] = [];
    const patterns: string[] = [];
    const facets: Record<string, string | number> = {};
    for (const facet of children(restriction)) {
      const value = required(facet, 'value');
      if (facet.name === 'enumeration') enumeration.push(value);
      else if (facet.name === 'pattern') patterns.push(value);
      else if (LIMITS.some((name) => name === facet.name)) facets[facet.name] = value;
      else if (LENGTHS.some((name) => name === facet.name)) facets[facet.name] = Number(value);
      else throw unexpected(facet);
    }
    if (patterns.length > 1) throw new Error(`${id} has alternative patterns`);
    return {
      base: 'xs:string',
      ...facets,
      ...(enumeration.length === 0 ? {} : { enumeration }),
      ...(patterns.length === 0 ? {} : { patterns }),
      restricts: typeId(base),
    };
  }

  #withFacets(id: TypeId): SimpleTypeModel {
    if ((BUILT_IN_TYPES as readonly TypeId[]).includes(id)) return { base: id as BuiltInType };
    const own = this.#simpleTypes[id];
    if (own?.restricts === undefined) throw new Error(`${id} is not a simple type`);
    const { restricts, ...facets } = own;
    const inherited = this.#withFacets(restricts);
    const patterns = [...(inherited.patterns ?? []), ...(facets.patterns ?? [])];
    return { ...inherited, ...facets, base: inherited.base, ...(patterns.length === 0 ? {} : { patterns }) };
  }

  #withInherited(id: TypeId): ComplexTypeModel {
    const own = this.#complexTypes[id];
    if (own === undefined) throw new Error(`${id} is not a complex type`);
    const { extends: base, ...rest } = own;
    if (base === undefined) return rest;
    if (this.#complexTypes[base] === undefined) return { ...rest, text: base };
    const inherited = this.#withInherited(base);
    const attributes = [...(inherited.attributes ?? []), ...(rest.attributes ?? [])];
    const contents = [inherited.content, rest.content].filter((content) => content !== undefined);
    const [only] = contents;
    return {
      ...inherited,
      ...(attributes.length === 0 ? {} : { attributes }),
      ...(only === undefined
        ? {}
        : { content: contents.length === 1 ? only : { group: 'sequence', items: contents } }),
    };
  }
}

/** Types that `roots` are made of, each after nothing in particular but in schema order. */
export function reachable(model: SchemaModel, roots: readonly TypeId[]): ReadonlySet<TypeId> {
  const seen = new Set<TypeId>();
  const visit = (type: TypeId): void => {
    if (seen.has(type) || type.startsWith('xs:') || type === SIGNATURE_TYPE) return;
    seen.add(type);
    const complex = model.complexTypes[type];
    if (complex === undefined) return;
    const walk = (particle: Particle): void => {
      if ('element' in particle) visit(particle.type);
      else particle.items.forEach(walk);
    };
    if (complex.content !== undefined) walk(complex.content);
    if (complex.text !== undefined) visit(complex.text);
    complex.attributes?.forEach(({ type: attributeType }) => visit(attributeType));
  };
  roots.forEach(visit);
  return seen;
}
