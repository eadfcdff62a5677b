import { expect } from 'chai';
import { alertCodeOf, type GbcsMessage } from '../../src/gbcs/index.js';
import type { LogRange } from '../../src/gbcs/dlms/range-descriptor.js';
import { ask, read } from './esme-commands.js';
import { ESME, VirtualHome } from './virtual-home.js';

const codesOf = (messages: readonly GbcsMessage[]) =>
  messages.map((message) => `0x${(alertCodeOf(message) ?? 0).toString(16).toUpperCase()}`);

describe('load of a virtual ESME', () => {
  let home: VirtualHome;
  beforeEach(() => {
    home = new VirtualHome();
  });
  afterEach(() => home.han.stop());

  const told = async (sample: string, range?: LogRange) => JSON.stringify(await read(home, sample, range));
  const numberIn = (text: string, pattern: RegExp) => Number(pattern.exec(text)?.[1]);
  const power = async () => numberIn(await told('ECS17c_4.16_SUCCESS'), /"activePowerImport":"(\d+) W/);
  const supply = async () => /disabled|enabled|armed/.exec(await told('ECS45_7.4_SUCCESS'))?.[0];
  const profile = async (range: LogRange) =>
    [...(await told('ECS22b_4.8.1_TWIN_SUCCESS', range)).matchAll(/"activeEnergyImported":"(\d+)/g)].map(
      ([, value]) => Number(value),
    );

  it('stops when supply is disabled, which the half-hours show, and comes back with supply', async () => {
    expect(await power()).to.be.greaterThan(0);
    await ask(home, 'ECS43_7.2_SUCCESS');
    expect(await power()).to.equal(0);
    await home.comes('2026-06-01T14:00:00Z');
    await ask(home, 'ECS42_7.1_SUCCESS');
    expect(await power()).to.be.greaterThan(0);
    await home.comes('2026-06-01T15:00:00Z');
    const halfHours = await profile({
      from: new Date('2026-06-01T12:30:00Z'),
      to: new Date('2026-06-01T15:00:00Z'),
    });
    expect(halfHours.slice(0, 4)).to.deep.equal([0, 0, 0, 0]);
    expect(halfHours[4]).to.be.greaterThan(0);
  });

  it('above the limit is counted and told once its period is over, and goes on', async () => {
    await ask(home, 'ECS28a_6.4.1_IMMEDIATE_SUCCESS', {
      LoadLimitPowerThreshold: 1,
      LoadLimitSupplyState: 'Unchanged',
    });
    expect(codesOf(await home.comes('2026-06-01T12:04:59Z'))).to.deep.equal([]);
    expect(codesOf(await home.comes('2026-06-01T12:05:00Z'))).to.deep.equal(['0x8F01']);
    expect(codesOf(await home.comes('2026-06-01T18:00:00Z'))).to.deep.equal([]);
    expect(await supply()).to.equal('enabled');
    const count = async () =>
      numberIn(await told('ECS27_4.15_SUCCESS'), /"loadLimitCounter":\{.*?"value":(\d+)/);
    expect(await count()).to.equal(1);
    await ask(home, 'ECS28b_6.4.2_SUCCESS');
    expect(await count()).to.equal(0);
  });

  it('above the limit is interrupted for the restoration period where it is set so', async () => {
    await ask(home, 'ECS28a_6.4.1_IMMEDIATE_SUCCESS', {
      LoadLimitPowerThreshold: 1,
      LoadLimitRestorationPeriod: 600,
    });
    expect(codesOf(await home.comes('2026-06-01T12:05:00Z'))).to.deep.equal(['0x8F01', '0x8F33']);
    expect(await supply()).to.equal('armed');
    expect(codesOf(await home.comes('2026-06-01T12:15:00Z'))).to.deep.equal(['0x8F34']);
    expect(await supply()).to.equal('enabled');
  });

  it('that is limited at once, for no time, is interrupted for a second, and waits for times to come', async () => {
    await ask(home, 'ECS28a_6.4.1_IMMEDIATE_SUCCESS', {
      LoadLimitPowerThreshold: 1,
      LoadLimitPeriod: 0,
      LoadLimitRestorationPeriod: 0,
    });
    expect(codesOf(await home.comes('2026-06-01T12:00:01Z'))).to.deep.equal(['0x8F01', '0x8F33', '0x8F34']);
    expect(home.han.device(ESME)?.nextDue?.getTime()).to.be.greaterThan(home.now.getTime());
  });

  it('has a maximum demand, until that is reset', async () => {
    const demands = async () =>
      [...(await told('ECS18b_4.12.1_SUCCESS')).matchAll(/"value":"(\d+) W/g)].map(([, value]) =>
        Number(value),
      );
    expect(await demands()).to.deep.equal([0, 0]);
    await home.comes('2026-06-02T12:00:00Z');
    const day = await profile({
      from: new Date('2026-06-01T12:30:00Z'),
      to: new Date('2026-06-02T12:00:00Z'),
    });
    const [highest, inPeriod] = await demands();
    expect(highest).to.equal(Math.max(...day) * 2);
    // From 16:00 to 19:00.
    expect(inPeriod).to.equal(Math.max(...day.slice(8, 14)) * 2);
    await ask(home, 'ECS57_6.18.2_ALL_OPTIONALS_SUCCESS');
    expect(await demands()).to.deep.equal([0, 0]);
    expect(await told('ECS18b_4.12.1_SUCCESS')).to.include('2026-06-02T12:00:00');
  });
});

describe('block counters of a virtual ESME', () => {
  let home: VirtualHome;
  beforeEach(async () => {
    home = new VirtualHome();
    await ask(home, 'ECS01a_1.1.1_IMMEDIATE_BLOCK_SUCCESS', {
      BlockThreshold: [{ index: 1, value: 3000 }],
    });
  });
  afterEach(() => home.han.stop());

  interface Entry {
    readonly registers: {
      readonly value: { readonly tariffBlockTou: { readonly primaryRegisters: string[] } };
    };
  }

  /** What was counted in the first block, in Wh; registers of a block are 16. */
  const firstBlock = async () => {
    const content = (await read(home, 'ECS17e_4.1.3_SUCCESS')) as Entry;
    return content.registers.value.tariffBlockTou.primaryRegisters
      .slice(0, 16)
      .reduce((sum, text) => sum + parseInt(text, 10), 0);
  };

  it('reach the next block, so that the first counts no more', async () => {
    await home.comes('2026-06-04T12:00:00Z');
    const counted = await firstBlock();
    await home.comes('2026-06-05T12:00:00Z');
    expect(await firstBlock()).to.equal(counted);
  });

  it('begin anew when a Command resets them', async () => {
    await home.comes('2026-06-04T12:00:00Z');
    const counted = await firstBlock();
    await ask(home, 'ECS05_1.7_SUCCESS');
    await home.comes('2026-06-05T12:00:00Z');
    expect(await firstBlock()).to.be.greaterThan(counted);
  });

  it('begin anew each day where that is switched on', async () => {
    await ask(home, 'ECS48_6.26_SUCCESS');
    await home.comes('2026-06-04T12:00:00Z');
    const counted = await firstBlock();
    await home.comes('2026-06-05T12:00:00Z');
    expect(await firstBlock()).to.be.greaterThan(counted);
  });
});
