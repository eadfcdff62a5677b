import type { AnomalyDetection, Breach, Quarantine } from '../authorisation/index.js';
import type { Clock } from '../common/clock.js';
import type { Logger } from '../common/logger.js';
import { DCC_ALERT_CODES, type DccAlertContent, type DccAlertEvent } from '../duis/index.js';
import { type Journal, type Outbox, requestKindOf } from '../store/index.js';
import type { Conclusion } from './conclusion.js';
import type { DccAlerts } from './dcc-alerts.js';
import type { AuthorisedRequest } from './judgement.js';
import type { Outcome } from './outcome.js';

export interface AnomalyGateParts {
  readonly detection: AnomalyDetection;
  readonly quarantine: Quarantine;
  readonly alerts: DccAlerts;
  readonly outbox: Outbox;
  readonly journal: Journal;
  readonly conclusion: Conclusion;
  readonly clock: Clock;
  readonly log: Logger;
}

/** What tells Users of each kind of breach: the event and the member of QuarantinedRequest. */
const TOLD = {
  'user-threshold': ['userThresholdBreached', 'ADUserThresholdBreach'],
  'dcc-threshold': ['dccThresholdBreached', 'ADDCCThresholdBreach'],
  'attribute-limits': ['attributeLimitsBreached', 'ADAttributeLimitsBreach'],
} as const satisfies Readonly<
  Record<
    Breach['kind'],
    readonly [DccAlertEvent, keyof NonNullable<DccAlertContent['body']['QuarantinedRequest']>]
  >
>;

/** Keeps requests that look wrong from Devices until an operator has looked at them. */
export class AnomalyGate {
  constructor(private readonly parts: AnomalyGateParts) {}

  /** @returns the quarantine of a request that breaches a threshold or limit: acknowledged, told to its User, not served */
  async check(
    { received: { request }, requestId, user }: AuthorisedRequest,
    waits: Outcome['waits'],
  ): Promise<Outcome | undefined> {
    const { detection, quarantine, alerts, outbox, clock, log } = this.parts;
    const at = clock();
    const breach = await detection.check(request, at);
    if (breach === undefined) return undefined;
    const kind = requestKindOf(request.commandVariant);
    log.warn('request quarantined', { requestId, breach: breach.kind, detail: breach.detail });
    return {
      responseCode: 'I99',
      state: 'quarantined',
      ...(waits !== undefined && { waits }),
      also: async (tx) => {
        const eventRef = await quarantine.hold(tx, { requestId, kind, breach, at });
        const [event, member] = TOLD[breach.kind];
        const told = alerts.to(user, {
          id: `quarantine ${eventRef}`,
          content: {
            code: DCC_ALERT_CODES[event].code,
            body: {
              QuarantinedRequest: { [member]: { RequestID: requestId, QuarantineEventRef: eventRef } },
            },
          },
          about: { requestId },
        });
        for (const delivery of told) await outbox.write(tx, delivery);
      },
    };
  }

  /** Carries out what operators have decided: a released request goes on, a rejected one ends. */
  async settle(): Promise<void> {
    const { detection, quarantine, journal, conclusion, clock, log } = this.parts;
    await detection.refresh();
    for (const { eventRef, requestId, kind, state, reason } of await quarantine.undone()) {
      const entry = await journal.find({ requestId, kind });
      if (entry !== undefined && state === 'released') {
        await journal.advance(entry, { state: 'held', at: clock(), reason: 'released by an operator' });
        if (entry.preceding === null) await journal.letGo(entry, clock());
      } else if (entry !== undefined) {
        await conclusion.fail(entry, 'E20', `rejected by an operator: ${reason ?? 'no reason given'}`);
      }
      await quarantine.done(eventRef);
      log.info('quarantine settled', { requestId, eventRef: String(eventRef), state });
    }
  }
}
