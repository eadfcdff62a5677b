import { expect } from 'chai';
import fc from 'fast-check';
import { XmlC14NMode } from 'libxml2-wasm';
import { bindRequest, type Documents, readDocument, writeDocument } from '../../../src/duis/binding/index.js';
import type { ComplexModel } from '../../../src/duis/binding/schema-model.js';
import { SCHEMA_MODEL } from '../../../src/duis/generated/schema-model.js';
import { DEFAULT_LIMITS, type SchemaPacks, withDocument } from '../../../src/duis/schema/index.js';
import { schemaPacks } from '../schema/packs.js';
import { arbitraryOf } from './arbitrary-document.js';

/** Documents made for each alternative of a Body. */
const RUNS = 6;

type Root = keyof Documents;

const SEED = { numRuns: RUNS, seed: 20260131 };

describe('any document of the schema', () => {
  let packs: SchemaPacks;

  before(async () => {
    packs = await schemaPacks();
  });

  /** Writes, validates and reads a document; a Signature the schema wants is not written, so its absence is no fault. */
  function roundTrip(root: Root, value: unknown): unknown {
    const xml = writeDocument(root, value as Documents[Root]);
    return withDocument(Buffer.from(xml), DEFAULT_LIMITS, (document) => {
      const violations = packs
        .validate(document, '5.4')
        .filter(({ expected }) => !/Signature/.test(expected));
      if (violations.length > 0) expect(violations, xml).to.deep.equal([]);
      const canonical = document.canonicalizeToString({ mode: XmlC14NMode.XML_C14N_1_0 });
      return readDocument(Buffer.from(canonical), root);
    });
  }

  const holds = (root: Root, arbitrary: fc.Arbitrary<unknown>, runs = RUNS): void => {
    const property = fc.property(arbitrary, (value) => {
      expect(roundTrip(root, value)).to.deep.equal(value);
    });
    fc.assert(property, { ...SEED, numRuns: runs });
  };

  /** Each element a Body may hold, so that all have their turn. */
  const bodies = (type: string): readonly { name: string; content: fc.Arbitrary<unknown> }[] =>
    (complex(type).elements ?? []).map(({ name, type: content }) => ({
      name,
      content: arbitraryOf(content),
    }));

  for (const { name, content } of bodies('sr:Request_Body')) {
    it(`with a Request for ${name} is written, valid, and read back as it was`, () => {
      const request = fc.record({
        schemaVersion: fc.constant('5.4'),
        Header: arbitraryOf('sr:Request_Header'),
        Body: fc.record({ [name]: content }),
      });
      holds('sr:Request', request);
      fc.assert(
        fc.property(request, (value) => {
          const bound = bindRequest(
            Buffer.from(writeDocument('sr:Request', value as Documents['sr:Request'])),
          );
          expect(bound.body).to.deep.equal({ element: name, content: value.Body[name] });
        }),
        SEED,
      );
    });
  }

  for (const { name, content } of bodies('sr:Response_Body')) {
    it(`with a Response of kind ${name} is written, valid, and read back as it was`, () => {
      const response = fc.record({
        schemaVersion: fc.constant('5.4'),
        Header: arbitraryOf('sr:Response_Header'),
        Body: fc.record({ [name]: content }),
      });
      holds('sr:Response', response, 60);
    }).timeout(120_000);
  }

  it('from an S1SP is written, valid, and read back as it was', () => {
    holds('sr:S1SPAlert', arbitraryOf('sr:S1SPAlert'), 50);
    holds('sr:SMETS1SignedResponse', arbitraryOf('sr:SMETS1SignedResponse'), 60);
  }).timeout(120_000);
});

function complex(type: string): ComplexModel {
  const found = SCHEMA_MODEL.complex[type];
  if (found === undefined) throw new Error(`no type ${type}`);
  return found;
}
