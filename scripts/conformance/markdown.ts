/** A table of Markdown, one line a row, without padding. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Values that share a text, in the order in which the texts first come. */
export function groupBy<T>(values: readonly T[], text: (value: T) => string): [text: string, group: T[]][] {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const key = text(value);
    groups.set(key, [...(groups.get(key) ?? []), value]);
  }
  return [...groups];
}

function cell(text: string): string {
  return text === '' ? '–' : text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ');
}
