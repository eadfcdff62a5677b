import { expect } from 'chai';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from '../../../src/common/errors.js';
import {
  addSchemaPack,
  ensureSchemaPacks,
  installedPacks,
  SchemaPacks,
} from '../../../src/duis/schema/index.js';
import { officialArchive } from '../../../src/duis/schema/official-schemas.js';
import { XSD_DIRECTORY } from './packs.js';
import { temporaryDirectory } from './temporary-directory.js';

describe('installing the schemas the project brings along', () => {
  const directory = temporaryDirectory();
  const pack = (version: string, ...path: string[]): string => join(directory(), 'packs', version, ...path);

  it('makes 5.1 and 5.4 in a folder that does not exist yet, with file names without spaces', async () => {
    const fresh = join(directory(), 'a', 'b c');
    expect(await ensureSchemaPacks(fresh)).to.deep.equal(['5.1', '5.4']);
    expect(readdirSync(join(fresh, 'packs')).sort()).to.deep.equal(['5.1', '5.4']);
    expect(readdirSync(join(fresh, 'packs/5.4')).sort()).to.deep.equal([
      'DUIS-Schema-V5.4.xsd',
      'MMC-Schema-V5.4.xsd',
      'pack.json',
      'xmldsig-core-schema.xsd',
    ]);
    expect(SchemaPacks.load(fresh).known()).to.deep.equal(['5.1', '5.2', '5.3', '5.4']);
  });

  it('does nothing the second time', async () => {
    await ensureSchemaPacks(directory());
    const written = statSync(pack('5.4', 'pack.json')).mtimeMs;
    expect(await ensureSchemaPacks(directory())).to.deep.equal([]);
    expect(statSync(pack('5.4', 'pack.json')).mtimeMs).to.equal(written);
  });

  it('makes the same bytes each time', async () => {
    await ensureSchemaPacks(directory());
    const first = readFileSync(pack('5.4', 'DUIS-Schema-V5.4.xsd'));
    rmSync(pack('5.4'), { recursive: true });
    expect(await ensureSchemaPacks(directory())).to.deep.equal(['5.4']);
    expect(readFileSync(pack('5.4', 'DUIS-Schema-V5.4.xsd')).equals(first)).to.equal(true);
  });

  it('may be done by several at once, and leaves complete packs and nothing else', async () => {
    await Promise.all(Array.from({ length: 4 }, () => ensureSchemaPacks(directory())));
    expect(readdirSync(join(directory(), 'packs')).sort()).to.deep.equal(['5.1', '5.4']);
    expect(SchemaPacks.load(directory()).known()).to.have.lengthOf(4);
  });

  it('replaces a damaged pack', async () => {
    await ensureSchemaPacks(directory());
    appendFileSync(pack('5.1', 'DUIS-Schema-V5.1.xsd'), ' ');
    rmSync(pack('5.4', 'MMC-Schema-V5.4.xsd'));
    expect(() => SchemaPacks.load(directory())).to.throw(
      ConfigError,
      /DUIS-Schema-V5\.1\.xsd: changed since/,
    );
    expect(await ensureSchemaPacks(directory())).to.deep.equal(['5.1', '5.4']);
    expect(() => SchemaPacks.load(directory())).not.to.throw();
  });

  it('replaces a pack whose manifest is broken', async () => {
    await ensureSchemaPacks(directory());
    writeFileSync(pack('5.4', 'pack.json'), '{');
    expect(await ensureSchemaPacks(directory())).to.deep.equal(['5.4']);
  });

  it('makes 5.4 again when its definition has changed', async () => {
    await ensureSchemaPacks(directory());
    const manifest = JSON.parse(readFileSync(pack('5.4', 'pack.json'), 'utf8')) as Record<string, unknown>;
    writeFileSync(pack('5.4', 'pack.json'), JSON.stringify({ ...manifest, source: 'an earlier definition' }));
    expect(await ensureSchemaPacks(directory())).to.deep.equal(['5.4']);
  });

  it('leaves a pack alone that a user added', async () => {
    await addSchemaPack(directory(), officialArchive());
    const before = readFileSync(pack('5.1', 'pack.json'));
    expect(await ensureSchemaPacks(directory())).to.deep.equal(['5.4']);
    expect(readFileSync(pack('5.1', 'pack.json')).equals(before)).to.equal(true);
    expect(installedPacks(directory()).map(({ origin }) => origin)).to.deep.equal(['added', 'uplift']);
  });

  it('says so when a pack that a user added is damaged, and does not replace it', async () => {
    await addSchemaPack(directory(), officialArchive());
    appendFileSync(pack('5.1', 'DUIS-Schema-V5.1.xsd'), ' ');
    try {
      await ensureSchemaPacks(directory());
      expect.fail('it was accepted');
    } catch (error) {
      expect(error).to.be.instanceOf(ConfigError);
      expect(String(error)).to.match(/DUIS-Schema-V5\.1\.xsd: changed since/);
    }
  });

  it('passes over folders that are no packs', async () => {
    await ensureSchemaPacks(directory());
    mkdirSync(join(directory(), 'packs', 'notes'));
    cpSync(join(XSD_DIRECTORY, 'README.md'), join(directory(), 'packs', 'README.md'));
    expect(SchemaPacks.load(directory()).known()).to.have.lengthOf(4);
  });

  it('is asked for where there are no packs', () => {
    expect(() => SchemaPacks.load(directory())).to.throw(
      ConfigError,
      /no schema packs; `duis schemas install`/,
    );
  });
});
