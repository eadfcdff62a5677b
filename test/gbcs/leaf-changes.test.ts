import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { commandContext } from '../../src/cli/command-context.js';
import { referenceDevices, referenceFacts } from '../../src/cli/conformance/reference-facts.js';
import { templatesDirectory } from '../../src/cli/conformance/reference-request.js';
import { DuisRejection } from '../../src/common/errors.js';
import type { ServiceRequest } from '../../src/duis/index.js';
import { transform, type TransformContext, type TransformResult } from '../../src/gbcs/index.js';
import { type CredentialStore, openCredentials } from '../../src/smki/index.js';
import { bodyType, type Leaf, leavesOf, otherValues, placeOf, withLeaf } from './leaves.js';
import { LEAVES_WITHOUT_EFFECT } from './leaves-without-effect.js';
import { bindUnsigned } from './requests.js';

/** Command Variants whose message is built from the request; 5 to 7 bring it along. */
const TRANSFORMED = [1, 2, 3, 4];

const SAMPLES = readdirSync(templatesDirectory())
  .map((file) => /^(.+)_REQUEST_DUIS\.XML$/i.exec(file)?.[1])
  .filter((name) => name !== undefined);

interface Sample {
  readonly request: ServiceRequest;
  readonly context: TransformContext;
  readonly result: TransformResult;
}

function contextOf(name: string, request: ServiceRequest, credentials: CredentialStore): TransformContext {
  const devices = referenceDevices(request.requestId.target, referenceFacts(name));
  return commandContext(request, { devices, counter: 1000n, credentials });
}

/** A sample that becomes a message; undefined for the services of the DCC itself. */
function sampleOf(name: string, credentials: CredentialStore): Sample | undefined {
  const request = bindUnsigned(readFileSync(join(templatesDirectory(), `${name}_REQUEST_DUIS.XML`)));
  if (!TRANSFORMED.includes(request.commandVariant)) return undefined;
  try {
    const context = contextOf(name, request, credentials);
    return { request, context, result: transform(request, context) };
  } catch {
    return undefined;
  }
}

type Effect = 'changes the message' | 'is refused' | 'changes nothing';

function effectOf({ request, context, result }: Sample, { path }: Leaf, value: unknown): Effect {
  const content = withLeaf(request.body.content, path, value);
  const changed = { ...request, body: { ...request.body, content } } as ServiceRequest;
  try {
    const { bytes, useCase, message } = transform(changed, context);
    useCase.describeCommand(message.content);
    return bytes.equals(result.bytes) ? 'changes nothing' : 'changes the message';
  } catch (error) {
    if (error instanceof DuisRejection) return 'is refused';
    throw error;
  }
}

describe('every value of a request', () => {
  let credentials: CredentialStore;
  const withoutEffect = new Set<string>();

  before(async () => ({ store: credentials } = await openCredentials({ testCredentials: true })));

  for (const name of SAMPLES) {
    it(`${name}: another value changes the message or is refused, or is known to be carried elsewhere`, () => {
      const sample = sampleOf(name, credentials);
      if (!sample) return;
      const { element, content } = sample.request.body;
      const unexplained: string[] = [];
      for (const leaf of leavesOf(bodyType(element), content)) {
        const effects = otherValues(leaf).map((value) => effectOf(sample, leaf, value));
        if (effects.length === 0 || effects.some((effect) => effect !== 'changes nothing')) continue;
        const place = `${sample.result.useCase.code} ${element}.${placeOf(leaf)}`;
        withoutEffect.add(place);
        if (!LEAVES_WITHOUT_EFFECT.some((known) => known.covers(place))) unexplained.push(place);
      }
      expect(unexplained).to.deep.equal([]);
    });
  }

  it('is without effect where the list says so', () => {
    for (const { reason, covers } of LEAVES_WITHOUT_EFFECT) {
      expect([...withoutEffect].some(covers), reason).to.equal(true);
    }
  });
});
