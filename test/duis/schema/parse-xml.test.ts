import { expect } from 'chai';
import { diag, type XmlDocument, xmlCleanupInputProvider, xmlRegisterInputProvider } from 'libxml2-wasm';
import { DEFAULT_LIMITS, parseXml, UnreadableXml, withDocument } from '../../../src/duis/schema/index.js';
import { schemaPacks, templateRequests } from './packs.js';

function refusal(xml: string | Uint8Array, limits = DEFAULT_LIMITS): UnreadableXml {
  try {
    parseXml(Buffer.from(xml), limits).dispose();
  } catch (error) {
    if (error instanceof UnreadableXml) return error;
    throw error;
  }
  throw new Error('it was read');
}

const rootName = (xml: string | Uint8Array): string =>
  withDocument(Buffer.from(xml), DEFAULT_LIMITS, (document) => document.root.name);

describe('reading XML', () => {
  it('reads UTF-8 with and without a byte order mark, UTF-16 and ISO 8859-1', () => {
    expect(rootName('<a/>')).to.equal('a');
    expect(rootName('\uFEFF<a/>')).to.equal('a');
    expect(rootName(Buffer.from('\uFEFF<?xml version="1.0" encoding="UTF-16"?><a/>', 'utf16le'))).to.equal(
      'a',
    );
    expect(rootName(Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><\u00E9/>', 'latin1'))).to.equal(
      '\u00E9',
    );
  });

  it('names the line where a document stops being XML', () => {
    const error = refusal('<a>\n<b>\n</a>');
    expect(error).to.include({ reason: 'malformed', line: 3 });
    expect(error.message).to.match(/^line 3: not well-formed XML: .*mismatch/);
  });

  const malformed: Record<string, string | Uint8Array> = {
    nothing: '',
    'white space': ' \n ',
    text: 'hello',
    JSON: '{"a":1}',
    'zero bytes': new Uint8Array(100),
    'two roots': '<a/><b/>',
    'an unknown entity': '<a>&nbsp;</a>',
    'bytes that are not UTF-8': Buffer.from('<a>\xFF</a>', 'latin1'),
    'an unknown encoding': '<?xml version="1.0" encoding="IBM037"?><a/>',
    'an undeclared prefix': '<x:a/>',
    'an attribute twice': '<a b="1" b="2"/>',
    'a cut document': '<a><b>text',
  };
  for (const [what, xml] of Object.entries(malformed)) {
    it(`refuses ${what}`, () => {
      expect(refusal(xml).reason).to.equal('malformed');
    });
  }

  it('reads up to the largest size and refuses one byte more', () => {
    const limits = { ...DEFAULT_LIMITS, maxBytes: 10 };
    parseXml(Buffer.from('<a>123</a>'), limits).dispose();
    expect(refusal('<a>1234</a>', limits)).to.include({ reason: 'too-large' });
  });

  it('reads a firmware image of 7 MB in base64', () => {
    const image = Buffer.alloc(7_000_000, 1).toString('base64');
    expect(rootName(`<a>${image}</a>`)).to.equal('a');
  });

  it('refuses one text longer than libxml2 holds', () => {
    const limits = { ...DEFAULT_LIMITS, maxBytes: 20_000_000 };
    expect(refusal(`<a>${'x'.repeat(10_100_000)}</a>`, limits).reason).to.equal('too-large');
  });

  it('reads up to the deepest nesting and refuses one element more', () => {
    const nested = (depth: number): string => `${'<a>'.repeat(depth)}${'</a>'.repeat(depth)}`;
    expect(rootName(nested(64))).to.equal('a');
    expect(refusal(nested(65)).reason).to.equal('too-deep');
    expect(refusal(nested(100_000)).reason).to.equal('too-deep');
  });

  const laughs = Array.from({ length: 30 }, (_, n) => `<!ENTITY l${n + 1} "&l${n};&l${n};&l${n};">`).join('');
  const declarations: Record<string, string | Uint8Array> = {
    'a document type': '<!DOCTYPE a><a/>',
    'an external document type': '<!DOCTYPE a SYSTEM "http://localhost:1/a.dtd"><a/>',
    'an internal entity': '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>',
    'an external entity': '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
    'a parameter entity': '<!DOCTYPE a [<!ENTITY % x SYSTEM "file:///etc/passwd"> %x;]><a/>',
    'a billion laughs': `<!DOCTYPE a [<!ENTITY l0 "lol">${laughs}]><a>&l30;</a>`,
    'a billion laughs in an attribute': `<!DOCTYPE a [<!ENTITY l0 "lol">${laughs}]><a b="&l30;"/>`,
    'one behind a declaration, comments and instructions':
      '\uFEFF<?xml version="1.0"?><!-- c --> <?p i?><!----><!DOCTYPE a><a/>',
    'one behind a comment that speaks of one': '<!-- <!DOCTYPE a> --><!DOCTYPE a><a/>',
    'one in UTF-16, little end first': Buffer.from('\uFEFF<!DOCTYPE a><a/>', 'utf16le'),
    'one in UTF-16, big end first': Buffer.from('\uFEFF<!DOCTYPE a><a/>', 'utf16le').swap16(),
  };
  for (const [what, xml] of Object.entries(declarations)) {
    it(`refuses ${what}`, () => {
      expect(refusal(xml).reason).to.equal('document-type');
    });
  }

  it('is not slowed down by a billion laughs in an encoding its first look does not understand', () => {
    const bomb = Buffer.from(
      `\uFEFF<!DOCTYPE a [<!ENTITY l0 "lol">${laughs}]><a b="&l30;"/>`,
      'utf16le',
    ).swap16();
    expect(refusal(bomb).reason).to.be.oneOf(['document-type', 'malformed', 'too-large']);
  });

  it('is not slowed down by a prolog of many comments', () => {
    const comments = '<!-- -->'.repeat(200_000);
    expect(refusal(`${comments}x<!DOCTYPE a><a/>`).reason).to.equal('malformed');
  });

  it('takes the words of a document type in comments and CDATA for what they are', () => {
    expect(rootName('<!-- <!DOCTYPE a> --><a><![CDATA[<!DOCTYPE a>]]></a>')).to.equal('a');
  });

  it('loads nothing that a document names', async () => {
    const asked: string[] = [];
    const packs = await schemaPacks();
    const nothing = {
      match: (name: string) => asked.push(name) > 0,
      open: () => undefined,
      read: () => -1,
      close: () => true,
    };
    xmlRegisterInputProvider(nothing);
    try {
      const hint =
        'xsi:schemaLocation="urn:q file:///etc/passwd http://www.dccinterface.co.uk/ServiceUserGateway a.xsd"';
      const xml = (templateRequests()[0]?.xml ?? '')
        .replace(
          /<sr:Request /,
          `<sr:Request xmlns:i="http://www.w3.org/2001/XMLSchema-instance" ${hint.replace('xsi', 'i')} i:noNamespaceSchemaLocation="b.xsd" `,
        )
        .replace(
          /(<ds:KeyInfo>)/,
          '$1<q:q xmlns:q="urn:q"><z xmlns=""/></q:q><x:include xmlns:x="http://www.w3.org/2001/XInclude" href="c.xml"/>',
        )
        .replace(/(<\?xml[^>]*>)/, '$1<?xml-stylesheet href="d.xsl"?><?oasis-xml-catalog catalog="e.xml"?>');
      withDocument(Buffer.from(xml), DEFAULT_LIMITS, (document) => packs.validate(document, '5.4'));
      expect(asked).to.deep.equal([]);
    } finally {
      xmlCleanupInputProvider();
    }
  });

  it('frees a document on every path', async () => {
    const packs = await schemaPacks();
    diag.configure({ enabled: true });
    try {
      const fail = (): never => {
        throw new Error('on purpose');
      };
      withDocument(Buffer.from('<a/>'), DEFAULT_LIMITS, () => 1);
      expect(() => withDocument(Buffer.from('<a/>'), DEFAULT_LIMITS, fail)).to.throw('on purpose');
      const unknown = (document: XmlDocument): unknown => packs.validate(document, '0.0');
      expect(() => withDocument(Buffer.from('<a/>'), DEFAULT_LIMITS, unknown)).to.throw();
      withDocument(Buffer.from('<a/>'), DEFAULT_LIMITS, (document) => packs.validate(document, '5.4'));
      for (const xml of [
        ...Object.values(malformed),
        ...Object.values(declarations),
        '<a>'.repeat(65) + '</a>'.repeat(65),
      ]) {
        refusal(xml);
      }
      expect(diag.report()).to.deep.equal({});
    } finally {
      diag.configure({ enabled: false });
    }
  });
});
