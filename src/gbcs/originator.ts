import type { DeviceType } from '../common/device-type.js';
import { CodecError, DuisRejection, InternalError } from '../common/errors.js';
import type { ServiceRequest } from '../duis/index.js';
import { type Certificate, parseCertificate } from '../smki/index.js';
import type { GroupingHeader, SupplementaryRemoteParty } from './grouping-header.js';
import { REJECTION_CODES } from './rejection-codes.js';
import type { TransformContext } from './transform-context.js';
import type { MessageOriginator, UseCase } from './use-case.js';

/**
 * Device types whose trust anchor cells hold no User: Communications Hub Function and PPMID know the Access Control
 * Broker only. Source: all Commands of RTDS 4.5.0 to these Devices.
 */
const TYPES_THAT_KNOW_NO_USER: readonly DeviceType[] = ['CHF', 'PPMID'];

/**
 * In whose name a Command is sent. What the use case says comes first. Otherwise the User is the originator if the
 * Device knows it; where the inventory does not list the parties a Device knows, it is taken to know the User, unless
 * it is of a type that knows none, or the request brings the User's Key Agreement certificate along (which only parties
 * do that the Device does not know). For a User that is not known the Access Control Broker is the originator, and the
 * User is the Supplementary Remote Party. Source: GBCS 4.3; Commands of RTDS 4.5.0.
 */
export function originatorOf(
  useCase: UseCase,
  request: ServiceRequest,
  context: TransformContext,
): MessageOriginator {
  if (useCase.originator) return useCase.originator(request, context);
  return isKnownRemoteParty(request, context) ? 'User' : 'AccessControlBrokerForUser';
}

function isKnownRemoteParty(request: ServiceRequest, context: TransformContext): boolean {
  const device = context.device(request.requestId.target);
  if (device?.knownRemoteParties) return device.knownRemoteParties.includes(request.requestId.originator);
  if (device && TYPES_THAT_KNOW_NO_USER.includes(device.deviceType)) return false;
  return keyAgreementCertificateIn(request) === undefined;
}

/** The User's Key Agreement certificate (DER), if the request carries it. */
function keyAgreementCertificateIn({ body }: ServiceRequest): Buffer | undefined {
  const { content } = body;
  return 'KAPublicSecurityCredentials' in content ? content.KAPublicSecurityCredentials : undefined;
}

/** The members of the Grouping Header that tell in whose name a Command is sent. */
export type OriginatorFields = Pick<
  GroupingHeader,
  'originator' | 'originatorCounter' | 'supplementaryRemoteParty'
>;

/** A Device would encrypt its Response for whoever the certificate names. @throws DuisRejection */
function checkKeyAgreementCertificate(encoded: Uint8Array, { requestId }: ServiceRequest): void {
  let certificate: Certificate;
  try {
    certificate = parseCertificate(encoded);
  } catch (cause) {
    if (!(cause instanceof CodecError)) throw cause;
    throw refusal(`is ${cause.message}`);
  }
  if (certificate.keyUsage !== 'keyAgreement') throw refusal(`is for ${certificate.keyUsage}`);
  if (certificate.eui !== requestId.originator) throw refusal(`is of ${certificate.eui ?? 'nobody'}`);
}

function refusal(flaw: string): DuisRejection {
  return new DuisRejection(
    REJECTION_CODES.cannotBeExpressed,
    `KAPublicSecurityCredentials ${flaw}; it has to be the Key Agreement certificate of the User`,
  );
}

/** @throws InternalError if the context does not name the party, DuisRejection for another certificate than the User's */
export function originatorFields(
  originator: MessageOriginator,
  request: ServiceRequest,
  context: TransformContext,
): OriginatorFields {
  const accessControlBroker = {
    originator: context.accessControlBroker,
    originatorCounter: context.accessControlBrokerCounter,
  };
  switch (originator) {
    case 'User':
      return { originator: request.requestId.originator, originatorCounter: request.requestId.counter };
    case 'AccessControlBroker':
      return accessControlBroker;
    case 'AccessControlBrokerForUser':
      return { ...accessControlBroker, supplementaryRemoteParty: supplementaryRemoteParty(request) };
    case 'TransitionalChangeOfSupplier': {
      const party = context.transitionalChangeOfSupplier;
      if (!party) throw new InternalError('no transitional Change of Supplier party is set up');
      return { originator: party.id, originatorCounter: party.counter };
    }
  }
}

function supplementaryRemoteParty(request: ServiceRequest): SupplementaryRemoteParty {
  const keyAgreementCertificate = keyAgreementCertificateIn(request);
  if (keyAgreementCertificate) checkKeyAgreementCertificate(keyAgreementCertificate, request);
  return {
    id: request.requestId.originator,
    counter: request.requestId.counter,
    ...(keyAgreementCertificate && { keyAgreementCertificate }),
  };
}
