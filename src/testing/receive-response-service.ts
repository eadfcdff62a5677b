import express, { type ErrorRequestHandler, type RequestHandler } from 'express';
import type { Logger } from '../common/logger.js';
import { listen } from '../http/index.js';

/** Path the published clients of the DUIS interface listen on. */
export const RECEIVE_RESPONSE_PATH = '/smartdcc/duis';

const XML = 'application/xml';

export interface ReceiveResponseOptions<T> {
  /** 0 takes any free port. */
  readonly port: number;
  readonly host?: string;
  /**
   * Makes of a body what is kept, and verifies it on the way; a throw refuses it with 400.
   * @param body the bytes as they came, never empty
   */
  readonly read: (body: Buffer) => T | Promise<T>;
  /** Largest body in bytes; a larger one is answered 413. */
  readonly maxBodyBytes?: number;
  /** Responses kept; the oldest go first. */
  readonly keep?: number;
  /** Longest time in milliseconds a body may take to arrive. */
  readonly bodyTimeoutMs?: number;
  readonly log: Logger;
}

/** A Receive Response Service of a User, for demonstrations and tests. */
export interface ReceiveResponseService<T> {
  /** What a User gives the gateway as its Receive Response Service. */
  readonly url: string;
  /** Everything kept, in order of arrival. */
  readonly received: readonly T[];
  /**
   * Resolves to the first Response that fits and that no earlier call was given, whether it is there or still to come.
   * @throws when the service stops, or after `timeoutMs` milliseconds if given
   */
  next(predicate?: (response: T) => boolean, timeoutMs?: number): Promise<T>;
  stop(): Promise<void>;
}

interface Waiter<T> {
  readonly predicate: (response: T) => boolean;
  readonly resolve: (response: T) => void;
  readonly reject: (error: Error) => void;
}

/** Responses in memory, and those who wait for one. */
class Mailbox<T> {
  readonly received: T[] = [];
  readonly #unclaimed: T[] = [];
  readonly #waiters = new Set<Waiter<T>>();

  constructor(private readonly keep: number) {}

  put(response: T): void {
    this.received.push(response);
    if (this.received.length > this.keep) this.received.shift();
    for (const waiter of this.#waiters) {
      if (!waiter.predicate(response)) continue;
      this.#waiters.delete(waiter);
      waiter.resolve(response);
      return;
    }
    this.#unclaimed.push(response);
    if (this.#unclaimed.length > this.keep) this.#unclaimed.shift();
  }

  next(predicate: (response: T) => boolean, timeoutMs: number | undefined): Promise<T> {
    const at = this.#unclaimed.findIndex(predicate);
    const [present] = at < 0 ? [] : this.#unclaimed.splice(at, 1);
    if (present !== undefined) return Promise.resolve(present);
    return new Promise<T>((resolve, reject) => {
      const timer =
        timeoutMs === undefined
          ? undefined
          : setTimeout(() => {
              this.#waiters.delete(waiter);
              reject(new Error(`no Response that fits arrived within ${timeoutMs} ms`));
            }, timeoutMs);
      const waiter: Waiter<T> = {
        predicate,
        resolve: (response) => {
          clearTimeout(timer);
          resolve(response);
        },
        reject: (error) => {
          clearTimeout(timer);
          reject(error);
        },
      };
      this.#waiters.add(waiter);
    });
  }

  close(): void {
    for (const { reject } of this.#waiters) reject(new Error('the Receive Response Service has stopped'));
    this.#waiters.clear();
  }
}

/**
 * Starts a Receive Response Service: 204 for a Response it takes, 400 for one it refuses, both without a body, as the
 * published clients answer (reference: dccboxed-nodered-nodes).
 */
export async function startReceiveResponseService<T>(
  options: ReceiveResponseOptions<T>,
): Promise<ReceiveResponseService<T>> {
  const { log, read } = options;
  const mailbox = new Mailbox<T>(options.keep ?? 10_000);
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  const body: RequestHandler = express.raw({ type: XML, limit: options.maxBodyBytes ?? 1_048_576 });
  app.post(RECEIVE_RESPONSE_PATH, body, async (request, response) => {
    if (request.is(XML) === false) {
      response.status(415).end();
      return;
    }
    const bytes: unknown = request.body;
    if (!Buffer.isBuffer(bytes) || bytes.length === 0) {
      response.status(400).end();
      return;
    }
    let taken: T;
    try {
      taken = await read(bytes);
    } catch (error) {
      log.warn('Response refused', { reason: error instanceof Error ? error.message : String(error) });
      response.status(400).end();
      return;
    }
    mailbox.put(taken);
    response.status(204).end();
  });
  app.all(RECEIVE_RESPONSE_PATH, (_request, response) => {
    response.status(405).setHeader('Allow', 'POST').end();
  });
  app.use((_request, response) => {
    response.status(404).end();
  });
  app.use(answerError(log));

  const server = await listen(app, {
    host: options.host ?? '127.0.0.1',
    port: options.port,
    bodyTimeoutMs: options.bodyTimeoutMs ?? 10_000,
  });
  return {
    url: server.url + RECEIVE_RESPONSE_PATH,
    received: mailbox.received,
    next: (predicate = () => true, timeoutMs) => mailbox.next(predicate, timeoutMs),
    stop: async () => {
      mailbox.close();
      await server.stop(1000);
    },
  };
}

/** Too large, cut off or badly compressed bodies carry their status. */
function answerError(log: Logger): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const { status } = error as { status?: unknown };
    log.warn('Response not read', { reason: String(error) });
    response.status(typeof status === 'number' && status >= 400 && status < 500 ? status : 500).end();
  };
}
