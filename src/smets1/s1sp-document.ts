import type { XmlDocument } from 'libxml2-wasm';
import { type Eui64, parseEui64 } from '../common/eui64.js';
import { parseRequestId, type RequestId } from '../common/request-id.js';
import {
  readDocument,
  type S1SPAlert,
  SignatureError,
  type SMETS1SignedResponse,
  verifyDocumentSignature,
} from '../duis/index.js';
import {
  type DocumentLimits,
  type SchemaPacks,
  schemaVersionOf,
  UnknownSchemaVersion,
  UnreadableXml,
  withDocument,
} from '../duis/schema/index.js';
import type { ResolveSigner, Signer } from '../duis/signature/index.js';
import { readHeaderIds } from './smets1-response-header.js';
import { S1spDocumentRefused } from './s1sp-document-refused.js';
import { signedElement } from './signed-element.js';

interface FromS1sp {
  /** Who signed. Whether it is the S1SP responsible for the Device is for the caller to check. */
  readonly s1sp: Eui64;
  readonly schemaVersion: string;
  /** The document as it came. */
  readonly bytes: Buffer;
  /** Its root element as text, to be embedded in a Response. */
  readonly element: string;
}

/** The answer to a Service Request. */
export interface Smets1ResponseDocument extends FromS1sp {
  readonly kind: 'response';
  readonly requestId: RequestId;
  readonly content: SMETS1SignedResponse['SMETS1Response'];
}

/** A Device Alert of a SMETS1 Device. */
export interface Smets1AlertDocument extends FromS1sp {
  readonly kind: 'device-alert';
  readonly device: Eui64;
  /** The User it is for. */
  readonly recipient: Eui64;
  readonly counter: bigint;
  readonly content: SMETS1SignedResponse['SMETS1Response'];
}

/** What the S1SP itself has to say, about a request or about a Device. */
export interface S1spAlertDocument extends FromS1sp {
  readonly kind: 's1sp-alert';
  readonly requestId?: RequestId;
  readonly device?: Eui64;
  readonly content: S1SPAlert;
}

/** What an S1SP posts to the gateway: verified, valid, typed. */
export type S1spDocument = Smets1ResponseDocument | Smets1AlertDocument | S1spAlertDocument;

export interface S1spDocumentReaderParts {
  readonly packs: SchemaPacks;
  /** Certificates known; need not be those of S1SPs only. */
  readonly resolveSigner: ResolveSigner<Signer>;
  /** The S1SPs that are trusted, and nobody else with a good certificate. */
  readonly isS1sp: (eui: Eui64) => boolean;
  readonly limits: DocumentLimits;
}

const ROOTS = ['SMETS1SignedResponse', 'S1SPAlert'] as const;

/** Reads what S1SPs post: parsed once, validated, signature checked, and bound from the bytes that were signed. */
export class S1spDocumentReader {
  constructor(private readonly parts: S1spDocumentReaderParts) {}

  /** @throws S1spDocumentRefused */
  read(bytes: Buffer): S1spDocument {
    const { limits, resolveSigner, isS1sp } = this.parts;
    try {
      return withDocument(bytes, limits, (document) => {
        const element = signedElement(bytes);
        const { root, schemaVersion } = this.#validate(document);
        const { signer, canonicalBytes } = verifyDocumentSignature(document, resolveSigner);
        if (!isS1sp(signer.eui)) {
          throw new S1spDocumentRefused('signer', `${signer.eui} is not an S1SP of this gateway`);
        }
        const from: FromS1sp = { s1sp: signer.eui, schemaVersion, bytes, element };
        return root === 'S1SPAlert' ? bindAlert(canonicalBytes, from) : bindResponse(canonicalBytes, from);
      });
    } catch (error) {
      throw refusal(error);
    }
  }

  #validate(document: XmlDocument): { root: (typeof ROOTS)[number]; schemaVersion: string } {
    const { packs } = this.parts;
    const root = ROOTS.find((name) => name === document.root.name);
    if (root === undefined) {
      throw new S1spDocumentRefused(
        'document-kind',
        `the document is a ${document.root.name}; S1SPs send ${ROOTS.join(' or ')}`,
      );
    }
    const schemaVersion = schemaVersionOf(document);
    if (schemaVersion === undefined) {
      throw new S1spDocumentRefused(
        'schema-version',
        `the root element has no schemaVersion; known are ${packs.known().join(', ')}`,
      );
    }
    const violations = packs.validate(document, schemaVersion);
    const [first] = violations;
    if (first !== undefined) {
      throw new S1spDocumentRefused(
        'schema',
        `the document breaks the DUIS ${schemaVersion} schema: line ${first.line}, ${first.path}: ${first.message}`,
        violations,
      );
    }
    return { root, schemaVersion };
  }
}

function refusal(error: unknown): unknown {
  if (error instanceof UnreadableXml) {
    return new S1spDocumentRefused('unreadable', error.message, [], { cause: error });
  }
  if (error instanceof UnknownSchemaVersion) {
    return new S1spDocumentRefused('schema-version', error.message, [], { cause: error });
  }
  if (error instanceof SignatureError) {
    return new S1spDocumentRefused('signature', error.message, [], { cause: error });
  }
  return error;
}

function bindResponse(canonical: Buffer, from: FromS1sp): S1spDocument {
  const { SMETS1Response: content } = readDocument(
    canonical,
    'sr:SMETS1SignedResponse',
  ) as SMETS1SignedResponse;
  const ids = readHeaderIds(content.Header);
  if (content.Body.DeviceAlertMessage === undefined) {
    const requestId = { originator: ids.user, target: ids.device, counter: ids.counter };
    return { ...from, kind: 'response', requestId, content };
  }
  return {
    ...from,
    kind: 'device-alert',
    device: ids.device,
    recipient: ids.user,
    counter: ids.counter,
    content,
  };
}

function bindAlert(canonical: Buffer, from: FromS1sp): S1spDocument {
  const content = readDocument(canonical, 'sr:S1SPAlert') as S1SPAlert;
  const { RequestID: requestId, DeviceID: device } = content;
  return {
    ...from,
    kind: 's1sp-alert',
    ...(requestId !== undefined && { requestId: parseRequestId(requestId.trim()) }),
    ...(device !== undefined && { device: parseEui64(device) }),
    content,
  };
}
