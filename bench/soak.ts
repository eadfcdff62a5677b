import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { decodeMessage, encodeMessage } from '../src/gbcs/index.js';
import { BENCH_PPMIDS, type BenchGateway, startBenchGateway } from './bench-gateway.js';
import { runLoad } from './load.js';
import { type MemorySample, sampleMemory, slopePerMinute } from './memory.js';
import { signedRequests } from './sample-requests.js';

const CONCURRENCY = 32;
/** Requests between two looks at the clock. */
const ROUND = 500;
const SAMPLE_EVERY_MS = 5000;
/** Growth of the second half that still counts as flat, in MiB a minute. */
const FLAT_HEAP = 0.5;
const FLAT_RSS = 4;

/** Content of the Response of a Device to a read of its firmware version (CS08). */
const FIRMWARE_VERSION = Buffer.from('3009040400030001020100', 'hex');

/**
 * Minutes of requests on a database file, each brought to its end: the Command answered by the Device, the Service Response
 * taken by the User. Prints memory after garbage collections.
 * @returns whether memory stayed flat over the second half
 */
export async function soak(minutes: number): Promise<boolean> {
  let taken = 0;
  const user = createServer((request, response) => {
    request.resume().once('end', () => {
      taken += 1;
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => user.listen(0, '127.0.0.1', resolve));
  const bench: BenchGateway = await startBenchGateway({
    userUrl: `http://127.0.0.1:${(user.address() as AddressInfo).port}/`,
    send: ({ device, bytes }) => {
      const answer = answerTo(bytes);
      // After the network has taken the Command, as in life.
      setImmediate(() => void bench.gateway.takeDeviceMessage({ device, bytes: answer }));
      return Promise.resolve();
    },
  });
  try {
    const { samples, sent } = await loadFor(minutes, bench);
    console.log(`\n${sent} requests acknowledged, ${taken} Service Responses taken by the User`);
    return isFlat(samples);
  } finally {
    await bench.stop();
    user.closeAllConnections();
    user.close();
  }
}

async function loadFor(
  minutes: number,
  { gateway, credentials }: BenchGateway,
): Promise<{ samples: MemorySample[]; sent: number }> {
  const samples: MemorySample[] = [];
  const start = performance.now();
  const first = BigInt(Date.now());
  let sent = 0;
  let nextSample = start;
  while (performance.now() - start < minutes * 60_000) {
    const bodies = signedRequests(credentials, first + BigInt(sent), ROUND, BENCH_PPMIDS);
    const { statuses } = await runLoad({
      url: `${gateway.url}/api/v1/serviceS`,
      bodies: bodies.map((body) => body.toString('base64')),
      concurrency: CONCURRENCY,
    });
    if (statuses['200'] !== ROUND) throw new Error(`answers: ${JSON.stringify(statuses)}`);
    sent += ROUND;
    await gateway.runDue();
    if (performance.now() < nextSample) continue;
    nextSample = performance.now() + SAMPLE_EVERY_MS;
    const sample = sampleMemory((performance.now() - start) / 60_000);
    samples.push(sample);
    const { heapMib, rssMib } = sample;
    console.log(
      `${sample.minutes.toFixed(2)} min  ${sent} requests  heap ${heapMib.toFixed(1)} MiB  RSS ${rssMib.toFixed(0)} MiB`,
    );
  }
  return { samples, sent };
}

function isFlat(samples: readonly MemorySample[]): boolean {
  const half = samples.slice(Math.floor(samples.length / 2));
  const heap = slopePerMinute(half, ({ heapMib }) => heapMib);
  const rss = slopePerMinute(half, ({ rssMib }) => rssMib);
  const flat = heap < FLAT_HEAP && rss < FLAT_RSS;
  console.log(
    `second half            heap ${heap.toFixed(2)} MiB a minute, RSS ${rss.toFixed(2)} MiB a minute`,
  );
  console.log(
    flat
      ? 'memory stays flat'
      : `memory grows: flat is below ${FLAT_HEAP} and ${FLAT_RSS} MiB a minute; the cache of the database fills to 64 MiB first`,
  );
  return flat;
}

function answerTo(command: Buffer): Buffer {
  const { header } = decodeMessage(command);
  return encodeMessage({
    header: { ...header, kind: 'Response', originator: header.recipient, recipient: header.originator },
    content: FIRMWARE_VERSION,
    signature: Buffer.alloc(0),
    mac: Buffer.alloc(12),
  });
}
