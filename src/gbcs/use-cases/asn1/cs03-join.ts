import type { DeviceType } from '../../../common/device-type.js';
import type { Eui64 } from '../../../common/eui64.js';
import type { ServiceRequest } from '../../../duis/index.js';
import type { Infer } from '../../asn1/der-schema.js';
import { integerNames } from '../../asn1/integer.js';
import { entityIdentifier } from '../../asn1/octet-string.js';
import { optional, sequence } from '../../asn1/sequence.js';
import { certificate } from '../../asn1/signed-object.js';
import type { DeviceFacts, TransformContext } from '../../transform-context.js';
import type { MessageType } from '../../use-case.js';
import { asn1UseCase } from './asn1-use-case.js';
import { GBCS_DEVICE_TYPES, gbcsDeviceType } from './device-type.js';
import { JOIN_RULES, joinMethodAndRole, type JoinRule, joinRules } from './join-method.js';
import { refusal } from './refusal.js';
import { contentIf, contentOf } from './request-content.js';

const CRITICAL = '8.7.1';
const NON_CRITICAL = '8.7.2';

const command = sequence({
  joinMethodAndRole,
  otherDeviceEntityIdentifier: entityIdentifier,
  otherDeviceType: gbcsDeviceType,
  /** Key Agreement certificate of the other Device; method C only. */
  otherDeviceCertificate: optional(certificate),
});

/** JoinResponseCode. Source: GBCS-RULES 1.5. */
export const JOIN_RESPONSE_CODES = {
  success: 0,
  invalidMessageCodeForJoinMethodAndRole: 1,
  invalidJoinMethodAndRole: 2,
  incompatibleWithExistingEntry: 3,
  deviceLogFull: 4,
  writeFailure: 5,
  keyAgreementNoResources: 6,
  keyAgreementUnknownIssuer: 7,
  keyAgreementUnsupportedSuite: 8,
  keyAgreementBadMessage: 9,
  keyAgreementBadKeyConfirm: 10,
  invalidOrMissingCertificate: 11,
  noPartnerLinkKeyReceived: 12,
  noCBKEResponse: 13,
} as const;
export const joinResponseCode = integerNames(JOIN_RESPONSE_CODES);

function otherDevice(request: ServiceRequest): Eui64 {
  const critical = contentIf(request, 'JoinServiceCritical');
  return (critical ?? contentOf(request, 'JoinServiceNonCritical')).OtherDeviceID;
}

function known(id: Eui64, context: TransformContext): DeviceFacts {
  const facts = context.device(id);
  if (!facts) throw refusal('device', `the inventory has no Device ${id}`);
  return facts;
}

function isAskedFor(join: JoinRule['join'], request: ServiceRequest, context: TransformContext): boolean {
  const target = known(request.requestId.target, context).deviceType;
  const other = known(otherDevice(request), context).deviceType;
  const critical = request.serviceReferenceVariant === CRITICAL;
  const rule = joinRules(target, other).find((candidate) => candidate.critical === critical);
  if (!rule) {
    throw refusal('deviceType', `${request.serviceReferenceVariant} does not join ${target} to ${other}`);
  }
  return rule.join === join;
}

function certificateOf(id: Eui64, context: TransformContext): Buffer {
  const found = context.keyAgreementCertificate(id);
  if (!found) throw refusal('device', `no Key Agreement certificate of Device ${id} is known`);
  return Buffer.from(found);
}

interface JoinFacts {
  readonly code: JoinRule['join'];
  readonly title: string;
  readonly messageCode: number;
  readonly messageType: MessageType;
  readonly method: Infer<typeof joinMethodAndRole>;
}

function joinUseCase({ code, title, messageCode, messageType, method }: JoinFacts) {
  const rules = JOIN_RULES.filter((rule) => rule.join === code);
  const variants = [CRITICAL, NON_CRITICAL].filter((variant) =>
    rules.some((rule) => rule.critical === (variant === CRITICAL)),
  );
  return asn1UseCase({
    code,
    title,
    messageCode,
    messageType,
    serviceReferenceVariants: variants,
    targets: [...new Set<DeviceType>(rules.map((rule) => rule.target))],
    source: `GBCS 13.7; GBCS-RULES 1.5; RTDS 4.5.0 ${code}`,
    applies: (request, context) => isAskedFor(code, request, context),
    // What nobody signs follows the general rule; a signed non-critical Command is the Access Control Broker's.
    ...(messageType === 'SME.C.C' && {
      originator: ({ serviceReferenceVariant }: ServiceRequest) =>
        serviceReferenceVariant === CRITICAL ? ('User' as const) : ('AccessControlBrokerForUser' as const),
    }),
    command,
    response: joinResponseCode,
    from(request, context) {
      const other = otherDevice(request);
      return {
        joinMethodAndRole: method,
        otherDeviceEntityIdentifier: other,
        otherDeviceType: GBCS_DEVICE_TYPES[known(other, context).deviceType],
        ...(method === 'methodC' && { otherDeviceCertificate: certificateOf(other, context) }),
      };
    },
  });
}

/** Method A Join, sent to the meter, which begins the key agreement. */
export const CS03A1 = joinUseCase({
  code: 'CS03A1',
  title: 'Method A Join (Meter)',
  messageCode: 0x000d,
  messageType: 'SME.C.C',
  method: 'methodAInitiator',
});

/** Method A Join, sent to the Device that answers the meter. */
export const CS03A2 = joinUseCase({
  code: 'CS03A2',
  title: 'Method A Join (non Meter)',
  messageCode: 0x00ab,
  messageType: 'SME.C.C',
  method: 'methodAResponder',
});

/** Method B Join: an entry in the Device Log, without keys. */
export const CS03B = joinUseCase({
  code: 'CS03B',
  title: 'Method B Join',
  messageCode: 0x000e,
  messageType: 'SME.C.NC',
  method: 'methodB',
});

/** Method C Join: GSME and PPMID, each given the other's certificate. */
export const CS03C = joinUseCase({
  code: 'CS03C',
  title: 'Method C Join',
  messageCode: 0x00af,
  messageType: 'SME.C.C',
  method: 'methodC',
});
