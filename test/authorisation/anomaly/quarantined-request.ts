import type { Quarantine } from '../../../src/authorisation/anomaly/index.js';
import type { Store } from '../../../src/store/index.js';
import { METER, START, SUPPLIER } from './sender.js';

/** RequestID of the request with this counter. */
export const requestId = (counter: number): string => `${SUPPLIER}:${METER}:${counter}`;

export const BREACH = {
  kind: 'dcc-threshold',
  detail: 'threshold 1: more than 2 requests in 60 seconds',
} as const;

/** Writes a request down and puts it into quarantine in one go, as the gateway does. */
export async function quarantined(store: Store, quarantine: Quarantine, counter: number): Promise<bigint> {
  const key = { requestId: requestId(counter), kind: 'service-request' } as const;
  let eventRef = 0n;
  await store.journal.record(
    {
      ...key,
      originator: SUPPLIER,
      target: METER,
      commandVariant: 1,
      serviceReferenceVariant: '11.2',
      receivedAt: START,
      request: Buffer.from('<request/>'),
    },
    {
      state: 'quarantined',
      at: START,
      responseCode: 'I99',
      also: async (tx) => {
        eventRef = await quarantine.hold(tx, { ...key, breach: BREACH, at: START });
      },
    },
  );
  return eventRef;
}
