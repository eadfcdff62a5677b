import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { fileURLToPath } from 'node:url';

/** A load of POST requests from a process of its own, so that the server has a core to itself. */
export interface Load {
  readonly url: string;
  /** Bodies to send, each once, base64. */
  readonly bodies: readonly string[];
  readonly concurrency: number;
}

export interface LoadResult {
  readonly requests: number;
  readonly seconds: number;
  /** Answers by HTTP status. */
  readonly statuses: Readonly<Record<string, number>>;
  readonly perSecond: number;
}

/** Runs a load in a child process. */
export async function runLoad(load: Load): Promise<LoadResult> {
  const child = fork(fileURLToPath(import.meta.url), ['child'], { serialization: 'advanced' });
  child.send(load);
  const [result] = (await once(child, 'message')) as [LoadResult];
  child.disconnect();
  return result;
}

async function generate(load: Load): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: load.concurrency });
  const statuses: Record<string, number> = {};
  const bodies = load.bodies.map((body) => Buffer.from(body, 'base64'));
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let body = bodies[next++]; body !== undefined; body = bodies[next++]) {
      const status = await post(load.url, body, agent);
      statuses[status] = (statuses[status] ?? 0) + 1;
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: load.concurrency }, worker));
  const seconds = (performance.now() - start) / 1000;
  agent.destroy();
  return { requests: bodies.length, seconds, statuses, perSecond: bodies.length / seconds };
}

function post(url: string, body: Buffer, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    request(
      url,
      {
        method: 'POST',
        agent,
        headers: { 'Content-Type': 'application/xml', 'Content-Length': body.length },
      },
      (response) => {
        response.resume();
        response.on('end', () => resolve(response.statusCode ?? 0));
      },
    )
      .on('error', reject)
      .end(body);
  });
}

if (process.argv[2] === 'child' && process.send !== undefined) {
  const parent = process as unknown as ChildProcess;
  process.once('message', (load: Load) => {
    void generate(load).then((result) => parent.send(result));
  });
}
