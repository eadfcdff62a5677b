import type { Eui64 } from '../../common/eui64.js';
import type { DuisRejection } from '../../common/errors.js';
import type { CatalogueRow, Mark, ServiceRequest, UserRole, WebService } from '../../duis/index.js';
import type { DeviceRecord } from '../../inventory/index.js';
import type { User } from '../user.js';

/** What the checks look at: the request, the door it came in by, and what the gateway knows of its sender and target. */
export interface CheckedRequest {
  readonly service: WebService;
  readonly request: ServiceRequest;
  readonly accessControlBroker: Eui64;
  /** The sender; undefined if the gateway has no such User. */
  readonly user: User | undefined;
  /** The target as the Smart Metering Inventory has it; undefined if it has no such Device. */
  readonly device: DeviceRecord | undefined;
  /** When the request is to be served. */
  readonly now: Date;
  /** When it is to be executed: its ExecutionDateTime; `now` where it has none, and for a cancellation. */
  readonly executionAt: Date;
  /** The furthest date a request may be dated ahead to. */
  readonly latestExecutionAt: Date;
  /**
   * The roles in which the User is responsible for the Device concerned at `executionAt`: by registration data, and
   * those that need none (OU, LC).
   */
  readonly responsibleAs: readonly UserRole[];
}

/** One check of a Service Request. */
export interface Check {
  /** What is true of a request that passes. */
  readonly name: string;
  /** The Response Codes of a refusal. */
  readonly responseCodes: readonly string[];
  /** How sure it is that DUIS makes this check and answers with this code. */
  readonly mark: Mark;
  readonly source: string;
  /** The refusal, or undefined if the request passes. */
  readonly refuse: (checked: CheckedRequest, row: CatalogueRow) => DuisRejection | undefined;
}

/** Where the meanings of the Response Codes were read. */
export const CODE_LIST = 'iananthony3000.wixsite.com smets2reference, Response Codes';
