import { formatRequestId } from '../../common/request-id.js';
import type { Eui64 } from '../../common/eui64.js';
import { type ServiceRequest, signDocument, writeDocument } from '../../duis/index.js';
import type {
  MmcHeaderType,
  MmcResponsePayload,
  MmcServiceReference,
  MmcServiceReferenceVariant,
} from '../../duis/generated/service-response-types.js';
import { generateKeyPair, type SigningCredential } from '../../smki/index.js';
import type { CountersignedServiceRequest } from '../../smets1/index.js';

/** A request the mock took, with what the gateway said about it. */
export interface TakenRequest {
  readonly countersigned: CountersignedServiceRequest;
  readonly request: ServiceRequest;
}

/** The signed document that tells what a Device answered. */
export function responseDocument(
  taken: TakenRequest,
  payload: MmcResponsePayload,
  gateway: Eui64,
  now: Date,
  signer: SigningCredential,
): Buffer {
  const { request } = taken;
  const xml = writeDocument('sr:SMETS1SignedResponse', {
    schemaVersion: request.schemaVersion,
    SMETS1Response: { Header: headerOf(taken, gateway, now), Body: { ResponseMessage: payload } },
  });
  return signDocument(xml, signer);
}

/** The signed document by which the S1SP says that it did nothing. */
export function alertDocument(
  { request }: TakenRequest,
  alertCode: string,
  now: Date,
  signer: SigningCredential,
): Buffer {
  const xml = writeDocument('sr:S1SPAlert', {
    schemaVersion: request.schemaVersion,
    RequestID: formatRequestId(request.requestId),
    DeviceID: request.requestId.target,
    S1SPAlertCode: alertCode,
    AdditionalInformation: 'simulated: the request was not executed',
    DateTime: now,
  });
  return signDocument(xml, signer);
}

/** The same name and serial number on another key. */
export function wrongKey(signer: SigningCredential): SigningCredential {
  return { ...signer, privateKey: generateKeyPair().privateKey };
}

/**
 * Where the gateway acts for a User, the answer goes to the gateway and names the User as Supplementary Remote Party.
 * @see MMC schema 5.4, comment on ResponsePayload
 */
function headerOf({ countersigned, request }: TakenRequest, gateway: Eui64, now: Date): MmcHeaderType {
  const { supplementaryRemoteParty: party } = countersigned;
  return {
    BusinessOriginatorID: request.requestId.target,
    BusinessTargetID: party === undefined ? request.requestId.originator : gateway,
    OriginatorCounter: request.requestId.counter,
    ...(party !== undefined && {
      SupplementaryRemotePartyID: party.id,
      SupplementaryRemotePartyCounter: party.counter,
    }),
    ServiceReference: request.serviceReference as MmcServiceReference,
    ServiceReferenceVariant: request.serviceReferenceVariant as MmcServiceReferenceVariant,
    Timestamp: { value: now },
  };
}
