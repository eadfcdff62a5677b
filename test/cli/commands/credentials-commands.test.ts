import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { register as registerCerts } from '../../../src/cli/commands/certs.js';
import { register as registerSign } from '../../../src/cli/commands/sign.js';
import { register as registerVerify } from '../../../src/cli/commands/verify.js';
import { generateDevicePki } from '../../../src/smki/index.js';
import { parseEui64 } from '../../../src/common/eui64.js';
import { signDocument } from '../../../src/duis/signature/sign-document.js';
import {
  identity,
  NETWORK_OPERATOR,
  request,
  SUPPLIER,
  verifyBytes,
} from '../../duis/signature/signing-fixture.js';
import { withTemporaryDirectory } from '../../smki/temporary-directory.js';
import { duisWith } from '../run-duis.js';

/** Runs `duis` with these arguments in this process. */
const duis = duisWith(registerCerts, registerSign, registerVerify);

const DEVICE = '00-DB-12-34-56-78-90-A0';

describe('duis sign and duis verify', () => {
  it('sign as the originator and find that in order', () =>
    withTemporaryDirectory(async (directory) => {
      const [plain, signed] = [join(directory, 'plain.xml'), join(directory, 'signed.xml')];
      writeFileSync(plain, request());
      expect((await duis('sign', plain, '-o', signed)).exitCode).to.equal(0);
      expect(verifyBytes(readFileSync(signed), { expectedSigner: 'originator' }).signer.eui).to.equal(
        SUPPLIER,
      );
      const { output, exitCode } = await duis('verify', signed);
      expect(output).to.match(/signed\.xml: signed by 90-B3-D5-1F-30-01-00-00 \(xml-sign-/);
      expect(exitCode).to.equal(0);
    }));

  it('put in the counter that is asked for', () =>
    withTemporaryDirectory(async (directory) => {
      const [plain, signed] = [join(directory, 'plain.xml'), join(directory, 'signed.xml')];
      writeFileSync(plain, request());
      await duis('sign', plain, '--counter', '77', '-o', signed);
      expect(readFileSync(signed, 'utf8')).to.include(':77</sr:RequestID>');
      const before = Date.now();
      await duis('sign', plain, '--counter', 'now', '-o', signed);
      const counter = Number(/:(\d+)<\/sr:RequestID>/.exec(readFileSync(signed, 'utf8'))?.[1]);
      expect(counter).to.be.within(before, Date.now());
      expect((await duis('sign', plain, '--counter', 'many')).errors).to.include('whole number');
    }));

  it('say of each file why it is refused, and exit with 1', () =>
    withTemporaryDirectory(async (directory) => {
      const path = (name: string, content: string): string => {
        writeFileSync(join(directory, name), content);
        return join(directory, name);
      };
      const plain = path('plain.xml', request());
      const good = join(directory, 'good.xml');
      await duis('sign', plain, '-o', good);
      const signed = readFileSync(good, 'utf8');
      const { output, exitCode } = await duis(
        'verify',
        plain,
        good,
        path('changed.xml', signed.replace('>1<', '>2<')),
        path('text.xml', 'hello'),
        join(directory, 'missing.xml'),
      );
      const lines = output
        .trim()
        .split('\n')
        .map((line) => line.replace(/^.*?\.xml: /, ''));
      expect(lines[0]).to.equal('refused, no-signature: the document has no Signature');
      expect(lines[1]).to.match(/^signed by/);
      expect(lines[2]).to.match(/^refused, digest-mismatch/);
      expect(lines[3]).to.match(/^refused, line 1: not well-formed XML/);
      expect(lines[4]).to.match(/^ENOENT/);
      expect(exitCode).to.equal(1);
    }));

  it('refuse a good signature of another than the originator', () =>
    withTemporaryDirectory(async (directory) => {
      const signed = join(directory, 'signed.xml');
      writeFileSync(signed, signDocument(request('', NETWORK_OPERATOR), identity(SUPPLIER)));
      expect((await duis('verify', signed)).output).to.include('refused, signer-mismatch');
    }));

  it('say which key is missing', () =>
    withTemporaryDirectory(async (directory) => {
      const plain = join(directory, 'plain.xml');
      writeFileSync(plain, request('', parseEui64('00-00-00-00-00-00-00-01')));
      const { errors, exitCode } = await duis('sign', plain);
      expect(errors).to.include('no digital signature key of 00-00-00-00-00-00-00-01');
      expect(exitCode).to.equal(1);
    }));

  it('say which file is missing', async () => {
    const { errors, exitCode } = await duis('sign', 'no/such/file.xml');
    expect(errors).to.include('no/such/file.xml');
    expect(exitCode).to.equal(1);
  });

  it('take credentials from a directory only, if one is named', () =>
    withTemporaryDirectory(async (directory) => {
      const [plain, keystore] = [join(directory, 'plain.xml'), join(directory, 'keys')];
      writeFileSync(plain, request());
      generateDevicePki({ devices: [parseEui64(DEVICE)], directory: keystore });
      expect((await duis('sign', plain, '--keystore', keystore)).errors).to.include(
        'no digital signature key',
      );
    }));
});

describe('duis certs', () => {
  it('generates a PKI and lists it', () =>
    withTemporaryDirectory(async (parent) => {
      const directory = join(parent, 'devices');
      expect((await duis('certs', 'generate', '--device', DEVICE, '--dir', directory)).exitCode).to.equal(0);
      expect(existsSync(join(directory, '00db1234567890a0-ka.key'))).to.equal(true);
      const { output } = await duis('certs', 'list', '--dir', directory);
      const [heading, ...rows] = output.trim().split('\n');
      expect(heading).to.match(/^EUI-64 +usage +key/);
      expect(rows.map((row) => row.split(/ {2,}/).slice(0, 6))).to.deep.equal([
        [DEVICE, 'ds', 'yes', 'device', '9999-12-31', 'chained'],
        [DEVICE, 'ka', 'yes', 'device', '9999-12-31', 'chained'],
      ]);
      expect(output).not.to.include('PRIVATE');
    }));

  it('refuses to overwrite without --force', () =>
    withTemporaryDirectory(async (directory) => {
      const generate = ['certs', 'generate', '--device', DEVICE, '--dir', directory];
      await duis(...generate);
      const { errors, exitCode } = await duis(...generate);
      expect(errors).to.include('exists already').and.to.include('--force');
      expect(exitCode).to.equal(1);
      expect((await duis(...generate, '--force')).exitCode).to.equal(0);
    }));

  it('refuses what is no EUI-64', async () => {
    const { errors, exitCode } = await duis('certs', 'generate', '--device', 'meter');
    expect(errors).to.include("'meter' is not an EUI-64");
    expect(exitCode).to.equal(1);
  });

  it('lists the test set by default', async () => {
    const { output } = await duis('certs', 'list');
    expect(output).to.include('dsp-xml-sign-90B3D51F30000002-ds').and.to.include('pinned');
  });
});
