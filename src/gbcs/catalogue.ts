import type { DeviceType } from '../common/device-type.js';
import type { UseCase } from './use-case.js';
import { ASN1_USE_CASES } from './use-cases/asn1/index.js';
import { DLMS_USE_CASES } from './use-cases/dlms/index.js';
import { GBZ_USE_CASES } from './use-cases/gbz/index.js';

/** Every use case the gateway knows, of all encodings. */
export const USE_CASES: readonly UseCase[] = [...DLMS_USE_CASES, ...GBZ_USE_CASES, ...ASN1_USE_CASES];

const byMessageCode = new Map(USE_CASES.map((useCase) => [useCase.messageCode, useCase]));

/** The use case of a message code, undefined if none is known. */
export function useCaseByMessageCode(messageCode: number): UseCase | undefined {
  return byMessageCode.get(messageCode);
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
