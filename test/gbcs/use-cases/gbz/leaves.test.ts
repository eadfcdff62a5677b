import { expect } from 'chai';
import { DuisRejection } from '../../../../src/common/errors.js';
import { SCHEMA_MODEL } from '../../../../src/duis/generated/schema-model.js';
import type { ServiceRequest } from '../../../../src/duis/service-request.js';
import {
  build,
  changed,
  REFERENCE_REQUESTS,
  referenceContext,
  referenceRequest,
} from './reference-requests.js';
import { UNCARRIED_LEAVES } from './uncarried-leaves.js';

interface Leaf {
  readonly path: readonly string[];
  readonly value: unknown;
  /** Name of its simple type in the schema model. */
  readonly type: string;
}

const bodyElements = Object.values(SCHEMA_MODEL.complex).flatMap((type) => type.elements ?? []);

function leavesOf(value: unknown, type: string, path: readonly string[]): Leaf[] {
  if (SCHEMA_MODEL.simple[type]) return [{ path, value, type }];
  const complex = SCHEMA_MODEL.complex[type];
  return Object.entries(value as Record<string, unknown>).flatMap(([name, member]) => {
    const memberType =
      name === 'value' && complex?.text !== undefined
        ? complex.text
        : [...(complex?.elements ?? []), ...(complex?.attributes ?? [])].find((each) => each.name === name)
            ?.type;
    if (memberType === undefined) throw new Error(`no ${name} in ${type}`);
    const items = Array.isArray(member)
      ? member.map((item, index) => [item, [name, String(index)]] as const)
      : [[member, [name]] as const];
    return items.flatMap(([item, names]) => leavesOf(item, memberType, [...path, ...names]));
  });
}

/** Another value of the leaf's type. */
function another({ value, type, path }: Leaf): unknown {
  const model = SCHEMA_MODEL.simple[type];
  const other = model?.enumeration?.find((each) => each !== value);
  if (other !== undefined) return other;
  if (value instanceof Date) {
    const days = path.at(-1) === 'StartDateTime' ? -1 : 1;
    return value.getUTCFullYear() === 3000
      ? new Date('2035-01-01T00:00:00Z')
      : new Date(value.getTime() + days * 86_400_000);
  }
  switch (typeof value) {
    case 'boolean':
      return !value;
    case 'number':
      return model?.max !== undefined && value >= Number(model.max) ? value - 1 : value + 1;
    case 'string':
      if (model?.kind === 'time') return '23:45:00.00Z';
      return model?.kind === 'decimal' ? '1.5' : value.replace(/.$/, (last) => (last === '7' ? '8' : '7'));
    default:
      return Buffer.from('00', 'hex');
  }
}

function outcomeOf(name: string, request: ServiceRequest): string {
  const row = REFERENCE_REQUESTS.find((each) => each.name === name);
  if (!row) throw new Error(`no request ${name}`);
  try {
    const content = build(row.useCase, request);
    row.useCase.describeCommand(content);
    return content.toString('hex');
  } catch (error) {
    if (error instanceof DuisRejection) return error.message;
    throw error;
  }
}

describe('every leaf of a GBZ request', () => {
  for (const { name, useCase } of REFERENCE_REQUESTS) {
    const request = referenceRequest(name);
    const { element, content } = request.body;
    const type = bodyElements.find((each) => each.name === element)?.type ?? '';
    const leaves = leavesOf(content, type, []);
    if (leaves.length === 0) continue;

    it(`changes the content of ${name}, or is known not to`, () => {
      const before = outcomeOf(name, request);
      for (const leaf of leaves) {
        const path = leaf.path.join('.');
        const kind = leaf.path.filter((member) => !/^\d+$/.test(member)).join('.');
        const altered = changed(request, path, another(leaf));
        const reason = UNCARRIED_LEAVES[useCase.code]?.[kind];
        const elsewhere =
          useCase.applies?.(altered, referenceContext('4.3')) !==
          useCase.applies?.(request, referenceContext('4.3'));
        if (reason === undefined && !elsewhere) {
          expect(outcomeOf(name, altered), `${path} changes nothing`).not.to.equal(before);
        }
      }
    });
  }

  it('is listed as uncarried only where it is', () => {
    for (const [code, listed] of Object.entries(UNCARRIED_LEAVES)) {
      for (const kind of Object.keys(listed)) {
        const unchanged = REFERENCE_REQUESTS.filter(({ useCase }) => useCase.code === code).some(
          ({ name }) => {
            const request = referenceRequest(name);
            const type = bodyElements.find((each) => each.name === request.body.element)?.type ?? '';
            const leaf = leavesOf(request.body.content, type, []).find(
              (each) => each.path.filter((member) => !/^\d+$/.test(member)).join('.') === kind,
            );
            return (
              leaf !== undefined &&
              outcomeOf(name, changed(request, leaf.path.join('.'), another(leaf))) ===
                outcomeOf(name, request)
            );
          },
        );
        expect(unchanged, `${code} ${kind}`).to.equal(true);
      }
    }
  });
});
