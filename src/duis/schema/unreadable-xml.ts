import { GatewayError } from '../../common/errors.js';

/** Why a document cannot be read at all, whatever a schema says. */
export type UnreadableReason = 'malformed' | 'too-large' | 'too-deep' | 'document-type';

/** Bytes that are not a well-formed XML document within the limits. */
export class UnreadableXml extends GatewayError {
  readonly code = 'UNREADABLE_XML';

  /** @param line where reading stopped, counted from 1; absent where no line is to blame */
  constructor(
    readonly reason: UnreadableReason,
    readonly explanation: string,
    readonly line?: number,
  ) {
    super(line === undefined ? explanation : `line ${line}: ${explanation}`);
  }
}
