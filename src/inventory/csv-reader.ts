/** One record of a CSV text and the line it starts on, counted from 1. */
export interface CsvRecord {
  readonly line: number;
  readonly fields: readonly string[];
}

/** A place where a text is not CSV. */
export interface CsvFault {
  readonly line: number;
  readonly reason: string;
}

/**
 * Reads comma-separated values strictly: fields in double quotes may hold commas, line breaks and doubled quotes; a quote
 * anywhere else is a fault. Lines end with CR LF or LF, a byte order mark is passed over, empty lines are skipped.
 * @see RFC 4180, section 2
 */
export function readCsv(text: string): { records: CsvRecord[]; faults: CsvFault[] } {
  const records: CsvRecord[] = [];
  const faults: CsvFault[] = [];
  let position = text.startsWith('\uFEFF') ? 1 : 0;
  let line = 1;

  while (position < text.length) {
    const start = line;
    const fields: string[] = [];
    let fault: string | undefined;
    for (;;) {
      const field = text[position] === '"' ? quotedField(text, position) : plainField(text, position);
      fault ??= field.fault;
      fields.push(field.value);
      line += field.lineBreaks;
      position = field.end;
      if (text[position] !== ',') break;
      position++;
    }
    if (text[position] === '\r') position++;
    position++;
    line++;
    if (fault !== undefined) faults.push({ line: start, reason: fault });
    else if (fields.length > 1 || fields[0] !== '') records.push({ line: start, fields });
  }
  return { records, faults };
}

interface Field {
  readonly value: string;
  /** Where the comma, line break or end of the text after the field is. */
  readonly end: number;
  readonly lineBreaks: number;
  readonly fault?: string;
}

function plainField(text: string, from: number): Field {
  const end = endOfField(text, from);
  const value = text.slice(from, end);
  const field = { value, end, lineBreaks: 0 };
  return value.includes('"') ? { ...field, fault: 'a quote inside a field that is not quoted' } : field;
}

function quotedField(text: string, from: number): Field {
  let value = '';
  let position = from + 1;
  for (;;) {
    const quote = text.indexOf('"', position);
    if (quote < 0) {
      value += text.slice(position);
      return {
        value,
        end: text.length,
        lineBreaks: breaksIn(value),
        fault: 'a quoted field that never ends',
      };
    }
    value += text.slice(position, quote);
    position = quote + 1;
    if (text[position] !== '"') break;
    value += '"';
    position++;
  }
  const end = endOfField(text, position);
  const field = { value, end, lineBreaks: breaksIn(value) };
  return end === position ? field : { ...field, fault: 'text after a quoted field' };
}

function endOfField(text: string, from: number): number {
  let position = from;
  while (position < text.length) {
    const character = text[position];
    if (character === ',' || character === '\n') return position;
    if (character === '\r' && text[position + 1] === '\n') return position;
    position++;
  }
  return position;
}

function breaksIn(value: string): number {
  return value.split('\n').length - 1;
}
