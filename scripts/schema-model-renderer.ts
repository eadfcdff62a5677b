import type {
  ComplexModel,
  ElementModel,
  SchemaModel,
  SimpleModel,
} from '../src/duis/binding/schema-model.js';

const HEADER =
  '// Generated from the DUIS and MMC schemas by scripts/generate-duis-types.ts; do not edit.\n\n';

/** Which messages a file of types is for. */
export type Side = 'request' | 'response';

const ROOTS: Readonly<Record<Side, readonly string[]>> = {
  request: ['sr:Request'],
  response: ['sr:Response', 'sr:SMETS1SignedResponse', 'sr:S1SPAlert'],
};

/** Enumerations that are also wanted as values: they stand in the response file as constant lists. */
const LISTED: readonly string[] = ['sr:ResponseCode', 'sr:ServiceReference', 'sr:ServiceReferenceVariant'];

/** The types of `ds:` content are not bound: a signature is handled as XML. */
const OPAQUE = 'ds:Signature';

/** Interfaces for every complex type reachable from the roots of one side. */
export function renderTypes(model: SchemaModel, side: Side): string {
  const names = reachable(model, ROOTS[side]);
  const enumerations = new Set(
    names
      .flatMap((name) => [
        ...(complexOf(model, name).elements ?? []),
        ...(complexOf(model, name).attributes ?? []),
      ])
      .map(({ type }) => type)
      .concat(names.map((name) => complexOf(model, name).text ?? ''))
      .filter((type) => isNamedEnumeration(model, type) && !LISTED.includes(type)),
  );
  const interfaces = [...enumerations]
    .sort()
    .map((name) => `export type ${typeName(name)} = ${simpleText(simpleOf(model, name))};\n`)
    .concat(names.map((name) => renderInterface(model, name)))
    .join('\n');
  const imports =
    (interfaces.includes('Eui64') ? "import type { Eui64 } from '../../common/eui64.js';\n" : '') +
    (side === 'request'
      ? "import type { ServiceReference, ServiceReferenceVariant } from './service-response-types.js';\n\n"
      : '\n');
  return HEADER + imports + interfaces + (side === 'request' ? renderBodies(model) : renderCodes(model));
}

/** The table itself, one type a line. */
export function renderModel(model: SchemaModel): string {
  const group = (name: keyof SchemaModel): string => {
    // In order of name: the order of the types in a schema has no meaning and differs between packs.
    const lines = Object.entries(model[name])
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]) => `    ${JSON.stringify(key)}: ${JSON.stringify(value)},\n`);
    return `  ${name}: {\n${lines.join('')}  },\n`;
  };
  return (
    HEADER +
    "import type { SchemaModel } from '../binding/schema-model.js';\n\n" +
    `// prettier-ignore\nexport const SCHEMA_MODEL: SchemaModel = {\n${group('simple')}${group('complex')}${group('roots')}};\n`
  );
}

function renderInterface(model: SchemaModel, name: string): string {
  const type = complexOf(model, name);
  if (type.text !== undefined) {
    const members = (type.attributes ?? []).map((attribute) =>
      member(attribute.name, attribute.required, typeText(model, attribute.type)),
    );
    return `export interface ${typeName(name)} { readonly value: ${typeText(model, type.text)}; ${members.join(' ')} }\n`;
  }
  if (isEmpty(type)) return `export type ${typeName(name)} = Record<string, never>;\n`;
  const attributes = (type.attributes ?? []).map((attribute) =>
    member(attribute.name, attribute.required, typeText(model, attribute.type)),
  );
  const elements = merged(type.elements ?? []).map((element) => {
    const single = element.type === OPAQUE ? 'never' : typeText(model, element.type);
    return member(element.name, element.min > 0, element.max === 1 ? single : `readonly (${single})[]`);
  });
  return `export interface ${typeName(name)} { ${[...attributes, ...elements].join(' ')} }\n`;
}

/** An element that stands in several alternatives of a choice is one optional property. */
function merged(elements: readonly ElementModel[]): ElementModel[] {
  const byName = new Map<string, ElementModel>();
  for (const element of elements) {
    const earlier = byName.get(element.name);
    if (element.type === OPAQUE) continue;
    if (earlier === undefined) byName.set(element.name, element);
    else if (earlier.type !== element.type || earlier.max !== element.max)
      throw new Error(`${element.name} has two types`);
  }
  return [...byName.values()];
}

function renderBodies(model: SchemaModel): string {
  const body = complexOf(model, 'sr:Request').elements?.find((element) => element.name === 'Body');
  const elements = complexOf(model, body?.type ?? '').elements ?? [];
  const members = elements.map((element) => member(element.name, true, typeText(model, element.type)));
  return `\n/** Content type of each element a Service Request's Body may hold. */\nexport interface RequestBodyElements { ${members.join(' ')} }\n`;
}

function renderCodes(model: SchemaModel): string {
  const alertCode = complexOf(model, 'sr:DCCAlertMessage').elements?.find(
    ({ name }) => name === 'DCCAlertCode',
  );
  return (
    renderList(model, 'RESPONSE_CODES', 'ResponseCode', 'sr:ResponseCode') +
    renderList(model, 'DCC_ALERT_CODES', 'DccAlertCode', alertCode?.type ?? '') +
    renderList(model, 'SERVICE_REFERENCES', 'ServiceReference', 'sr:ServiceReference') +
    renderList(model, 'SERVICE_REFERENCE_VARIANTS', 'ServiceReferenceVariant', 'sr:ServiceReferenceVariant')
  );
}

function renderList(model: SchemaModel, list: string, type: string, name: string): string {
  return `\nexport const ${list} = ${JSON.stringify(simpleOf(model, name).enumeration)} as const;\n\nexport type ${type} = (typeof ${list})[number];\n`;
}

function member(name: string, required: boolean, type: string): string {
  return `readonly ${name}${required ? '' : '?'}: ${type};`;
}

function typeText(model: SchemaModel, name: string): string {
  const simple = model.simple[name];
  return simple === undefined || isNamedEnumeration(model, name) ? typeName(name) : simpleText(simple);
}

/** Anonymous types carry the path to them, joined by underscores; their values stand where they are used. */
function isNamedEnumeration(model: SchemaModel, name: string): boolean {
  const simple = model.simple[name];
  return simple?.enumeration !== undefined && simple.kind !== 'eui' && !name.includes('_');
}

function simpleText(simple: SimpleModel): string {
  const { enumeration, kind } = simple;
  switch (kind) {
    case 'string':
      return enumeration?.map((value) => JSON.stringify(value)).join(' | ') ?? 'string';
    case 'number':
      return enumeration?.join(' | ') ?? 'number';
    case 'boolean':
    case 'bigint':
      return kind;
    case 'decimal':
    case 'date':
    case 'time':
      return 'string';
    case 'dateTime':
      return 'Date';
    case 'hexBinary':
    case 'base64Binary':
      return 'Buffer';
    case 'eui':
      return 'Eui64';
  }
}

/** MMC types are told apart from DUIS types of the same name by a prefix; `Date` would hide the global type. */
function typeName(name: string): string {
  const [prefix, local] = name.split(':');
  if (prefix === 'ra') return `Mmc${local}`;
  return local === 'Date' ? 'CalendarDate' : (local ?? name);
}

function isEmpty(type: ComplexModel): boolean {
  return (type.elements ?? []).length === 0 && (type.attributes ?? []).length === 0;
}

function reachable(model: SchemaModel, roots: readonly string[]): string[] {
  const seen = new Set<string>();
  const visit = (name: string): void => {
    if (seen.has(name) || name === OPAQUE || name in model.simple) return;
    seen.add(name);
    for (const element of complexOf(model, name).elements ?? []) visit(element.type);
  };
  roots.forEach(visit);
  return [...seen].sort();
}

function complexOf(model: SchemaModel, name: string): ComplexModel {
  const type = model.complex[name];
  if (type === undefined) throw new Error(`no complex type ${name}`);
  return type;
}

function simpleOf(model: SchemaModel, name: string): SimpleModel {
  const type = model.simple[name];
  if (type === undefined) throw new Error(`no simple type ${name}`);
  return type;
}
