import { expect } from 'chai';
import { join } from 'node:path';
import { XmlDocument, XmlElement, type XsdValidator } from 'libxml2-wasm';
import { InternalError } from '../../../src/common/errors.js';
import { assemblePack } from '../../../src/duis/schema/assemble-pack.js';
import { schemasIn } from '../../../src/duis/schema/add-schema-pack.js';
import { DEFAULT_LIMITS, type SchemaPacks, withDocument } from '../../../src/duis/schema/index.js';
import {
  compilePack,
  duisFile,
  mmcFile,
  readPack,
  type SchemaPack,
  XMLDSIG_FILE,
} from '../../../src/duis/schema/schema-pack.js';
import { schemaViolation } from '../../../src/duis/schema/schema-violation.js';
import { uplift } from '../../../src/duis/schema/uplift.js';
import { upliftTo54 } from '../../../src/duis/schema/uplift-definition.js';
import { XmlValidateError } from 'libxml2-wasm';
import { mutations } from './mutations.js';
import {
  describeWithOfficial54,
  OFFICIAL_5_4,
  schemaPacks,
  templateRequests,
  withoutSignature,
  XSD_DIRECTORY,
} from './packs.js';
import {
  changeOfSupplier,
  inventory,
  region,
  response,
  schedule,
  wanMatrix,
  wanMatrixOf51,
} from './sample-messages.js';

const instantaneous = '<sr:DSPReadInstantaneousExportRegisters/>';
const monthly = '<sr:DSPReadLoadLimitData/>';

/** What each edit allows: by the document, all of which 5.4 accepts and 5.1 does not. */
const NEW_IN_54: Readonly<Record<string, string>> = {
  'a DSP Schedule for Service Reference 4.2': response(schedule('4.2', '4.6.1', monthly)),
  'a DSP Schedule for variant 4.2': response(schedule('4.6', '4.2', monthly)),
  'a DSP Schedule that reads export registers': response(schedule('4.6', '4.6.1', instantaneous)),
  'region 4G North': response(inventory('', '4G North')),
  'region 4G Central': response(inventory('', '4G Central')),
  'region 4G South': response(inventory('', '4G South')),
  'Connectivity Cellular': response(inventory('<sr:Connectivity>Cellular</sr:Connectivity>')),
  'Connectivity Virtual': response(inventory('<sr:Connectivity>Virtual</sr:Connectivity>')),
  'a WAN Matrix of one region': response(wanMatrix(region('North', 'I0'))),
  'a WAN Matrix of two regions': response(wanMatrix(region('North', 'I0'), region('4G North', 'I0'))),
  'a WAN Matrix region without coverage': response(wanMatrix(region('North', 'E120103', false))),
  'Response Code E050111': response(inventory(), 'E050111'),
  'Response Code E050112': response(inventory(), 'E050112'),
  'Response Code E081406': response(inventory(), 'E081406'),
  'Response Code E110106': response(inventory(), 'E110106'),
  'Response Code E120103': response(inventory(), 'E120103'),
  'an ECoS error': response(changeOfSupplier('<sr:ECoSErrorCode>E01</sr:ECoSErrorCode>')),
};

/** What both versions refuse, near to what the edits allow. */
const REFUSED_BY_BOTH: Readonly<Record<string, string>> = {
  'Connectivity Satellite': response(inventory('<sr:Connectivity>Satellite</sr:Connectivity>')),
  'region 5G North': response(inventory('', '5G North')),
  'an ECoS error of two characters': response(changeOfSupplier('<sr:ECoSErrorCode>E1</sr:ECoSErrorCode>')),
  'an ECoS error of four characters': response(changeOfSupplier('<sr:ECoSErrorCode>E012</sr:ECoSErrorCode>')),
  'a WAN Matrix without region': response(wanMatrix()),
  'Response Code E050113': response(inventory(), 'E050113'),
};

describe('uplift of the DUIS schema from 5.1 to 5.4', () => {
  let packs: SchemaPacks;

  before(async () => {
    packs = await schemaPacks();
  });

  const accepts = (version: string, xml: string): boolean =>
    withDocument(
      Buffer.from(xml),
      DEFAULT_LIMITS,
      (document) => packs.validate(document, version).length === 0,
    );

  for (const [what, xml] of Object.entries(NEW_IN_54)) {
    it(`allows ${what}, which 5.1 does not`, () => {
      expect({ '5.1': accepts('5.1', xml), '5.4': accepts('5.4', xml) }).to.deep.equal({
        '5.1': false,
        '5.4': true,
      });
    });
  }

  for (const [what, xml] of Object.entries(REFUSED_BY_BOTH)) {
    it(`refuses ${what}, as 5.1 does`, () => {
      expect({ '5.1': accepts('5.1', xml), '5.4': accepts('5.4', xml) }).to.deep.equal({
        '5.1': false,
        '5.4': false,
      });
    });
  }

  it('allows the same as 5.1 where nothing was edited', () => {
    for (const xml of [
      response(inventory()),
      response(schedule('4.6', '4.6.1', monthly)),
      response(changeOfSupplier()),
    ]) {
      expect({ '5.1': accepts('5.1', xml), '5.4': accepts('5.4', xml) }).to.deep.equal({
        '5.1': true,
        '5.4': true,
      });
    }
  });

  it('refuses a WAN Matrix in the form of 5.1', () => {
    const xml = response(wanMatrixOf51);
    expect({ '5.1': accepts('5.1', xml), '5.4': accepts('5.4', xml) }).to.deep.equal({
      '5.1': true,
      '5.4': false,
    });
  });

  it('gives a reason for each edit', () => {
    for (const { because } of upliftTo54().edits) expect(because).to.match(/^[A-Z0-9].*\.$/);
  });

  it('refuses a schema that it was not written for', () => {
    const schema = readPack(join(XSD_DIRECTORY, 'packs/5.1')).files.get(duisFile('5.1')) ?? new Uint8Array();
    const once = uplift(schema, upliftTo54());
    expect(() => uplift(once, upliftTo54())).to.throw(InternalError, /uplift: /);
    expect(() =>
      uplift(Buffer.from('<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"/>'), upliftTo54()),
    ).to.throw(InternalError);
  });
});

describeWithOfficial54('the uplifted schemas and the official ones of 5.4', () => {
  let uplifted: SchemaPack;
  let official: SchemaPack;

  before(async () => {
    const packs = await schemaPacks();
    expect(packs.known()).to.include('5.4');
    uplifted = readPack(join(XSD_DIRECTORY, 'packs/5.4'));
    official = assemblePack(OFFICIAL_5_4, schemasIn(OFFICIAL_5_4), 'added');
  });

  for (const file of [duisFile('5.4'), mmcFile('5.4'), XMLDSIG_FILE]) {
    it(`are equal in ${file} apart from comments, white space and order without meaning`, function () {
      if (uplifted.manifest.origin !== 'uplift') this.skip();
      expect(normalForm(uplifted, file)).to.deep.equal(normalForm(official, file));
    });
  }

  it('accept and refuse the same mutated documents, for the same reasons', function () {
    this.timeout(300_000);
    const validators = [compilePack(uplifted), compilePack(official)] as const;
    try {
      const documents = [
        ...templateRequests().map(({ xml }) => withoutSignature(xml)),
        ...Object.values(NEW_IN_54),
        ...Object.values(REFUSED_BY_BOTH),
        response(wanMatrixOf51),
      ];
      let accepted = 0;
      let refused = 0;
      for (const xml of documents) {
        for (const mutated of [xml, ...mutations(xml, 4)]) {
          const [ours, theirs] = validators.map((validator) => reasons(validator, mutated));
          if (ours !== theirs) expect(ours, mutated).to.equal(theirs);
          if (ours === '') accepted += 1;
          else refused += 1;
        }
      }
      expect(accepted).to.be.greaterThan(1_000);
      expect(refused).to.be.greaterThan(8_000);
    } finally {
      for (const validator of validators) validator.dispose();
    }
  });
});

function reasons(validator: XsdValidator, xml: string): string {
  return withDocument(Buffer.from(xml), DEFAULT_LIMITS, (document) => {
    try {
      validator.validate(document);
      return '';
    } catch (error) {
      if (!(error instanceof XmlValidateError)) throw error;
      return JSON.stringify(error.details.map((detail) => schemaViolation(document, detail)));
    }
  });
}

interface NormalForm {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly NormalForm[];
}

function normalForm(pack: SchemaPack, file: string): NormalForm {
  const document = XmlDocument.fromBuffer(pack.files.get(file) ?? new Uint8Array());
  try {
    return normalElement(document.root);
  } finally {
    document.dispose();
  }
}

/** Order matters among the particles of a group; global declarations and the values of an enumeration have none. */
function normalElement(element: XmlElement): NormalForm {
  const attributes: Record<string, string> = {};
  for (const { name, value } of element.attrs) {
    const byDefault = (name === 'minOccurs' || name === 'maxOccurs') && value === '1';
    if (!byDefault) attributes[name] = value;
  }
  const children: NormalForm[] = [];
  for (let child = element.firstChild; child !== null; child = child.next) {
    if (child instanceof XmlElement && child.name !== 'annotation') children.push(normalElement(child));
  }
  if (element.name === 'schema' || element.name === 'restriction') {
    const key = ({ name, attributes: { name: of = '', value = '' } }: NormalForm): string =>
      `${name} ${of} ${value}`;
    children.sort((a, b) => key(a).localeCompare(key(b)));
  }
  return { name: element.name, attributes, children };
}
