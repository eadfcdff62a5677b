import { GatewayError } from '../../common/errors.js';
import type { SchemaViolation } from '../schema/index.js';

/** A message that cannot be taken as a DUIS Request, so that nothing in it can be trusted, not even its RequestID. */
export class DocumentRefused extends GatewayError {
  readonly code = 'DOCUMENT_REFUSED';

  /**
   * @param explanation a sentence that tells the sender what to mend
   * @param violations where the document breaks the schema
   */
  constructor(
    explanation: string,
    readonly violations: readonly SchemaViolation[] = [],
    options?: { cause?: unknown },
  ) {
    super(explanation, options);
  }
}
