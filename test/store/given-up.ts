import { parseEui64 } from '../../src/common/eui64.js';
import type { DeliveryChannel, JournalKey, RequestState, Store } from '../../src/store/index.js';

export const USER = parseEui64('90-B3-D5-1F-30-01-00-00');
export const OTHER_USER = parseEui64('90-B3-D5-1F-30-02-00-00');
export const DEVICE = parseEui64('00-DB-12-34-56-78-90-A4');
export const AT = new Date('2026-01-05T12:00:00.000Z');

/** The request with this counter. */
export function keyOf(counter: number, originator: string = USER): JournalKey {
  return { requestId: `${originator}:${DEVICE}:${counter}`, kind: 'service-request' };
}

/** A request in a state, with a delivery that belongs to it and was given up. @returns the delivery's id */
export async function givenUp(
  store: Store,
  counter: number,
  {
    channel = 'user',
    state = 'failed',
    originator = USER,
    destination = 'http://user.example/duis',
  }: {
    channel?: DeliveryChannel;
    state?: Exclude<RequestState, 'received'>;
    originator?: string;
    destination?: string;
  } = {},
): Promise<string> {
  const key = keyOf(counter, originator);
  const id = `${channel} ${key.kind} ${key.requestId}`;
  await store.journal.record({
    ...key,
    originator,
    target: DEVICE,
    commandVariant: 1,
    serviceReferenceVariant: '11.2',
    receivedAt: AT,
    request: Buffer.from('<request/>'),
    state: 'accepted',
  });
  const body = Buffer.from('<response/>');
  await store.outbox.enqueue({ id, channel, destination, body, notBefore: AT, request: key });
  await store.outbox.failed(id, 'connection refused', AT);
  if (state === 'failed') await store.journal.advance(key, { state: 'answered', at: AT });
  if (state !== 'accepted') {
    const reason = { reason: 'not delivered: connection refused' };
    await store.journal.advance(key, { state, at: AT, ...(state === 'failed' && reason) });
  }
  return id;
}
