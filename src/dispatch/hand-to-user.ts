import type { User, UserDirectory } from '../authorisation/index.js';
import type { Clock } from '../common/clock.js';
import type { Eui64 } from '../common/eui64.js';
import type { NewDelivery, Outbox } from '../store/index.js';

export interface HandToUserParts {
  readonly outbox: Outbox;
  readonly users: UserDirectory;
  readonly wake: () => void;
  readonly clock: Clock;
}

/** Something for a User that did not ask for it. */
export interface Unasked {
  /** The same id is handed over once. */
  readonly id: string;
  readonly recipient: Eui64 | undefined;
  /** The signed document; made only if there is a User to take it. */
  readonly body: (at: Date, user: User) => Buffer;
}

/** Puts what a User did not ask for into the outbox. @returns false if there is no such User, or none that takes it */
export async function handToUser({ id, recipient, body }: Unasked, parts: HandToUserParts): Promise<boolean> {
  const user = recipient === undefined ? undefined : await parts.users.find(recipient);
  if (user?.receiveResponseUrl === undefined) return false;
  const at = parts.clock();
  await enqueue(
    [
      {
        id: `user alert ${id}`,
        channel: 'user',
        destination: user.receiveResponseUrl,
        body: body(at, user),
        notBefore: at,
      },
    ],
    parts,
  );
  return true;
}

/** Puts deliveries to Users into the outbox. */
export async function enqueue(
  deliveries: readonly NewDelivery[],
  { outbox, wake }: Pick<HandToUserParts, 'outbox' | 'wake'>,
): Promise<void> {
  await Promise.all(deliveries.map((delivery) => outbox.enqueue(delivery)));
  if (deliveries.length > 0) wake();
}
