import { expect } from 'chai';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from '../../../src/common/errors.js';
import { addSchemaPack, DEFAULT_LIMITS, SchemaPacks, withDocument } from '../../../src/duis/schema/index.js';
import { officialSchemas } from '../../../src/duis/schema/official-schemas.js';
import { templateRequests, withVersion } from './packs.js';
import { storedZip } from './stored-zip.js';
import { temporaryDirectory } from './temporary-directory.js';

const DUIS = 'DUIS Schema V5.9.xsd';
const MMC = 'MMC Schema V5.9.xsd';
const XMLDSIG = 'xmldsig-core-schema.xsd';

type Files = Record<string, Uint8Array>;

describe('adding official schemas', () => {
  const directory = temporaryDirectory();
  let published: Files;

  before(async () => {
    const official = await officialSchemas();
    const file = (name: string): Buffer => Buffer.from(official.get(name) ?? new Uint8Array());
    const duis = file('DUIS Schema V5.1.xsd').toString('utf8').replace('MMC Schema V5.1.xsd', MMC);
    published = { [DUIS]: Buffer.from(duis), [MMC]: file('MMC Schema V5.1.xsd'), [XMLDSIG]: file(XMLDSIG) };
  });

  const folder = (files: Files): string => {
    const source = join(directory(), 'download');
    for (const [name, bytes] of Object.entries(files)) {
      mkdirSync(join(source, name, '..'), { recursive: true });
      writeFileSync(join(source, name), bytes);
    }
    return source;
  };

  const refusal = async (files: Files): Promise<string> => {
    try {
      await addSchemaPack(directory(), folder(files));
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      expect(existsSync(join(directory(), 'packs', '5.9'))).to.equal(false);
      return error.message;
    }
    throw new Error('it was accepted');
  };

  const changed = (name: string, pattern: RegExp | string, replacement: string): Files => ({
    ...published,
    [name]: Buffer.from(
      Buffer.from(published[name] ?? [])
        .toString('utf8')
        .replace(pattern, replacement),
    ),
  });

  it('takes a folder, where documents may then name the version', async () => {
    const { version, origin } = await addSchemaPack(directory(), folder(published));
    expect({ version, origin }).to.deep.equal({ version: '5.9', origin: 'added' });
    const packs = SchemaPacks.load(directory());
    expect(packs.known()).to.deep.equal(['5.9']);
    const xml = withVersion(templateRequests()[0]?.xml ?? '', '5.9');
    expect(
      withDocument(Buffer.from(xml), DEFAULT_LIMITS, (document) => packs.validate(document, '5.9')),
    ).to.deep.equal([]);
  });

  it('takes a zip archive with folders in it, beside other files', async () => {
    const archive = join(directory(), 'schemas.zip');
    const files = Object.fromEntries(
      Object.entries(published).map(([name, bytes]) => [`DUIS 5.9/${name}`, bytes]),
    );
    writeFileSync(archive, storedZip({ ...files, 'DUIS 5.9/readme.txt': Buffer.from('read me') }));
    expect((await addSchemaPack(directory(), archive)).version).to.equal('5.9');
  });

  it('replaces an earlier pack of the version', async () => {
    await addSchemaPack(directory(), folder(published));
    const { files } = await addSchemaPack(
      directory(),
      folder(changed(DUIS, '</xs:schema>', '<!-- new --></xs:schema>')),
    );
    expect(Object.keys(files)).to.have.lengthOf(3);
    expect(() => SchemaPacks.load(directory())).not.to.throw();
  });

  it('refuses a folder without one of the schemas, naming it', async () => {
    expect(await refusal({ 'a.txt': Buffer.from('a') })).to.match(/no DUIS schema in it/);
    expect(await refusal({ [DUIS]: published[DUIS] ?? Buffer.of() })).to.match(/no MMC schema in it/);
  });

  it('refuses two schemas of a kind', async () => {
    const more = { ...published, 'DUIS Schema V5.8.xsd': published[DUIS] ?? Buffer.of() };
    expect(await refusal(more)).to.match(
      /several DUIS schemas in it: DUIS Schema V5\.8\.xsd, DUIS Schema V5\.9\.xsd/,
    );
    const deeper = { ...published, [`old/${DUIS}`]: published[DUIS] ?? Buffer.of() };
    expect(await refusal(deeper)).to.match(/several|twice/);
  });

  it('refuses schemas of different versions', async () => {
    const { [MMC]: mmc, ...others } = published;
    const files = { ...others, 'MMC Schema V5.8.xsd': mmc ?? Buffer.of() };
    expect(await refusal(files)).to.match(/DUIS schema 5\.9 with MMC schema 5\.8/);
  });

  it('refuses a schema whose version cannot be told', async () => {
    const { [DUIS]: duis, ...others } = published;
    expect(await refusal({ ...others, 'DUIS Schema.xsd': duis ?? Buffer.of() })).to.match(
      /does not end in a version/,
    );
  });

  it('refuses a schema that is not XML', async () => {
    expect(await refusal(changed(DUIS, '</xs:schema>', ''))).to.match(/not XML|cannot be compiled/);
    expect(await refusal({ ...published, [MMC]: Buffer.from('hello') })).to.match(/cannot be compiled/);
  });

  it('refuses a schema that does not compile, with the reason', async () => {
    expect(await refusal(changed(DUIS, 'type="sr:Request"', 'type="sr:Nothing"'))).to.match(
      /cannot be compiled: .*DUIS-Schema-V5\.9\.xsd:\d+: .*Nothing/,
    );
  });

  it('refuses a schema that imports what is not there', async () => {
    expect(await refusal(changed(DUIS, MMC, 'Other.xsd'))).to.match(/imports Other\.xsd, which is not in it/);
  });

  it('refuses the schema of something else', async () => {
    const other = '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:other"/>';
    expect(await refusal({ ...published, [DUIS]: Buffer.from(other) })).to.match(
      /is for namespace urn:other/,
    );
    const empty = other.replace('urn:other', 'http://www.dccinterface.co.uk/ServiceUserGateway');
    expect(await refusal({ ...published, [DUIS]: Buffer.from(empty) })).to.match(/has no element Request/);
  });

  it('refuses a path that is not there', async () => {
    try {
      await addSchemaPack(directory(), join(directory(), 'absent'));
      expect.fail('it was accepted');
    } catch (error) {
      expect(error).to.be.instanceOf(ConfigError);
    }
  });
});
