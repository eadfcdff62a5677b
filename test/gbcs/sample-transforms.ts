import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandContext } from '../../src/cli/command-context.js';
import { KNOWN_DIFFERENCES, reconciled } from '../../src/cli/conformance/known-differences.js';
import { askedBy, referenceDevices, referenceFacts } from '../../src/cli/conformance/reference-facts.js';
import { certificateAtEnd } from '../../src/cli/conformance/reference-request.js';
import type { ServiceRequest } from '../../src/duis/index.js';
import { USE_CASES } from '../../src/gbcs/catalogue.js';
import { decodeMessage } from '../../src/gbcs/message.js';
import { transform, type TransformResult } from '../../src/gbcs/transform.js';
import { openCredentials } from '../../src/smki/index.js';
import { sampleRequest } from './requests.js';
import { hasRtds, rtdsMessages } from './rtds.js';

/** What the reference data say of a message. */
export interface Expectation {
  readonly messageCode: string;
  readonly signedBy: 'User' | 'AccessControlBroker' | 'TransitionalChangeOfSupplier' | 'nobody';
  /** Originator Counter, where a party of the DCC is the originator. */
  readonly counter?: string;
  readonly sha256: string;
}

/** Made from the reference test data by scripts/generate-expected-messages.ts. */
const EXPECTATIONS = JSON.parse(
  readFileSync(join(import.meta.dirname, 'expected-messages.json'), 'utf8'),
) as Readonly<Record<string, Expectation>>;

/** Commands that hold a certificate of another Device, which only the reference messages have. */
const NEEDS_DEVICE_CERTIFICATE = ['CS03CCritical_8.7.1_SUCCESS', 'CS03CNonCritical_8.7.2_SUCCESS'];

const built = new Set(USE_CASES.map(({ messageCode }) => messageCode));

/** A certificate tells whether a User is a supplier or a network operator. */
const { store: credentials } = await openCredentials({ testCredentials: true });

/** Names and expectations of all pairs. */
export const EXPECTED: readonly (readonly [name: string, expected: Expectation])[] =
  Object.entries(EXPECTATIONS);

/** Those whose use case is built, and whose inputs are at hand. */
export const TRANSFORMABLE = EXPECTED.filter(
  ([name, { messageCode }]) =>
    built.has(Number(messageCode)) && (hasRtds || !NEEDS_DEVICE_CERTIFICATE.includes(name)),
);

/** The sample request as the reference message was made from it. */
function requestOf(name: string): ServiceRequest {
  return askedBy(reconciled(sampleRequest(name), KNOWN_DIFFERENCES[name]), referenceFacts(name));
}

function deviceCertificate(name: string): Buffer | undefined {
  if (!NEEDS_DEVICE_CERTIFICATE.includes(name)) return undefined;
  const reference = rtdsMessages().find((message) => message.name === `${name}_COMMAND`);
  return reference && certificateAtEnd(decodeMessage(reference.bytes).content);
}

/** The message of a sample request, with the inputs its reference message was made with. */
export function transformedSample(name: string, { counter = '0' }: Expectation): TransformResult {
  const request = requestOf(name);
  const devices = referenceDevices(request.requestId.target, referenceFacts(name));
  const context = commandContext(request, { devices, counter: BigInt(counter), credentials });
  const certificate = deviceCertificate(name);
  return transform(
    request,
    certificate ? { ...context, keyAgreementCertificate: () => certificate } : context,
  );
}
