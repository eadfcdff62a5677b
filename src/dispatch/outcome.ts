import type { ResponseContent } from '../duis/index.js';
import type { DeliveryChannel, RequestRoute } from '../store/index.js';

/** What a door makes of a request that passed the checks. */
export interface Outcome {
  readonly route: RequestRoute;
  /** Response Code and content of the synchronous answer. */
  readonly responseCode: string;
  readonly content?: ResponseContent;
  /** What has to leave for a Device or an S1SP once this is durable. */
  readonly dispatch?: {
    readonly channel: Exclude<DeliveryChannel, 'user'>;
    readonly destination: string;
    readonly body: Buffer;
  };
  /** The GBCS message made of the request: a Pre-Command, or the Command that leaves. */
  readonly command?: Buffer;
  /** Originator Counter of the Access Control Broker in the Command; absent where a User's counter is in it. */
  readonly commandCounter?: bigint;
}
