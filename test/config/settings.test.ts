import { expect } from 'chai';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError } from '../../src/common/errors.js';
import { describeSettings, readSettings } from '../../src/config/index.js';

describe('settings', () => {
  let dir: string;
  before(() => (dir = mkdtempSync(join(tmpdir(), 'settings-'))));
  after(() => rmSync(dir, { recursive: true }));

  it('have defaults that start a complete embedded gateway', () => {
    expect(readSettings({})).to.include({ port: 8079, embedded: true, host: '127.0.0.1' });
  });

  it('take the environment over the file', () => {
    const file = join(dir, 'settings.json');
    writeFileSync(file, '{"port": 9000, "log_level": "debug"}');
    expect(readSettings({ DUIS_CONFIG: file, DUIS_PORT: '9001' })).to.include({
      port: 9001,
      log_level: 'debug',
    });
  });

  it('take the database of DATABASE_URL where DUIS_DATABASE is not set', () => {
    const url = 'postgres://duis@localhost/duis';
    expect(readSettings({ DATABASE_URL: url }).database).to.equal(url);
    expect(readSettings({ DATABASE_URL: url, DUIS_DATABASE: ':memory:' }).database).to.equal(':memory:');
  });

  for (const [variable, value] of [
    ['DUIS_PORT', '70000'],
    ['DUIS_PORT', 'eighty'],
    ['DUIS_LOG_LEVEL', 'loud'],
    ['DUIS_S1SP_URL', 'not a url'],
    ['DUIS_PROT', '8079'],
  ] as const) {
    it(`name ${variable} when it is '${value}'`, () => {
      expect(() => readSettings({ [variable]: value }))
        .to.throw(ConfigError)
        .with.property('setting', variable);
    });
  }

  it('name a member of the file that is not a setting', () => {
    const file = join(dir, 'typo.json');
    writeFileSync(file, '{"prot": 9000}');
    expect(() => readSettings({ DUIS_CONFIG: file })).to.throw(ConfigError, /prot/);
  });

  it('say when the file is missing or not JSON', () => {
    expect(() => readSettings({ DUIS_CONFIG: join(dir, 'none.json') })).to.throw(ConfigError, /DUIS_CONFIG/);
  });

  describe('of S1SPs', () => {
    const one = { name: 'S1SP 1', id: '90-B3-D5-1F-30-00-05-01', url: 'http://127.0.0.1:1/one' };
    const two = { name: 'S1SP 2', id: '90-B3-D5-1F-30-00-05-02', url: 'http://127.0.0.1:1/two' };
    const file = (name: string, content: unknown): string => {
      const path = join(dir, name);
      writeFileSync(path, JSON.stringify(content));
      return path;
    };

    it('are taken from the environment as JSON, from the settings file or from a file of their own', () => {
      const list = [one, two];
      for (const environment of [
        { DUIS_S1SPS: JSON.stringify(list) },
        { DUIS_CONFIG: file('with-s1sps.json', { s1sps: list }) },
        { DUIS_S1SPS_FILE: file('s1sps.json', list) },
      ]) {
        expect(readSettings(environment).s1sps).to.deep.equal(list);
      }
    });

    for (const [what, list, reason] of [
      ['two of one name', [one, { ...two, name: one.name }], /two S1SPs of one name/],
      ['two of one id', [one, { ...two, id: one.id.toLowerCase() }], /two S1SPs of one id/],
      ['no EUI-64', [one, { ...two, id: '5' }], /1 id has to be an EUI-64/],
      ['no URL', [{ ...one, url: 'here' }], /0 url /],
      ['a member nobody knows', [{ ...one, port: 1 }], /port/],
      ['none at all', [], /./],
    ] as const) {
      it(`are refused with ${what}, wherever they are written`, () => {
        expect(() => readSettings({ DUIS_S1SPS: JSON.stringify(list) }))
          .to.throw(ConfigError, reason)
          .with.property('setting', 'DUIS_S1SPS');
        expect(() => readSettings({ DUIS_S1SPS_FILE: file('bad.json', list) }))
          .to.throw(ConfigError, reason)
          .with.property('setting', 'DUIS_S1SPS_FILE');
      });
    }

    it('are refused if they are not JSON, or the file is not there', () => {
      expect(() => readSettings({ DUIS_S1SPS: '[' })).to.throw(ConfigError, /DUIS_S1SPS.*not JSON/);
      expect(() => readSettings({ DUIS_S1SPS_FILE: join(dir, 'none') })).to.throw(
        ConfigError,
        /DUIS_S1SPS_FILE.*cannot be read/,
      );
    });

    for (const [variable, value] of [
      ['DUIS_S1SP_URL', one.url],
      ['DUIS_S1SP_ID', one.id],
      ['DUIS_S1SPS', JSON.stringify([one])],
    ] as const) {
      it(`are not given in two ways: ${variable} beside a list`, () => {
        const path = file('list.json', [one]);
        expect(() => readSettings({ DUIS_S1SPS_FILE: path, [variable]: value }))
          .to.throw(ConfigError, /beside DUIS_S1SPS_FILE/)
          .with.property('setting', variable);
      });
    }
  });

  it('are all described', () => {
    for (const setting of describeSettings()) expect(setting.meaning, setting.name).to.not.equal('');
  });
});
