import { authorise, type User, type UserDirectory } from '../authorisation/index.js';
import { DuisRejection } from '../common/errors.js';
import type { Eui64 } from '../common/eui64.js';
import { formatRequestId } from '../common/request-id.js';
import {
  type CatalogueRow,
  executionDateTimeOf,
  isCancellation,
  type ReceivedRequest,
  type ServiceRequest,
  type UserRole,
  type WebService,
} from '../duis/index.js';
import type { DeviceRecord, Inventory } from '../inventory/index.js';
import type { Journal } from '../store/index.js';

/** A request that passed the checks, on its way through a door. */
export interface AuthorisedRequest {
  readonly received: ReceivedRequest;
  readonly row: CatalogueRow;
  /** The RequestID in text form, as the journal has it. */
  readonly requestId: string;
  readonly user: User;
  /** The target as the inventory has it; undefined for Non-Device Services. */
  readonly device: DeviceRecord | undefined;
  /** Set on a run of a DSP schedule, which the DCC sends by itself. */
  readonly scheduled?: true;
}

export interface JudgementParts {
  readonly users: UserDirectory;
  readonly inventory: Inventory;
  readonly journal: Journal;
  readonly responsibility: {
    responsibleAs(user: User, device: DeviceRecord | undefined, at: Date): Promise<readonly UserRole[]>;
  };
  readonly accessControlBroker: Eui64;
  /** How far ahead a request may be dated. */
  readonly futureDatingLimitMs: number;
}

/** Decides whether a request may be served, with what the gateway knows of its sender and target. */
export class Judgement {
  constructor(private readonly parts: JudgementParts) {}

  /**
   * @param now the moment it is to be served; of a request that was held, not when it came
   * @throws DuisRejection of the first check that fails
   */
  async judge(service: WebService, received: ReceivedRequest, now: Date): Promise<AuthorisedRequest> {
    const { users, inventory, accessControlBroker, responsibility, futureDatingLimitMs } = this.parts;
    const { request } = received;
    const device = await inventory.find(request.requestId.target);
    const user = await users.find(request.requestId.originator);
    const executionAt = executionTime(request, now);
    const concerned = device ?? (await this.#deviceInBody(request));
    const row = authorise({
      service,
      request,
      accessControlBroker,
      user,
      device,
      now,
      executionAt,
      latestExecutionAt: new Date(now.getTime() + futureDatingLimitMs),
      responsibleAs:
        user === undefined ? [] : await responsibility.responsibleAs(user, concerned, executionAt),
    });
    if (user === undefined) throw new DuisRejection('E1', `${request.requestId.originator} is not a User`);
    await this.#refuseOldCounter(request);
    return { received, row, requestId: formatRequestId(request.requestId), user, device };
  }

  /** The Device a Non-Device Service is about. */
  async #deviceInBody({ body: { content } }: ServiceRequest): Promise<DeviceRecord | undefined> {
    if (!('DeviceID' in content) || content.DeviceID === undefined) return undefined;
    return this.parts.inventory.find(content.DeviceID);
  }

  /**
   * A Device refuses a critical Command whose counter is not above the last one of that originator, so the request is
   * refused here. Source: GBCS, protection against replay; the Response Code is inferred.
   */
  async #refuseOldCounter({ requestId, commandVariant }: ServiceRequest): Promise<void> {
    if (commandVariant < 5 || commandVariant > 7) return;
    const highest = await this.parts.journal.highestSignedCounter(requestId.originator, requestId.target);
    if (highest === undefined || requestId.counter > highest) return;
    throw new DuisRejection(
      'E12',
      `the Originator Counter ${requestId.counter} is not above ${highest}, the last one of a critical Command to ${requestId.target}`,
    );
  }
}

/** Whoever is responsible when a request is executed may send it; a cancellation is executed at once. */
function executionTime(request: ServiceRequest, now: Date): Date {
  return isCancellation(request) ? now : (executionDateTimeOf(request) ?? now);
}
