import { GatewayError } from '../common/errors.js';

/** A GBCS message that is read well enough, but for which no MMC form is known here. The message names the use case. */
export class NotCovered extends GatewayError {
  readonly code = 'MMC_NOT_COVERED';
}
