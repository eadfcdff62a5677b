import { expect } from 'chai';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from '../../../src/common/errors.js';
import { OFFICIAL_SHA256, officialSchemas } from '../../../src/duis/schema/official-schemas.js';
import { sha256 } from '../../../src/duis/schema/sha256.js';
import { storedZip } from './stored-zip.js';
import { temporaryDirectory } from './temporary-directory.js';

async function refusal(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('it was accepted');
}

describe('official schemas in the installed package', () => {
  const directory = temporaryDirectory();

  it('are the published ones, by SHA-256', async () => {
    const files = await officialSchemas();
    expect(Object.fromEntries([...files].map(([name, bytes]) => [name, sha256(bytes)]))).to.deep.equal(
      OFFICIAL_SHA256,
    );
  });

  it('are refused when one byte differs', async () => {
    const files = await officialSchemas();
    const changed = Object.fromEntries(
      [...files].map(([name, bytes]) => [
        `xsd/${name}`,
        name.startsWith('MMC') ? Buffer.concat([bytes, Buffer.from(' ')]) : bytes,
      ]),
    );
    const archive = join(directory(), 'tool.jar');
    writeFileSync(archive, storedZip(changed));
    expect(await refusal(officialSchemas(archive))).to.match(
      /MMC Schema V5\.1\.xsd is not the published text/,
    );
  });

  it('are refused when one is missing', async () => {
    const archive = join(directory(), 'tool.jar');
    writeFileSync(archive, storedZip({ 'a.txt': Buffer.from('a') }));
    expect(await refusal(officialSchemas(archive))).to.match(/DUIS Schema V5\.1\.xsd is not in it/);
  });

  it('are refused when the archive is none', async () => {
    const archive = join(directory(), 'tool.jar');
    writeFileSync(archive, 'not a zip');
    expect(await refusal(officialSchemas(archive))).to.match(/cannot be read as a zip archive/);
    expect(await refusal(officialSchemas(join(directory(), 'absent')))).to.match(
      /cannot be read as a zip archive/,
    );
  });
});
