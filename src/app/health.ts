import type { Logger } from '../common/logger.js';
import type { DeliveryChannel, Messages } from '../store/index.js';

/** Where the messages of one way out stand. */
export interface ChannelHealth {
  /** Still to be delivered. */
  readonly pending: number;
  /** Given up: `duis messages` shows and replays them. */
  readonly dead: number;
  /** Destinations left alone for now, because deliveries to them failed. */
  readonly openCircuits: number;
}

/** What `/health` shows; the gateway is ready while its store can be read. */
export interface Health {
  readonly ready: boolean;
  readonly store: 'readable' | 'not readable';
  readonly outbox?: Readonly<Record<DeliveryChannel, ChannelHealth>>;
}

export interface HealthParts {
  readonly messages: Pick<Messages, 'counts'>;
  readonly openCircuits: () => readonly { readonly channel: DeliveryChannel }[];
  readonly log: Logger;
}

const CHANNELS: readonly DeliveryChannel[] = ['user', 's1sp', 'wan'];

/** Looks how the gateway is. No names of destinations: who may ask is not known. */
export async function lookAtHealth({ messages, openCircuits, log }: HealthParts): Promise<Health> {
  try {
    const counts = await messages.counts();
    const open = openCircuits();
    const of = (channel: DeliveryChannel): ChannelHealth => {
      const number = (state: 'pending' | 'dead'): number =>
        counts.find((entry) => entry.channel === channel && entry.state === state)?.count ?? 0;
      return {
        pending: number('pending'),
        dead: number('dead'),
        openCircuits: open.filter((circuit) => circuit.channel === channel).length,
      };
    };
    const outbox = Object.fromEntries(CHANNELS.map((channel) => [channel, of(channel)]));
    return { ready: true, store: 'readable', outbox: outbox as Record<DeliveryChannel, ChannelHealth> };
  } catch (error) {
    log.error('the store cannot be read', { reason: String(error) });
    return { ready: false, store: 'not readable' };
  }
}
