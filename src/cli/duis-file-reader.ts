import type { XmlDocument } from 'libxml2-wasm';
import { CodecError } from '../common/errors.js';
import { bindRequest } from '../duis/binding/index.js';
import {
  readDocument,
  type Response,
  type ServiceRequest,
  type SMETS1SignedResponse,
} from '../duis/index.js';
import {
  DEFAULT_LIMITS,
  ensureSchemaPacks,
  SchemaPacks,
  schemaVersionOf,
  withDocument,
} from '../duis/schema/index.js';
import { canonicalBytes } from '../duis/signature/canonical-form.js';
import { prepareRequest } from '../duis/signature/prepare-request.js';

/** Reads Service Requests and Responses from files, whoever signed them. */
export class DuisFileReader {
  private constructor(private readonly packs: SchemaPacks) {}

  /** Loads the schema packs, made first where they are missing. @throws ConfigError */
  static async open(xsdDirectory: string): Promise<DuisFileReader> {
    await ensureSchemaPacks(xsdDirectory);
    return new DuisFileReader(SchemaPacks.load(xsdDirectory));
  }

  /**
   * Validates a Request and gives it typed. Its Signature is not looked at: sample requests have placeholders.
   * @throws CodecError if it is not a schema-valid Request, UnreadableXml, UnknownSchemaVersion
   */
  read(xml: Uint8Array): ServiceRequest {
    return this.#validated(xml, (document) => {
      prepareRequest(document);
      return bindRequest(canonicalBytes(document));
    });
  }

  /**
   * Validates what a User is sent, or an S1SP posts, and gives it typed. Its Signature is not looked at.
   * @throws CodecError if it is neither a schema-valid Response nor a SMETS1SignedResponse, UnreadableXml, UnknownSchemaVersion
   */
  readResponse(xml: Uint8Array): Response | SMETS1SignedResponse {
    return this.#validated(xml, (document) => {
      const root = document.root.name === 'Response' ? 'sr:Response' : 'sr:SMETS1SignedResponse';
      return readDocument(canonicalBytes(document), root) as Response | SMETS1SignedResponse;
    });
  }

  #validated<T>(xml: Uint8Array, read: (document: XmlDocument) => T): T {
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
      return read(document);
    });
  }

  /** Frees the schemas. */
  close(): void {
    this.packs.dispose();
  }
}
