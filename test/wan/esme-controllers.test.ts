import { expect } from 'chai';
import { ask, read } from './esme-commands.js';
import { contentOf, VirtualHome } from './virtual-home.js';

type Told = Readonly<Record<string, { readonly value: unknown }>>;

describe('auxiliary controllers of a virtual ESME', () => {
  let home: VirtualHome;
  beforeEach(() => (home = new VirtualHome()));
  afterEach(() => home.han.stop());

  async function isOn(controller: number): Promise<unknown> {
    const [answer] = await ask(home, 'ECS61a_7.7_ALL_OPTIONALS_SUCCESS');
    return (contentOf(answer) as Told)[`active${controller}`]?.value;
  }

  async function stateOf(controller: number): Promise<unknown> {
    const [answer] = await ask(home, 'ECS61e_7.15_SUCCESS');
    return JSON.parse(String((contentOf(answer) as Told)[`state${controller}`]?.value));
  }

  async function log(): Promise<readonly Readonly<Record<string, unknown>>[]> {
    const range = { from: new Date('2026-01-01T00:00:00Z'), to: new Date('2027-01-01T00:00:00Z') };
    const { entries } = (await read(home, 'ECS35f_6.13_SUCCESS', range)) as {
      readonly entries: { readonly value: readonly Readonly<Record<string, unknown>>[] };
    };
    return entries.value;
  }

  const at = (time: string) => (home.now = new Date(time));

  it('are off as they come', async () => {
    for (const controller of [1, 2, 3, 4, 5]) expect(await isOn(controller)).to.equal(false);
  });

  it('switch by the calendar that was set: times, weekdays and seasons', async () => {
    await ask(home, 'ECS46c_6.14.2_IMMEDIATE_SOME_OPTIONALS_SUCCESS');
    const states = async () => [await isOn(1), await isOn(2)];
    expect(await states()).to.deep.equal([false, false]);
    at('2026-06-02T06:30:00Z');
    expect(await states()).to.deep.equal([true, false]);
    at('2026-07-01T18:00:00Z');
    expect(await states()).to.deep.equal([false, true]);
    at('2026-07-04T14:00:00Z');
    expect(await states(), 'on a Saturday it is earlier').to.deep.equal([false, true]);
    at('2026-12-01T18:00:00Z');
    expect(await states(), 'and not in winter').to.deep.equal([false, false]);
  });

  it('are on for as long as a Command says, or until they are reset', async () => {
    await ask(home, 'ECS47Activate_7.5_SUCCESS', { ActivateALCSHCALCS: { index: 3, Duration: 30 } });
    expect(await isOn(3)).to.equal(true);
    at('2026-06-01T12:29:00Z');
    expect(await isOn(3)).to.equal(true);
    at('2026-06-01T12:30:00Z');
    expect(await isOn(3)).to.equal(false);
    await ask(home, 'ECS47Activate_7.5_SUCCESS', { ActivateALCSHCALCS: { index: 3, Duration: 30 } });
    await ask(home, 'ECS47Reset_7.8_SUCCESS', { ResetALCSHCALCS: { index: 3 } });
    expect(await isOn(3)).to.equal(false);
  });

  it('have what Commands did in their log, an HCALCS once it is told and once it has done so', async () => {
    await ask(home, 'ECS46c_6.14.2_IMMEDIATE_SOME_OPTIONALS_SUCCESS');
    await ask(home, 'ECS47Activate_7.5_SUCCESS', { ActivateALCSHCALCS: { index: 1, Duration: 30 } });
    await ask(home, 'ECS47Activate_7.5_SUCCESS', { ActivateALCSHCALCS: { index: 2, Duration: 30 } });
    const told = (await log()).map(({ switchNumberAndAction, outcome }) => [switchNumberAndAction, outcome]);
    expect(told).to.deep.equal([
      [0x111, 1],
      [0x211, 0],
      [0x200, 1],
    ]);
  });

  it('are at a level for the period a Command names, and no higher than a limit says', async () => {
    const period = {
      StartDateTime: new Date('2026-06-01T13:00:00Z'),
      EndDateTime: new Date('2026-06-01T15:00:00Z'),
      auxiliaryControllerN: 4,
    };
    await ask(home, 'ECS47a_7.13_APC_OUTPUT_SUCCESS', { ...period, CommandedStateLevel: 80 });
    expect(await stateOf(4)).to.deep.equal({ outputState: 0, inputState: 0 });
    at('2026-06-01T13:00:00Z');
    expect(await stateOf(4)).to.deep.equal({ outputState: 80, inputState: 0 });
    await ask(home, 'ECS47e_7.16_APC_OUTPUT_SUCCESS', {
      ...period,
      EndDateTime: new Date('2026-06-01T14:00:00Z'),
      CommandedStateLevel: 50,
    });
    expect(await stateOf(4)).to.deep.equal({ outputState: 50, inputState: 0 });
    at('2026-06-01T14:00:00Z');
    expect(await stateOf(4)).to.deep.equal({ outputState: 80, inputState: 0 });
    at('2026-06-01T15:00:00Z');
    expect(await stateOf(4)).to.deep.equal({ outputState: 0, inputState: 0 });
  });
});
