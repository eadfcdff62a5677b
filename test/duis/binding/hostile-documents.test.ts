import { expect } from 'chai';
import { XmlC14NMode } from 'libxml2-wasm';
import { CodecError } from '../../../src/common/errors.js';
import { bindRequest, type Documents, readDocument, writeDocument } from '../../../src/duis/binding/index.js';
import type { Request } from '../../../src/duis/generated/service-request-types.js';
import { hasBody, type ServiceRequest } from '../../../src/duis/service-request.js';
import { DEFAULT_LIMITS, type SchemaPacks, withDocument } from '../../../src/duis/schema/index.js';
import { schemaPacks } from '../schema/packs.js';

const JOIN_TIME = '<sr:JoinTimePeriod>90</sr:JoinTimePeriod>';
const INSTALL_CODE = '<sr:InstallCode>30313233343536373839414243444546</sr:InstallCode>';

const REQUEST =
  '<sr:Request xmlns:sr="http://www.dccinterface.co.uk/ServiceUserGateway" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" schemaVersion="5.4">' +
  '<sr:Header><sr:RequestID>90-B3-D5-1F-30-01-00-00:00-DB-12-34-56-78-90-A2:1</sr:RequestID>' +
  '<sr:CommandVariant>1</sr:CommandVariant><sr:ServiceReference>8.11</sr:ServiceReference>' +
  '<sr:ServiceReferenceVariant>8.11</sr:ServiceReferenceVariant></sr:Header>' +
  '<sr:Body><sr:UpdateHANDeviceLog><sr:DeviceID>00-DB-12-34-56-78-90-A0</sr:DeviceID><sr:RequestType>Add</sr:RequestType>' +
  `<sr:AddDeviceToCHFWhitelist>${JOIN_TIME}${INSTALL_CODE}</sr:AddDeviceToCHFWhitelist>` +
  '</sr:UpdateHANDeviceLog></sr:Body></sr:Request>';

describe('binding of unusual but schema-valid documents', () => {
  let packs: SchemaPacks;

  before(async () => {
    packs = await schemaPacks();
  });

  /** What is bound from the canonical form of a document that the schema accepts. */
  const bound = (xml: string): ServiceRequest =>
    withDocument(Buffer.from(xml), DEFAULT_LIMITS, (document) => {
      expect(packs.validate(document, '5.4')).to.deep.equal([]);
      return bindRequest(Buffer.from(document.canonicalizeToString({ mode: XmlC14NMode.XML_C14N_1_0 })));
    });

  const inNumber = (text: string): string => REQUEST.replace('>90<', `>${text}<`);

  const sameMeaning: Readonly<Record<string, string>> = {
    'character references': inNumber('&#57;&#x30;'),
    CDATA: inNumber('<![CDATA[9]]>0'),
    'a comment in a value': inNumber('9<!-- 9 -->0'),
    'an instruction in a value': inNumber('9<?p 9?>0'),
    'an instruction that looks like elements': inNumber('90<?p </sr:JoinTimePeriod><sr:JoinTimePeriod>?>'),
    'an instruction with one quote': inNumber('9<?p a="?>0'),
    'quotes in instructions around an element': REQUEST.replace(
      INSTALL_CODE,
      `<?p "?>${INSTALL_CODE}<?p "?>`,
    ),
    'instructions and comments around the root': `<?p a?><!-- b -->${REQUEST}<?p c?><!-- d -->`,
    'white space around values': inNumber('\n\t 90 '),
    'white space between elements': REQUEST.replaceAll('><', '>\n  <').replace(
      '>\n  </sr:Request',
      '></sr:Request',
    ),
    'a sign and leading zeros': inNumber('+0090'),
    'lower-case EUI-64s': REQUEST.replace('00-DB-12-34-56-78-90-A0', '00-db-12-34-56-78-90-a0'),
    'a default namespace': REQUEST.replaceAll('sr:', '').replace('xmlns:sr=', 'xmlns='),
    'another prefix': REQUEST.replaceAll('sr:', 'q-1.x:').replace('xmlns:sr=', 'xmlns:q-1.x='),
    'two prefixes for one namespace': REQUEST.replace(
      JOIN_TIME,
      '<q:JoinTimePeriod xmlns:q="http://www.dccinterface.co.uk/ServiceUserGateway" xmlns="urn:x">90</q:JoinTimePeriod>',
    ),
    'hints for validators': REQUEST.replace(
      ' schemaVersion',
      ` xsi:schemaLocation='a/> "b" &gt;' schemaVersion`,
    ),
    'an attribute in single quotes and a tag over lines': REQUEST.replace(
      ' schemaVersion="5.4">',
      "\n  schemaVersion = '5.4'\n>",
    ),
  };
  for (const [what, xml] of Object.entries(sameMeaning)) {
    it(`is not misled by ${what}`, () => {
      expect(bound(xml)).to.deep.equal(bound(REQUEST));
    });
  }

  it('takes every lexical form of a truth value', () => {
    const first = (text: string): boolean | undefined =>
      bindRequest(
        Buffer.from(
          REQUEST.replace(
            '<sr:CommandVariant>',
            `<sr:FirstInSequence>${text}</sr:FirstInSequence><sr:CommandVariant>`,
          ),
        ),
      ).firstInSequence;
    expect(['true', '1', ' true ', 'false', '0'].map(first)).to.deep.equal([true, true, true, false, false]);
  });

  const TIMES: readonly (readonly [string, string])[] = [
    ['2026-03-29T01:30:00Z', '2026-03-29T01:30:00.000Z'],
    ['2026-03-29T01:30:00', '2026-03-29T01:30:00.000Z'],
    ['2026-03-29T01:30:00+01:00', '2026-03-29T00:30:00.000Z'],
    ['2026-03-28T22:30:00-03:30', '2026-03-29T02:00:00.000Z'],
    ['2026-12-31T24:00:00Z', '2027-01-01T00:00:00.000Z'],
    ['2028-02-29T00:00:00.1239Z', '2028-02-29T00:00:00.123Z'],
    ['2026-03-29T01:30:00.5', '2026-03-29T01:30:00.500Z'],
    ['0020-01-01T00:00:00Z', '0020-01-01T00:00:00.000Z'],
    ['3000-01-01T00:00:00.00Z', '3000-01-01T00:00:00.000Z'],
    ['12026-01-01T00:00:00Z', '+012026-01-01T00:00:00.000Z'],
  ];
  for (const [text, expected] of TIMES) {
    it(`reads the time ${text}`, () => {
      const time = `<sr:ExecutionDateTime>${text}</sr:ExecutionDateTime>`;
      const request = bound(REQUEST.replace('<sr:DeviceID>', `${time}<sr:DeviceID>`));
      if (!hasBody(request, 'UpdateHANDeviceLog')) throw new Error('another element');
      expect(request.body.content.ExecutionDateTime?.toISOString()).to.equal(expected);
    });
  }

  it('refuses a time that JavaScript cannot hold', () => {
    const time = '<sr:ExecutionDateTime>999999-01-01T00:00:00Z</sr:ExecutionDateTime>';
    expect(() => bound(REQUEST.replace('<sr:DeviceID>', `${time}<sr:DeviceID>`))).to.throw(CodecError);
  });
});

describe('reading of canonical XML', () => {
  const refused: Readonly<Record<string, string>> = {
    nothing: '',
    text: 'hello',
    'another root': REQUEST.replaceAll('sr:Request>', 'sr:Response>').replace(
      '<sr:Request ',
      '<sr:Response ',
    ),
    'a cut document': REQUEST.slice(0, -5),
    'something behind the root': `${REQUEST}<a></a>`,
    'a comment': REQUEST.replace('<sr:Body>', '<sr:Body><!-- c -->'),
    CDATA: REQUEST.replace('>90<', '><![CDATA[90]]><'),
    'an empty element tag': REQUEST.replace(/<sr:AddDevice.*Whitelist>/, '<sr:AddDeviceToCHFWhitelist/>'),
    'an attribute in single quotes': REQUEST.replace('"5.4"', "'5.4'"),
    'an unknown reference': REQUEST.replace('>Add<', '>&Add;<'),
    'tags that cross': REQUEST.replace('</sr:RequestType>', '</sr:DeviceID>'),
    'text between elements': REQUEST.replace('<sr:Body>', '<sr:Body>text'),
    'an element that is not in the schema': REQUEST.replace(
      '<sr:DeviceID>',
      '<sr:Other></sr:Other><sr:DeviceID>',
    ),
    'an element named like a member of every object': REQUEST.replace(
      '<sr:DeviceID>',
      '<sr:constructor></sr:constructor><sr:DeviceID>',
    ),
    'an attribute that is not in the schema': REQUEST.replace(' schemaVersion', ' other="1" schemaVersion'),
    'an element twice': REQUEST.replace(JOIN_TIME, JOIN_TIME + JOIN_TIME),
    'a number that is none': REQUEST.replace('>90<', '>soon<'),
    'an empty Body': REQUEST.replace(/<sr:Body>.*<\/sr:Body>/, '<sr:Body></sr:Body>'),
  };
  for (const [what, xml] of Object.entries(refused)) {
    it(`refuses ${what}`, () => {
      expect(() => bindRequest(Buffer.from(xml))).to.throw(CodecError);
    });
  }

  it('refuses any document that is cut off, without hanging', () => {
    for (let length = 0; length < REQUEST.length; length += 1) {
      expect(() => readDocument(Buffer.from(REQUEST.slice(0, length)), 'sr:Request'), `${length}`).to.throw(
        CodecError,
      );
    }
  });

  it('names the member that cannot be read', () => {
    expect(() => bindRequest(Buffer.from(REQUEST.replace('>90<', '>soon<')))).to.throw(
      CodecError,
      /^Request\/Body\/UpdateHANDeviceLog\/AddDeviceToCHFWhitelist\/JoinTimePeriod: 'soon' is not an integer/,
    );
  });

  it('passes over a Signature, whatever is in it', () => {
    const signature =
      '<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#">text<ds:Object Id="a>"><a>1</a> tail<ds:Signature></ds:Signature></ds:Object>\n</ds:Signature>';
    const signed = REQUEST.replace('</sr:Request>', `${signature}</sr:Request>`);
    expect(readDocument(Buffer.from(signed), 'sr:Request')).to.deep.equal(
      readDocument(Buffer.from(REQUEST), 'sr:Request'),
    );
  });
});

describe('writing of documents', () => {
  const request = (): Request => readDocument(Buffer.from(REQUEST), 'sr:Request') as Request;

  for (const [name, text] of [
    ['a zero byte', 'a\0b'],
    ['an escape character', '\u001B[2J'],
    ['half a surrogate pair', '\uD83D'],
    ['a character that is none', '\uFFFE'],
  ] as const) {
    it(`refuses ${name}, which XML cannot carry`, () => {
      const body = { UpdateSupplierName: { SupplierName: text } } as unknown as Request['Body'];
      expect(() => writeDocument('sr:Request', { ...request(), Body: body })).to.throw(
        CodecError,
        /XML cannot carry/,
      );
    });
  }

  it('refuses a time that XML Schema cannot express', () => {
    for (const instant of [
      new Date(NaN),
      new Date('+012026-01-01T00:00:00Z'),
      new Date('-000001-01-01T00:00:00Z'),
    ]) {
      const body = { ReadFirmwareVersion: { ExecutionDateTime: instant } } as unknown as Request['Body'];
      const document: Documents['sr:Request'] = { ...request(), Body: body };
      expect(() => writeDocument('sr:Request', document)).to.throw(
        CodecError,
        'Request/Body/ReadFirmwareVersion',
      );
    }
  });
});
