import { CodecError } from '../common/errors.js';
import { bindRequest } from '../duis/binding/index.js';
import type { ServiceRequest } from '../duis/index.js';
import {
  DEFAULT_LIMITS,
  ensureSchemaPacks,
  SchemaPacks,
  schemaVersionOf,
  withDocument,
} from '../duis/schema/index.js';
import { canonicalBytes } from '../duis/signature/canonical-form.js';
import { prepareRequest } from '../duis/signature/prepare-request.js';

/** Reads Service Requests from files, whoever signed them. */
export class RequestFileReader {
  private constructor(private readonly packs: SchemaPacks) {}

  /** Loads the schema packs, made first where they are missing. @throws ConfigError */
  static async open(xsdDirectory: string): Promise<RequestFileReader> {
    await ensureSchemaPacks(xsdDirectory);
    return new RequestFileReader(SchemaPacks.load(xsdDirectory));
  }

  /**
   * Validates a Request and gives it typed. Its Signature is not looked at: sample requests have placeholders.
   * @throws CodecError if it is not a schema-valid Request, UnreadableXml, UnknownSchemaVersion
   */
  read(xml: Uint8Array): ServiceRequest {
    return withDocument(xml, DEFAULT_LIMITS, (document) => {
      const version = schemaVersionOf(document);
      if (version === undefined) throw new CodecError('the root element has no schemaVersion');
      const [violation, ...others] = this.packs.validate(document, version);
      if (violation) {
        const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
        throw new CodecError(
          `not valid against the DUIS ${version} schema: line ${violation.line}, ${violation.path}: ${violation.message}${more}`,
        );
      }
      prepareRequest(document);
      return bindRequest(canonicalBytes(document));
    });
  }

  /** Frees the schemas. */
  close(): void {
    this.packs.dispose();
  }
}
