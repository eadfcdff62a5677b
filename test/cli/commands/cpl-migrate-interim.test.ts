import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import { Command, CommanderError } from 'commander';
import { register } from '../../../src/cli/commands/cpl.js';
import { parseEui64 } from '../../../src/common/eui64.js';
import { CentralProductsList, Inventory } from '../../../src/inventory/index.js';
import { insertDevice } from '../../../src/inventory/device-changes.js';
import { blankDevice } from '../../../src/inventory/device-record.js';
import { openStore, type Store } from '../../../src/store/index.js';
import { temporaryDatabase } from '../../store/temporary-file.js';

const DEVICE = parseEui64('00-DB-12-34-56-78-9F-01');

describe('duis cpl migrate-interim', () => {
  let store: Store;
  let place: ReturnType<typeof temporaryDatabase>;

  /** Runs the command in this process, beside the store that is open. */
  async function migrate(...args: string[]): Promise<{ output: string; errors: string }> {
    const [output, errors]: [string[], string[]] = [[], []];
    const program = new Command('duis')
      .exitOverride()
      .configureOutput({ writeErr: (text) => errors.push(text), writeOut: (text) => output.push(text) });
    register(program);
    for (const command of program.commands.flatMap((group) => [group, ...group.commands])) {
      command.exitOverride().copyInheritedSettings(program);
    }
    const { log } = console;
    console.log = (text: string) => output.push(`${text}\n`);
    try {
      await program.parseAsync(['cpl', 'migrate-interim', ...args, '--database', place.url], {
        from: 'user',
      });
    } catch (problem) {
      if (!(problem instanceof CommanderError)) throw problem;
    } finally {
      console.log = log;
    }
    return { output: output.join(''), errors: errors.join('') };
  }

  const take = (sample: string) =>
    new CentralProductsList(store).import(readFileSync(`samples/cpl/${sample}`, 'utf8'));
  const firmwareOf = async () => (await new Inventory(store).find(DEVICE))?.firmwareVersion;
  const listed = () => new CentralProductsList(store).list();

  beforeEach(async () => {
    place = temporaryDatabase();
    store = await openStore({ url: place.url });
    await take('interim-solution.csv');
    await store.transaction((tx) =>
      insertDevice(
        tx,
        {
          ...blankDevice(DEVICE, 'PPMID', 'DE01', '03400100'),
          firmwareVersion: 'FF040001',
          generation: 'SMETS1',
          status: 'Pending',
        },
        { event: 'pre-notified', at: new Date(), requestId: undefined },
      ),
    );
  });
  afterEach(async () => {
    await store.close();
    place.remove();
  });

  it('prints what it would change and writes nothing', async () => {
    const before = await listed();
    const { output } = await migrate();
    expect(output.split('\n')).to.deep.equal([
      'PPMID DE01 03400100: FF040001 stands for 00040001 (found in the list)',
      '  add     SMETS1 row of 00040001: SMETS1, Active',
      '  change  SMETS1 row of FF040001: Active becomes Withdrawn',
      '  move    1 Device to 00040001: 1 Pending',
      `            ${DEVICE}`,
      '',
      'nothing was written; --apply makes these changes',
      '',
    ]);
    expect(await listed()).to.deep.equal(before);
    expect(await firmwareOf()).to.equal('FF040001');
  });

  it('applies, lists and undoes', async () => {
    const before = await listed();
    expect((await migrate('--apply')).output).to.include('applied as migration 1;');
    expect(await firmwareOf()).to.equal('00040001');
    expect((await migrate('--list')).output).to.match(
      /^MIGRATION +APPLIED +ROWS +DEVICES +UNDONE\n1 +\S+Z +2 +1 +-\n$/,
    );
    expect((await migrate('--undo', '1')).output).to.equal(
      'migration 1 undone; as they were: rows 2, Devices 1\n',
    );
    expect(await listed()).to.deep.equal(before);
    expect(await firmwareOf()).to.equal('FF040001');
    expect((await migrate('--list')).output).to.match(/\n1 +\S+Z +2 +1 +\S+Z\n$/);
  });

  it('says why it cannot undo', async () => {
    expect((await migrate('--undo', '1')).errors).to.include('there is no migration 1');
    expect((await migrate('--undo', 'x')).errors).to.include("--undo: 'x' is not the number");
    await migrate('--apply');
    await take('interim-solution.csv');
    const { errors } = await migrate('--undo', '1');
    expect(errors).to.include('migration 1 cannot be undone, nothing was changed:');
    expect(errors).to.include('the SMETS1 row of DE01/03400100/FF040001 has changed since');
  });

  it('says that there is nothing to migrate', async () => {
    await migrate('--apply');
    expect((await migrate()).output).to.equal('nothing to migrate\n');
    expect((await migrate('--apply')).output).to.equal('nothing to migrate\n');
  });

  it('tells how to decide what the list does not tell', async () => {
    await take('interim-ambiguous.csv');
    const { output } = await migrate();
    expect(output).to.include(
      [
        'PPMID DE02 03400200: FF040001 is left alone, the model has 2 SMETS2+ firmware versions',
        '  if it stands for 00040001:  --pair DE02/03400200/FF040001=00040001',
        '  if it stands for 00040002:  --pair DE02/03400200/FF040001=00040002',
        '  if it is SMETS1 only:  --keep DE02/03400200/FF040001',
      ].join('\n'),
    );
    const decided = await migrate(
      ...['--pair', 'DE02/03400200/FF040001=00040001', '--keep', 'DE02/03400200/FF040002'],
    );
    expect(decided.output).to.include('FF040001 stands for 00040001 (as told)').and.not.include('left alone');
  });

  it('takes pairs from a file, with the line of a bad one', async () => {
    await take('interim-ambiguous.csv');
    await migrate('--apply', '--pairs', 'samples/cpl/interim-pairs.txt');
    expect(
      (await listed()).filter(({ generation, status }) => generation === 'SMETS1' && status === 'Active'),
    ).to.have.length(3);
    const bad = join(dirname(place.url), 'bad.txt');
    writeFileSync(bad, '# pairs\nDE02 03400200\n');
    expect((await migrate('--pairs', bad)).errors).to.include("line 2: 'DE02 03400200' is not of the form");
    expect((await migrate('--pairs', join(bad, 'none'))).errors).to.include('none');
  });

  it('prints JSON, with every Device', async () => {
    const proposed = JSON.parse((await migrate('--json')).output) as {
      applied: boolean;
      conversions: { fictitious: string; devices: object[]; changes: object[] }[];
    };
    expect(proposed).to.include({ applied: false });
    expect(proposed.conversions[0]).to.include({ fictitious: 'FF040001', real: '00040001' });
    expect(proposed.conversions[0]?.devices).to.deep.equal([{ id: DEVICE, status: 'Pending' }]);
    expect(JSON.parse((await migrate('--apply', '--json')).output)).to.include({ applied: true, id: 1 });
    expect(JSON.parse((await migrate('--list', '--json')).output)).to.have.length(1);
    expect(JSON.parse((await migrate('--undo', '1', '--json')).output)).to.include({ id: 1, devices: 1 });
  });

  for (const args of [
    ['--apply', '--undo', '1'],
    ['--apply', '--list'],
    ['--undo', '1', '--list'],
    ['--undo', '1', '--pair', 'A/B/C=D'],
    ['--list', '--keep', 'A/B/C'],
  ]) {
    it(`does not do two things at once: ${args.join(' ')}`, async () => {
      expect((await migrate(...args)).errors).to.include('cannot be used with option');
    });
  }
});
