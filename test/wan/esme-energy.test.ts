import { expect } from 'chai';
import type { LogRange } from '../../src/gbcs/dlms/range-descriptor.js';
import { read } from './esme-commands.js';
import { VirtualHome } from './virtual-home.js';

const MIDNIGHT = new Date('2026-06-01T00:00:00Z');
const HALF_HOUR_MS = 1_800_000;

const numbers = (texts: unknown): number[] => (texts as readonly string[]).map((text) => parseInt(text, 10));
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

interface Entry {
  readonly timestamp: string;
  readonly value: string;
}

async function profile(home: VirtualHome, range: LogRange): Promise<number[]> {
  const content = (await read(home, 'ECS22c_4.8.2_SUCCESS', range)) as {
    readonly entries: { readonly value: readonly Entry[] };
  };
  return numbers(content.entries.value.map(({ value }) => value));
}

async function importProfile(home: VirtualHome, range: LogRange): Promise<number[]> {
  const content = (await read(home, 'ECS22b_4.8.1_TWIN_SUCCESS', range)) as {
    readonly log: { readonly value: { readonly entries: readonly { activeEnergyImported: string }[] } };
  };
  return numbers(content.log.value.entries.map((entry) => entry.activeEnergyImported));
}

async function importRegister(home: VirtualHome): Promise<number> {
  const content = (await read(home, 'ECS17b_4.1.1_SINGLE_SUCCESS')) as {
    readonly registers: { readonly value: { readonly importRegisters: { readonly activeImport: string } } };
  };
  return parseInt(content.registers.value.importRegisters.activeImport, 10);
}

async function touRegisters(home: VirtualHome): Promise<number[]> {
  const content = (await read(home, 'ECS17d_4.1.2_SINGLE_SUCCESS')) as {
    readonly registers: { readonly value: { readonly tariffTou: { readonly primaryRegisters: unknown } } };
  };
  return numbers(content.registers.value.tariffTou.primaryRegisters);
}

async function blockRegisters(home: VirtualHome): Promise<number[]> {
  const content = (await read(home, 'ECS17e_4.1.3_SUCCESS')) as {
    readonly registers: {
      readonly value: { readonly tariffBlockTou: { readonly primaryRegisters: unknown } };
    };
  };
  return numbers(content.registers.value.tariffBlockTou.primaryRegisters);
}

describe('energy a virtual ESME measures', () => {
  let home: VirtualHome;
  beforeEach(() => {
    home = new VirtualHome();
  });
  afterEach(() => home.han.stop());

  it('is told the same each time a range is read', async () => {
    const range = { from: MIDNIGHT, to: new Date('2026-06-01T12:00:00Z') };
    const first = await importProfile(home, range);
    expect(first).to.have.length(25);
    expect(await importProfile(home, range)).to.deep.equal(first);
  });

  it('is in the profile once its half-hour is over', async () => {
    const range = { from: new Date('2026-06-01T12:00:00Z'), to: new Date('2026-06-02T00:00:00Z') };
    expect(await importProfile(home, range)).to.have.length(1);
    await home.comes('2026-06-01T13:29:59Z');
    expect(await importProfile(home, range)).to.have.length(3);
    expect(await profile(home, range)).to.have.length(3);
  });

  it('adds up to what the import register grows by', async () => {
    const before = await importRegister(home);
    await home.comes('2026-06-03T18:00:00Z');
    const range = {
      from: new Date(new Date('2026-06-01T12:00:00Z').getTime() + HALF_HOUR_MS),
      to: new Date('2026-06-03T18:00:00Z'),
    };
    expect((await importRegister(home)) - before).to.equal(sum(await importProfile(home, range)));
  });

  it('goes into the registers of the tariff that was set, which add up to the import register', async () => {
    const before = await importRegister(home);
    await read(home, 'ECS01a_1.1.1_IMMEDIATE_BLOCK_SUCCESS');
    await home.comes('2026-06-05T00:00:00Z');
    const blocks = sum(await blockRegisters(home));
    const after = await importRegister(home);
    expect(blocks).to.equal(after - before);
    expect(sum(await touRegisters(home)) + blocks).to.equal(after);
  });

  it('is read each midnight, 31 times', async () => {
    const range = { from: new Date('2026-04-01T00:00:00Z'), to: new Date('2026-07-01T00:00:00Z') };
    const content = (await read(home, 'ECS21a_4.6.1_TWIN_SUCCESS', range)) as {
      readonly log: { readonly value: { readonly entries: readonly { readonly activeImport: string }[] } };
    };
    const reads = numbers(content.log.value.entries.map(({ activeImport }) => activeImport));
    expect(reads).to.have.length(31);
    expect(reads).to.deep.equal([...reads].sort((a, b) => a - b));
  });
});

describe('account of a virtual ESME', () => {
  it('grows by the value of a top up, which the log of credits tells', async () => {
    const home = new VirtualHome();
    await read(home, 'CS01a_2.2_SUCCESS');
    const balance = JSON.stringify(await read(home, 'ECS82_4.18_SUCCESS'));
    const range = { from: MIDNIGHT, to: new Date('2026-06-02T00:00:00Z') };
    const log = JSON.stringify(await read(home, 'ECS20d_4.4.5_SUCCESS', range));
    home.han.stop();
    expect(balance).to.include('1000000 ');
    expect(log).to.include('1000000 ');
  });

  it('owes what a Command adds to its debts', async () => {
    const home = new VirtualHome();
    await home.fresh('ECS07_2.3_SUCCESS');
    const once = JSON.stringify(await read(home, 'ECS19_4.3_SUCCESS'));
    home.han.stop();
    expect(once).to.match(/"timeDebtRegister1":"[1-9]/);
  });
});

describe('logs and load switch of a virtual ESME', () => {
  const range = { from: MIDNIGHT, to: new Date('2026-06-02T00:00:00Z') };
  let home: VirtualHome;
  beforeEach(() => {
    home = new VirtualHome();
  });
  afterEach(() => home.han.stop());

  const events = async () => JSON.stringify(await read(home, 'ECS35a_6.13_SUCCESS', range));

  it('tell of Commands that act, with their message codes, and not of reads', async () => {
    await read(home, 'ECS44_7.3_SUCCESS');
    await read(home, 'ECS82_4.18_SUCCESS');
    const told = await events();
    expect(told.match(/0x8154/g)).to.have.length(1);
    expect(told).to.include('"otherInformation":"0051"');
  });

  it('are cleared, which the security log tells', async () => {
    await read(home, 'ECS44_7.3_SUCCESS');
    await read(home, 'ECS15a_3.3_SUCCESS');
    expect(await events()).to.not.include('0051');
    expect(JSON.stringify(await read(home, 'ECS35b_6.13_SUCCESS', range))).to.include('0x8F52');
  });

  it('show the supply armed, disabled and enabled', async () => {
    const state = async () => JSON.stringify(await read(home, 'ECS45_7.4_SUCCESS'));
    expect(await state()).to.include('enabled');
    await read(home, 'ECS43_7.2_SUCCESS');
    expect(await state()).to.include('disabled');
    await read(home, 'ECS44_7.3_SUCCESS');
    expect(await state()).to.include('armed');
    await read(home, 'ECS42_7.1_SUCCESS');
    expect(await state()).to.include('enabled');
  });
});
