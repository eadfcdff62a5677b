import type { User } from '../authorisation/index.js';
import type { Clock } from '../common/clock.js';
import type { UserRole } from '../duis/index.js';
import type { AlertSubject, DccAlertContent, ServiceResponses } from '../duis/index.js';
import type { DeviceRecord } from '../inventory/index.js';
import type { NewDelivery } from '../store/index.js';

export interface DccAlertParts {
  readonly responses: ServiceResponses;
  readonly responsibility: {
    /** The Users registered for the meters of a Device. */
    usersConcerned(
      device: DeviceRecord,
      at: Date,
    ): Promise<readonly { readonly user: User; readonly role: UserRole }[]>;
  };
  readonly clock: Clock;
}

/** A DCC Alert with what makes it one: the same id goes to a User once. */
export interface DccAlert {
  readonly id: string;
  readonly content: DccAlertContent;
  readonly about: AlertSubject;
}

/** DCC Alerts on their way to the Users they concern, each in the User's DUIS version. */
export class DccAlerts {
  constructor(private readonly parts: DccAlertParts) {}

  /** For one User. @returns nothing where the User has no Receive Response Service */
  to(user: User | undefined, { id, content, about }: DccAlert): NewDelivery[] {
    if (user?.receiveResponseUrl === undefined) return [];
    return [
      {
        id: `user alert ${id} ${user.id}`,
        channel: 'user',
        destination: user.receiveResponseUrl,
        body: this.parts.responses.dccAlert(content, about, user.duisVersion),
        notBefore: this.parts.clock(),
      },
    ];
  }

  /** For the Users registered for the meters given, each once. */
  async toConcerned(
    meters: readonly DeviceRecord[],
    alert: DccAlert,
    { roles }: { readonly roles?: readonly UserRole[] } = {},
  ): Promise<NewDelivery[]> {
    const { responsibility, clock } = this.parts;
    const users = new Map<string, User>();
    for (const meter of meters) {
      for (const { user, role } of await responsibility.usersConcerned(meter, clock())) {
        if (roles?.includes(role) ?? true) users.set(user.id, user);
      }
    }
    return [...users.values()].flatMap((user) => this.to(user, alert));
  }
}
