import { expect } from 'chai';
import {
  catalogueRow,
  type CatalogueRow,
  SERVICE_REQUEST_CATALOGUE,
  serviceReferenceOf,
} from '../../../src/duis/index.js';
import { targetsOf, useCasesFor } from '../../../src/gbcs/index.js';
import { schemaPacks } from '../schema/packs.js';
import { commandVariantsOfSchema, PUBLISHED_MATRIX, publishedFacts } from './published-matrix.js';

/** Where the catalogue differs from the published matrix, and why. */
const DIFFERENCES: Readonly<
  Record<string, { readonly columns: readonly string[]; readonly reason: string }>
> = {
  '7.16': { columns: ['roles'], reason: 'the matrix names no role' },
  '8.5': { columns: ['roles'], reason: 'the matrix names no role' },
  '8.6': { columns: ['roles'], reason: 'the matrix names no role' },
  '8.14.1': { columns: ['name'], reason: 'the four names of 8.14 are spelt in four ways' },
  '8.14.2': { columns: ['name'], reason: 'the four names of 8.14 are spelt in four ways' },
  '8.14.3': { columns: ['name'], reason: 'the four names of 8.14 are spelt in four ways' },
};

/** Service References that the matrix has as numbers, which end in no zero; the schema has the text. */
const LOST_ZERO: Readonly<Record<string, string>> = { '6.20.1': '6.20', '6.20.2': '6.20' };

/** Variants whose Command Variants are not those of the comment beside them in the schema, with those of the catalogue. */
const ONE_ROW_OUT: Readonly<Record<string, readonly number[]>> = {
  '7.12': [4, 5, 6, 7],
  '7.13': [4, 5, 6, 7],
  '7.14': [1, 2, 3],
  '7.15': [1, 2, 3],
};

/** Variants for fewer Device types than their use cases: these are open to any Device. */
const NARROWED = '6.15.1 6.21 6.23 8.5 8.7.1 8.7.2 8.8.1 8.8.2 11.3'.split(' ');

const forDevices = SERVICE_REQUEST_CATALOGUE.filter(({ commandVariants }) => !commandVariants.includes(8));
const variants = (rows: readonly CatalogueRow[]): string[] => rows.map(({ variant }) => variant);

describe('Service Request catalogue', () => {
  before(async () => {
    await schemaPacks();
  });

  it('has one row for every Service Reference Variant of the DUIS schema, in its order', () => {
    expect(variants(SERVICE_REQUEST_CATALOGUE)).to.deep.equal([...commandVariantsOfSchema().keys()]);
    expect(SERVICE_REQUEST_CATALOGUE).to.have.length(129);
  });

  it("has the Command Variants of the schema's comments, but where these are one row out", () => {
    for (const [variant, published] of commandVariantsOfSchema()) {
      const expected = ONE_ROW_OUT[variant] ?? published;
      expect(catalogueRow(variant)?.commandVariants, variant).to.deep.equal(expected);
    }
  });

  it('has every row of the published matrix', () => {
    expect(PUBLISHED_MATRIX.map((line) => line['Service Reference Variant'])).to.have.members(
      variants(SERVICE_REQUEST_CATALOGUE),
    );
  });

  for (const line of PUBLISHED_MATRIX) {
    const variant = line['Service Reference Variant'];
    const { columns = [], reason } = DIFFERENCES[variant] ?? {};
    it(`${variant} is as published${reason === undefined ? '' : `, but for ${columns.join()}: ${reason}`}`, () => {
      const row = catalogueRow(variant);
      const differing = Object.entries(publishedFacts(line))
        .filter(
          ([column, value]) => JSON.stringify(row?.[column as keyof CatalogueRow]) !== JSON.stringify(value),
        )
        .map(([column]) => column);
      expect(differing).to.deep.equal(columns);
      expect(row?.commandVariants.includes(8)).to.equal(line['Non-Device Request'] === 'Yes');
      expect(serviceReferenceOf(variant)).to.equal(LOST_ZERO[variant] ?? line['Service Reference']);
    });
  }

  it('is critical exactly where there is a Pre-Command', () => {
    for (const { variant, critical, commandVariants } of SERVICE_REQUEST_CATALOGUE) {
      expect(commandVariants.includes(4), variant).to.equal(critical);
    }
  });

  it('has Device types, SMI statuses and use cases exactly for requests that go to a Device', () => {
    for (const { variant, targets, statuses, useCases, commandVariants } of SERVICE_REQUEST_CATALOGUE) {
      const filled = [targets, statuses, useCases].map((column) => column.length > 0);
      const device = !commandVariants.includes(8);
      expect(filled, variant).to.deep.equal([device, device, device]);
    }
  });

  it('names the use cases that serve a variant, in their order', () => {
    for (const { variant, useCases } of SERVICE_REQUEST_CATALOGUE) {
      const codes = new Set(useCasesFor(variant).map(({ code }) => code));
      expect(useCases, variant).to.deep.equal([...codes]);
    }
  });

  it('is for the Device types of the use cases, or fewer where these are for any Device', () => {
    const fewer = forDevices.filter(({ variant, targets }) => {
      expect(targetsOf(variant), variant).to.include.members(targets as unknown[]);
      return targetsOf(variant).length > targets.length;
    });
    expect(variants(fewer)).to.deep.equal(NARROWED);
  });

  it('names a User Role and a body element of its own for every variant', () => {
    expect(variants(SERVICE_REQUEST_CATALOGUE.filter(({ roles }) => roles.length === 0))).to.deep.equal([]);
    const elements = new Set(SERVICE_REQUEST_CATALOGUE.map(({ element }) => element));
    expect(elements.size).to.equal(SERVICE_REQUEST_CATALOGUE.length);
  });

  it('tells of every row where it comes from, and of every inferred column why', () => {
    for (const { variant, source, inferred, smets1 } of SERVICE_REQUEST_CATALOGUE) {
      const texts = [source, smets1.source, ...Object.values(inferred)];
      expect(
        texts.every((text) => text.length > 8),
        variant,
      ).to.equal(true);
      expect(inferred, variant).to.have.property('responsibility');
    }
    for (const { variant, inferred } of forDevices) expect(inferred, variant).to.have.property('statuses');
  });

  it('never is for a Device that is Decommissioned or Withdrawn', () => {
    const rows = SERVICE_REQUEST_CATALOGUE.filter(
      ({ statuses }) => statuses.includes('Decommissioned') || statuses.includes('Withdrawn'),
    );
    expect(variants(rows)).to.deep.equal([]);
  });
});
