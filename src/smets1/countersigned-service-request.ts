import { readFileSync } from 'node:fs';
import { XmlDocument, XmlValidateError, XsdValidator } from 'libxml2-wasm';
import { CodecError, GatewayError } from '../common/errors.js';
import { type Eui64, parseEui64 } from '../common/eui64.js';
import { formatRequestId, parseRequestId, type RequestId } from '../common/request-id.js';
import {
  signDocument,
  type SigningIdentity,
  SignatureError,
  verifyDocumentSignature,
} from '../duis/index.js';
import { DEFAULT_LIMITS, UnreadableXml, withDocument } from '../duis/schema/index.js';
import type { ResolveSigner, Signer } from '../duis/signature/index.js';

/** XML namespace of the document; the number at its end changes with its meaning. */
export const COUNTERSIGNED_NAMESPACE = 'urn:duis-gateway:countersigned-service-request:1';

const SCHEMA = new URL('../../xsd/countersigned-service-request.xsd', import.meta.url);

/** In whose name the DCC asks, with the meaning the terms have in GBCS. */
export interface SupplementaryRemoteParty {
  readonly id: Eui64;
  /** Originator Counter of the party's Service Request, 0 to 2^64 - 1. */
  readonly counter: bigint;
}

/**
 * What the gateway sends to a SMETS1 Service Provider. The XML of the real one is not published; this form is the
 * project's own (docs/smets1.md, xsd/countersigned-service-request.xsd).
 */
export interface CountersignedServiceRequest {
  readonly requestId: RequestId;
  /** The Device the request is for. */
  readonly deviceId: Eui64;
  /** The S1SP responsible for the Device. */
  readonly s1sp: Eui64;
  readonly acceptedAt: Date;
  /**
   * Present where the GBCS Command to a SMETS2+ Device would have held a Supplementary Remote Party ID and Counter.
   * @see SEC glossary, Countersigned Service Request
   */
  readonly supplementaryRemoteParty?: SupplementaryRemoteParty;
  /** The User's signed Request, byte by byte as it came. */
  readonly serviceRequest: Buffer;
}

export type CountersignedReason = 'unreadable' | 'schema' | 'signature' | 'another-s1sp' | 'another-device';

/** A document an S1SP cannot take as a Countersigned Service Request. */
export class CountersignedRequestRefused extends GatewayError {
  readonly code = 'COUNTERSIGNED_REQUEST_REFUSED';

  constructor(
    readonly reason: CountersignedReason,
    explanation: string,
    options?: { cause?: unknown },
  ) {
    super(explanation, options);
  }
}

/** Writes and countersigns; the same request with the same acceptance time differs in its signature value only. */
export function buildCountersignedServiceRequest(
  request: CountersignedServiceRequest,
  gateway: SigningIdentity,
): Buffer {
  const { supplementaryRemoteParty: party } = request;
  const supplementary =
    party === undefined
      ? ''
      : element(
          'SupplementaryRemoteParty',
          element('SupplementaryRemotePartyID', party.id) +
            element('SupplementaryRemotePartyCounter', party.counter.toString()),
        );
  const header =
    element('RequestID', formatRequestId(request.requestId)) +
    element('DeviceID', request.deviceId) +
    element('S1SPID', request.s1sp) +
    element('AcceptanceDateTime', request.acceptedAt.toISOString()) +
    supplementary;
  const xml =
    `<csr:CountersignedServiceRequest xmlns:csr="${COUNTERSIGNED_NAMESPACE}">${element('Header', header)}` +
    `${element('ServiceRequest', request.serviceRequest.toString('base64'))}</csr:CountersignedServiceRequest>`;
  return signDocument(xml, gateway);
}

/** Identifiers, numbers, times and base64 have nothing in them to escape. */
function element(name: string, content: string): string {
  return `<csr:${name}>${content}</csr:${name}>`;
}

/**
 * The S1SP that a Countersigned Service Request built here is for.
 * @throws CodecError if it names none
 */
export function addresseeOf(document: Buffer): Eui64 {
  const id = /<csr:S1SPID>([^<]*)</.exec(document.toString('latin1'))?.[1];
  if (id === undefined) throw new CodecError('is missing', undefined, 'S1SPID');
  return parseEui64(id);
}

/** Whom an S1SP takes Countersigned Service Requests from, and who it is itself. */
export interface CountersignedTrust {
  readonly resolveSigner: ResolveSigner<Signer>;
  /** The gateway's identity as DSP. */
  readonly gateway: Eui64;
  readonly s1sp: Eui64;
}

/** Reads as an S1SP does: validates, checks the countersignature and the addressee. */
export class CountersignedServiceRequestReader {
  readonly #schema: XsdValidator;
  readonly #trust: CountersignedTrust;

  constructor(trust: CountersignedTrust) {
    this.#trust = trust;
    const document = XmlDocument.fromBuffer(readFileSync(SCHEMA));
    try {
      this.#schema = XsdValidator.fromDoc(document);
    } finally {
      document.dispose();
    }
  }

  /** @throws CountersignedRequestRefused */
  read(bytes: Buffer): CountersignedServiceRequest {
    const request = this.#verify(bytes);
    if (request.s1sp !== this.#trust.s1sp) {
      throw new CountersignedRequestRefused('another-s1sp', `it is for S1SP ${request.s1sp}`);
    }
    if (request.deviceId !== request.requestId.target) {
      throw new CountersignedRequestRefused(
        'another-device',
        `it is for Device ${request.deviceId}, its RequestID for ${request.requestId.target}`,
      );
    }
    return request;
  }

  /** Frees the compiled schema. */
  dispose(): void {
    this.#schema.dispose();
  }

  #verify(bytes: Buffer): CountersignedServiceRequest {
    try {
      return withDocument(bytes, DEFAULT_LIMITS, (document) => {
        this.#schema.validate(document);
        const { resolveSigner, gateway } = this.#trust;
        const held = verifyDocumentSignature(document, resolveSigner, { expectedSigner: gateway });
        return readCanonical(held.canonicalBytes.toString('utf8'));
      });
    } catch (error) {
      throw refusal(error);
    }
  }
}

function refusal(error: unknown): unknown {
  if (error instanceof UnreadableXml) {
    return new CountersignedRequestRefused('unreadable', error.message, { cause: error });
  }
  if (error instanceof XmlValidateError) {
    const [first] = error.details;
    const where = first?.line === undefined ? '' : `line ${first.line}: `;
    return new CountersignedRequestRefused('schema', where + (first?.message ?? error.message).trim(), {
      cause: error,
    });
  }
  if (error instanceof CodecError) {
    return new CountersignedRequestRefused('schema', error.message, { cause: error });
  }
  if (error instanceof SignatureError) {
    return new CountersignedRequestRefused('signature', error.message, { cause: error });
  }
  return error;
}

/** Reads from the bytes whose digest was checked; the schema leaves no room for two elements of one name. */
function readCanonical(canonical: string): CountersignedServiceRequest {
  const find = (name: string): string | undefined =>
    new RegExp(`<(?:[^\\s<>/:]+:)?${name}>([^<]*)<`).exec(canonical)?.[1]?.trim();
  const get = (name: string): string => {
    const text = find(name);
    if (text === undefined) throw new CodecError('is missing', undefined, name);
    return text;
  };
  const party = find('SupplementaryRemotePartyID');
  return {
    requestId: parseRequestId(get('RequestID')),
    deviceId: parseEui64(get('DeviceID')),
    s1sp: parseEui64(get('S1SPID')),
    acceptedAt: new Date(get('AcceptanceDateTime')),
    ...(party !== undefined && {
      supplementaryRemoteParty: {
        id: parseEui64(party),
        counter: BigInt(get('SupplementaryRemotePartyCounter')),
      },
    }),
    serviceRequest: Buffer.from(get('ServiceRequest'), 'base64'),
  };
}
