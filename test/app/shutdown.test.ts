import { expect } from 'chai';
import { CrashWorld } from './crash/crash-world.js';
import { buildGateway } from './crash/gateway-process.js';
import { seededRandom } from './crash/seeded-random.js';

/** Requests acknowledged before the gateway is asked to end. */
const LOADED = 20;
const SHUTDOWN_MS = 5000;
/** Longest wait for something to come about. */
const PATIENCE_MS = 60_000;

async function until(come: () => boolean): Promise<void> {
  const limit = Date.now() + PATIENCE_MS;
  while (!come() && Date.now() < limit) await new Promise((resolve) => setTimeout(resolve, 20));
}

describe('a gateway that is asked to end under load', function () {
  this.timeout(4 * PATIENCE_MS);
  let world: CrashWorld;
  let exitCode: number | null;
  let acknowledgedBefore: string[];

  before(async () => {
    await buildGateway();
    world = await CrashWorld.open(seededRandom(1), { DUIS_SHUTDOWN_MS: String(SHUTDOWN_MS) });
    const gateway = world.startGateway();
    await gateway.started();
    world.load.start();
    await until(() => world.load.acknowledged.size >= LOADED);
    exitCode = await gateway.terminate();
    acknowledgedBefore = [...world.load.acknowledged.keys()];
    const next = world.startGateway();
    await next.started();
    await world.load.end();
    await until(() => world.missing().length === 0);
    await next.terminate();
  });
  after(() => world.close());

  it('ends with exit code 0', () => {
    expect(acknowledgedBefore.length).to.be.at.least(LOADED);
    expect(exitCode).to.equal(0);
  });

  it('has each request it acknowledged brought to its outcome after the next start', () => {
    expect(acknowledgedBefore.filter((id) => !world.user.outcomes.has(id))).to.deep.equal([]);
    expect(world.missing()).to.deep.equal([]);
    expect(world.load.refused).to.deep.equal([]);
  });
});
