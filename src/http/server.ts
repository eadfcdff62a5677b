import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';

export interface ListeningServer {
  /** Base URL, such as `http://127.0.0.1:8079`. */
  readonly url: string;
  /** Stops taking connections, waits for requests in hand, then closes what is left after `limitMs`. */
  stop(limitMs: number): Promise<void>;
}

/**
 * Starts an application on a port.
 * @param bodyTimeoutMs longest time a request may take to arrive; after it Node answers 408
 * @param maxConnections most connections at once; further ones are closed unanswered
 */
export async function listen(
  app: Express,
  options: { host: string; port: number; bodyTimeoutMs: number; maxConnections?: number },
): Promise<ListeningServer> {
  let stopping = false;
  const server = createServer(
    {
      requestTimeout: options.bodyTimeoutMs,
      headersTimeout: options.bodyTimeoutMs,
      connectionsCheckingInterval: Math.min(1000, options.bodyTimeoutMs),
      maxHeaderSize: 16_384,
    },
    (request, response) => {
      // A sender that keeps its connection busy would hold up the end for ever.
      if (stopping) response.setHeader('Connection', 'close');
      app(request, response);
    },
  );
  if (options.maxConnections !== undefined) server.maxConnections = options.maxConnections;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const host = options.host.includes(':') ? `[${options.host}]` : options.host;
  return {
    url: `http://${host}:${port}`,
    stop: (limitMs) => {
      stopping = true;
      return stop(server, limitMs);
    },
  };
}

async function stop(server: Server, limitMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), limitMs);
  await closed;
  clearTimeout(timer);
}
