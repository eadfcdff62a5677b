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

  it('are all described', () => {
    for (const setting of describeSettings()) expect(setting.meaning, setting.name).to.not.equal('');
  });
});
