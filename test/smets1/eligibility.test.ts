import { expect } from 'chai';
import { ConfigError, DuisRejection } from '../../src/common/errors.js';
import { SERVICE_REQUEST_CATALOGUE } from '../../src/duis/index.js';
import { Smets1Eligibility, smets1CommandVariants } from '../../src/smets1/eligibility.js';

describe('SMETS1 eligibility', () => {
  const refusal = (eligibility: Smets1Eligibility, variant: string): DuisRejection | undefined => {
    try {
      eligibility.require(variant);
      return undefined;
    } catch (error) {
      expect(error).to.be.instanceOf(DuisRejection);
      return error as DuisRejection;
    }
  };

  it('is that of the catalogue where the operator says nothing', () => {
    const eligibility = new Smets1Eligibility();
    for (const { variant, smets1 } of SERVICE_REQUEST_CATALOGUE) {
      expect(eligibility.row(variant)).to.deep.equal({ variant, ...smets1 });
    }
  });

  it('never makes a variant eligible of which nothing is known', () => {
    const rows = SERVICE_REQUEST_CATALOGUE.map(({ smets1 }) => smets1);
    expect(rows.filter(({ eligible, mark }) => eligible && mark === 'unknown')).to.be.empty;
  });

  for (const variant of ['8.11', '8.7.2', '8.8.2', '8.9', '11.2', '4.1.1']) {
    it(`lets ${variant} pass`, () => expect(refusal(new Smets1Eligibility(), variant)).to.be.undefined);
  }

  it('refuses PPMID firmware updates, as MP202 requires', () => {
    expect(new Smets1Eligibility().row('11.4')).to.include({ eligible: false, mark: 'confirmed' });
    expect(refusal(new Smets1Eligibility(), '11.4')).to.include({ responseCode: 'E11' });
  });

  it('refuses what it does not know with E11', () => {
    expect(refusal(new Smets1Eligibility(), '6.18.1')).to.include({ responseCode: 'E11' });
    expect(refusal(new Smets1Eligibility(), '99.9')).to.include({ responseCode: 'E11' });
  });

  it('lets the operator decide otherwise, in both directions', () => {
    const eligibility = new Smets1Eligibility({ '6.18.1': true, '4.1.1': false });
    expect(refusal(eligibility, '6.18.1')).to.be.undefined;
    expect(refusal(eligibility, '4.1.1')?.message).to.match(/set by the operator/);
  });

  it('refuses a setting for a variant that does not exist', () => {
    expect(() => new Smets1Eligibility({ '4.1': true })).to.throw(ConfigError, /'4\.1'/);
  });

  it('asks for Command Variant 1, or 8 where the DCC answers', () => {
    const variants = new Set(
      SERVICE_REQUEST_CATALOGUE.map((row) => {
        const [only, ...others] = smets1CommandVariants(row);
        expect(others).to.be.empty;
        return `${only} ${row.targets.length === 0 ? 'DCC' : 'Device'}`;
      }),
    );
    expect([...variants].sort()).to.deep.equal(['1 Device', '8 DCC']);
  });
});
