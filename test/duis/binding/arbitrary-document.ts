import fc from 'fast-check';
import { parseEui64 } from '../../../src/common/eui64.js';
import type { ComplexModel, ElementModel, SimpleModel } from '../../../src/duis/binding/schema-model.js';
import { SCHEMA_MODEL } from '../../../src/duis/generated/schema-model.js';

type Value = fc.Arbitrary<unknown>;

/** Most elements of one name that are tried where the schema has no limit or a higher one. */
const MANY = 3;

const cache = new Map<string, Value>();

/** Any value of a generated type that the schema allows, without what the flat model does not say. */
export function arbitraryOf(type: string): Value {
  const known = cache.get(type);
  if (known !== undefined) return known;
  const simple = SCHEMA_MODEL.simple[type];
  const made = simple === undefined ? complexValue(complexOf(type)) : simpleValue(simple);
  cache.set(type, made);
  return made;
}

function complexOf(type: string): ComplexModel {
  const complex = SCHEMA_MODEL.complex[type];
  if (complex === undefined) throw new Error(`no type ${type}`);
  return complex;
}

function complexValue(model: ComplexModel): Value {
  const attributes = Object.fromEntries(
    (model.attributes ?? []).map(({ name, type, required }) => [name, optional(arbitraryOf(type), required)]),
  );
  const text = model.text === undefined ? {} : { value: arbitraryOf(model.text) };
  const elements = (model.elements ?? []).filter(({ namespace }) => namespace !== 'ds');
  const always = record(
    elements.filter(({ choice }) => choice === undefined),
    ({ min }) => min,
  );
  const groups = [...new Set(elements.map(({ choice }) => choice))].filter((choice) => choice !== undefined);
  const choices = groups.map((group) => {
    const members = elements.filter(({ choice }) => choice === group);
    const alternatives = [...new Set(members.map(({ alternative }) => alternative))];
    return fc.oneof(
      ...alternatives.map((wanted) =>
        record(
          members.filter(({ alternative }) => alternative === wanted),
          ({ minInside }) => minInside ?? 0,
        ),
      ),
    );
  });
  return fc
    .tuple(fc.record({ ...text, ...attributes }), always, ...choices)
    .map((parts) => withoutUndefined(Object.assign({}, ...parts) as Record<string, unknown>));
}

function record(
  elements: readonly ElementModel[],
  fewest: (element: ElementModel) => number,
): fc.Arbitrary<Record<string, unknown>> {
  return fc.record(
    Object.fromEntries(elements.map((element) => [element.name, elementValue(element, fewest(element))])),
  );
}

function elementValue({ type, max }: ElementModel, min: number): Value {
  const one = arbitraryOf(type);
  if (max === 1) return optional(one, min > 0);
  const most = max === -1 ? Math.max(min, MANY) : Math.max(min, Math.min(max, MANY));
  return optional(fc.array(one, { minLength: Math.max(min, 1), maxLength: most }), min > 0);
}

function optional(value: Value, required: boolean): Value {
  return required ? value : fc.option(value, { nil: undefined });
}

/** A member that is absent is not there at all, in what is written as in what is read. */
function withoutUndefined(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined));
}

function simpleValue(model: SimpleModel): Value {
  if (model.enumeration !== undefined) {
    const { kind } = model;
    return fc.constantFrom(
      ...model.enumeration.map((value) =>
        kind === 'number' ? Number(value) : kind === 'hexBinary' ? Buffer.from(value, 'hex') : value,
      ),
    );
  }
  switch (model.kind) {
    case 'string':
      return text(model);
    case 'eui':
      return bytes(8, 8).map((eui) => parseEui64(eui.toString('hex')));
    case 'number':
      return integer(model).map(Number);
    case 'bigint':
      return integer(model);
    case 'boolean':
      return fc.boolean();
    case 'decimal':
      return decimal(model);
    case 'dateTime':
      return fc.date({
        min: new Date('0001-01-01T00:00:00Z'),
        max: new Date('9999-12-31T23:59:59.999Z'),
        noInvalidDate: true,
      });
    case 'date':
      return day().map((date) => date.toISOString().slice(0, 10));
    case 'time':
      return day().map((date) => date.toISOString().slice(11));
    case 'hexBinary':
    case 'base64Binary':
      return bytes(model.length ?? model.minLength ?? 0, model.length ?? Math.min(model.maxLength ?? 40, 40));
  }
}

const day = (): fc.Arbitrary<Date> =>
  fc.date({
    min: new Date('2000-01-01T00:00:00Z'),
    max: new Date('2099-12-31T23:59:59.999Z'),
    noInvalidDate: true,
  });

function bytes(minLength: number, maxLength: number): fc.Arbitrary<Buffer> {
  return fc.uint8Array({ minLength, maxLength }).map((array) => Buffer.from(array));
}

function text({ pattern, length, minLength = length ?? 0, maxLength = length ?? 60 }: SimpleModel): Value {
  if (pattern !== undefined) {
    const fits = (value: string): boolean =>
      value.length >= minLength && value.length <= Math.max(maxLength, 200);
    return fc.stringMatching(new RegExp(`^(?:${pattern})$`)).filter(fits);
  }
  // Lengths count characters beyond the Basic Multilingual Plane once, as fast-check does with these units.
  const unit = fc.oneof(
    fc.constantFrom('&', '<', '>', '"', "'", ' ', '\t', '\n', '\r', ']', 'é', '€', '😀', '\u0085', '\u2028'),
    fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 1 }),
  );
  return fc.string({ unit, minLength, maxLength: Math.min(maxLength, 60) });
}

function integer({ min, max, minExclusive, maxExclusive, totalDigits }: SimpleModel): fc.Arbitrary<bigint> {
  const most = totalDigits === undefined ? 10n ** 24n : 10n ** BigInt(totalDigits) - 1n;
  const low = [-most];
  const high = [most];
  if (min !== undefined) low.push(BigInt(min));
  if (minExclusive !== undefined) low.push(BigInt(minExclusive) + 1n);
  if (max !== undefined) high.push(BigInt(max));
  if (maxExclusive !== undefined) high.push(BigInt(maxExclusive) - 1n);
  return fc.bigInt({ min: greatest(low), max: least(high) });
}

const greatest = (values: readonly bigint[]): bigint => values.reduce((a, b) => (a > b ? a : b));

const least = (values: readonly bigint[]): bigint => values.reduce((a, b) => (a < b ? a : b));

function decimal(model: SimpleModel): fc.Arbitrary<string> {
  const digits = model.fractionDigits ?? 2;
  const scaled = (limit: string): bigint => BigInt(Math.round(Number(limit) * 10 ** digits));
  const whole = 10n ** BigInt((model.totalDigits ?? 8) - 1) - 1n;
  const low = [-whole];
  const high = [whole];
  if (model.min !== undefined) low.push(scaled(model.min));
  if (model.minExclusive !== undefined) low.push(scaled(model.minExclusive) + 1n);
  if (model.max !== undefined) high.push(scaled(model.max));
  if (model.maxExclusive !== undefined) high.push(scaled(model.maxExclusive) - 1n);
  return fc.bigInt({ min: greatest(low), max: least(high) }).map((value) => {
    const text = (value < 0n ? -value : value).toString().padStart(digits + 1, '0');
    const fraction = digits === 0 ? '' : `.${text.slice(-digits)}`;
    return `${value < 0n ? '-' : ''}${text.slice(0, text.length - digits)}${fraction}`;
  });
}
