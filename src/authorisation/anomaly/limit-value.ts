import { ConfigError } from '../../common/errors.js';

/** A value that can be outside limits; dates in milliseconds since 1970. */
export type Measure = number | bigint;

const INTEGER = /^[+-]?\d+$/;
const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)$/;
const DATE_TIME = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/;

/** What a limit and the value it is held against are: both have to be the same. */
export type MeasureKind = 'number' | 'date';

/**
 * Reads a limit: a decimal number, or a date with or without a time of a known zone.
 * @throws ConfigError for anything else
 */
export function readLimit(text: string): { readonly kind: MeasureKind; readonly measure: Measure } {
  if (INTEGER.test(text)) return { kind: 'number', measure: BigInt(text.replace(/^\+/, '')) };
  if (DECIMAL.test(text)) return { kind: 'number', measure: Number(text) };
  const instant = DATE_TIME.test(text) ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(instant)) return { kind: 'date', measure: instant };
  throw new ConfigError(
    'limit',
    `'${text}' is neither a number nor a date and time such as 2030-01-01T00:00:00Z`,
  );
}

/** A value of a request as it is compared; undefined for what has no order, such as a flag. */
export function measureOf(value: unknown): Measure | undefined {
  if (typeof value === 'number' || typeof value === 'bigint') return value;
  if (value instanceof Date) return value.getTime();
  // xs:decimal is held as its text.
  if (typeof value === 'string' && INTEGER.test(value)) return BigInt(value.replace(/^\+/, ''));
  if (typeof value === 'string' && DECIMAL.test(value)) return Number(value);
  return undefined;
}
