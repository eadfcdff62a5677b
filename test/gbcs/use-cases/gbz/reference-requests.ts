import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parseEui64 } from '../../../../src/common/eui64.js';
import type { RequestElementName, ServiceRequest } from '../../../../src/duis/service-request.js';
import type { GbzUseCase } from '../../../../src/gbcs/gbz/gbz-use-case.js';
import type { TransformContext } from '../../../../src/gbcs/transform-context.js';
import { GBZ_USE_CASES } from '../../../../src/gbcs/use-cases/gbz/index.js';
import { bindUnsigned } from '../../requests.js';

const TEMPLATES = join(
  dirname(createRequire(import.meta.url).resolve('@smartdcc/duis-templates/package.json')),
  'templates',
);
const SUFFIX = '_REQUEST_DUIS.XML';

/** The request of that name, such as `GCS05_2.1_IMMEDIATE_SUCCESS`, as the npm package publishes it. */
export function referenceRequest(name: string): ServiceRequest {
  return bindUnsigned(readFileSync(join(TEMPLATES, name + SUFFIX)));
}

/** Whether the npm package has that request. */
export function hasReferenceRequest(name: string): boolean {
  return existsSync(join(TEMPLATES, name + SUFFIX));
}

/** The use case of that code. */
export function useCaseOf(code: string): GbzUseCase {
  const useCase = GBZ_USE_CASES.find((row) => row.code === code);
  if (!useCase) throw new Error(`no use case ${code}`);
  return useCase;
}

/** Names of all requests for GBZ use cases, each with its use case. */
export const REFERENCE_REQUESTS: readonly { readonly name: string; readonly useCase: GbzUseCase }[] =
  readdirSync(TEMPLATES)
    .filter((file) => file.endsWith(SUFFIX))
    .sort()
    .flatMap((file) => {
      const name = file.slice(0, -SUFFIX.length);
      const useCase = GBZ_USE_CASES.find((row) => name.startsWith(`${row.code}_`));
      return useCase ? [{ name, useCase }] : [];
    });

/** The Devices of the reference messages: a1 is a GSME, a3 a Gas Proxy Function. */
export function referenceContext(gbcsVersion?: string): TransformContext {
  return {
    accessControlBroker: parseEui64('90-B3-D5-1F-30-00-00-02'),
    accessControlBrokerCounter: 1300n,
    device: (id) => ({
      deviceType: id.endsWith('A3') ? 'GPF' : 'GSME',
      ...(gbcsVersion !== undefined && { gbcsVersion }),
    }),
    keyAgreementCertificate: () => undefined,
  };
}

/** Content the use case builds for a request. */
export function build(useCase: GbzUseCase, request: ServiceRequest, context = referenceContext()): Buffer {
  return useCase.buildContent(request, context, 0n);
}

/** A request whose content has another value at `path`, such as `ReadLogPeriod.StartDateTime`. */
export function changed<Name extends RequestElementName>(
  request: ServiceRequest<Name>,
  path: string,
  value: unknown,
): ServiceRequest {
  const copy = structuredClone(request);
  const members = path.split('.');
  const last = members.pop() ?? '';
  let place = copy.body.content as Record<string, unknown>;
  for (const member of members) {
    const next = place[member];
    if (typeof next !== 'object' || next === null) throw new Error(`no ${member} in ${path}`);
    place = next as Record<string, unknown>;
  }
  if (value === undefined) delete place[last];
  else place[last] = value;
  return copy;
}
