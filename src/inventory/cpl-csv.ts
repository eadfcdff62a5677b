import { z } from 'zod';
import { DEVICE_TYPES } from '../common/device-type.js';
import { GatewayError } from '../common/errors.js';
import { type CplEntry, cplKey } from './cpl-entry.js';
import { readCsv } from './csv-reader.js';
import { generationOfVersion } from './smets-generation.js';

/** A row that cannot be imported. */
export interface CplFault {
  /** Line of the file, counted from 1; the header is line 1. */
  readonly line: number;
  readonly reason: string;
}

/** A Central Products List file with rows that cannot be imported; names each of them. */
export class CplImportError extends GatewayError {
  readonly code = 'CPL_IMPORT';

  constructor(readonly faults: readonly CplFault[]) {
    super(`nothing was imported\n${faults.map(({ line, reason }) => `line ${line}: ${reason}`).join('\n')}`);
  }
}

const text = (longest: number) => z.string().min(1, 'is empty').max(longest, `is longer than ${longest}`);
const optional = <T extends z.ZodType>(type: T) =>
  z.union([z.literal('').transform(() => null), type]).default(null);
const date = z.iso.date('is not a date (YYYY-MM-DD)');
const oneOf = <const T extends readonly string[]>(values: T) =>
  z.enum(values, `is not one of ${values.join(', ')}`);

/** The columns, by header name; those with a default may be left out. Lengths are those of the DUIS schema. */
const ROW = z.strictObject({
  manufacturer: text(30),
  model: text(30),
  device_type: oneOf(DEVICE_TYPES),
  firmware_version: text(8),
  smets_generation: oneOf(['SMETS1', 'SMETS2+']),
  smets_version: text(20),
  gbcs_version: optional(text(20)),
  status: oneOf(['Active', 'Cancelled', 'Expired', 'Withdrawn']),
  esme_variant: optional(text(4)),
  han_variant: optional(text(30)),
  image_hash: optional(z.string().regex(/^[0-9a-fA-F]{64}$/, 'is not a SHA-256 (64 hexadecimal digits)')),
  added_on: optional(date),
  removed_on: optional(date),
});

/** Columns of a Central Products List file, with what they hold. */
export const CPL_COLUMNS: Readonly<Record<keyof z.output<typeof ROW>, string>> = {
  manufacturer: 'Manufacturer identifier, such as 10E0',
  model: 'Model and hardware version, such as 00090100',
  device_type: DEVICE_TYPES.join(', '),
  firmware_version: 'Up to 8 characters, such as 00020002',
  smets_generation: 'SMETS1 or SMETS2+; part of the key, so one firmware version may have a row of each',
  smets_version: 'SMETS or CHTS version as Users see it, such as SMETS1, V5.0 or CHTS V1.4',
  gbcs_version: 'GBCS version; required for SMETS2+, empty for SMETS1',
  status: 'Active, Cancelled, Expired or Withdrawn',
  esme_variant: 'Optional: variant of an ESME, such as AD',
  han_variant: 'Optional: HAN variant',
  image_hash: 'Optional: SHA-256 of the firmware image',
  added_on: 'Optional: date the entry was added, YYYY-MM-DD',
  removed_on: 'Optional: date it was removed, YYYY-MM-DD',
};

const COLUMN_NAMES = Object.keys(CPL_COLUMNS);
const OPTIONAL = ['gbcs_version', 'esme_variant', 'han_variant', 'image_hash', 'added_on', 'removed_on'];

/**
 * Reads a Central Products List from CSV with a header line.
 * @throws CplImportError naming every bad row
 */
export function readCplCsv(csv: string): CplEntry[] {
  const { records, faults: csvFaults } = readCsv(csv);
  const faults: CplFault[] = [...csvFaults];
  const [header, ...rows] = records;
  if (header === undefined) throw new CplImportError([{ line: 1, reason: 'there is no header line' }]);
  const headerFaults = checkHeader(header.fields);
  if (headerFaults.length > 0) {
    throw new CplImportError(headerFaults.map((reason) => ({ line: header.line, reason })));
  }

  const entries: CplEntry[] = [];
  const lineOfKey = new Map<string, number>();
  for (const { line, fields } of rows) {
    if (fields.length !== header.fields.length) {
      faults.push({ line, reason: `${fields.length} fields, the header has ${header.fields.length}` });
      continue;
    }
    const row = Object.fromEntries(header.fields.map((name, index) => [name, fields[index]?.trim() ?? '']));
    const read = readRow(row);
    if ('reasons' in read) {
      faults.push(...read.reasons.map((reason) => ({ line, reason })));
      continue;
    }
    const earlier = lineOfKey.get(cplKey(read.entry));
    if (earlier !== undefined) faults.push({ line, reason: `the same key as line ${earlier}` });
    else lineOfKey.set(cplKey(read.entry), line);
    entries.push(read.entry);
  }
  if (faults.length > 0) throw new CplImportError(faults.sort((a, b) => a.line - b.line));
  return entries;
}

function checkHeader(names: readonly string[]): string[] {
  return [
    ...names.filter((name) => !COLUMN_NAMES.includes(name)).map((name) => `unknown column '${name}'`),
    ...names.filter((name, index) => names.indexOf(name) < index).map((name) => `column '${name}' twice`),
    ...COLUMN_NAMES.filter((name) => !OPTIONAL.includes(name) && !names.includes(name)).map(
      (name) => `column '${name}' is missing`,
    ),
  ];
}

function readRow(row: Record<string, string>): { entry: CplEntry } | { reasons: string[] } {
  const parsed = ROW.safeParse(row);
  if (!parsed.success) {
    return {
      reasons: parsed.error.issues.map(
        (issue) => `${String(issue.path[0])}: '${row[String(issue.path[0])]}' ${innermost(issue)}`,
      ),
    };
  }
  const { data } = parsed;
  const reasons: string[] = [];
  if (data.smets_generation === 'SMETS1' && data.gbcs_version !== null) {
    reasons.push(`gbcs_version: '${data.gbcs_version}' on a SMETS1 row, which has none`);
  }
  if (data.smets_generation === 'SMETS2+' && data.gbcs_version === null) {
    reasons.push('gbcs_version: is empty on a SMETS2+ row');
  }
  if (data.smets_generation === 'SMETS2+' && generationOfVersion(data.smets_version) === 'SMETS1') {
    reasons.push(`smets_version: '${data.smets_version}' on a SMETS2+ row`);
  }
  if (reasons.length > 0) return { reasons };
  return {
    entry: {
      manufacturer: data.manufacturer,
      model: data.model,
      deviceType: data.device_type,
      firmwareVersion: data.firmware_version,
      generation: data.smets_generation,
      smetsChtsVersion: data.smets_version,
      gbcsVersion: data.gbcs_version,
      status: data.status,
      esmeVariant: data.esme_variant,
      hanVariant: data.han_variant,
      imageHash: data.image_hash?.toLowerCase() ?? null,
      addedOn: data.added_on,
      removedOn: data.removed_on,
    },
  };
}

/** A union's issue says only that nothing fitted; what the last member said is the useful part. */
function innermost(issue: z.core.$ZodIssue): string {
  if (issue.code !== 'invalid_union') return issue.message;
  const inner = issue.errors.at(-1)?.[0];
  return inner === undefined ? issue.message : innermost(inner);
}
