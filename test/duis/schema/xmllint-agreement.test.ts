import { expect } from 'chai';
import { join } from 'node:path';
import { validateXML } from 'xmllint-wasm';
import { DEFAULT_LIMITS, type SchemaPacks, withDocument } from '../../../src/duis/schema/index.js';
import { duisFile, readPack } from '../../../src/duis/schema/schema-pack.js';
import { mutations } from './mutations.js';
import { schemaPacks, templateRequests, withoutSignature, XSD_DIRECTORY } from './packs.js';
import { changeOfSupplier, inventory, region, response, schedule, wanMatrix } from './sample-messages.js';

/** Every so many mutated documents go to xmllint too. */
const STEP = 41;

/** As many documents as xmllint takes on one command line. */
const BATCH = 100;

interface Document {
  readonly fileName: string;
  readonly contents: string;
}

/** The lines in which xmllint finds violations of 5.4, by document. */
async function xmllintLines(documents: readonly Document[]): Promise<ReadonlyMap<string, readonly number[]>> {
  const { files } = readPack(join(XSD_DIRECTORY, 'packs/5.4'));
  const schemas = [...files].map(([fileName, contents]) => ({ fileName, contents }));
  const schema = schemas.filter(({ fileName }) => fileName === duisFile('5.4'));
  const preload = schemas.filter((other) => !schema.includes(other));
  const lines = new Map<string, number[]>(documents.map(({ fileName }) => [fileName, []]));
  for (let first = 0; first < documents.length; first += BATCH) {
    const { errors } = await validateXML({ xml: documents.slice(first, first + BATCH), schema, preload });
    for (const { loc, rawMessage } of errors) {
      // The last line for each file only says that it fails.
      if (/ fails to validate$/.test(rawMessage.trim())) continue;
      if (loc !== null) lines.get(loc.fileName)?.push(loc.lineNumber);
    }
  }
  return lines;
}

describe('xmllint and the fast path', () => {
  let packs: SchemaPacks;

  before(async () => {
    packs = await schemaPacks();
  });

  it('agree on every message and on a sample of mutated ones, violation by violation', async function () {
    this.timeout(300_000);
    const messages = [
      ...templateRequests().map(({ xml }) => xml),
      response(inventory()),
      response(schedule('4.6', '4.6.1', '<sr:DSPReadLoadLimitData/>')),
      response(wanMatrix(region('North', 'I0'), region('4G South', 'E4', false))),
      response(changeOfSupplier()),
    ];
    const mutated = messages
      .flatMap((xml) => [...mutations(withoutSignature(xml), 12)])
      .filter((_xml, index) => index % STEP === 0);
    const documents = [...messages, ...mutated].map((contents, index) => ({
      fileName: `${index}.xml`,
      contents,
    }));
    const byFile = await xmllintLines(documents);
    let invalid = 0;
    for (const { fileName, contents } of documents) {
      const ours = withDocument(Buffer.from(contents), DEFAULT_LIMITS, (document) =>
        packs.validate(document, '5.4'),
      );
      expect(
        ours.map(({ line }) => line),
        contents,
      ).to.deep.equal(byFile.get(fileName));
      if (ours.length > 0) invalid += 1;
    }
    expect(documents.length - invalid).to.be.greaterThan(300);
    expect(invalid).to.be.greaterThan(400);
  });
});
