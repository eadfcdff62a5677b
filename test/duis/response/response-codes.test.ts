import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { RESPONSE_CODE_TABLE, RESPONSE_CODES } from '../../../src/duis/index.js';

const SOURCE = fileURLToPath(new URL('../../../src', import.meta.url));

/** Files that speak of Response Codes without answering with them. */
const NO_ANSWERS = [
  'duis/generated/',
  'duis/response/known-response-codes.ts',
  'duis/response/response-codes.ts',
];

/** Every Response Code that stands in the source text as a literal, with the first file it is in. */
function codesInSource(): Map<string, string> {
  const codes = new Map<string, string>();
  for (const file of readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts') || NO_ANSWERS.some((start) => file.startsWith(start))) continue;
    const text = readFileSync(join(SOURCE, file), 'utf8');
    for (const [, code = ''] of text.matchAll(/['"`]([EIW]\d{1,6})['"`]/g)) {
      if (!codes.has(code)) codes.set(code, file);
    }
  }
  return codes;
}

const raised = RESPONSE_CODE_TABLE.filter(({ raisedWhen }) => raisedWhen.length > 0).map(({ code }) => code);

describe('Response Codes', () => {
  it('have one row for each value of the DUIS enumeration', () => {
    expect(RESPONSE_CODE_TABLE.map(({ code }) => code)).to.deep.equal([...RESPONSE_CODES]);
    expect(RESPONSE_CODE_TABLE).to.have.length(194);
  });

  it('whose meaning is unknown are never raised', () => {
    for (const { code, mark, meaning, raisedWhen } of RESPONSE_CODE_TABLE) {
      expect(mark === 'unknown', code).to.equal(meaning === undefined);
      if (mark === 'unknown') expect(raisedWhen, code).to.deep.equal([]);
    }
  });

  it('are raised, or tell why never', () => {
    for (const { code, raisedWhen, neverBecause } of RESPONSE_CODE_TABLE) {
      expect(raisedWhen.length > 0, code).to.equal(neverBecause === undefined);
    }
  });

  it('tell of each meaning and each case where it comes from', () => {
    for (const { code, source, raisedWhen } of RESPONSE_CODE_TABLE) {
      for (const text of [source, ...raisedWhen.flatMap((occasion) => [occasion.when, occasion.source])]) {
        expect(text.length, `${code}: ${text}`).to.be.greaterThan(10);
      }
    }
  });

  it('of the source text are all in the table as raised, and none in the table is raised nowhere', () => {
    const inSource = codesInSource();
    expect([...inSource].filter(([code]) => !(raised as string[]).includes(code))).to.deep.equal([]);
    expect(raised.filter((code) => !inSource.has(code))).to.deep.equal([]);
  });
});
