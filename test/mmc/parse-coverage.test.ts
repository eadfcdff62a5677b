import { expect } from 'chai';
import { join } from 'node:path';
import { parseCoverage, type ParseResult, parseTotals } from '../../src/cli/conformance/parse-coverage.js';
import { readSettings } from '../../src/config/index.js';
import { ensureSchemaPacks, SchemaPacks } from '../../src/duis/schema/index.js';
import { USE_CASES } from '../../src/gbcs/index.js';
import { RESPONSE_ROWS } from '../../src/mmc/response-tables.js';
import { CredentialStore, keyStoreDirectory } from '../../src/smki/index.js';
import { PRESENT, RTDS } from './reference-messages.js';

/** How many Responses and Alerts of RTDS 4.5.0 become valid MMC; it never falls. */
const COVERED = 589;

describe('the Responses and Alerts of the reference test data', function () {
  let results: readonly ParseResult[] = [];

  before(async function () {
    if (!PRESENT) return this.skip();
    const directory = readSettings().xsd_dir;
    await ensureSchemaPacks(directory);
    const packs = SchemaPacks.load(directory);
    const credentials = new CredentialStore([keyStoreDirectory(join(RTDS, 'keystore'))]);
    results = parseCoverage(RTDS, { packs, credentials });
    packs.dispose();
  });

  it('become valid MMC documents, or are refused by the name of their use case', () => {
    expect(results.filter(({ state }) => state === 'wrong')).to.deep.equal([]);
    expect(results.filter(({ state }) => state === 'valid')).to.have.length.of.at.least(COVERED);
  });

  it('are counted in a line', () => {
    expect(parseTotals(results)[0]).to.match(
      /^parse {2}\d+ of 596 Responses and Alerts become valid MMC; 0 wrong/,
    );
  });
});

describe('the tables of MMC', () => {
  const codes = RESPONSE_ROWS.flatMap(({ useCases }) => useCases);

  it('name each use case once, and only use cases there are', () => {
    expect(new Set(codes).size).to.equal(codes.length);
    const known = new Set(USE_CASES.map(({ code }) => code));
    expect(codes.filter((code) => !known.has(code))).to.deep.equal([]);
  });

  it('tell their source', () => {
    for (const { source } of RESPONSE_ROWS) expect(source).not.to.equal('');
  });
});
