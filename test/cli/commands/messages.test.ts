import { expect } from 'chai';
import { Command, CommanderError } from 'commander';
import { register } from '../../../src/cli/commands/messages.js';
import { openStore, type Store } from '../../../src/store/index.js';
import { givenUp, OTHER_USER, USER } from '../../store/given-up.js';
import { temporaryDatabase } from '../../store/temporary-file.js';

/** Runs `duis` with these arguments in this process, beside the store that is open. */
async function duis(...args: string[]): Promise<{ output: string; errors: string }> {
  const [output, errors]: [string[], string[]] = [[], []];
  const program = new Command('duis')
    .exitOverride()
    .configureOutput({ writeErr: (text) => errors.push(text), writeOut: (text) => output.push(text) });
  register(program);
  const { log, error } = console;
  console.log = (text: string) => output.push(`${text}\n`);
  console.error = (text: string) => errors.push(`${text}\n`);
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (problem) {
    if (!(problem instanceof CommanderError)) throw problem;
  } finally {
    Object.assign(console, { log, error });
  }
  return { output: output.join(''), errors: errors.join('') };
}

describe('duis messages', () => {
  let store: Store;
  let place: ReturnType<typeof temporaryDatabase>;
  const on = (command: string, ...args: string[]) =>
    duis('messages', command, ...args, '--database', place.url);

  beforeEach(async () => {
    place = temporaryDatabase();
    store = await openStore({ url: place.url });
  });
  afterEach(async () => {
    await store.close();
    place.remove();
  });

  it('lists what is not settled, or what was given up, or what goes to a User', async () => {
    const own = await givenUp(store, 1);
    const other = await givenUp(store, 1, { originator: OTHER_USER });
    await store.outbox.revive(other, new Date());
    const { output } = await on('list');
    expect(output).to.match(/^STATE +ATTEMPTS/);
    expect(output).to.include(`'${own}'  connection refused`).and.to.include(`'${other}'`);
    expect((await on('list', '--dead')).output)
      .to.include(own)
      .and.not.include(other);
    expect((await on('list', '--pending')).output)
      .to.include(other)
      .and.not.include(own);
    expect((await on('list', '--user', OTHER_USER.toLowerCase())).output)
      .to.include(other)
      .and.not.include(own);
    expect((await on('list', '--limit', '1')).errors).to.include('There are more');
    expect((await on('list', '--dead', '--pending')).errors).to.include('cannot be used with');
    expect((await on('list', '--user', 'x')).errors).to.include('EUI-64');
  });

  it('shows a message with the history of its request and the document', async () => {
    const id = await givenUp(store, 1);
    const shown = JSON.parse((await on('show', id)).output) as { history: { state: string }[] };
    expect(shown).to.include({ id, attempts: 1, lastError: 'connection refused', document: '<response/>' });
    expect(shown.history.map(({ state }) => state)).to.deep.equal(['received', 'answered', 'failed']);
    expect((await on('show', 'none')).errors).to.include("no message 'none'");
  });

  it('replays messages by their ids, each once', async () => {
    const [one, two] = [await givenUp(store, 1), await givenUp(store, 2)];
    expect((await on('replay', one, two)).output).to.equal(`'${one}': replayed\n'${two}': replayed\n`);
    expect(await store.outbox.dead()).to.deep.equal([]);
    expect((await on('replay', one)).errors).to.include('was not given up');
    expect((await on('replay', 'none')).errors).to.include('no such message');
  });

  it('replays all that was given up, or that to a destination, but no Command of a concluded request', async () => {
    const [one, two] = [await givenUp(store, 1), await givenUp(store, 2, { destination: 'http://b/' })];
    const command = await givenUp(store, 3, { channel: 'wan', state: 'answered' });
    const { output } = await on('replay', '--all-dead', '--destination', 'http://b/', '--by', 'Ada');
    expect(output).to.equal(`'${two}': replayed\n1 replayed, 0 left\n`);
    const rest = (await on('replay', '--all-dead', '--user', USER)).output;
    expect(rest).to.include(`'${one}': replayed`).and.to.include(`'${command}': left`);
    expect((await on('replay', command)).errors).to.include('--also-concluded');
    expect((await on('replay', command, '--also-concluded')).output).to.include('replayed');
  });

  it('asks which messages to replay', async () => {
    expect((await on('replay')).errors).to.include('--all-dead');
    expect((await on('replay', 'x', '--all-dead')).errors).to.include('name messages, or all');
  });
});
