import { expect } from 'chai';
import { setsActivation } from '../../src/gbcs/future-dated/activation-attributes.js';
import { DLMS_USE_CASES } from '../../src/gbcs/use-cases/dlms/index.js';
import { PASSIVE_VALUES } from '../../src/wan/passive-values.js';

const name = ({ classId, obis }: { readonly classId: number; readonly obis: string }) => `${classId} ${obis}`;

const accesses = DLMS_USE_CASES.flatMap((useCase) => useCase.accesses);
const activations = new Set(accesses.filter(setsActivation).map(name));

describe('table of passive values', () => {
  it('has a row for every activation attribute that a Command sets', () => {
    const rows = PASSIVE_VALUES.map(({ activation }) => name(activation));
    expect(rows).to.include.members([...activations]);
    expect(new Set(rows).size).to.equal(rows.length);
  });

  it('names passive values that a Command writes', () => {
    const written = new Set(
      accesses.filter(({ service }) => service === 'set').map((access) => `${name(access)} ${access.index}`),
    );
    for (const { activation, values } of PASSIVE_VALUES) {
      if (!activations.has(name(activation))) continue;
      for (const { passive } of values) {
        expect(
          written.has(`${name(passive)} ${passive.index}`),
          `${name(passive)} ${passive.index}`,
        ).to.equal(true);
      }
    }
  });

  it('says of each row where it comes from', () => {
    for (const { source, values, mark } of PASSIVE_VALUES) {
      expect(source).to.not.equal('');
      expect(values.length === 0).to.equal(mark === 'unknown');
    }
  });
});
