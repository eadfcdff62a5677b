import { expect } from 'chai';
import { deriveGeneration, generationOfVersion } from '../../src/inventory/index.js';

describe('SMETS generation', () => {
  describe('of a version', () => {
    const readings: [string, 'SMETS1' | 'SMETS2+' | undefined][] = [
      ['SMETS1', 'SMETS1'],
      ['smets 1', 'SMETS1'],
      ['SMETS1 V1.2', 'SMETS1'],
      ['SMETS V1.58', 'SMETS2+'],
      ['SMETS V5.0', 'SMETS2+'],
      ['smets v5.0', 'SMETS2+'],
      ['SMETS2+', 'SMETS2+'],
      ['SMETS2', 'SMETS2+'],
      ['V4.2', 'SMETS2+'],
      ['v 4.2', 'SMETS2+'],
      ['4.2', 'SMETS2+'],
      ['CHTS V1.4', 'SMETS2+'],
      ['V1.3', 'SMETS2+'],
      ['1.58', 'SMETS2+'],
      ['SMETS 1.58', 'SMETS2+'],
      ['SMETS', undefined],
      ['SMETS3', undefined],
      ['new', undefined],
      ['', undefined],
    ];
    for (const [version, generation] of readings) {
      it(`reads '${version}' as ${generation ?? 'nothing'}`, () => {
        expect(generationOfVersion(version)).to.equal(generation);
      });
    }
  });

  describe('of a Device', () => {
    it('is SMETS1 where an S1SP serves it, whatever else is said', () => {
      expect(deriveGeneration({ s1sp: 'S1SP 1', gbcsVersion: '4.3', smetsChtsVersion: 'V5.0' })).to.equal(
        'SMETS1',
      );
    });

    it('is SMETS1 in the CSP region SMETS1', () => {
      expect(deriveGeneration({ cspRegion: 'SMETS1', smetsChtsVersion: 'CHTS V1.4' })).to.equal('SMETS1');
    });

    it('is what the Central Products List says before what the version looks like', () => {
      expect(deriveGeneration({ cplGeneration: 'SMETS1', smetsChtsVersion: 'V1.2' })).to.equal('SMETS1');
      expect(deriveGeneration({ cplGeneration: 'SMETS2+', smetsChtsVersion: 'SMETS1' })).to.equal('SMETS2+');
    });

    it('is SMETS2+ where there is a GBCS version', () => {
      expect(deriveGeneration({ gbcsVersion: '3.2', cspRegion: 'North' })).to.equal('SMETS2+');
    });

    it('is told by the version where nothing else tells', () => {
      expect(deriveGeneration({ smetsChtsVersion: 'V1.3' })).to.equal('SMETS2+');
      expect(deriveGeneration({ smetsChtsVersion: 'SMETS1' })).to.equal('SMETS1');
    });

    it('is never a guess', () => {
      expect(deriveGeneration({})).to.equal(undefined);
      expect(deriveGeneration({ s1sp: '', gbcsVersion: null, smetsChtsVersion: '?' })).to.equal(undefined);
    });
  });
});
