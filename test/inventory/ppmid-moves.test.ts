import { expect } from 'chai';
import fc from 'fast-check';
import { DuisRejection } from '../../src/common/errors.js';
import type { Eui64 } from '../../src/common/eui64.js';
import type { SmetsGeneration } from '../../src/inventory/index.js';
import { NEW_DEVICE, OTHER_SMETS2_HUB, SMETS1_HUB, SMETS2_HUB, World } from './world.js';

const HUBS = [SMETS2_HUB, OTHER_SMETS2_HUB, SMETS1_HUB] as const;
const VERSIONS: Record<SmetsGeneration, string> = { SMETS1: 'SMETS1', 'SMETS2+': 'SMETS V5.0' };

/** What is known of the PPMID; undefined before its first pre-notification. */
interface State {
  readonly status: 'Pending' | 'Whitelisted' | 'Commissioned' | 'Decommissioned';
  readonly hub: Eui64 | null;
  readonly generation: SmetsGeneration;
}

type Step =
  | { readonly kind: 'pre-notify'; readonly generation: SmetsGeneration }
  | { readonly kind: 'add'; readonly requestId: string; readonly hub: Eui64 }
  | { readonly kind: 'join' | 'remove' | 'decommission' };

/** What happened for good, in order: the state is what these steps lead to from the start. */
interface Model {
  steps: Step[];
  unanswered: string[];
}

function stateOf(steps: readonly Step[]): State | undefined {
  return steps.reduce<State | undefined>(after, undefined);
}

function after(state: State | undefined, step: Step): State | undefined {
  if (step.kind === 'pre-notify') return { status: 'Pending', hub: null, generation: step.generation };
  if (state === undefined) return undefined;
  switch (step.kind) {
    case 'add':
      if (state.hub === step.hub) return state;
      return { status: 'Whitelisted', hub: step.hub, generation: generationOf(step.hub) };
    case 'join':
      return { ...state, status: 'Commissioned' };
    case 'remove':
      return { ...state, status: 'Pending', hub: null };
    case 'decommission':
      return { ...state, status: 'Decommissioned', hub: null };
  }
}

function generationOf(hub: Eui64): SmetsGeneration {
  return hub === SMETS1_HUB ? 'SMETS1' : 'SMETS2+';
}

function canBeAdded(state: State | undefined, hub: Eui64): boolean {
  if (state === undefined || state.status === 'Decommissioned') return false;
  return state.hub === hub || state.status !== 'Commissioned';
}

abstract class Command implements fc.AsyncCommand<Model, World> {
  check(): boolean {
    return true;
  }

  abstract act(model: Model, world: World): Promise<void>;
  abstract toString(): string;

  async run(model: Model, world: World): Promise<void> {
    await this.act(model, world);
    const expected = stateOf(model.steps);
    const device = await world.inventory.find(NEW_DEVICE);
    expect(device === undefined).to.equal(expected === undefined);
    if (device === undefined || expected === undefined) return;
    expect({ status: device.status, hub: device.hubId, generation: device.generation }).to.deep.equal(
      expected,
    );
    expect(device.smetsChtsVersion).to.equal(VERSIONS[expected.generation]);
    expect(device.gbcsVersion).to.equal(expected.generation === 'SMETS1' ? null : '4.3');
    if (expected.hub !== null) {
      expect((await world.inventory.resolvedVersion(NEW_DEVICE)).generation).to.equal(
        generationOf(expected.hub),
      );
    }
  }
}

/** Whether the gateway took it. */
async function taken(attempt: Promise<unknown>): Promise<boolean> {
  try {
    await attempt;
    return true;
  } catch (error) {
    if (error instanceof DuisRejection) return false;
    throw error;
  }
}

class PreNotify extends Command {
  constructor(private readonly generation: SmetsGeneration) {
    super();
  }

  async act(model: Model, world: World): Promise<void> {
    const state = stateOf(model.steps);
    const accepted = await taken(world.preNotify(NEW_DEVICE, VERSIONS[this.generation]));
    expect(accepted).to.equal(state === undefined || state.status === 'Decommissioned');
    if (accepted) model.steps.push({ kind: 'pre-notify', generation: this.generation });
  }

  toString = () => `pre-notify as ${this.generation}`;
}

class Add extends Command {
  constructor(private readonly hub: Eui64) {
    super();
  }

  async act(model: Model, world: World): Promise<void> {
    const possible = canBeAdded(stateOf(model.steps), this.hub);
    let requestId = '';
    const accepted = await taken(
      world.prepare(NEW_DEVICE, this.hub, 'Add').then((id) => {
        requestId = id;
      }),
    );
    expect(accepted).to.equal(possible);
    if (!accepted) return;
    model.steps.push({ kind: 'add', requestId, hub: this.hub });
    model.unanswered.push(requestId);
  }

  toString = () => `add to ${this.hub}`;
}

/** A hub's answer to one of the Adds that wait for one. */
class Answer extends Command {
  constructor(
    private readonly which: number,
    private readonly success: boolean,
  ) {
    super();
  }

  async act(model: Model, world: World): Promise<void> {
    if (model.unanswered.length === 0) return;
    const [requestId = ''] = model.unanswered.splice(this.which % model.unanswered.length, 1);
    if (this.success) {
      await world.inventory.confirmHanDeviceLogUpdate(requestId, world.now());
      return;
    }
    await world.inventory.revertHanDeviceLogUpdate(requestId, world.now(), 'refused by the hub');
    const index = model.steps.findIndex((step) => step.kind === 'add' && step.requestId === requestId);
    // What the PPMID was seen to do since shows that the hub has it after all.
    if (model.steps.slice(index).every(({ kind }) => kind === 'add')) model.steps.splice(index, 1);
  }

  toString = () => `${this.success ? 'success' : 'failure'} of Add ${this.which}`;
}

class Join extends Command {
  async act(model: Model, world: World): Promise<void> {
    const events = await world.inventory.record('joined', NEW_DEVICE, { at: world.now() });
    const changed = events.length > 0;
    expect(changed).to.equal(stateOf(model.steps)?.status === 'Whitelisted');
    if (changed) model.steps.push({ kind: 'join' });
  }

  toString = () => 'join';
}

class Remove extends Command {
  constructor(private readonly hub: Eui64) {
    super();
  }

  async act(model: Model, world: World): Promise<void> {
    const state = stateOf(model.steps);
    expect(await taken(world.update(NEW_DEVICE, this.hub, 'Remove'))).to.equal(state !== undefined);
    if (state?.hub === this.hub) model.steps.push({ kind: 'remove' });
  }

  toString = () => `remove from ${this.hub}`;
}

class Decommission extends Command {
  async act(model: Model, world: World): Promise<void> {
    const state = stateOf(model.steps);
    const accepted = await taken(world.perform('8.3', 'DecommissionDevice', { DeviceID: NEW_DEVICE }));
    expect(accepted).to.equal(state !== undefined && state.status !== 'Decommissioned');
    if (accepted) model.steps.push({ kind: 'decommission' });
  }

  toString = () => 'decommission';
}

describe('A dual-mode PPMID that moves between homes', () => {
  it('always has the version of the home it is in, whatever answers come and in which order', async () => {
    const hub = fc.constantFrom(...HUBS);
    const commands = fc.commands(
      [
        fc.constantFrom('SMETS1' as const, 'SMETS2+' as const).map((generation) => new PreNotify(generation)),
        hub.map((id) => new Add(id)),
        hub.map((id) => new Add(id)),
        fc.nat(3).map((which) => new Answer(which, false)),
        fc.tuple(fc.nat(3), fc.boolean()).map(([which, success]) => new Answer(which, success)),
        fc.constant(new Join()),
        hub.map((id) => new Remove(id)),
        fc.constant(new Decommission()),
      ],
      { maxCommands: 40, size: 'max' },
    );
    await fc.assert(
      fc.asyncProperty(commands, async (moves) => {
        const world = await World.open();
        try {
          await world.preNotify(NEW_DEVICE, VERSIONS['SMETS2+']);
          const model: Model = { steps: [{ kind: 'pre-notify', generation: 'SMETS2+' }], unanswered: [] };
          await fc.asyncModelRun(() => ({ model, real: world }), moves);
        } finally {
          await world.close();
        }
      }),
      { numRuns: 60 },
    );
  });
});
