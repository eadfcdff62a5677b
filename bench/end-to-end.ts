import { BENCH_PPMIDS, startBenchGateway } from './bench-gateway.js';
import type { Floors } from './floors.js';
import { runLoad } from './load.js';
import { signedRequests } from './sample-requests.js';

const CONCURRENCY = 64;
const WARM_UP = 1000;
const MEASURED = 6000;
const SOAK_ROUNDS = 3;

/**
 * Requests per second through HTTP to the durable acknowledgement, the load coming from another process; and the memory
 * in use after each round, which has to stay flat.
 */
export async function benchEndToEnd(floors: Floors): Promise<void> {
  const bench = await startBenchGateway();
  const url = `${bench.gateway.url}/api/v1/serviceS`;
  let counter = BigInt(Date.now());
  const round = async (count: number): Promise<{ perSecond: number; cpu: number }> => {
    const bodies = signedRequests(bench.credentials, counter, count, BENCH_PPMIDS).map((body) =>
      body.toString('base64'),
    );
    counter += BigInt(count);
    const before = process.cpuUsage();
    const result = await runLoad({ url, bodies, concurrency: CONCURRENCY });
    if (result.statuses['200'] !== count) throw new Error(`answers: ${JSON.stringify(result.statuses)}`);
    const { user, system } = process.cpuUsage(before);
    return { perSecond: result.perSecond, cpu: (user + system) / count };
  };
  try {
    await round(WARM_UP);
    const floor = floors.ecdsaVerify + floors.ecdsaSign + floors.httpReply + floors.durableInsertInGroup;
    const rates: number[] = [];
    const cpu: number[] = [];
    const memory: number[] = [];
    for (let i = 0; i < SOAK_ROUNDS; i++) {
      const { perSecond, cpu: used } = await round(MEASURED);
      rates.push(perSecond);
      cpu.push(used);
      globalThis.gc?.();
      memory.push(process.memoryUsage().rss / 2 ** 20);
    }
    const best = Math.max(...rates);
    console.log(
      `\nend to end, one core   ${best.toFixed(0)} requests/s (${(1e6 / best).toFixed(0)} µs each)`,
    );
    console.log(
      `processor time         ${Math.min(...cpu).toFixed(0)} µs a request, Command and journal included`,
    );
    console.log(
      `sum of its floors      ${(1e6 / floor).toFixed(0)} requests/s (${floor.toFixed(0)} µs each)`,
    );
    console.log(`share of the floor     ${((best * floor) / 1e4).toFixed(0)} %`);
    console.log(`memory after rounds    ${memory.map((mb) => `${mb.toFixed(0)} MB`).join(', ')}`);
  } finally {
    await bench.stop();
  }
}
