import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { Command, CommanderError } from 'commander';
import { register } from '../../../src/cli/commands/utrn.js';
import { generateKeyPair } from '../../../src/smki/index.js';

const SUPPLIER = '90-B3-D5-1F-30-01-00-00';
const METER = '00-DB-12-34-56-78-90-A0';

/** Runs the command in this process; `failure` is what it would have written before exit code 1. */
function run(...words: string[]): { output: string; failure: string; exitCode: unknown } {
  let output = '';
  let failure = '';
  const program = new Command('duis').exitOverride().configureOutput({
    writeErr: (text) => (failure += text),
    writeOut: (text) => (output += text),
  });
  register(program);
  program.commands.forEach((command) => {
    for (const each of [command, ...command.commands]) each.copyInheritedSettings(program);
  });
  const log = console.log;
  const exitCodeBefore = process.exitCode;
  console.log = (text: string) => (output += `${text}\n`);
  try {
    program.parse(['utrn', ...words], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
  } finally {
    console.log = log;
  }
  const { exitCode } = process;
  process.exitCode = exitCodeBefore;
  return { output, failure, exitCode };
}

describe('duis utrn', () => {
  let keys: string;

  before(() => {
    keys = mkdtempSync(join(tmpdir(), 'utrn-'));
    const [supplier, meter] = [0, 1].map(generateKeyPair);
    const privateKey = supplier?.privateKey.export({ type: 'pkcs8', format: 'pem' }) ?? '';
    const publicKey = meter?.publicKey.export({ type: 'spki', format: 'pem' }) ?? '';
    writeFileSync(join(keys, '90b3d51f30010000-pp-ka.key'), privateKey, { mode: 0o600 });
    writeFileSync(join(keys, '00db1234567890a0-ka.pem'), publicKey);
  });

  after(() => rmSync(keys, { recursive: true }));

  const parties = (): string[] => ['--supplier', SUPPLIER, '--meter', METER, '--keystore', keys];
  const build = (counter: string, value: string): ReturnType<typeof run> =>
    run('build', ...parties(), '--counter', counter, '--class', 'pence', '--value', value);

  it('builds a token that it finds valid', () => {
    const utrn = build('0x700000000', '1250').output.trim();
    expect(utrn).to.match(/^\d{20}$/);
    const { output, exitCode } = run('check', utrn, ...parties());
    expect(JSON.parse(output)).to.deep.equal({
      utrn,
      valueClass: 'pence',
      value: 1250,
      truncatedCounter: 7,
      originatorCounter: String(7n << 32n),
      mac: 'valid',
    });
    expect(exitCode ?? 0).to.equal(0);
  });

  it('finds a token made for another counter invalid, with exit code 1', () => {
    const utrn = build('0x700000000', '1').output.trim();
    const { output, exitCode } = run('check', utrn, ...parties(), '--after', '0x700000000');
    expect(JSON.parse(output)).to.include({ originatorCounter: String(1031n << 32n), mac: 'invalid' });
    expect(exitCode).to.equal(1);
  });

  it('shows a token without keys', () => {
    const utrn = build('0x700000000', '1').output.trim();
    expect((JSON.parse(run('check', utrn).output) as { mac: string }).mac).to.include('not checked');
  });

  it('names what is wrong', () => {
    expect(build('0x700000000', '8192').failure).to.include(
      'value: 8192 is not a whole number from 0 to 8191',
    );
    expect(build('7', '1').failure).to.include('low 32 bits are zero');
    expect(build('seven', '1').failure).to.include('Not a whole number');
    expect(build('0x700000000', '1.5').failure).to.include('Not a whole number');
    expect(run('check', '73946144332040217314').failure).to.include('check digit 4 should be 5');
    expect(run('check', '73946144332040217315', '--meter', METER).failure).to.include('needed together');
    expect(run('check', '73946144332040217315', ...parties(), '--meter', 'A0').failure).to.include('EUI-64');
    const stranger = ['--supplier', METER, '--meter', METER, '--keystore', keys];
    expect(run('check', '73946144332040217315', ...stranger).failure).to.include('no prepayment key');
    const noMeter = ['--supplier', SUPPLIER, '--meter', SUPPLIER, '--keystore', keys];
    expect(run('check', '73946144332040217315', ...noMeter).failure).to.include(
      'no key agreement certificate',
    );
  });
});
