import { expect } from 'chai';
import { Command, CommanderError } from 'commander';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { register } from '../../../src/cli/commands/users.js';
import { temporaryDirectory } from '../../duis/schema/temporary-directory.js';

const FIRST = '90-B3-D5-1F-30-01-00-00';
const SECOND = '90-B3-D5-1F-30-03-00-00';
const MPAN = '1312345678111';

interface Outcome {
  readonly lines: readonly string[];
  readonly exitCode: number;
}

describe('duis users', () => {
  const directory = temporaryDirectory();

  /** Runs `duis users` on a database of its own; what it prints and its exit code. */
  async function users(...args: string[]): Promise<Outcome> {
    const lines: string[] = [];
    const program = new Command('duis').configureOutput({ writeErr: (text) => lines.push(text.trim()) });
    program.exitOverride();
    register(program);
    for (const command of program.commands) {
      for (const one of [command, ...command.commands]) one.copyInheritedSettings(program);
    }
    const log = console.log;
    console.log = (line: string) => lines.push(...line.split('\n'));
    try {
      const database = join(directory(), 'gateway.sqlite');
      await program.parseAsync(['node', 'duis', 'users', ...args, '--database', database]);
      return { lines, exitCode: 0 };
    } catch (error) {
      if (!(error instanceof CommanderError)) throw error;
      return { lines, exitCode: error.exitCode };
    } finally {
      console.log = log;
    }
  }
  const addFirst = (...more: string[]) =>
    users(
      'add',
      FIRST,
      '--name',
      'First',
      '--role',
      'IS',
      'GS',
      '--url',
      'http://127.0.0.1:9/first',
      ...more,
    );
  const addSecond = () => users('add', SECOND, '--name', 'Second', '--role', 'IS');
  const fields = (line: string | undefined) => line?.split(/ {2,}/);

  it('adds a User and lists it', async () => {
    expect(await addFirst()).to.deep.equal({ lines: [`${FIRST} added`], exitCode: 0 });
    const { lines } = await users('list');
    expect(lines.map(fields)).to.deep.equal([
      ['USER', 'STATUS', 'ROLES', 'DUIS', 'NAME', 'RECEIVE RESPONSE SERVICE'],
      [FIRST, 'active', 'IS GS', '5.4', 'First', 'http://127.0.0.1:9/first'],
    ]);
  });

  it('replaces a User only when told to', async () => {
    await addFirst();
    const again = await addFirst('--duis-version', '5.1');
    expect(again.exitCode).to.equal(1);
    expect(again.lines.join()).to.match(/there is a User 90-B3.*\('First'\); give --replace/);
    expect((await addFirst('--duis-version', '5.1', '--replace')).lines).to.deep.equal([`${FIRST} replaced`]);
    expect(fields((await users('list')).lines[1])?.[3]).to.equal('5.1');
  });

  it('suspends and activates a User', async () => {
    await addFirst();
    expect((await users('suspend', FIRST.toLowerCase())).lines).to.deep.equal([`${FIRST} suspended`]);
    await addFirst('--replace');
    expect(fields((await users('list')).lines[1])?.[1]).to.equal('suspended');
    await users('activate', FIRST);
    expect(fields((await users('list')).lines[1])?.[1]).to.equal('active');
  });

  it('registers Users for a meter point, one after the other', async () => {
    await addFirst();
    await addSecond();
    const registered = await users('register', MPAN, 'IS', FIRST, '--from', '2020-01-01');
    expect(registered.lines).to.deep.equal([`${MPAN} IS ${FIRST} from 2020-01-01`]);
    await users('register', MPAN, 'IS', SECOND, '--from', '2026-04-01T06:00:00Z', '--until', '2027-01-01');
    await users('register', '1000999888', 'GS', FIRST, '--from', '2020-01-01');
    expect((await users('registrations', '--mpxn', MPAN)).lines.map(fields)).to.deep.equal([
      ['MPXN', 'ROLE', 'USER', 'FROM', 'UNTIL'],
      [MPAN, 'IS', FIRST, '2020-01-01', '2026-04-01T06:00:00.000Z'],
      [MPAN, 'IS', SECOND, '2026-04-01T06:00:00.000Z', '2027-01-01'],
    ]);
    expect((await users('registrations', '--user', FIRST)).lines).to.have.length(3);
  });

  it('shows a User with its registrations', async () => {
    await addFirst();
    await users('register', MPAN, 'IS', FIRST, '--from', '2020-01-01');
    expect(JSON.parse((await users('show', FIRST)).lines.join('\n'))).to.deep.include({
      id: FIRST,
      status: 'active',
      registrations: [{ mpxn: MPAN, role: 'IS', user: FIRST, from: '2020-01-01T00:00:00.000Z' }],
    });
  });

  it('removes a User once it has no registrations', async () => {
    await addFirst();
    await users('register', MPAN, 'IS', FIRST, '--from', '2020-01-01');
    const refused = await users('remove', FIRST);
    expect(refused.exitCode).to.equal(1);
    expect(refused.lines.join()).to.match(/registered, such as IS for 1312345678111; suspend the User/);
    await users('unregister', MPAN, 'IS', '--from', '2020-01-01');
    expect((await users('remove', FIRST)).lines).to.deep.equal([`${FIRST} removed`]);
    expect((await users('list')).lines).to.have.length(1);
  });

  it('imports a users file, or nothing of a bad one', async () => {
    const file = join(directory(), 'users.json');
    const first = { id: FIRST, name: 'First', roles: ['IS'] };
    const registration = { mpxn: MPAN, role: 'IS', user: FIRST, from: '2020-01-01' };
    writeFileSync(file, JSON.stringify({ users: [first], registrations: [registration] }));
    expect((await users('import', file)).lines).to.deep.equal([
      'Users: 1 added, 0 replaced; registrations: 1',
    ]);
    writeFileSync(
      file,
      JSON.stringify({
        users: [{ ...first, name: 'Renamed' }],
        registrations: [{ ...registration, role: 'GS' }],
      }),
    );
    const refused = await users('import', file);
    expect(refused.exitCode).to.equal(1);
    expect(refused.lines.join()).to.match(
      /<file>: '.*users\.json' at registrations\.0: '1312345678111' is no meter/,
    );
    expect(fields((await users('list')).lines[1])?.[4]).to.equal('First');
  });

  const mistakes: [string, string[], RegExp][] = [
    ['a User there is not', ['show', SECOND], /there is no User 90-B3-D5-1F-30-03.*duis users list/],
    ['what is no EUI-64', ['suspend', 'first'], /'first' is not an EUI-64/],
    [
      'an unknown role of a User',
      ['add', SECOND, '--name', 'x', '--role', 'XX'],
      /roles\.0: has to be one of IS/,
    ],
    [
      'an unknown DUIS version',
      ['add', SECOND, '--name', 'x', '--role', 'IS', '--duis-version', 'x'],
      /duisVersion: has to be/,
    ],
    [
      'an unknown role of a registration',
      ['register', MPAN, 'OU', FIRST, '--from', '2020-01-01'],
      /role: has to be one/,
    ],
    ['a bad date', ['register', MPAN, 'IS', FIRST, '--from', 'today'], /from: has to be a date such as/],
    ['a missing date', ['register', MPAN, 'IS', FIRST], /--from/],
    [
      'a meter point of the other fuel',
      ['register', '1', 'IS', FIRST, '--from', '2020-01-01'],
      /an MPAN of 13 digits/,
    ],
    [
      'a registration there is not',
      ['unregister', MPAN, 'IS', '--from', '2020-01-01'],
      /nobody is registered as IS/,
    ],
    ['a file there is not', ['import', 'no-such-file.json'], /'no-such-file\.json' cannot be read/],
  ];
  for (const [what, args, message] of mistakes) {
    it(`says what is wrong with ${what}, and fails`, async () => {
      await addFirst();
      const { lines, exitCode } = await users(...args);
      expect(lines.join('\n')).to.match(message);
      expect(exitCode).to.equal(1);
    });
  }
});
