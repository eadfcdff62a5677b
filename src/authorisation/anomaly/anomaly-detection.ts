import type { Logger } from '../../common/logger.js';
import { formatRequestId } from '../../common/request-id.js';
import type { ServiceRequest, ServiceRequestReader } from '../../duis/index.js';
import { requestKindOf, type Store } from '../../store/index.js';
import { type AnomalyThreshold, AnomalyThresholds } from './anomaly-thresholds.js';
import { type AttributeLimit, AttributeLimits, outside } from './attribute-limits.js';
import { type Breach, SENDING_COMMAND_VARIANTS } from './breach.js';
import { RequestCounts } from './request-counts.js';

export interface AnomalyDetectionParts {
  readonly store: Store;
  /** Reads once more the request for the Pre-Command that a Signed Pre-Command came of. */
  readonly reader: Pick<ServiceRequestReader, 'reread'>;
  readonly log: Logger;
}

/**
 * Finds requests that should not go on before an operator has seen them. The order in which breaches are looked for is
 * inferred: thresholds of the User, then of the DCC, then limits of values.
 */
export class AnomalyDetection {
  readonly thresholds: AnomalyThresholds;
  readonly limits: AttributeLimits;
  readonly #counts: RequestCounts;
  #thresholdsHeld: readonly AnomalyThreshold[] = [];
  #limitsHeld: readonly AttributeLimit[] = [];

  constructor(private readonly parts: AnomalyDetectionParts) {
    this.thresholds = new AnomalyThresholds(parts.store);
    this.limits = new AttributeLimits(parts.store);
    this.#counts = new RequestCounts(parts.store);
  }

  /** Takes in the thresholds and limits as the store has them now. To be called at the start, after changes, each second. */
  async refresh(): Promise<void> {
    const thresholds = await this.thresholds.list();
    this.#limitsHeld = await this.limits.list();
    this.#thresholdsHeld = [
      ...thresholds.filter(({ setter }) => setter === 'User'),
      ...thresholds.filter(({ setter }) => setter === 'DCC'),
    ];
    this.#counts.forget();
  }

  /**
   * Looks at a request that passed all checks, before it is served or written down; once for each request. A request that is
   * quarantined counts as any other does.
   * @param now the time it came
   * @returns the first breach; undefined if there is none, or if the request sends nothing to a Device
   */
  async check(request: ServiceRequest, now: Date): Promise<Breach | undefined> {
    if (!SENDING_COMMAND_VARIANTS.includes(request.commandVariant)) return undefined;
    return (await this.#beyondThreshold(request, now)) ?? (await this.#outsideLimits(request));
  }

  async #beyondThreshold(request: ServiceRequest, now: Date): Promise<Breach | undefined> {
    const { requestId, serviceReferenceVariant } = request;
    const concerned = this.#thresholdsHeld.filter(
      ({ user, variant }) =>
        (user === undefined || user === requestId.originator) &&
        (variant === undefined || variant === serviceReferenceVariant),
    );
    if (concerned.length === 0) return undefined;
    const counts = await this.#counts.count(concerned, request, now);
    let breach: Breach | undefined;
    concerned.forEach((threshold, index) => {
      const count = counts[index];
      if (count === undefined) return;
      if (count > threshold.maximum) breach ??= breachOf(threshold);
      else if (threshold.warning !== undefined && count >= threshold.warning)
        this.#warn(threshold, request, count);
    });
    return breach;
  }

  #warn({ id, maximum }: AnomalyThreshold, { requestId }: ServiceRequest, count: number): void {
    this.parts.log.warn('anomaly threshold near', {
      threshold: id,
      user: requestId.originator,
      requestId: formatRequestId(requestId),
      count,
      maximum,
    });
  }

  async #outsideLimits(request: ServiceRequest): Promise<Breach | undefined> {
    const { originator } = request.requestId;
    const concerned = this.#limitsHeld.filter(
      ({ user, variant }) =>
        (user === undefined || user === originator) && variant === request.serviceReferenceVariant,
    );
    if (concerned.length === 0) return undefined;
    const looked = await this.#withOrigin(request);
    for (const limit of concerned) {
      for (const one of looked) {
        const found = outside(limit, one);
        if (found !== undefined) return { kind: 'attribute-limits', detail: `limit ${limit.id}: ${found}` };
      }
    }
    return undefined;
  }

  /** A Signed Pre-Command has no values but in GBCS; they are in the request for the Pre-Command, of the same RequestID. */
  async #withOrigin(request: ServiceRequest): Promise<ServiceRequest[]> {
    if (requestKindOf(request.commandVariant) !== 'signed-pre-command') return [request];
    const { store, reader } = this.parts;
    const requestId = formatRequestId(request.requestId);
    const origin = await store.journal.find({ requestId, kind: 'service-request' });
    return origin === undefined ? [request] : [request, reader.reread(origin.request).request];
  }
}

function breachOf({ id, setter, maximum, windowMs, variant }: AnomalyThreshold): Breach {
  const what = variant === undefined ? 'requests' : `requests ${variant}`;
  return {
    kind: setter === 'User' ? 'user-threshold' : 'dcc-threshold',
    detail: `threshold ${id}: more than ${maximum} ${what} in ${windowMs / 1000} seconds`,
  };
}
