import { ConfigError } from '../../common/errors.js';
import { catalogueRow, SCHEMA_MODEL } from '../../duis/index.js';
import type { MeasureKind } from './limit-value.js';

const BODY = 'sr:Request_Body';

/** Member that holds the text of an element with attributes. */
const TEXT = 'value';

/**
 * Finds what a path leads to in the requests of a Service Reference Variant, by the schema.
 * @param path names of elements or attributes from the content of the body element down, joined by dots
 * @returns how values there are compared
 * @throws ConfigError telling where the path ends, or that there is no order in what it leads to
 */
export function measuredAt(variant: string, path: string): MeasureKind {
  const row = catalogueRow(variant);
  if (row === undefined) throw new ConfigError('variant', `there is no Service Reference Variant ${variant}`);
  let type = membersOf(BODY).get(row.element) ?? BODY;
  let place: string = row.element;
  for (const name of path.split('.')) {
    const members = membersOf(type);
    const next = members.get(name);
    if (next === undefined) {
      const known = [...members.keys()].join(', ');
      throw new ConfigError(
        'path',
        `${place} has no '${name}'; ${known === '' ? 'it has no parts' : `it has ${known}`}`,
      );
    }
    type = next;
    place += `.${name}`;
  }
  const kind = SCHEMA_MODEL.simple[type]?.kind;
  if (kind === 'number' || kind === 'bigint' || kind === 'decimal') return 'number';
  if (kind === 'dateTime') return 'date';
  const members = [...membersOf(type).keys()].join(', ');
  throw new ConfigError(
    'path',
    `${place} is neither a number nor a date and time${members === '' ? '' : `; it has ${members}`}`,
  );
}

/** The parts of a type, each with its type. */
function membersOf(type: string): ReadonlyMap<string, string> {
  const complex = SCHEMA_MODEL.complex[type];
  return new Map([
    ...(complex?.attributes ?? []).map(({ name, type: of }) => [name, of] as const),
    ...(complex?.elements ?? []).map(({ name, type: of }) => [name, of] as const),
    ...(complex?.text === undefined ? [] : [[TEXT, complex.text] as const]),
  ]);
}

/** Every value a path leads to in the content of a body: of lists, that of each element. */
export function valuesAt(content: unknown, path: string): unknown[] {
  let found: unknown[] = [content];
  for (const name of path.split('.')) {
    found = found.flatMap((value) => (Array.isArray(value) ? (value as unknown[]) : [value]));
    found = found.flatMap((value) => {
      const member =
        typeof value === 'object' && value !== null && Object.hasOwn(value, name)
          ? (value as Readonly<Record<string, unknown>>)[name]
          : undefined;
      return member === undefined ? [] : [member];
    });
  }
  return found.flatMap((value) => (Array.isArray(value) ? (value as unknown[]) : [value]));
}
