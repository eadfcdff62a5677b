import { expect } from 'chai';
import fc from 'fast-check';
import { readCsv } from '../../src/inventory/csv-reader.js';

const rows = (text: string) => {
  const { records, faults } = readCsv(text);
  expect(faults).to.deep.equal([]);
  return records.map(({ fields }) => fields);
};

describe('CSV reader', () => {
  it('reads lines that end with LF, CR LF or the text', () => {
    expect(rows('a,b\nc,d\r\ne,f')).to.deep.equal([
      ['a', 'b'],
      ['c', 'd'],
      ['e', 'f'],
    ]);
  });

  it('reads empty fields, and passes over empty lines and a byte order mark', () => {
    expect(rows('\uFEFFa,,\n\n,b,\n')).to.deep.equal([
      ['a', '', ''],
      ['', 'b', ''],
    ]);
  });

  it('reads commas, line breaks and doubled quotes in quoted fields', () => {
    expect(rows('"a,b","c ""d""","e\r\nf",""\n')).to.deep.equal([['a,b', 'c "d"', 'e\r\nf', '']]);
  });

  it('counts the line of a record after fields with line breaks', () => {
    expect(readCsv('"a\nb",c\nd,e').records.map(({ line }) => line)).to.deep.equal([1, 3]);
  });

  for (const [name, text, line] of [
    ['a quote inside a plain field', 'a,b\nc,d"e', 2],
    ['text after a quoted field', 'a\n"b"c,d', 2],
    ['a quoted field that never ends', 'a,b\n\n"c,d\ne', 3],
  ] as const) {
    it(`names the line of ${name}`, () => {
      expect(readCsv(text).faults.map((fault) => fault.line)).to.deep.equal([line]);
    });
  }

  it('reads back whatever is written by the rules', () => {
    const field = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r\n', ' ', 'é') });
    const table = fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(table, fc.constantFrom('\n', '\r\n'), (cells, lineEnd) => {
        const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const text = cells.map((row) => row.map(quote).join(',')).join(lineEnd);
        expect(rows(text)).to.deep.equal(cells);
      }),
    );
  });
});
