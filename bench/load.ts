import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
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

/** Over bare sockets, so that the load costs little and the server gets the machine. */
async function generate(load: Load): Promise<LoadResult> {
  const statuses: Record<string, number> = {};
  const { host, hostname, port, pathname } = new URL(load.url);
  const messages = load.bodies.map((body) => {
    const bytes = Buffer.from(body, 'base64');
    const head =
      `POST ${pathname} HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/xml\r\n` +
      `Content-Length: ${bytes.length}\r\n\r\n`;
    return Buffer.concat([Buffer.from(head), bytes]);
  });
  let next = 0;
  const worker = async (): Promise<void> => {
    const socket = connect(Number(port), hostname).setNoDelay();
    for (let message = messages[next++]; message !== undefined; message = messages[next++]) {
      socket.write(message);
      const status = await readStatus(socket);
      statuses[status] = (statuses[status] ?? 0) + 1;
    }
    socket.destroy();
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: load.concurrency }, worker));
  const seconds = (performance.now() - start) / 1000;
  return { requests: messages.length, seconds, statuses, perSecond: messages.length / seconds };
}

/** Reads one whole answer. @returns its HTTP status */
function readStatus(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const take = (chunk: Buffer): void => {
      text += chunk.toString('latin1');
      const end = text.indexOf('\r\n\r\n');
      if (end < 0) return;
      const length = Number(/content-length: (\d+)/i.exec(text)?.[1] ?? 0);
      if (text.length < end + 4 + length) return;
      socket.off('data', take);
      socket.off('error', reject);
      resolve(text.slice(9, 12));
    };
    socket.on('data', take);
    socket.once('error', reject);
  });
}

if (process.argv[2] === 'child' && process.send !== undefined) {
  const parent = process as unknown as ChildProcess;
  process.once('message', (load: Load) => {
    void generate(load).then((result) => parent.send(result));
  });
}
