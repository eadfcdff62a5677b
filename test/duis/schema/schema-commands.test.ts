import { Command, CommanderError } from 'commander';
import { expect } from 'chai';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { register as registerSchemas } from '../../../src/cli/commands/schemas.js';
import { register as registerValidate } from '../../../src/cli/commands/validate.js';
import { officialArchive } from '../../../src/duis/schema/official-schemas.js';
import { schemaPacks, XSD_DIRECTORY } from './packs.js';
import { inventory, response } from './sample-messages.js';
import { temporaryDirectory } from './temporary-directory.js';

interface Outcome {
  readonly lines: readonly string[];
  readonly failed: boolean;
}

/** Runs `duis` with these arguments; what it prints, and whether its exit code is not 0. */
async function duis(...args: string[]): Promise<Outcome> {
  const lines: string[] = [];
  const program = new Command('duis').configureOutput({ writeErr: (text) => lines.push(text.trim()) });
  program.exitOverride();
  registerSchemas(program);
  registerValidate(program);
  for (const command of program.commands) {
    for (const one of [command, ...command.commands]) one.copyInheritedSettings(program);
  }
  const log = console.log;
  console.log = (line: string) => lines.push(line);
  try {
    await program.parseAsync(['node', 'duis', ...args]);
    return { lines, failed: process.exitCode === 1 };
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return { lines, failed: true };
  } finally {
    console.log = log;
    process.exitCode = 0;
  }
}

describe('duis validate', () => {
  const directory = temporaryDirectory();

  before(async () => {
    await schemaPacks();
  });

  const validate = (xml: string, ...options: string[]): Promise<Outcome> => {
    const file = join(directory(), 'message.xml');
    writeFileSync(file, xml);
    return duis('validate', file, '--xsd', XSD_DIRECTORY, ...options);
  };
  const said = ({ lines, failed }: Outcome): Outcome => ({
    lines: lines.map((line) => line.replace(/^.*message\.xml/, 'FILE')),
    failed,
  });

  it('says of a valid message what it is', async () => {
    expect(said(await validate(response(inventory())))).to.deep.equal({
      lines: ['FILE: valid (Response, DUIS 5.4)'],
      failed: false,
    });
  });

  it('prints each violation with its line and path, and fails', async () => {
    const wrong = response(inventory('', '5G')).replace('>PPMID<', '>\nPPMX<');
    expect(said(await validate(wrong))).to.deep.equal({
      lines: [
        "FILE:1: /Response/Body/ResponseMessage/DSPInventory/Device/DeviceType: found '\\nPPMX', expected one of 'ESME', 'GSME', 'GPF', 'CHF', 'HCALCS', 'PPMID', 'IHD', 'CAD'",
        "FILE:2: /Response/Body/ResponseMessage/DSPInventory/Device/CSPRegion: found '5G', expected one of 'North', 'Central', 'South', '4G North', '4G Central', '4G South', 'Unknown', 'SMETS1'",
      ],
      failed: true,
    });
  });

  it('checks against another version if told so', async () => {
    const { failed } = await validate(response(inventory('', '4G North')), '--as', '5.1');
    expect(failed).to.equal(true);
  });

  it('explains an unknown version, a missing one, what is not XML and what is not there', async () => {
    const explained: readonly (readonly [string, RegExp])[] = [
      [response(inventory(), 'I0', '7.7'), /^FILE: schemaVersion '7\.7' is not known; known are 5\.1, /],
      ['<Request/>', /^FILE:1: \/Request: found no schemaVersion, expected one of 5\.1, /],
      ['<a>\n', /^FILE:2: not well-formed XML: /],
      ['<!DOCTYPE a><a/>', /^FILE:1: a document type declaration/],
    ];
    for (const [xml, expected] of explained) {
      const { lines, failed } = said(await validate(xml));
      expect(failed).to.equal(true);
      expect(lines[0]).to.match(expected);
    }
    const absent = await duis('validate', join(directory(), 'absent.xml'), '--xsd', XSD_DIRECTORY);
    expect(absent.failed).to.equal(true);
    expect(absent.lines[0]).to.match(/ENOENT/);
  });
});

describe('duis schemas', () => {
  const directory = temporaryDirectory();

  it('installs, lists and adds', async () => {
    const xsd = ['--xsd', directory()];
    expect((await duis('schemas', 'list', ...xsd)).lines).to.deep.equal([
      'none; duis schemas install makes them',
    ]);
    expect((await duis('schemas', 'install', ...xsd)).lines).to.deep.equal(['installed 5.1, 5.4']);
    expect((await duis('schemas', 'install', ...xsd)).lines).to.deep.equal(['nothing to do']);
    expect((await duis('schemas', 'add', officialArchive(), ...xsd)).lines).to.deep.equal([
      'installed 5.1: official, added by you',
    ]);
    expect((await duis('schemas', 'list', ...xsd)).lines).to.deep.equal([
      '5.1  official, added by you',
      "5.4  made from the official 5.1 by the project's uplift definition",
      '5.2  validated as 5.4',
      '5.3  validated as 5.4',
    ]);
  });

  it('says in one line why it adds nothing', async () => {
    mkdirSync(join(directory(), 'empty'));
    const { lines, failed } = await duis('schemas', 'add', join(directory(), 'empty'), '--xsd', directory());
    expect(failed).to.equal(true);
    expect(lines.join('\n')).to.match(/^duis: .*empty: no DUIS schema in it$/);
  });
});
