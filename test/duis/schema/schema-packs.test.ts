import { expect } from 'chai';
import {
  DEFAULT_LIMITS,
  type SchemaPacks,
  schemaVersionOf,
  type SchemaViolation,
  UnknownSchemaVersion,
  withDocument,
} from '../../../src/duis/schema/index.js';
import { schemaPacks, templateRequests, withVersion } from './packs.js';
import { inventory, response } from './sample-messages.js';

const REQUEST = `<?xml version="1.0"?>
<sr:Request xmlns:sr="http://www.dccinterface.co.uk/ServiceUserGateway" schemaVersion="5.4">
<sr:Header>
<sr:RequestID>90-B3-D5-1F-30-01-00-00:00-DB-12-34-56-78-90-A2:1</sr:RequestID>
<sr:CommandVariant>1</sr:CommandVariant>
<sr:ServiceReference>8.11</sr:ServiceReference>
<sr:ServiceReferenceVariant>8.11</sr:ServiceReferenceVariant>
</sr:Header>
<sr:Body><sr:UpdateHANDeviceLog>
<sr:DeviceID>00-DB-12-34-56-78-90-A0</sr:DeviceID>
<sr:RequestType>Add</sr:RequestType>
<sr:AddDeviceToCHFWhitelist>
<sr:JoinTimePeriod>90</sr:JoinTimePeriod>
<sr:InstallCode>30313233343536373839414243444546</sr:InstallCode>
</sr:AddDeviceToCHFWhitelist>
</sr:UpdateHANDeviceLog></sr:Body>
</sr:Request>`;

describe('schema packs', () => {
  let packs: SchemaPacks;

  before(async () => {
    packs = await schemaPacks();
  });

  const violations = (xml: string, version = '5.4'): readonly SchemaViolation[] =>
    withDocument(Buffer.from(xml), DEFAULT_LIMITS, (document) => packs.validate(document, version));

  it('know 5.1 to 5.4', () => {
    expect(packs.known()).to.include.members(['5.1', '5.2', '5.3', '5.4']);
  });

  it('answer an unknown version with those they know', () => {
    expect(() => violations(REQUEST, '6.0')).to.throw(
      UnknownSchemaVersion,
      /^schemaVersion '6\.0' is not known; known are 5\.1, 5\.2, 5\.3, 5\.4/,
    );
  });

  it('take a version with white space around it, and no other spelling of the number', () => {
    expect(violations(REQUEST, ' 5.4\n')).to.deep.equal([]);
    for (const version of ['5.40', '05.4', '+5.4', '']) {
      expect(() => violations(REQUEST, version)).to.throw(UnknownSchemaVersion);
    }
  });

  it('read the version from the root element', () => {
    const versionIn = (xml: string): string | undefined =>
      withDocument(Buffer.from(xml), DEFAULT_LIMITS, schemaVersionOf);
    expect(versionIn(REQUEST)).to.equal('5.4');
    expect(versionIn('<a/>')).to.equal(undefined);
  });

  for (const version of ['5.2', '5.3', '5.4']) {
    it(`accept every template request as ${version}`, () => {
      for (const { name, xml } of templateRequests()) {
        expect(violations(withVersion(xml, version), version), name).to.deep.equal([]);
      }
    });
  }

  it('accept what is for 5.1 as 5.1', () => {
    const refused = templateRequests().filter(
      ({ xml }) => violations(withVersion(xml, '5.1'), '5.1').length > 0,
    );
    expect(refused.map(({ name }) => name)).to.deep.equal([]);
    expect(violations(response(inventory(), 'I0', '5.1'), '5.1')).to.deep.equal([]);
  });

  const body = '/Request/Body/UpdateHANDeviceLog';
  const cases: readonly (readonly [string, RegExp, string, SchemaViolation])[] = [
    [
      'a value outside its enumeration',
      />Add</,
      '>Put<',
      {
        line: 11,
        path: `${body}/RequestType`,
        found: "'Put'",
        expected: "one of 'Add', 'Remove'",
        message: '',
      },
    ],
    [
      'a number that is too big',
      />90</,
      '>3601<',
      {
        line: 13,
        path: `${body}/AddDeviceToCHFWhitelist/JoinTimePeriod`,
        found: "'3601'",
        expected: 'at most 3600',
        message: '',
      },
    ],
    [
      'no number',
      />90</,
      '>soon<',
      {
        line: 13,
        path: `${body}/AddDeviceToCHFWhitelist/JoinTimePeriod`,
        found: "'soon'",
        expected: "a value of this element's type",
        message: '',
      },
    ],
    [
      'an element in the wrong place',
      /<sr:RequestType>Add<\/sr:RequestType>/,
      '',
      {
        line: 12,
        path: `${body}/AddDeviceToCHFWhitelist`,
        found: 'element AddDeviceToCHFWhitelist',
        expected: 'RequestType',
        message: '',
      },
    ],
    [
      'a missing element',
      /<sr:UpdateHANDeviceLog>[^]*<\/sr:UpdateHANDeviceLog>/,
      '<sr:JoinServiceCritical/>',
      {
        line: 9,
        path: '/Request/Body/JoinServiceCritical',
        found: 'element JoinServiceCritical without it',
        expected: 'OtherDeviceID inside',
        message: '',
      },
    ],
    [
      'text between elements',
      /<sr:Body>/,
      '<sr:Body>text',
      {
        line: 9,
        path: '/Request/Body',
        found: 'text inside Body',
        expected: 'elements only',
        message: '',
      },
    ],
    [
      'an attribute too many',
      / schemaVersion/,
      ' other="1" schemaVersion',
      {
        line: 2,
        path: '/Request/@other',
        found: 'attribute other',
        expected: 'no such attribute',
        message: '',
      },
    ],
    [
      'a missing attribute',
      / schemaVersion="5.4"/,
      '',
      {
        line: 2,
        path: '/Request',
        found: 'element Request without it',
        expected: 'attribute schemaVersion',
        message: '',
      },
    ],
    [
      'a wrong attribute',
      /"5\.4"/,
      '"five"',
      {
        line: 2,
        path: '/Request/@schemaVersion',
        found: "'five'",
        expected: 'a value of type xs:decimal',
        message: '',
      },
    ],
  ];
  for (const [what, pattern, replacement, expected] of cases) {
    it(`report ${what} with line, path, found and expected`, () => {
      const [first] = violations(REQUEST.replace(pattern, replacement));
      const message = `found ${expected.found}, expected ${expected.expected}`;
      expect(first).to.deep.equal({ ...expected, message });
    });
  }

  it('report every value that is wrong, not only the first', () => {
    const wrong = REQUEST.replace('>Add<', '>Put<').replace('>90<', '>3601<');
    expect(violations(wrong).map(({ line }) => line)).to.deep.equal([11, 13]);
  });

  it('give the same path whatever prefix a document uses', () => {
    const wrong = REQUEST.replace('>90<', '>3601<');
    const plain = wrong.replaceAll('sr:', '').replace('xmlns:sr=', 'xmlns=');
    expect(violations(plain)).to.deep.equal(violations(wrong));
    expect(violations(wrong.replaceAll('sr:', 'q-1:').replace('xmlns:sr=', 'xmlns:q-1='))).to.deep.equal(
      violations(wrong),
    );
  });

  it('number siblings of one name in the path', () => {
    const device = '<sr:Device><sr:DeviceID>x</sr:DeviceID></sr:Device>';
    const xml = response(inventory()).replace('</sr:DSPInventory>', `${device}</sr:DSPInventory>`);
    expect(violations(xml)[0]?.path).to.equal(
      '/Response/Body/ResponseMessage/DSPInventory/Device[2]/DeviceID',
    );
  });

  it('say what another root element is', () => {
    const [first] = violations('<a schemaVersion="5.4"/>');
    expect(first).to.deep.include({ line: 1, path: '/a', found: 'root element a' });
  });

  it('quote no more than a stretch of what was found', () => {
    const [first] = violations(REQUEST.replace('>Add<', `>${'A'.repeat(1_000_000)}<`));
    expect(first?.message.length).to.be.lessThan(1000);
  });

  it('refuse xsi:type and xsi:nil', () => {
    const instance = 'xmlns:i="http://www.w3.org/2001/XMLSchema-instance"';
    for (const attribute of ['i:type="sr:SignedPreCommand"', 'i:nil="true"']) {
      const xml = REQUEST.replace(
        '<sr:UpdateHANDeviceLog>',
        `<sr:UpdateHANDeviceLog ${instance} ${attribute}>`,
      );
      expect(violations(xml), attribute).to.have.lengthOf(1);
    }
  });
});
