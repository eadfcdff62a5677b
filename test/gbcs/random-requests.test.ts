import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import { commandContext } from '../../src/cli/command-context.js';
import { referenceDevices, referenceFacts } from '../../src/cli/conformance/reference-facts.js';
import { templatesDirectory } from '../../src/cli/conformance/reference-request.js';
import { DuisRejection } from '../../src/common/errors.js';
import type { ServiceRequest } from '../../src/duis/index.js';
import {
  decodeMessage,
  encodeMessage,
  transform,
  type TransformContext,
  useCaseOf,
} from '../../src/gbcs/index.js';
import type { DlmsUseCase } from '../../src/gbcs/use-cases/dlms/engine/index.js';
import { CredentialStore } from '../../src/smki/index.js';
import { arbitraryOf } from '../duis/binding/arbitrary-document.js';
import { bodyType } from './leaves.js';
import { bindUnsigned } from './requests.js';

const RUNS = 60;

interface Case {
  readonly request: ServiceRequest;
  readonly context: TransformContext;
}

/** One sample for each pair of Device type and body element that becomes a message. */
function cases(): ReadonlyMap<string, Case> {
  const found = new Map<string, Case>();
  for (const file of readdirSync(templatesDirectory()).filter((name) => /^[A-Z].*\.XML$/i.test(name))) {
    const request = bindUnsigned(readFileSync(join(templatesDirectory(), file)));
    const facts = referenceFacts(file.replace(/_REQUEST.*/, ''));
    const devices = referenceDevices(request.requestId.target, facts);
    const deviceType = devices.get(request.requestId.target)?.deviceType;
    if (deviceType === undefined || ![1, 2, 3, 4].includes(request.commandVariant)) continue;
    const context = commandContext(request, { devices, counter: 1n, credentials: new CredentialStore() });
    const version = facts.device.gbcsVersion === undefined ? '' : ` of GBCS ${facts.device.gbcsVersion}`;
    found.set(`${request.body.element} for ${deviceType}${version}`, { request, context });
  }
  return found;
}

/** Times to the second: with fractions nearly every request would be refused, and little else be tried. */
function toTheSecond(value: unknown): unknown {
  if (value instanceof Date) return new Date(Math.floor(value.getTime() / 1000) * 1000);
  if (typeof value === 'string') return value.replace(/^(\d\d:\d\d:\d\d)\.\d+(Z?)$/, '$1$2');
  if (Array.isArray(value)) return value.map(toTheSecond);
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, toTheSecond(member)]));
}

describe('any content the schema allows', () => {
  for (const [name, { request, context }] of cases()) {
    const { element } = request.body;
    it(`${name} is refused, or becomes a message that reads back as what was written`, () => {
      fc.assert(
        fc.property(arbitraryOf(bodyType(element)), fc.boolean(), (content, fractions) => {
          const body = { element, content: fractions ? content : toTheSecond(content) };
          const asked = { ...request, body } as ServiceRequest;
          let built;
          try {
            built = transform(asked, context);
          } catch (error) {
            expect(error).to.be.instanceOf(DuisRejection);
            return;
          }
          const read = decodeMessage(built.bytes);
          expect(encodeMessage(read).equals(built.bytes)).to.equal(true);
          expect(useCaseOf(read)?.messageCode).to.equal(built.useCase.messageCode);
          built.useCase.describeCommand(read.content);
          if (built.useCase.encoding === 'DLMS')
            expectSameCommand(built.useCase as DlmsUseCase<unknown>, asked, read);
        }),
        { numRuns: RUNS },
      );
    });
  }
});

function expectSameCommand(
  useCase: DlmsUseCase<unknown>,
  request: ServiceRequest,
  { header, content }: ReturnType<typeof decodeMessage>,
): void {
  const again = useCase.encodeCommand(useCase.decodeCommand(content), {
    originatorCounter: header.originatorCounter,
    remoteParty: request.requestId.originator,
    recipient: request.requestId.target,
  });
  expect(again.toString('hex')).to.equal(content.toString('hex'));
}
