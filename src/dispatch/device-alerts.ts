import type { UserDirectory } from '../authorisation/index.js';
import type { Clock } from '../common/clock.js';
import type { Eui64 } from '../common/eui64.js';
import type { Logger } from '../common/logger.js';
import type { ServiceResponses } from '../duis/index.js';
import { alertCodeOf, type GbcsMessage } from '../gbcs/index.js';
import type { Outbox } from '../store/index.js';
import type { BrokerAlerts } from './broker-alerts.js';
import type { FutureDatedExecutions } from './future-dated-executions.js';
import { handToUser } from './hand-to-user.js';

export interface DeviceAlertParts {
  readonly outbox: Outbox;
  readonly users: UserDirectory;
  readonly responses: ServiceResponses;
  readonly executions: FutureDatedExecutions;
  readonly brokerAlerts: BrokerAlerts;
  /** Every Alert, for what the inventory may learn of it. */
  readonly accessControlBroker: Eui64;
  readonly wake: () => void;
  readonly clock: Clock;
  readonly log: Logger;
}

/**
 * Takes the Alerts of Devices: those that complete a future-dated request answer it, those for the Access Control Broker are the
 * DCC's own, and any other goes to the User it is for, once, however often the Device sends it.
 */
export function deviceAlertHandler(
  parts: DeviceAlertParts,
): (message: GbcsMessage, bytes: Buffer) => Promise<void> {
  return async (message, bytes) => {
    const { originator: device, originatorCounter, recipient } = message.header;
    const alertCode = alertCodeOf(message);
    await parts.brokerAlerts.take(message, alertCode);
    if (await parts.executions.takeAlert(message, bytes, alertCode)) return;
    if (recipient === parts.accessControlBroker) return;
    const about = { device, recipient, alertCode: alertCode.toString(16).toUpperCase() };
    const handed = await handToUser(
      {
        id: `${device} ${originatorCounter}`,
        recipient,
        body: (_at, { duisVersion }) => parts.responses.deviceAlert(alertCode, bytes, duisVersion),
      },
      parts,
    );
    parts.log.info(handed ? 'alert of a Device' : 'alert of a Device for no User', about);
  };
}
