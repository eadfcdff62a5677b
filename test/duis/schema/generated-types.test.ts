import { expect } from 'chai';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { OFFICIAL_5_4, describeWithOfficial54, schemaPacks } from './packs.js';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

function check(...args: string[]): { status: number | null; errors: string } {
  const script = ['--import=tsx', 'scripts/generate-duis-types.ts', '--check', ...args];
  const { status, stderr } = spawnSync(process.execPath, script, { cwd: ROOT, encoding: 'utf8' });
  return { status, errors: stderr };
}

describe('the generated types', () => {
  it('are those of the schemas of 5.4', async () => {
    await schemaPacks();
    expect(check()).to.deep.equal({ status: 0, errors: '' });
  });
});

describeWithOfficial54('the generated types and the official schemas', () => {
  it('are the same', () => {
    expect(check(OFFICIAL_5_4)).to.deep.equal({ status: 0, errors: '' });
  });
});
