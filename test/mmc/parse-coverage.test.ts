import { expect } from 'chai';
import { join } from 'node:path';
import { parseCoverage, type ParseResult, parseTotals } from '../../src/cli/conformance/parse-coverage.js';
import { readSettings } from '../../src/config/index.js';
import { ensureSchemaPacks, SchemaPacks } from '../../src/duis/schema/index.js';
import { USE_CASES } from '../../src/gbcs/index.js';
import { RESPONSE_ROWS } from '../../src/mmc/response-tables.js';
import { NOT_ASKED } from '../../src/mmc/not-asked.js';
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

  it('are all covered but those that no Service Request asks for, which are known by name and reason', () => {
    const left = results.filter(({ state }) => state === 'not covered');
    expect(left.map(({ name }) => name).sort()).to.deep.equal([
      'CS02bAnyByContingency_NA_ERROR_RESPONSE',
      'CS02bAnyByContingency_NA_SUCCESS_RESPONSE',
      'CS02bAnyExceptAbnormalRootByRecovery_NA_SUCCESS_RESPONSE',
      'CS02bTransCoSByTransCoS_NA_SUCCESS_RESPONSE',
      'CS02bWPByWP_NA_SUCCESS_RESPONSE',
      'PCS01_NA_SUCCESS_RESPONSE',
      'PCS02_NA_SUCCESS_RESPONSE',
    ]);
    for (const { reason } of left)
      expect(
        NOT_ASKED.some((row) => reason?.endsWith(`: ${row.reason}`)),
        reason,
      ).to.equal(true);
  });

  it('are counted in a line', () => {
    expect(parseTotals(results)[0]).to.match(
      /^parse {2}\d+ of 596 Responses and Alerts become valid MMC; 0 wrong/,
    );
  });
});

describe('what no Service Request asks for', () => {
  it('are use cases of the catalogue with these message codes, and without a Service Reference Variant', () => {
    for (const { useCase, messageCodes } of NOT_ASKED) {
      const known = USE_CASES.filter(({ messageCode }) => messageCodes.includes(messageCode));
      expect(
        known.map(({ code, serviceReferenceVariants }) => [code, serviceReferenceVariants]),
      ).to.deep.equal(messageCodes.map(() => [useCase, []]));
    }
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
