import { Command } from 'commander';
import { expect } from 'chai';
import { register as registerCpl } from '../../src/cli/commands/cpl.js';
import { register as registerInventory } from '../../src/cli/commands/inventory.js';
import { seedInventory } from '../../src/inventory/index.js';
import { openStore } from '../../src/store/index.js';
import { temporaryDatabase } from '../store/temporary-file.js';

describe('Commands on the store', () => {
  let database: ReturnType<typeof temporaryDatabase>;
  beforeEach(() => (database = temporaryDatabase()));
  afterEach(() => database.remove());

  /** Runs a command as the shell would; what it prints, and the error it ends with. */
  async function duis(...words: string[]): Promise<{ output: string[]; error: string }> {
    const output: string[] = [];
    let error = '';
    const program = new Command('duis').exitOverride().configureOutput({
      writeErr: (text) => (error += text),
      writeOut: (text) => output.push(text),
    });
    registerCpl(program);
    registerInventory(program);
    for (const command of program.commands.flatMap((group) => [group, ...group.commands])) {
      command.exitOverride().copyInheritedSettings(program);
    }
    const { log } = console;
    console.log = (line: string) => output.push(line);
    try {
      await program.parseAsync(words, { from: 'user' });
    } catch (thrown) {
      if (error === '') error = (thrown as Error).message;
    } finally {
      console.log = log;
    }
    return { output, error };
  }

  it('cpl import takes a file once and then finds nothing new', async () => {
    const importing = () => duis('cpl', 'import', 'samples/cpl/seed.csv', '--database', database.url);
    expect((await importing()).output).to.deep.equal(['18 added, 0 changed, 0 unchanged']);
    expect((await importing()).output).to.deep.equal(['0 added, 0 changed, 18 unchanged']);
  });

  it('cpl import names every bad row and imports none', async () => {
    const { error } = await duis('cpl', 'import', 'samples/cpl/bad-rows.csv', '--database', database.url);
    expect(error).to.contain('nothing was imported\nline 3: ').and.to.contain('\nline 8: ');
    expect((await duis('cpl', 'list', '--database', database.url)).output).to.have.length(1);
  });

  it('cpl import says which file it cannot read', async () => {
    expect((await duis('cpl', 'import', 'no-such-file.csv', '--database', database.url)).error).to.contain(
      'no-such-file.csv',
    );
  });

  it('cpl list prints what fits, aligned', async () => {
    await duis('cpl', 'import', 'samples/cpl/seed.csv', '--database', database.url);
    const listing = ['cpl', 'list', '--database', database.url, '--manufacturer', 'DA01'];
    expect((await duis(...listing, '--generation', 'SMETS1')).output).to.deep.equal([
      'MANUFACTURER  MODEL     TYPE   FIRMWARE  GENERATION  VERSION  GBCS  STATUS',
      'DA01          03010200  PPMID  00030001  SMETS1      SMETS1   -     Active',
    ]);
    expect((await duis(...listing, '--generation', 'SMETS3')).error).to.contain('SMETS1, SMETS2+');
  });

  it('inventory list and show print the seeded homes', async () => {
    const store = await openStore({ url: database.url });
    await seedInventory(store, new Date('2026-01-01T00:00:00Z'));
    await store.close();
    const list = await duis('inventory', 'list', '--database', database.url);
    expect(list.output.find((line) => line.startsWith('00-DB-12-34-56-78-92-A4'))).to.match(
      /PPMID +Commissioned +SMETS1 /,
    );
    const show = await duis('inventory', 'show', '00-db-12-34-56-78-92-a4', '--database', database.url);
    const known = JSON.parse(show.output.join('')) as { device: object; statusHistory: object[] };
    expect(known.device).to.include({ deviceType: 'PPMID', generation: 'SMETS1' });
    expect(known.statusHistory).to.have.length(1);
  });

  it('inventory show says what it does not find', async () => {
    const unknown = '00-DB-12-34-56-78-9F-01';
    expect((await duis('inventory', 'show', unknown, '--database', database.url)).error).to.contain(unknown);
    expect((await duis('inventory', 'show', 'xyz', '--database', database.url)).error).to.contain('EUI-64');
  });
});
