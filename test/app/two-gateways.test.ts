import { expect } from 'chai';
import { POSTGRES_PROGRAMS, type PostgresServer, startPostgres } from '../store/postgres-server.js';
import { CrashWorld } from './crash/crash-world.js';
import { itLosesNothing } from './crash/it-loses-nothing.js';
import { buildGateway } from './crash/gateway-process.js';
import { seededRandom } from './crash/seeded-random.js';

/** `CRASH_SEED` repeats a run's decisions, though not its timing. */
const SEED = Number(process.env['CRASH_SEED'] ?? 20261129);
const KILLING_MS = Number(process.env['TWO_GATEWAYS_SECONDS'] ?? 25) * 1000;
const GATEWAYS = 2;
/** How often each is killed at least, on a machine that is too slow for more in that time. */
const FEWEST_KILLS = 3;
/** Longest life of a gateway after it serves; some die while they start. */
const LONGEST_LIFE_MS = 3000;
const DIES_STARTING = 0.2;
/** Acknowledged requests that are a load. */
const ENOUGH = 60;
/** Longest wait for the last outcomes, and time after them in which nothing new may come. */
const SETTLING_MS = 60_000;
const QUIET_MS = 1500;

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe(`two gateways on one PostgreSQL, killed again and again under load (seed ${SEED})`, function () {
  if (POSTGRES_PROGRAMS === undefined) {
    it.skip('no PostgreSQL server is installed (/usr/lib/postgresql)');
    return;
  }
  this.timeout(KILLING_MS + 2 * SETTLING_MS + 60_000);
  let server: PostgresServer;
  let world: CrashWorld;
  const kills = Array.from({ length: GATEWAYS }, () => 0);

  /** Lets a gateway live and die until the time is over. */
  async function killAgainAndAgain(which: number, random: () => number, end: number): Promise<void> {
    for (;;) {
      const killed = kills[which] ?? 0;
      if (killed >= FEWEST_KILLS && Date.now() >= end) return;
      const gateway = world.startGateway(which);
      if (random() >= DIES_STARTING) await gateway.started();
      await wait(random() * LONGEST_LIFE_MS);
      await gateway.kill();
      kills[which] = killed + 1;
    }
  }

  before(async () => {
    await buildGateway();
    server = await startPostgres();
    const random = seededRandom(SEED);
    world = await CrashWorld.open(
      random,
      {
        DUIS_DATABASE: server.url('postgres'),
        DUIS_PEER_TIMEOUT_MS: '1000',
        DUIS_CLAIM_MS: '2000',
      },
      GATEWAYS,
    );
    world.load.start();
    for (const peer of world.peers) peer.flap();
    const end = Date.now() + KILLING_MS;
    await Promise.all(kills.map((_, which) => killAgainAndAgain(which, seededRandom(SEED + which), end)));
    for (const peer of world.peers) peer.recover();
    const last = kills.map((_, which) => world.startGateway(which));
    for (const gateway of last) await gateway.started();
    // On a slow machine the gateways have spent their lives with starting.
    for (const limit = Date.now() + SETTLING_MS; world.load.acknowledged.size < ENOUGH && Date.now() < limit;)
      await wait(100);
    await world.load.end();
    for (const limit = Date.now() + SETTLING_MS; world.missing().length > 0 && Date.now() < limit;)
      await wait(100);
    await wait(QUIET_MS);
    for (const gateway of last) expect(await gateway.terminate()).to.equal(0);
  });
  after(async () => {
    const { load, user, network } = world;
    console.log(
      `    ${kills.join(' + ')} kills, ${load.acknowledged.size} requests acknowledged, ${load.repeats} sent again, ` +
        `${network.executions.size} Commands carried out, ${user.deliveries} deliveries`,
    );
    await world.close();
    await server.stop();
  });

  it('were killed, and acknowledged requests all the same', () => {
    for (const times of kills) expect(times).to.be.at.least(FEWEST_KILLS);
    expect(world.load.acknowledged.size).to.be.at.least(ENOUGH);
    expect(world.load.refused).to.deep.equal([]);
    expect(world.relay.refused).to.deep.equal([]);
  });

  itLosesNothing(() => world);
});
