import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { register as registerConformance } from '../../../src/cli/commands/conformance.js';
import { register as registerDecode } from '../../../src/cli/commands/decode.js';
import { register as registerProtect } from '../../../src/cli/commands/protect.js';
import { register as registerTransform } from '../../../src/cli/commands/transform.js';
import { templatesDirectory } from '../../../src/cli/conformance/reference-request.js';
import { describeWithRtds, RTDS_DIR } from '../../gbcs/rtds.js';
import { withTemporaryDirectory } from '../../smki/temporary-directory.js';
import { duisWith, type Outcome } from '../run-duis.js';

/** Runs `duis` with these arguments in this process. */
const duis = duisWith(registerTransform, registerProtect, registerDecode, registerConformance);

const sample = (name: string) => join(templatesDirectory(), `${name}_REQUEST_DUIS.XML`);

/** CCS02 of RTDS 4.5.0 before protection: remove the ESME from the device log. */
const CCS02 =
  'DF090100000000000005160890B3D51F300000020800DB1234567890A20012000290B3D51F3001000000000000000003EA' +
  '1CD9200005160001030068' +
  '00001E0300FF0201090800DB1234567890A0' +
  '00';

describe('duis transform', () => {
  it('prints the unprotected Command of a request, with the counter given', async () => {
    const { output, exitCode } = await duis(
      'transform',
      sample('CCS02_8.11_SUCCESS'),
      '--acb-counter',
      '1302',
    );
    expect(exitCode).to.equal(0);
    expect(output).to.equal(`${CCS02}\n`);
  });

  it('prints Base64 and JSON if asked', async () => {
    const base64 = await duis(
      'transform',
      sample('CCS02_8.11_SUCCESS'),
      '--acb-counter',
      '1302',
      '--format',
      'base64',
    );
    expect(Buffer.from(base64.output, 'base64').toString('hex').toUpperCase()).to.equal(CCS02);
    const json = await duis('transform', sample('ECS28a_6.4.1_CANCELLATION_SUCCESS'), '--format', 'json');
    expect(JSON.parse(json.output)).to.deep.include({
      useCase: 'ECS28a',
      kind: 'PreCommand',
      originator: 'User',
    });
  });

  it('takes facts about the Device from the command line', async () => {
    const hub = '00-DB-12-34-56-78-90-A2=CHF';
    const codeOf = async (...args: string[]): Promise<unknown> => {
      const { output } = await duis('transform', ...args, '--format', 'json');
      return (JSON.parse(output) as { useCase: unknown }).useCase;
    };
    await withTemporaryDirectory(async (directory) => {
      const file = join(directory, 'request.xml');
      writeFileSync(file, readFileSync(sample('CCS06_8.9_SUCCESS')));
      expect(await codeOf(file)).to.equal('CCS06');
      expect(await codeOf(file, '--device', `${hub},gbcs=1.0`)).to.equal('CCS05/CCS04');
      expect(await codeOf(file, '--use-case', 'CCS07')).to.equal('CCS07');
    });
  });

  it('asks for facts about a Device nothing is known of, and takes the only type possible', async () => {
    await withTemporaryDirectory(async (directory) => {
      const rename = (name: string): string => {
        const file = join(directory, 'request.xml');
        const xml = readFileSync(sample(name), 'utf8');
        writeFileSync(file, xml.replace(/:00-DB-12-34-56-78-90-../, ':00-11-22-33-44-55-66-77'));
        return file;
      };
      const firmware = await duis('transform', rename('ECS52_11.2_SUCCESS'));
      expect(firmware.exitCode).to.equal(1);
      expect(firmware.errors).to.contain('say what 00-11-22-33-44-55-66-77 is').and.contain('ESME');
      const tariff = await duis('transform', rename('CCS07_8.9_SUCCESS'), '--device', '0011223344556677=CHF');
      expect(tariff.exitCode).to.equal(0);
    });
  });

  for (const [what, args, message] of [
    ['a file that is not there', ['transform', 'no-such-file.xml'], 'no such file'],
    [
      'a Device without type',
      ['transform', 'x', '--device', '0011223344556677'],
      'has to begin with EUI=TYPE',
    ],
    [
      'an unknown detail',
      ['transform', 'x', '--device', '0011223344556677=ESME,colour=red'],
      'none of gbcs=',
    ],
    ['a counter below zero', ['transform', 'x', '--acb-counter=-1'], 'whole number below 2^64'],
    [
      'an unknown use case',
      ['transform', sample('CCS02_8.11_SUCCESS'), '--use-case', 'XXX'],
      "'XXX' is not a use case",
    ],
  ] as const) {
    it(`exits with 1 and a sentence for ${what}`, async () => {
      const { errors, exitCode } = await duis(...args);
      expect(exitCode).to.equal(1);
      expect(errors).to.contain(message);
    });
  }

  it('names line and element of a request that is not schema-valid', async () => {
    await withTemporaryDirectory(async (directory) => {
      const file = join(directory, 'request.xml');
      const xml = readFileSync(sample('CCS02_8.11_SUCCESS'), 'utf8').replace('Remove', 'Replace');
      writeFileSync(file, xml);
      const { errors, exitCode } = await duis('transform', file);
      expect(exitCode).to.equal(1);
      expect(errors).to.match(/line \d+, .*RequestType.*'Replace'/);
    });
  });
});

describe('duis decode', () => {
  async function decode(hex: string): Promise<Outcome> {
    let outcome: Outcome | undefined;
    await withTemporaryDirectory(async (directory) => {
      const file = join(directory, 'message.hex');
      writeFileSync(file, hex);
      outcome = await duis('decode', file);
    });
    if (!outcome) throw new Error('duis did not run');
    return outcome;
  }

  it('prints a message in words, and takes white space and lower case', async () => {
    const { output, exitCode } = await decode(`${CCS02.toLowerCase().replace(/(.{32})/g, '$1\n')}\n`);
    expect(exitCode).to.equal(0);
    expect(JSON.parse(output)).to.deep.include({
      useCase: 'CCS02',
      content: {
        removeEntry: {
          access: 'action class 104 0-0:30.3.0.255 method 2',
          value: '00-DB-12-34-56-78-90-A0',
        },
      },
    });
  });

  for (const [what, hex, message] of [
    ['cut bytes', CCS02.slice(0, 60), 'at byte 30'],
    ['no message', '00', 'at byte 0'],
    [
      'malformed content',
      CCS02.replace('D92000', 'D82000'),
      'content: expected tag of access-request (0xD9), found 0xD8 at byte 50',
    ],
    ['a letter that is no digit', 'DFXX', "'X' is not a hexadecimal digit at byte 1"],
    ['half a byte', 'DF0', 'one digit only at byte 1'],
  ] as const) {
    it(`exits with 1 and the offset for ${what}`, async () => {
      const { errors, exitCode } = await decode(hex);
      expect(exitCode).to.equal(1);
      expect(errors).to.contain(message);
    });
  }
});

describeWithRtds('duis on the reference data', () => {
  const keystore = join(RTDS_DIR, 'keystore');
  const command = (folder: string, name: string) =>
    readFileSync(join(RTDS_DIR, 'gbcs', folder, `${name}_COMMAND_GBCS.HEX`), 'utf8').trim();

  it('protect adds the MAC the reference Command has', async () => {
    await withTemporaryDirectory(async (directory) => {
      const file = join(directory, 'message.hex');
      writeFileSync(file, CCS02);
      const { output } = await duis('protect', file, '--keystore', keystore);
      expect(output.trim()).to.equal(command('8.11_CCS02', 'CCS02_8.11_SUCCESS'));
    });
  });

  it('protect signs as the Access Control Broker where that is to sign, and decode finds both valid', async () => {
    await withTemporaryDirectory(async (directory) => {
      const file = join(directory, 'message.hex');
      const request = join(RTDS_DIR, 'requests', 'CS04ACNonCritical_8.8.2_SUCCESS_REQUEST_DUIS.XML');
      writeFileSync(file, (await duis('transform', request, '--acb-counter', '1300')).output);
      writeFileSync(file, (await duis('protect', file, '--keystore', keystore)).output);
      const told = JSON.parse((await duis('decode', file, '--keystore', keystore)).output) as unknown;
      expect(told).to.have.nested.property('signature.verdict', 'valid');
      expect(told).to.have.nested.property('mac.verdict', 'valid');
    });
  });

  it('protect says which key is missing', async () => {
    await withTemporaryDirectory(async (directory) => {
      const file = join(directory, 'message.hex');
      writeFileSync(file, CCS02);
      const { errors, exitCode } = await duis('protect', file, '--keystore', directory);
      expect(exitCode).to.equal(1);
      expect(errors).to.contain('no key agreement certificate of Device 00-DB-12-34-56-78-90-A2');
    });
  });

  it('conformance compares message and Command, and says where none are', async () => {
    const good = await duis('conformance', '--rtds', RTDS_DIR, '--only', 'CCS02');
    expect(good.output).to.match(/^CCS02_8\.11_SUCCESS +CCS02 +equal +with MAC: equal$/m);
    expect(good.output).to.match(/^all +1 of 1 equal, 1 with MAC; 0 wrong, 0 not built yet$/m);
    expect(good.exitCode).to.equal(0);
    const none = await duis('conformance', '--rtds', templatesDirectory());
    expect(none.exitCode).to.equal(1);
    expect(none.errors).to.contain('say where the reference test data are');
  });

  it('conformance finds every message that is built equal', async () => {
    const { output, exitCode } = await duis('conformance', '--rtds', RTDS_DIR, '--json');
    const results = JSON.parse(output) as { message: { state: string }; command: { state: string } }[];
    expect(exitCode).to.equal(0);
    const states = new Set(results.flatMap(({ message, command: full }) => [message.state, full.state]));
    states.delete('not built yet');
    expect([...states]).to.deep.equal(['equal']);
  });
});
