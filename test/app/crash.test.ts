import { expect } from 'chai';
import { CrashWorld } from './crash/crash-world.js';
import { itLosesNothing } from './crash/it-loses-nothing.js';
import { buildGateway } from './crash/gateway-process.js';
import { seededRandom } from './crash/seeded-random.js';

/** `CRASH_SEED` repeats a run's decisions, though not its timing. */
const SEED = Number(process.env['CRASH_SEED'] ?? 20261128);
/** How often the gateway is killed, unless the time for it is over before. */
const KILLS = Number(process.env['CRASH_KILLS'] ?? 30);
const KILLING_MS = Number(process.env['CRASH_SECONDS'] ?? 60) * 1000;
/** On a machine that is too slow for more. */
const FEWEST_KILLS = 6;
/** Longest life of a gateway after it serves, in milliseconds; some die while they start. */
const LONGEST_LIFE_MS = 1500;
/** Share of deaths during the start, and of ends that are asked for. */
const DIES_STARTING = 0.25;
const IS_ASKED_TO_END = 0.15;
/** Longest wait for the last outcomes, and time after them in which nothing new may come. */
const SETTLING_MS = 60_000;
const QUIET_MS = 1500;

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe(`a gateway that is killed again and again under load (seed ${SEED})`, function () {
  this.timeout(KILLING_MS + 2 * SETTLING_MS + 60_000);
  let world: CrashWorld;
  let kills = 0;

  before(async () => {
    await buildGateway();
    const random = seededRandom(SEED);
    world = await CrashWorld.open(random);
    world.load.start();
    for (const peer of world.peers) peer.flap();
    const end = Date.now() + KILLING_MS;
    while (kills < KILLS && (kills < FEWEST_KILLS || Date.now() < end)) {
      const gateway = world.startGateway();
      if (random() < DIES_STARTING) {
        await wait(random() * LONGEST_LIFE_MS);
      } else {
        await gateway.started();
        await wait(random() * LONGEST_LIFE_MS);
      }
      if (random() < IS_ASKED_TO_END) await gateway.terminate();
      else await gateway.kill();
      kills += 1;
    }
    for (const peer of world.peers) peer.recover();
    const last = world.startGateway();
    await last.started();
    await world.load.end();
    for (const limit = Date.now() + SETTLING_MS; world.missing().length > 0 && Date.now() < limit;)
      await wait(100);
    await wait(QUIET_MS);
    expect(await last.terminate()).to.equal(0);
  });
  after(async () => {
    const { load, user, network } = world;
    console.log(
      `    ${kills} ends, ${load.acknowledged.size} requests acknowledged, ${load.repeats} sent again, ` +
        `${network.executions.size} Commands carried out, ${user.deliveries} deliveries`,
    );
    await world.close();
  });

  it('was killed, and acknowledged requests all the same', () => {
    expect(kills).to.be.at.least(FEWEST_KILLS);
    expect(world.load.acknowledged.size).to.be.greaterThan(50);
    expect(world.load.repeats).to.be.greaterThan(0);
    expect(world.load.refused).to.deep.equal([]);
    expect(world.relay.refused).to.deep.equal([]);
  });

  itLosesNothing(() => world);
});
