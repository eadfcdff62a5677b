import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { Command, CommanderError } from 'commander';
import { register } from '../../../src/cli/commands/template.js';
import { GatewayHarness, PPMID, SUPPLIER } from '../../app/gateway-harness.js';

/** Runs the command in this process. */
async function template(...args: string[]): Promise<{ output: string; errors: string }> {
  const [output, errors]: [string[], string[]] = [[], []];
  const program = new Command('duis')
    .exitOverride()
    .configureOutput({ writeErr: (text) => errors.push(text), writeOut: (text) => output.push(text) });
  register(program);
  for (const command of program.commands.flatMap((group) => [group, ...group.commands])) {
    command.exitOverride().copyInheritedSettings(program);
  }
  const { log } = console;
  const write = process.stdout.write.bind(process.stdout);
  console.log = (text: string) => output.push(`${text}\n`);
  process.stdout.write = (text: string | Uint8Array) => output.push(Buffer.from(text).toString()) > 0;
  try {
    await program.parseAsync(['template', ...args], { from: 'user' });
  } catch (problem) {
    if (!(problem instanceof CommanderError)) throw problem;
  } finally {
    console.log = log;
    process.stdout.write = write;
  }
  return { output: output.join(''), errors: errors.join('') };
}

describe('duis template', () => {
  it('lists every template, a line each', async () => {
    const { output } = await template('list');
    expect(output.trim().split('\n')).to.have.length(1 + 293);
  });

  it('lists what is asked for', async () => {
    const { output } = await template('list', '--use-case', 'ECS17b', '--variant', '4.1', '--name', 'twin');
    expect(output).to.match(
      /^TEMPLATE .*\nECS17b_4\.1\.1_TWIN_SUCCESS +4\.1\.1 +1 +ECS17b +ReadInstantaneousImportRegisters\n$/,
    );
  });

  it('shows a template as it was published, or its paths', async () => {
    expect((await template('show', 'ECS07_2.3')).output).to.include('<sr:TimeDebtRegister1>30000<');
    expect((await template('show', 'ECS07_2.3', '--paths')).output).to.include(
      '\nBody/UpdateDebt/TimeDebtRegister1=30000\n',
    );
  });

  it('fills values and the parts of the RequestID', async () => {
    const { output } = await template(
      ...['fill', 'ECS07_2.3', '--set', 'TimeDebtRegister1=7', 'ElecDebtRecovery2/DebtRecoveryRate=a=b'],
      ...['--target', '00-db-12-34-56-78-90-fe', '--counter', '42'],
    );
    expect(output).to.include('<sr:TimeDebtRegister1>7<').and.include('<sr:DebtRecoveryRate>a=b<');
    expect(output).to.include(`<sr:RequestID>${SUPPLIER}:00-DB-12-34-56-78-90-FE:42<`);
  });

  for (const [args, says] of [
    [['ECS07_2.3', '--set', 'TimeDebtRegister3=1'], 'the nearest are Body/UpdateDebt/TimeDebtRegister1'],
    [['ECS07_2.3', '--set', 'DebtRecoveryRate=1'], 'could be any of Body/UpdateDebt/ElecDebtRecovery1/'],
    [['ECS07_2.3', '--set', 'TimeDebtRegister1'], 'It has to be PATH=VALUE'],
    [['ECS07_2.3', '--set', 'RequestID=x', '--counter', '1'], 'give one or the other'],
    [['ECS07_2.3', '--target', 'x'], 'EUI-64'],
    [['ECS07'], 'there are ECS07_2.3_SUCCESS'],
  ] as const) {
    it(`refuses ${args.join(' ')} and says why`, async () => {
      expect((await template('fill', ...args)).errors).to.include(says);
    });
  }

  describe('with a gateway', () => {
    let home: GatewayHarness;
    let folder: string;
    before(async () => {
      home = await GatewayHarness.start();
      folder = mkdtempSync(join(tmpdir(), 'template-'));
    });
    after(async () => {
      await home.stop();
      rmSync(folder, { recursive: true });
    });

    it('signs so that the gateway accepts', async () => {
      const file = join(folder, 'signed.xml');
      // The sample is one the DCC sends by itself; here the supplier does.
      const requestId = ['--originator', SUPPLIER, '--target', PPMID, '--counter', '77'];
      await template('fill', 'CS08_11.2', ...requestId, '--sign', '-o', file);
      const { code, text } = await home.post('S', readFileSync(file));
      expect(code, text).to.equal('I99');
    });

    it('sends to the web service of its Command Variant and prints the answer', async () => {
      const sent = await template('fill', 'ECS09_2.5', '--send', home.gateway.url);
      expect(sent.output).to.include('ResponseCode>I0<').and.include('GBCSPayload');
      const again = await template('fill', 'ECS09_2.5', '--counter', '1', '--send', 'http://127.0.0.1:1');
      expect(again.errors).to.include('no gateway answers');
    });
  });
});
