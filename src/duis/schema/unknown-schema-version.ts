import { GatewayError } from '../../common/errors.js';

/** A document names a `schemaVersion` that no installed pack is for. */
export class UnknownSchemaVersion extends GatewayError {
  readonly code = 'UNKNOWN_SCHEMA_VERSION';

  constructor(
    readonly version: string,
    readonly known: readonly string[],
  ) {
    super(`schemaVersion '${version}' is not known; known are ${known.join(', ')}`);
  }
}
