import { AnomalyDetection, type Breach } from '../../../src/authorisation/anomaly/index.js';
import { parseEui64 } from '../../../src/common/eui64.js';
import type { Logger } from '../../../src/common/logger.js';
import { silentLogger } from '../../../src/common/logger.js';
import { formatRequestId } from '../../../src/common/request-id.js';
import type { CommandVariant, ServiceRequest } from '../../../src/duis/index.js';
import { requestKindOf, type Store } from '../../../src/store/index.js';

export const SUPPLIER = parseEui64('90-B3-D5-1F-30-01-00-00');
export const OTHER_SUPPLIER = parseEui64('90-B3-D5-1F-30-03-00-00');
export const METER = parseEui64('00-DB-12-34-56-78-90-A4');

export const START = new Date('2026-01-05T12:00:00.000Z');
export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;

export const after = (ms: number): Date => new Date(START.getTime() + ms);

export interface Sent {
  readonly user?: typeof SUPPLIER;
  readonly counter?: number;
  readonly commandVariant?: CommandVariant;
  readonly variant?: string;
  readonly body?: unknown;
  readonly responseCode?: string;
}

/** What was asked of the reader, which the tests stand in for. */
export const unreadable = {
  reread: (): never => {
    throw new Error('nothing is to be read again here');
  },
};

/** Detection on a store, and the gateway around it: checks each request, then writes it down. */
export class Sender {
  readonly detection: AnomalyDetection;
  static #counter = 0;

  constructor(
    readonly store: Store,
    reader: ConstructorParameters<typeof AnomalyDetection>[0]['reader'] = unreadable,
    log: Logger = silentLogger,
  ) {
    this.detection = new AnomalyDetection({ store, reader, log });
  }

  request({ user = SUPPLIER, counter, commandVariant = 1, variant = '11.2', body }: Sent): ServiceRequest {
    return {
      schemaVersion: '5.4',
      requestId: { originator: user, target: METER, counter: BigInt(counter ?? ++Sender.#counter) },
      commandVariant,
      serviceReference: variant.split('.').slice(0, 2).join('.'),
      serviceReferenceVariant: variant,
      body: (body ?? { element: 'ReadFirmwareVersion', content: {} }) as ServiceRequest['body'],
    };
  }

  async send(at: Date, sent: Sent = {}): Promise<Breach['kind'] | undefined> {
    const request = this.request(sent);
    const breach = await this.detection.check(request, at);
    await this.journal(request, at, breach === undefined ? sent.responseCode : 'I99');
    return breach?.kind;
  }

  async journal(request: ServiceRequest, at: Date, responseCode = 'I99'): Promise<void> {
    const { requestId, commandVariant, serviceReferenceVariant } = request;
    const refused = responseCode.startsWith('E');
    await this.store.journal.record(
      {
        requestId: formatRequestId(requestId),
        kind: requestKindOf(commandVariant),
        originator: requestId.originator,
        target: requestId.target,
        commandVariant,
        serviceReferenceVariant,
        receivedAt: at,
        request: Buffer.from('<request/>'),
      },
      { state: refused ? 'failed' : 'accepted', at, responseCode },
    );
  }
}
