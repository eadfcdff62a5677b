import { expect } from 'chai';
import fc from 'fast-check';
import { durationOf, instantOf } from '../../src/scenario/instant.js';

const NOW = new Date('2026-06-01T12:00:00.250Z');

describe('moments of a scenario', () => {
  it('are told in whole seconds, as DUIS does', () => {
    expect(instantOf('now', NOW)).to.equal('2026-06-01T12:00:00Z');
    expect(instantOf('now+1d', NOW)).to.equal('2026-06-02T12:00:00Z');
    expect(instantOf('now-90m', NOW)).to.equal('2026-06-01T10:30:00Z');
  });

  it('lie as far from now as is said', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.constantFrom('s', 'm', 'h', 'd'), (count, unit) => {
        const duration = durationOf(`${count}${unit}`) ?? NaN;
        const later = Date.parse(instantOf(`now+${count}${unit}`, NOW) ?? '');
        expect(later - Date.parse('2026-06-01T12:00:00Z')).to.equal(duration);
      }),
    );
  });

  for (const text of ['meter', 'now+', 'now+1', 'now+1w', 'nowhere', 'now1d']) {
    it(`are not told by ${text}`, () => {
      expect(instantOf(text, NOW)).to.equal(undefined);
    });
  }
});
