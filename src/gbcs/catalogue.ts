import type { DeviceType } from '../common/device-type.js';
import { ACCESS_REQUEST } from './dlms/access-request.js';
import { ACCESS_RESPONSE } from './dlms/access-response.js';
import { DATA_NOTIFICATION } from './dlms/data-notification.js';
import type { GbcsMessage } from './message.js';
import type { ContentEncoding, UseCase } from './use-case.js';
import { ASN1_USE_CASES } from './use-cases/asn1/index.js';
import { DLMS_ALERTS } from './use-cases/dlms/alerts/index.js';
import { DLMS_USE_CASES } from './use-cases/dlms/index.js';
import { GBZ_USE_CASES } from './use-cases/gbz/index.js';

/** First two bytes of GBZ content: the ZigBee Smart Energy profile. */
const ZIGBEE_PROFILE = 0x0109;

/** Every use case the gateway knows, of all encodings. */
export const USE_CASES: readonly UseCase[] = [
  ...DLMS_USE_CASES,
  ...DLMS_ALERTS,
  ...GBZ_USE_CASES,
  ...ASN1_USE_CASES,
];

const byMessageCode = new Map<number, UseCase[]>();
for (const useCase of USE_CASES) {
  byMessageCode.set(useCase.messageCode, [...(byMessageCode.get(useCase.messageCode) ?? []), useCase]);
}

/** How content of a message is encoded, told by its first bytes: a DLMS tag, the ZigBee profile 0109, else DER. */
export function contentEncodingOf(content: Uint8Array): ContentEncoding {
  const [first, second] = content;
  if (first === ACCESS_REQUEST || first === ACCESS_RESPONSE || first === DATA_NOTIFICATION) return 'DLMS';
  return first === ZIGBEE_PROFILE >> 8 && second === (ZIGBEE_PROFILE & 0xff) ? 'GBZ' : 'ASN.1';
}

/**
 * The use case of a message, undefined if none is known. Generic alerts of ESME and GSME share their message codes;
 * the encoding of the content tells them apart.
 */
export function useCaseOf({ header, content }: GbcsMessage): UseCase | undefined {
  const [first, ...others] = byMessageCode.get(header.messageCode) ?? [];
  if (others.length === 0) return first;
  const encoding = contentEncodingOf(content);
  return [first, ...others].find((useCase) => useCase?.encoding === encoding);
}

const byVariant = new Map<string, UseCase[]>();
for (const useCase of USE_CASES) {
  for (const variant of useCase.serviceReferenceVariants) {
    const others = byVariant.get(variant);
    if (others) others.push(useCase);
    else byVariant.set(variant, [useCase]);
  }
}

/** The use cases a Service Reference Variant may ask for. */
export function useCasesFor(serviceReferenceVariant: string): readonly UseCase[] {
  return byVariant.get(serviceReferenceVariant) ?? [];
}

/** The Device types a Service Reference Variant may be addressed to, as far as use cases are known. */
export function targetsOf(serviceReferenceVariant: string): readonly DeviceType[] {
  return [...new Set(useCasesFor(serviceReferenceVariant).flatMap((useCase) => useCase.targets))];
}
