import { expect } from 'chai';
import { PPMID_RESOLUTION, resolvePpmidGeneration } from '../../src/inventory/index.js';

describe('PPMID resolution', () => {
  it('has the four rows of MP202, each pair once', () => {
    const pairs = PPMID_RESOLUTION.map(({ prenotified, hub }) => `${prenotified} ${hub}`);
    expect(pairs).to.have.members(['SMETS1 SMETS1', 'SMETS1 SMETS2+', 'SMETS2+ SMETS1', 'SMETS2+ SMETS2+']);
  });

  for (const { prenotified, hub } of PPMID_RESOLUTION) {
    it(`makes a PPMID pre-notified as ${prenotified} on a ${hub} hub ${hub}`, () => {
      expect(resolvePpmidGeneration(prenotified, hub)).to.equal(hub);
    });
  }
});
