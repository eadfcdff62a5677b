import { SCHEMA_MODEL } from '../../src/duis/generated/schema-model.js';
import type { AttributeModel, ElementModel, SimpleModel } from '../../src/duis/binding/schema-model.js';

/** A place in the content of a request's body that holds a value of a simple type. */
export interface Leaf {
  /** Member names and positions from the body's content. */
  readonly path: readonly (string | number)[];
  readonly type: SimpleModel;
  /** Undefined where the type allows a value and the request has none. */
  readonly value: unknown;
}

type Content = Readonly<Record<string, unknown>>;

/** A leaf's place without positions in lists, such as `SpecialDays.SpecialDay.Date.Year.SpecifiedYear`. */
export const placeOf = ({ path }: Leaf): string => path.filter((step) => typeof step === 'string').join('.');

/** Name of the type of a body element in the schema model. */
export function bodyType(element: string): string {
  const body = SCHEMA_MODEL.complex['sr:Request_Body'];
  const found = body?.elements?.find(({ name }) => name === element);
  if (!found) throw new Error(`the schema has no body element ${element}`);
  return found.type;
}

/** Every leaf of a value of a complex type: those it has, and single ones that it may have beside them. */
export function leavesOf(
  typeName: string,
  content: unknown,
  path: readonly (string | number)[] = [],
): Leaf[] {
  const simple = SCHEMA_MODEL.simple[typeName];
  if (simple) return [{ path, type: simple, value: content }];
  const complex = SCHEMA_MODEL.complex[typeName];
  if (!complex) return [];
  const members = (content ?? {}) as Content;
  const text = complex.text;
  return [
    ...(complex.attributes ?? []).flatMap((attribute) => attributeLeaf(attribute, members, path)),
    ...(text === undefined ? [] : leavesOf(text, members['value'], [...path, 'value'])),
    ...(complex.elements ?? []).flatMap((element) => elementLeaves(element, members, path)),
  ];
}

function attributeLeaf({ name, type }: AttributeModel, members: Content, path: Leaf['path']): Leaf[] {
  const simple = SCHEMA_MODEL.simple[type];
  return simple ? [{ path: [...path, name], type: simple, value: members[name] }] : [];
}

function elementLeaves(element: ElementModel, members: Content, path: Leaf['path']): Leaf[] {
  const { name, type, max, choice } = element;
  const value = members[name];
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => leavesOf(type, item, [...path, name, index]));
  }
  if (value !== undefined) return leavesOf(type, value, [...path, name]);
  const mayBeAdded = max === 1 && choice === undefined && SCHEMA_MODEL.simple[type] !== undefined;
  return mayBeAdded ? leavesOf(type, undefined, [...path, name]) : [];
}

/** The content with another value at a leaf. */
export function withLeaf(content: unknown, [step, ...rest]: Leaf['path'], value: unknown): unknown {
  if (step === undefined) return value;
  if (Array.isArray(content)) {
    return content.map((item: unknown, index) => (index === step ? withLeaf(item, rest, value) : item));
  }
  const members = (content ?? {}) as Content;
  return { ...members, [step]: withLeaf(members[step], rest, value) };
}

/** Other values that the type of a leaf allows, as different as the type makes them: the more, the surer. */
export function otherValues({ type, value }: Leaf): unknown[] {
  const candidates = candidatesFor(type, value);
  return candidates.filter((candidate) => String(candidate) !== String(value));
}

const DAY_MS = 86_400_000;
const AN_HOUR_A_MINUTE_AND_A_SECOND_MS = 3_661_000;

function changedInstant(value: unknown): Date {
  const instant = value instanceof Date ? value.getTime() : Date.UTC(2030, 0, 1);
  return new Date(instant + 3 * DAY_MS + AN_HOUR_A_MINUTE_AND_A_SECOND_MS);
}

function candidatesFor(type: SimpleModel, value: unknown): unknown[] {
  if (type.enumeration) return [...type.enumeration];
  switch (type.kind) {
    case 'boolean':
      return [true, false];
    case 'number':
      return neighbours(BigInt(Number(value ?? 1)), type).map(Number);
    case 'bigint':
      return neighbours(BigInt((value as bigint | undefined) ?? 1n), type);
    case 'decimal':
      return decimals(typeof value === 'string' ? value : '1', type);
    case 'dateTime':
      return [changedInstant(value), new Date(Date.UTC(2031, 4, 6, 7, 8, 9))];
    case 'date':
      return ['2031-05-06Z', '2032-06-07Z'];
    case 'time':
      return ['03:00:00.00Z', '04:30:00.00Z'];
    case 'eui':
      return ['00-DB-12-34-56-78-90-A4', '00-DB-12-34-56-78-90-A1'];
    case 'hexBinary':
    case 'base64Binary':
      return [];
    case 'string':
      return strings(typeof value === 'string' ? value : 'A', type);
  }
}

function neighbours(value: bigint, { min, max }: SimpleModel): bigint[] {
  const fits = (number: bigint) =>
    (min === undefined || number >= BigInt(min)) && (max === undefined || number <= BigInt(max));
  return [value + 1n, value - 1n, value + 2n, BigInt(min ?? 0), BigInt(max ?? 9)].filter(fits);
}

function decimals(value: string, { min, max, fractionDigits = 1 }: SimpleModel): string[] {
  const step = 10 ** -fractionDigits;
  const fits = (number: number) =>
    (min === undefined || number >= Number(min)) && (max === undefined || number <= Number(max));
  return [Number(value) + step, Number(value) - step]
    .filter(fits)
    .map((number) => number.toFixed(fractionDigits));
}

function strings(value: string, { pattern, maxLength }: SimpleModel): string[] {
  const changed = [
    value.replace(/.$/, (last) => (last === '1' ? '2' : '1')),
    value.replace(/.$/, (last) => (last === 'B' ? 'C' : 'B')),
    value.slice(0, -1),
    `${value}1`,
  ];
  const matches = pattern === undefined ? undefined : new RegExp(`^(?:${pattern})$`);
  return changed.filter(
    (text) =>
      text !== '' && (maxLength === undefined || text.length <= maxLength) && (matches?.test(text) ?? true),
  );
}
