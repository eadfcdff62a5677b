import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { TransformResult } from '../../src/gbcs/transform.js';
import { RTDS_DIR } from './rtds.js';
import { EXPECTED, TRANSFORMABLE, transformedSample } from './sample-transforms.js';

function signerOf({ protection, originator }: TransformResult): string {
  if (!protection.signed) return 'nobody';
  return originator === 'AccessControlBrokerForUser' ? 'AccessControlBroker' : originator;
}

describe('messages before protection, by their SHA-256', () => {
  for (const [name, expected] of TRANSFORMABLE) {
    it(`${name} is the reference message`, () => {
      const result = transformedSample(name, expected);
      expect(result.useCase.messageCode).to.equal(Number(expected.messageCode));
      expect(signerOf(result)).to.equal(expected.signedBy);
      expect(result.kind).to.equal(expected.signedBy === 'User' ? 'PreCommand' : 'Command');
      expect(createHash('sha256').update(result.bytes).digest('hex')).to.equal(expected.sha256);
    });
  }

  it('are the messages of all pairs of the reference data', function () {
    const list = join(RTDS_DIR, 'pairs.txt');
    if (!existsSync(list)) return this.skip();
    const names = EXPECTED.map(([name]) => name);
    expect(names).to.include.members(readFileSync(list, 'utf8').trim().split(/\s+/));
  });
});
