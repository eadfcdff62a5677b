import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request that reached a peer. */
export interface PeerRequest {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/**
 * How a peer behaves: as it should; it refuses everything; it hangs up before it has taken anything; it takes what comes
 * and hangs up before it has said so.
 */
const MOODS = ['well', 'refuses', 'hangs up', 'forgets to answer'] as const;

/** Shortest and longest time in one mood. */
const SHORTEST_MS = 200;
const LONGEST_MS = 1200;

/** An HTTP peer of the gateway, in the process of the test, that changes its mood now and then. */
export class FlappingServer {
  readonly #server: Server;
  #mood: (typeof MOODS)[number] = 'well';
  #timer: NodeJS.Timeout | undefined;

  /** @param take what the peer does with a request; the status it answers. A throw is answered 500 */
  constructor(
    private readonly take: (request: PeerRequest) => number | Promise<number>,
    private readonly random: () => number,
  ) {
    this.#server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('error', () => undefined);
      request.on('end', () => {
        const { url: path = '', headers } = request;
        void this.#answer({ path, headers, body: Buffer.concat(chunks) }).then((status) => {
          if (status === undefined) response.destroy();
          else response.writeHead(status).end();
        });
      });
    });
  }

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** From now on moods change; half of the time the peer is well. */
  flap(): void {
    const mood = MOODS[Math.floor(this.random() * MOODS.length)] ?? 'well';
    this.#mood = this.random() < 0.4 ? 'well' : mood;
    this.#timer = setTimeout(() => this.flap(), SHORTEST_MS + this.random() * (LONGEST_MS - SHORTEST_MS));
  }

  /** The peer is well and stays so. */
  recover(): void {
    clearTimeout(this.#timer);
    this.#mood = 'well';
  }

  stop(): void {
    this.recover();
    this.#server.closeAllConnections();
    this.#server.close();
  }

  async #answer(request: PeerRequest): Promise<number | undefined> {
    const mood = this.#mood;
    if (mood === 'refuses') return 500;
    if (mood === 'hangs up') return undefined;
    try {
      const status = await this.take(request);
      return mood === 'forgets to answer' ? undefined : status;
    } catch {
      return 500;
    }
  }
}
