import type { XmlDocument } from 'libxml2-wasm';
import { CodecError } from '../../common/errors.js';
import type { Eui64 } from '../../common/eui64.js';
import { bindRequest } from '../binding/index.js';
import {
  type DocumentLimits,
  type SchemaPacks,
  schemaVersionOf,
  UnknownSchemaVersion,
  UnreadableXml,
  withDocument,
} from '../schema/index.js';
import type { ServiceRequest } from '../service-request.js';
import {
  contentWithoutSignature,
  requestOriginator,
  type ResolveSigner,
  SignatureError,
  type Signer,
  type VerifiedSignature,
  verifyDocumentSignature,
} from '../signature/index.js';
import { DocumentRefused } from './document-refused.js';

/** A Service Request whose signature and schema hold. */
export interface ReceivedRequest {
  readonly request: ServiceRequest;
  /** The message as it came. */
  readonly bytes: Buffer;
}

export interface ServiceRequestReaderParts {
  readonly packs: SchemaPacks;
  readonly resolveSigner: ResolveSigner<Signer>;
  readonly limits: DocumentLimits;
  /** A party that may sign in any originator's place: the DCC, which itself sends the runs of Users' schedules. */
  readonly standIn?: Eui64;
}

/** Reads messages of Users: parsed once, validated, signature checked, and bound from the bytes that were signed. */
export class ServiceRequestReader {
  constructor(private readonly parts: ServiceRequestReaderParts) {}

  /**
   * @throws DocumentRefused if it is not a schema-valid Request of a known version
   * @throws SignatureError if its signature is not one of its Business Originator, in the DUIS profile
   */
  read(message: Buffer): ReceivedRequest {
    const { limits } = this.parts;
    try {
      return withDocument(message, limits, (document) => {
        this.#validate(document);
        const { canonicalBytes } = this.#verify(document);
        return { request: bindRequest(canonicalBytes), bytes: message };
      });
    } catch (error) {
      if (error instanceof UnreadableXml || error instanceof UnknownSchemaVersion) {
        throw new DocumentRefused(error.message, [], { cause: error });
      }
      // The schema allows a few values that cannot be held, such as times some hundred thousand years from now.
      if (error instanceof CodecError) throw new DocumentRefused(error.message, [], { cause: error });
      throw error;
    }
  }

  /**
   * Reads once more what the journal holds: its signature and schema were checked when it came, and the certificate it was
   * signed with may have expired since.
   */
  reread(message: Buffer): ReceivedRequest {
    return withDocument(message, this.parts.limits, (document) => ({
      request: bindRequest(contentWithoutSignature(document)),
      bytes: message,
    }));
  }

  #verify(document: XmlDocument): VerifiedSignature<Signer> {
    const { resolveSigner, standIn } = this.parts;
    if (standIn === undefined) {
      return verifyDocumentSignature(document, resolveSigner, { expectedSigner: 'originator' });
    }
    const verified = verifyDocumentSignature(document, resolveSigner);
    const originator = requestOriginator(verified.canonicalBytes);
    if (verified.signer.eui === originator || verified.signer.eui === standIn) return verified;
    throw new SignatureError(
      'signer-mismatch',
      `${verified.signer.eui} signed what is from ${originator ?? 'nobody'}`,
    );
  }

  #validate(document: XmlDocument): void {
    const version = schemaVersionOf(document);
    if (version === undefined) {
      throw new DocumentRefused(
        `The root element has no schemaVersion; known are ${this.parts.packs.known().join(', ')}.`,
      );
    }
    const violations = this.parts.packs.validate(document, version);
    if (document.root.name !== 'Request') {
      throw new DocumentRefused(`The document is a ${document.root.name}; Users send Requests.`, violations);
    }
    const [first] = violations;
    if (first !== undefined) {
      throw new DocumentRefused(
        `The document breaks the DUIS ${version} schema: line ${first.line}, ${first.path}: ${first.message}.`,
        violations,
      );
    }
  }
}
