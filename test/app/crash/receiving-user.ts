import { FlappingServer } from './flapping-server.js';

/** A User's Receive Response Service that keeps what it is sent, each document once, by RequestID. */
export class ReceivingUser {
  readonly server: FlappingServer;
  /** The different final Service Responses of each request. */
  readonly outcomes = new Map<string, Set<string>>();
  /** How many documents came, repeats included. */
  deliveries = 0;

  constructor(random: () => number) {
    this.server = new FlappingServer(({ body }) => this.#take(body.toString('utf8')), random);
  }

  /** The Response Code of a request's outcome; undefined if there is none yet. */
  codeOf(requestId: string): string | undefined {
    const [document = ''] = this.outcomes.get(requestId) ?? [];
    return /ResponseCode>([^<]*)</.exec(document)?.[1];
  }

  #take(document: string): number {
    this.deliveries += 1;
    const requestId = /RequestID>([^<]*)</.exec(document)?.[1] ?? 'without a RequestID';
    const known = this.outcomes.get(requestId) ?? new Set();
    this.outcomes.set(requestId, known.add(document));
    return 204;
  }
}
