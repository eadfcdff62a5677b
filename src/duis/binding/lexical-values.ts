import { CodecError } from '../../common/errors.js';
import { parseEui64 } from '../../common/eui64.js';
import type { SimpleModel } from './schema-model.js';

/** A value of a simple type, as the generated types hold it. */
export type LexicalValue = string | number | bigint | boolean | Date | Buffer;

/**
 * Reads the text of a schema-valid element or attribute.
 * @throws CodecError if the text is not of the type after all
 */
export function readLexical(text: string, model: SimpleModel): LexicalValue {
  if (model.kind === 'string') return model.enumeration === undefined ? text : text.trim();
  const value = text.trim();
  switch (model.kind) {
    case 'number':
      return Number(value);
    case 'bigint':
      return BigInt(value.replace(/^\+/, ''));
    case 'boolean':
      return value === 'true' || value === '1';
    case 'decimal':
    case 'date':
    case 'time':
      return value;
    case 'dateTime':
      return readDateTime(value);
    case 'hexBinary':
      return Buffer.from(value, 'hex');
    case 'base64Binary':
      return Buffer.from(value, 'base64');
    case 'eui':
      return parseEui64(value);
  }
}

/** Writes a value so that `readLexical` gives it back. */
export function writeLexical(value: LexicalValue, model: SimpleModel): string {
  if (value instanceof Date) return value.toISOString();
  if (Buffer.isBuffer(value)) {
    return model.kind === 'hexBinary' ? value.toString('hex').toUpperCase() : value.toString('base64');
  }
  return String(value);
}

/** xs:dateTime; one without a time zone is taken as UTC, the only zone DUIS uses. */
function readDateTime(text: string): Date {
  const zoned = /(?:Z|[+-]\d\d:\d\d)$/.test(text) ? text : `${text}Z`;
  const date = new Date(zoned);
  if (!Number.isNaN(date.getTime())) return date;
  const midnight = /^(\d{4}-\d\d-\d\d)T24:00:00(?:\.0+)?(.*)$/.exec(zoned);
  if (midnight !== null) {
    const start = new Date(`${midnight[1]}T00:00:00${midnight[2]}`);
    if (!Number.isNaN(start.getTime())) return new Date(start.getTime() + 86_400_000);
  }
  throw new CodecError(`'${text}' is not a date and time`);
}
