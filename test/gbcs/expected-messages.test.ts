import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { commandContext } from '../../src/cli/command-context.js';
import { KNOWN_DIFFERENCES, reconciled } from '../../src/cli/conformance/known-differences.js';
import { referenceFacts } from '../../src/cli/conformance/reference-facts.js';
import { certificateAtEnd } from '../../src/cli/conformance/reference-request.js';
import { REFERENCE_DEVICES } from '../../src/cli/reference-devices.js';
import type { ServiceRequest } from '../../src/duis/index.js';
import { USE_CASES } from '../../src/gbcs/catalogue.js';
import { decodeMessage } from '../../src/gbcs/message.js';
import { transform, type TransformResult } from '../../src/gbcs/transform.js';
import { CredentialStore } from '../../src/smki/index.js';
import { sampleRequest } from './requests.js';
import { hasRtds, RTDS_DIR, rtdsMessages } from './rtds.js';

interface Expectation {
  readonly messageCode: string;
  readonly signedBy: 'User' | 'AccessControlBroker' | 'TransitionalChangeOfSupplier' | 'nobody';
  /** Originator Counter, where a party of the DCC is the originator. */
  readonly counter?: string;
  readonly sha256: string;
}

/** Made from the reference test data by scripts/generate-expected-messages.ts. */
const EXPECTED = JSON.parse(
  readFileSync(join(import.meta.dirname, 'expected-messages.json'), 'utf8'),
) as Readonly<Record<string, Expectation>>;

/** Commands that hold a certificate of another Device, which only the reference messages have. */
const NEEDS_DEVICE_CERTIFICATE = ['CS03CCritical_8.7.1_SUCCESS', 'CS03CNonCritical_8.7.2_SUCCESS'];

const built = new Set(USE_CASES.map(({ messageCode }) => messageCode));

/** The sample request as the reference message was made from it. */
function requestOf(name: string): ServiceRequest {
  const request = reconciled(sampleRequest(name), KNOWN_DIFFERENCES[name]);
  const { originator } = referenceFacts(name);
  return originator ? { ...request, requestId: { ...request.requestId, originator } } : request;
}

function deviceCertificate(name: string): Buffer | undefined {
  const reference = rtdsMessages().find((message) => message.name === `${name}_COMMAND`);
  return reference && certificateAtEnd(decodeMessage(reference.bytes).content);
}

function transformed(name: string, counter: bigint, certificate?: Buffer): TransformResult {
  const request = requestOf(name);
  const { target } = request.requestId;
  const usual = REFERENCE_DEVICES.get(target);
  const devices = new Map(usual && [[target, { ...usual, ...referenceFacts(name).device }]]);
  const context = commandContext(request, { devices, counter, credentials: new CredentialStore() });
  return transform(
    request,
    certificate ? { ...context, keyAgreementCertificate: () => certificate } : context,
  );
}

function signerOf({ protection, originator }: TransformResult): string {
  if (!protection.signed) return 'nobody';
  return originator === 'AccessControlBrokerForUser' ? 'AccessControlBroker' : originator;
}

describe('messages before protection, by their SHA-256', () => {
  for (const [name, expected] of Object.entries(EXPECTED)) {
    if (!built.has(Number(expected.messageCode))) continue;
    it(`${name} is the reference message`, function () {
      const needsCertificate = NEEDS_DEVICE_CERTIFICATE.includes(name);
      if (needsCertificate && !hasRtds) return this.skip();
      const certificate = needsCertificate ? deviceCertificate(name) : undefined;
      const result = transformed(name, BigInt(expected.counter ?? 0), certificate);
      expect(result.useCase.messageCode).to.equal(Number(expected.messageCode));
      expect(signerOf(result)).to.equal(expected.signedBy);
      expect(result.kind).to.equal(expected.signedBy === 'User' ? 'PreCommand' : 'Command');
      expect(createHash('sha256').update(result.bytes).digest('hex')).to.equal(expected.sha256);
    });
  }

  it('are the messages of all pairs of the reference data', function () {
    const list = join(RTDS_DIR, 'pairs.txt');
    if (!existsSync(list)) return this.skip();
    expect(Object.keys(EXPECTED)).to.include.members(readFileSync(list, 'utf8').trim().split(/\s+/));
  });
});
