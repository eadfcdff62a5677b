import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { register as registerCorrelate } from '../../../src/cli/commands/correlate.js';
import { register as registerParse } from '../../../src/cli/commands/parse.js';
import { register as registerTransform } from '../../../src/cli/commands/transform.js';
import { templatesDirectory } from '../../../src/cli/conformance/reference-request.js';
import { encodeMessage } from '../../../src/gbcs/index.js';
import { ScenarioWorld } from '../../../src/scenario/scenario-world.js';
import { startThrowawayGateway, type ThrowawayGateway } from '../../../src/scenario/throwaway-gateway.js';
import { withTemporaryDirectory } from '../../smki/temporary-directory.js';
import { VirtualHome } from '../../wan/virtual-home.js';
import { duisWith } from '../run-duis.js';

/** Runs `duis` with these arguments in this process. */
const duis = duisWith(registerParse, registerCorrelate, registerTransform);

const sample = (name: string) => join(templatesDirectory(), `${name}_REQUEST_DUIS.XML`);

/** Runs with a file of that content. */
async function withFile(
  content: string | Uint8Array,
  use: (file: string) => Promise<void>,
  name = 'message',
): Promise<void> {
  await withTemporaryDirectory(async (directory) => {
    const file = join(directory, name);
    writeFileSync(file, content);
    await use(file);
  });
}

describe('duis parse', () => {
  let message: Buffer;
  before(async () => {
    const [response] = await new VirtualHome().fresh('ECS10_3.1_SUCCESS');
    message = response === undefined ? expect.fail('no Response') : encodeMessage(response);
  });

  it('prints the MMC document of a message, hexadecimal in any layout or binary', async () => {
    const outputs: string[] = [];
    const lines = message.toString('hex').replace(/(.{32})/g, '$1\r\n');
    for (const content of [message.toString('hex'), lines.toUpperCase(), message]) {
      await withFile(content, async (file) => {
        const { output, errors, exitCode } = await duis('parse', file);
        expect([errors, exitCode]).to.deep.equal(['', 0]);
        outputs.push(output);
      });
    }
    expect(outputs[0]).to.contain('<ra:DisplayMessageRsp MessageSuccess="true">');
    expect(new Set(outputs).size).to.equal(1);
  });

  it('says what a broken file has, where, and how to go on', async () => {
    await withFile('DF09 01zz', async (file) => {
      const { output, errors, exitCode } = await duis('parse', file);
      expect([output, exitCode]).to.deep.equal(['', 1]);
      expect(errors).to.contain(`duis: ${file}: 'z' is not a hexadecimal digit at byte 3\n`);
      expect(errors).to.contain('It has to be a whole GBCS message');
    });
    await withFile(message.subarray(0, 40), async (file) => {
      const { errors, exitCode } = await duis('parse', file);
      expect(exitCode).to.equal(1);
      expect(errors).to.match(/message: .* at byte \d+\n/);
    });
  });

  it('says which line of an XML document is wrong', async () => {
    await withFile('<Response>\n<Header>\n</Response>', async (file) => {
      const { errors, exitCode } = await duis('parse', file);
      expect(exitCode).to.equal(1);
      expect(errors).to.contain(`${file}: line 3: not well-formed XML`);
    });
  });

  it('says that there is no such file', async () => {
    const { errors, exitCode } = await duis('parse', '/no/such/file');
    expect(exitCode).to.equal(1);
    expect(errors).to.contain('/no/such/file: ENOENT: no such file');
  });

  it('asks for the Service Request where the message answers several, and takes it', async () => {
    const [boost] = await new VirtualHome().fresh('ECS62Add_7.9_SUCCESS');
    const bytes = boost === undefined ? expect.fail('no Response') : encodeMessage(boost);
    await withFile(bytes, async (file) => {
      const refused = await duis('parse', file);
      expect(refused.exitCode).to.equal(1);
      expect(refused.errors).to.contain('ECS62 answers 7.9, 7.10').and.to.contain('--variant');
      for (const option of [
        ['--variant', '7.9'],
        ['--service-request', sample('ECS62Add_7.9_SUCCESS')],
      ])
        expect((await duis('parse', file, ...option)).output).to.contain('AddAuxiliaryLoadToBoostButtonRsp');
    });
  });

  it('refuses a variant that is none', async () => {
    const { errors, exitCode } = await duis('parse', '-', '--variant', 'seven');
    expect(exitCode).to.equal(1);
    expect(errors).to.contain('It has to be a number such as 7.9.');
  });
});

describe('duis correlate', () => {
  const REQUEST = sample('ECS02_1.6_IMMEDIATE_SINGLE_SUCCESS');
  const preCommand = async () => (await duis('transform', REQUEST)).output;

  it('says that a Pre-Command says what its request says, hexadecimal or binary', async () => {
    const hex = await preCommand();
    for (const content of [hex, Buffer.from(hex.trim(), 'hex')]) {
      await withFile(content, async (file) => {
        const { output, errors, exitCode } = await duis(
          'correlate',
          '--request',
          REQUEST,
          '--pre-command',
          file,
        );
        expect([errors, exitCode]).to.deep.equal(['', 0]);
        expect(output).to.equal('the Pre-Command says what the Service Request says\n');
      });
    }
  });

  it('prints what differs and exits with 1', async () => {
    const other = (await duis('transform', sample('ECS03_1.6_IMMEDIATE_SINGLE_SUCCESS'))).output;
    await withFile(other, async (file) => {
      const { output, exitCode } = await duis('correlate', '--request', REQUEST, '--pre-command', file);
      expect(exitCode).to.equal(1);
      expect(output).to.not.equal('');
    });
  });

  it('says which of the two files is broken, where, and how to go on', async () => {
    const hex = (await preCommand()).trim();
    await withFile(hex.slice(0, 60), async (file) => {
      const { errors, exitCode } = await duis('correlate', '--request', REQUEST, '--pre-command', file);
      expect(exitCode).to.equal(1);
      expect(errors).to.contain(`duis: ${file}: `).and.to.contain('It has to be a whole Pre-Command');
    });
    await withFile('<Request/>', async (file) => {
      const { errors, exitCode } = await duis('correlate', '--request', file, '--pre-command', file);
      expect(exitCode).to.equal(1);
      expect(errors).to.contain(`duis: ${file}: the root element has no schemaVersion`);
    });
  });
});

describe('duis parse and duis correlate of DUIS Responses', () => {
  let gateway: ThrowawayGateway;
  let world: ScenarioWorld;
  before(async () => {
    gateway = await startThrowawayGateway();
    const users = { supplier: '90-B3-D5-1F-30-01-00-00' };
    world = new ScenarioWorld({ file: 'test', users, variables: {} }, gateway);
  });
  after(() => gateway.stop());

  it('print what the Device says in one', async () => {
    const { requestId } = await world.send({
      values: {},
      user: 'supplier',
      target: '00-DB-12-34-56-78-90-A4',
      variant: '11.2',
    });
    const text = (await world.response(requestId)) ?? '';
    await withFile(text, async (file) => {
      const { output, errors, exitCode } = await duis('parse', file);
      expect([errors, exitCode]).to.deep.equal(['', 0]);
      expect(output).to.contain('FirmwareVersion>00030001<');
    });
    await withFile(text.replace('<sr:ResponseCode>', '<sr:ResponseCod>'), async (file) => {
      const { errors, exitCode } = await duis('parse', file);
      expect(exitCode).to.equal(1);
      expect(errors).to.match(/message: line \d+: /);
    });
  });

  it('take the Pre-Command out of one of the Transform Service', async () => {
    const target = '00-DB-12-34-56-78-90-A0';
    const template = 'ECS01a_1.1.1_IMMEDIATE_TOU';
    const facts = { values: {}, user: 'supplier', target, template, commandVariant: 4 };
    const { requestId, text } = await world.send(facts);
    const asked = readFileSync(sample(`${template}_SUCCESS`), 'utf8').replace(
      /(<sr:RequestID>)[^<]*/,
      `$1${requestId}`,
    );
    await withTemporaryDirectory(async (directory) => {
      const [request, response] = [join(directory, 'request.xml'), join(directory, 'response.xml')];
      writeFileSync(request, asked);
      writeFileSync(response, text);
      const { output, errors, exitCode } = await duis(
        'correlate',
        '--request',
        request,
        '--pre-command',
        response,
      );
      expect([errors, exitCode]).to.deep.equal(['', 0]);
      expect(output).to.equal('the Pre-Command says what the Service Request says\n');
      writeFileSync(request, asked.replace('>20000</sr:StandingCharge>', '>20001</sr:StandingCharge>'));
      const changed = await duis('correlate', '--request', request, '--pre-command', response);
      expect(changed.exitCode).to.equal(1);
      expect(changed.output).to.match(/standingCharge/);
      const parsed = await duis('parse', response);
      expect(parsed.exitCode).to.equal(1);
      expect(parsed.errors).to.contain('Pre-Command');
    });
  });
});
