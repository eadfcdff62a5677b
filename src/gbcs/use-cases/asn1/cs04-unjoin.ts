import type { Eui64 } from '../../../common/eui64.js';
import type { ServiceRequest } from '../../../duis/index.js';
import { integerNames } from '../../asn1/integer.js';
import { entityIdentifier } from '../../asn1/octet-string.js';
import type { TransformContext } from '../../transform-context.js';
import { asn1UseCase } from './asn1-use-case.js';
import { joinRules } from './join-method.js';
import { contentIf, contentOf } from './request-content.js';

const CRITICAL = '8.8.1';

function otherDevice(request: ServiceRequest): Eui64 {
  const critical = contentIf(request, 'UnjoinServiceCritical');
  return (critical ?? contentOf(request, 'UnjoinServiceNonCritical')).OtherDeviceID;
}

/**
 * A pair is unjoined by the method it was joined by. The other Device may be gone from the inventory; then the target
 * decides: what is critical, and what goes to a PPMID, is method A or C (RTDS 4.5.0: 4 of 4 Commands).
 */
function unjoinUseCaseOf(request: ServiceRequest, context: TransformContext): 'CS04AC' | 'CS04B' | undefined {
  const critical = request.serviceReferenceVariant === CRITICAL;
  const target = context.device(request.requestId.target)?.deviceType;
  const other = context.device(otherDevice(request))?.deviceType;
  const rules = target && other ? joinRules(target, other) : [];
  if (rules.length === 0) return critical || target === 'PPMID' ? 'CS04AC' : 'CS04B';
  const rule = rules.find((candidate) => candidate.critical === critical);
  return rule && (rule.join === 'CS03B' ? 'CS04B' : 'CS04AC');
}

/** UnjoinResponseCode. Source: GBCS 13.7; GBCS-RULES 1.5. */
export const UNJOIN_RESPONSE_CODES = { success: 0, otherDeviceNotInDeviceLog: 1, otherFailure: 2 } as const;
const response = integerNames(UNJOIN_RESPONSE_CODES);

const from = (request: ServiceRequest): Eui64 => otherDevice(request);

/** Method A or C Unjoin. */
export const CS04AC = asn1UseCase({
  code: 'CS04AC',
  title: 'Method A or C Unjoin',
  messageCode: 0x000f,
  messageType: 'SME.C.C',
  serviceReferenceVariants: ['8.8.1', '8.8.2'],
  targets: ['ESME', 'GSME', 'HCALCS', 'PPMID'],
  source: 'GBCS 13.7; GBCS-RULES 1.5; RTDS 4.5.0 CS04AC',
  applies: (request, context) => unjoinUseCaseOf(request, context) === 'CS04AC',
  originator: ({ serviceReferenceVariant }) =>
    serviceReferenceVariant === CRITICAL ? 'User' : 'AccessControlBrokerForUser',
  command: entityIdentifier,
  response,
  from,
});

/** Method B Unjoin. */
export const CS04B = asn1UseCase({
  code: 'CS04B',
  title: 'Method B Unjoin',
  messageCode: 0x0010,
  messageType: 'SME.C.NC',
  serviceReferenceVariants: ['8.8.2'],
  targets: ['ESME', 'GSME', 'GPF', 'PPMID'],
  source: 'GBCS 13.7; GBCS-RULES 1.5; RTDS 4.5.0 CS04B',
  applies: (request, context) => unjoinUseCaseOf(request, context) === 'CS04B',
  command: entityIdentifier,
  response,
  from,
});
