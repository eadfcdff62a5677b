import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { parse, parseAllDocuments } from 'yaml';
import { describeSettings } from '../../src/config/index.js';

const read = (name: string): string => readFileSync(new URL(`../../deploy/${name}`, import.meta.url), 'utf8');
const known = new Set(describeSettings().map(({ variable }) => variable));

interface Compose {
  readonly services: Readonly<Record<string, { readonly environment?: Readonly<Record<string, string>> }>>;
}

interface Workload {
  readonly kind: string;
  readonly spec: {
    readonly template?: {
      readonly spec: {
        readonly containers: readonly { readonly env: readonly { readonly name: string }[] }[];
      };
    };
  };
}

describe('deployment files', () => {
  it('for Docker Compose name settings that exist', () => {
    const { services } = parse(read('compose.yaml'), { merge: true }) as Compose;
    const gateways = Object.entries(services).filter(([name]) => name.startsWith('gateway'));
    expect(gateways).to.have.length(2);
    for (const [, { environment = {} }] of gateways) {
      expect(Object.keys(environment)).to.include('DUIS_DATABASE');
      expect(Object.keys(environment).filter((variable) => !known.has(variable))).to.deep.equal([]);
    }
  });

  it('for Kubernetes name settings that exist', () => {
    const documents = parseAllDocuments(read('kubernetes/gateway.yaml')).map(
      (each) => each.toJS() as Workload,
    );
    const variables = documents.flatMap(({ spec }) =>
      (spec.template?.spec.containers ?? []).flatMap(({ env }) => env.map(({ name }) => name)),
    );
    expect(variables).to.include('DUIS_DATABASE');
    expect(variables.filter((variable) => !known.has(variable))).to.deep.equal([]);
  });
});
