import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { XmlDocument } from 'libxml2-wasm';
import type { DeviceType } from '../../../../src/common/device-type.js';
import { type Eui64, parseEui64 } from '../../../../src/common/eui64.js';
import { bindRequest } from '../../../../src/duis/binding/index.js';
import type { ServiceRequest } from '../../../../src/duis/index.js';
import type { TransformContext } from '../../../../src/gbcs/transform-context.js';
import type { UseCase } from '../../../../src/gbcs/use-case.js';
import { ASN1_USE_CASES } from '../../../../src/gbcs/use-cases/asn1/index.js';
import { RTDS_DIR } from '../../rtds.js';

const TEMPLATES = join(
  dirname(createRequire(import.meta.url).resolve('@smartdcc/duis-templates/package.json')),
  'templates',
);
const SUFFIX = '_REQUEST_DUIS.XML';

/** Names of the sample requests of the ASN.1 use cases, such as `CS06_11.3_IMMEDIATE_SUCCESS`. */
export const TEMPLATE_NAMES = readdirSync(TEMPLATES)
  .filter((file) => /^(CS02|CS03|CS04|CS06|CS07|CS08|GCS28|GCS59)/.test(file) && file.endsWith(SUFFIX))
  .map((file) => file.slice(0, -SUFFIX.length))
  .sort();

/** A sample request of `@smartdcc/duis-templates`, whose certificates are those of the RTDS 4.5.0 messages. */
export function templateRequest(name: string, edit: (xml: string) => string = (xml) => xml): ServiceRequest {
  return bind(edit(readFileSync(join(TEMPLATES, name + SUFFIX), 'utf8')));
}

/** The same request as the reference data have it. */
export function rtdsRequest(name: string): ServiceRequest {
  return bind(readFileSync(join(RTDS_DIR, 'requests', name + SUFFIX), 'utf8'));
}

/** Takes the Signature out and binds what is left, as the check of the signature does. */
function bind(xml: string): ServiceRequest {
  const document = XmlDocument.fromString(xml);
  try {
    for (const signature of document.find('/*/ds:Signature', { ds: 'http://www.w3.org/2000/09/xmldsig#' })) {
      signature.remove();
    }
    return bindRequest(Buffer.from(document.canonicalizeToString(undefined)));
  } finally {
    document.dispose();
  }
}

/** What the inventory would hold of the Devices in the sample requests; read from the RTDS 4.5.0 Commands. */
const DEVICE_TYPES: Readonly<Record<string, DeviceType>> = {
  '00db1234567890a0': 'ESME',
  '00db1234567890a1': 'GSME',
  '00db1234567890a2': 'CHF',
  '00db1234567890a3': 'GPF',
  '00db1234567890a4': 'PPMID',
  '00db1234567890a5': 'HCALCS',
  '00db123456789093': 'ESME',
  '00db123456789094': 'GSME',
  '00db123456789098': 'PPMID',
  '00db123456789099': 'PPMID',
  '00db12345678909a': 'HCALCS',
  '00db12345678909c': 'GPF',
};

export const ACCESS_CONTROL_BROKER = parseEui64('90b3d51f30000002');
export const TRANSITIONAL_COS = parseEui64('90b3d51f30000004');

/** A context for the sample requests, changed where a test says so. */
export function context(changes: Partial<TransformContext> = {}): TransformContext {
  const types = new Map(Object.entries(DEVICE_TYPES).map(([id, type]) => [parseEui64(id), type]));
  return {
    accessControlBroker: ACCESS_CONTROL_BROKER,
    accessControlBrokerCounter: 1300n,
    transitionalChangeOfSupplier: { id: TRANSITIONAL_COS, counter: 6000n },
    device: (id: Eui64) => {
      const deviceType = types.get(id);
      return deviceType && { deviceType };
    },
    keyAgreementCertificate: () => undefined,
    gasProxyDeviceLog: () => [
      { deviceId: parseEui64('0011223344556677'), deviceType: 'PPMID' },
      { deviceId: parseEui64('8899aabbccddeeff'), deviceType: 'IHD' },
    ],
    ...changes,
  };
}

/** The one use case that fits a request, chosen as the catalogue of use cases does. */
export function useCaseFor(request: ServiceRequest, facts: TransformContext): UseCase {
  const target = facts.device(request.requestId.target)?.deviceType;
  const fitting = ASN1_USE_CASES.filter(
    (useCase) =>
      useCase.serviceReferenceVariants.includes(request.serviceReferenceVariant) &&
      target !== undefined &&
      useCase.targets.includes(target) &&
      useCase.applies?.(request, facts) !== false,
  );
  const [only, ...others] = fitting;
  if (!only || others.length > 0) {
    throw new Error(`${fitting.length} use cases fit: ${fitting.map(({ code }) => code).join()}`);
  }
  return only;
}

/** The content a request is transformed to. @param counter originator counter of the message */
export function contentFor(request: ServiceRequest, facts: TransformContext, counter = 1000n): Buffer {
  return useCaseFor(request, facts).buildContent(request, facts, counter);
}
