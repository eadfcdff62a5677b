import { expect } from 'chai';
import { Command, CommanderError } from 'commander';
import { AnomalyThresholds, Quarantine } from '../../../src/authorisation/index.js';
import { register as registerQuarantine } from '../../../src/cli/commands/quarantine.js';
import { register as registerThresholds } from '../../../src/cli/commands/thresholds.js';
import { openStore, type Store } from '../../../src/store/index.js';
import { quarantined, requestId } from '../../authorisation/anomaly/quarantined-request.js';
import { SUPPLIER } from '../../authorisation/anomaly/sender.js';
import { temporaryDatabase } from '../../store/temporary-file.js';

/** Runs `duis` with these arguments in this process, beside the store that is open. */
async function duis(...args: string[]): Promise<{ output: string; errors: string }> {
  const [output, errors]: [string[], string[]] = [[], []];
  const program = new Command('duis')
    .exitOverride()
    .configureOutput({ writeErr: (text) => errors.push(text), writeOut: (text) => output.push(text) });
  registerQuarantine(program);
  registerThresholds(program);
  const { log } = console;
  console.log = (text: string) => output.push(`${text}\n`);
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (problem) {
    if (!(problem instanceof CommanderError)) throw problem;
  } finally {
    console.log = log;
  }
  return { output: output.join(''), errors: errors.join('') };
}

describe('duis quarantine and duis thresholds', () => {
  let store: Store;
  let quarantine: Quarantine;
  let place: ReturnType<typeof temporaryDatabase>;
  const on = (...args: string[]) => duis(...args, '--database', place.url);

  beforeEach(async () => {
    place = temporaryDatabase();
    store = await openStore({ url: place.url });
    quarantine = new Quarantine(store);
  });
  afterEach(async () => {
    await store.close();
    place.remove();
  });

  it('list what is in quarantine, or in one state', async () => {
    await quarantined(store, quarantine, 1);
    await quarantined(store, quarantine, 2);
    await quarantine.release(1n, 'somebody', new Date());
    const { output } = await on('quarantine', 'list');
    expect(output.split('\n')).to.have.length(4);
    expect(output).to.match(/^REF +STATE/);
    expect(output).to.match(/\n1 +released .*dcc-threshold +\S+:1 +threshold 1: more than 2/);
    const waiting = (await on('quarantine', 'list', '--state', 'quarantined')).output;
    expect(waiting).to.include(requestId(2)).and.not.include(requestId(1));
  });

  it('show a request with its history and the message', async () => {
    await quarantined(store, quarantine, 5);
    const { output } = await on('quarantine', 'show', '1');
    const shown = JSON.parse(output) as { eventRef: string; history: { state: string }[]; request: string };
    expect(shown).to.include({ eventRef: '1', request: '<request/>', requestId: requestId(5) });
    expect(shown.history.map(({ state }) => state)).to.deep.equal(['received', 'quarantined']);
  });

  it('release and reject beside a running gateway, once', async () => {
    await quarantined(store, quarantine, 1);
    await quarantined(store, quarantine, 2);
    expect((await on('quarantine', 'release', '1', '--by', 'Ada')).output).to.equal('1: released\n');
    expect((await on('quarantine', 'reject', '2', '--by', 'Ada', '--reason', 'a test')).output).to.equal(
      '2: rejected\n',
    );
    const told = (await quarantine.undone()).map(({ state, settledBy, reason }) => [
      state,
      settledBy,
      reason,
    ]);
    expect(told).to.deep.equal([
      ['released', 'Ada', undefined],
      ['rejected', 'Ada', 'a test'],
    ]);
    expect((await on('quarantine', 'reject', '1')).errors).to.include('1 was released by Ada before');
  });

  it('tell of a reference that is none, or of nothing', async () => {
    for (const command of ['show', 'release', 'reject']) {
      expect((await on('quarantine', command, '9')).errors).to.include('no request 9 in quarantine');
      expect((await on('quarantine', command, 'x')).errors).to.include('not a QuarantineEventRef');
    }
  });

  it('set, list and remove thresholds', async () => {
    const set = ['thresholds', 'set', '--maximum', '100', '--window'];
    expect((await on(...set, '24h', '--warning', '80')).output).to.equal('threshold 1 set\n');
    await on(...set, '90s', '--setter', 'User', '--user', SUPPLIER.toLowerCase(), '--variant', '1.5');
    const { output } = await on('thresholds', 'list');
    expect(output).to.match(/\n1 +DCC +every +all +100 +80 +1d\n/);
    expect(output).to.match(/\n2 +User +90-B3-D5-1F-30-01-00-00 +1\.5 +100 +- +90s\n/);
    expect((await on('thresholds', 'remove', '1')).output).to.equal('threshold 1 removed\n');
    expect((await on('thresholds', 'remove', '1')).errors).to.include('no threshold 1');
    expect(await new AnomalyThresholds(store).list()).to.have.length(1);
  });

  it('set, list and remove limits of values', async () => {
    const { output } = await on(
      'thresholds',
      'limit',
      '1.5',
      'CreditMode.AdjustMeterBalance',
      '--minimum=-5',
    );
    expect(output).to.equal('limit 1 set\n');
    expect((await on('thresholds', 'list')).output).to.match(
      /\n1 +every +1\.5 +-5 +- +CreditMode\.AdjustMeterBalance\n/,
    );
    expect((await on('thresholds', 'remove', '--limit', '1')).output).to.equal('limit 1 removed\n');
    expect((await on('thresholds', 'remove', '--limit', '1')).errors).to.include('no limit 1');
  });

  for (const [what, args, reason] of [
    ['a window without a unit', ['set', '--maximum', '1', '--window', '10'], "10' is not a duration"],
    ['a maximum that is no number', ['set', '--maximum', 'x', '--window', '1h'], 'not a whole number'],
    ['a User that is none', ['set', '--maximum', '1', '--window', '1h', '--user', 'x'], 'not an EUI-64'],
    ['a User threshold of nobody', ['set', '--maximum', '1', '--window', '1h', '--setter', 'User'], 'whose'],
    [
      'a path the schema does not have',
      ['limit', '1.5', 'Amount', '--maximum', '1'],
      'it has PrepaymentMode',
    ],
  ] as const) {
    it(`refuse ${what}`, async () => {
      expect((await on('thresholds', ...args)).errors).to.include(reason);
    });
  }
});
