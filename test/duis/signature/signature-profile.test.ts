import { expect } from 'chai';
import { EXCLUSIVE_C14N, SHA256, XMLDSIG } from '../../../src/duis/signature/signature-profile.js';
import type { SignatureReason } from '../../../src/duis/signature/signature-error.js';
import { expectRefusal } from './refusal.js';
import {
  beforeEnd,
  craft,
  identity,
  keyInfo,
  type Parts,
  reference,
  request,
  SIGNATURE,
  TRANSFORM,
  verifyBytes,
} from './signing-fixture.js';

const { issuerName, serialNumber } = identity().certificate;

const method = (name: string, algorithm: string): string => `<ds:${name} Algorithm="${algorithm}"/>`;
const transforms = (...list: string[]): string => `<ds:Transforms>${list.join('')}</ds:Transforms>`;
const transform = (algorithm: string, parameters = ''): string =>
  `<ds:Transform Algorithm="${algorithm}">${parameters}</ds:Transform>`;
const withReference = (uri: string, list?: string): Parts => ({
  reference: (digest) => reference(digest, uri, list),
});
const signature = (edit: (text: string) => string): Parts => ({ signature: edit(SIGNATURE) });
const data = (content: string): Parts => ({ keyInfo: `<ds:KeyInfo>${content}</ds:KeyInfo>` });

/** Each is rightly signed apart from the one thing it is about. */
const DEVIATIONS: readonly [title: string, reason: SignatureReason, parts: Parts][] = [
  [
    'inclusive canonicalisation of SignedInfo',
    'canonicalization-method',
    { c14nMethod: method('CanonicalizationMethod', 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315') },
  ],
  [
    'canonicalisation with comments',
    'canonicalization-method',
    { c14nMethod: method('CanonicalizationMethod', `${EXCLUSIVE_C14N}WithComments`) },
  ],
  [
    'a prefix list for canonicalisation',
    'canonicalization-method',
    {
      c14nMethod:
        `<ds:CanonicalizationMethod Algorithm="${EXCLUSIVE_C14N}"><ec:InclusiveNamespaces ` +
        `xmlns:ec="${EXCLUSIVE_C14N}" PrefixList="sr"/></ds:CanonicalizationMethod>`,
    },
  ],
  [
    'ECDSA with SHA-1',
    'signature-method',
    { signatureMethod: method('SignatureMethod', 'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha1') },
  ],
  [
    'an HMAC, which would take the public key for a secret',
    'signature-method',
    { signatureMethod: method('SignatureMethod', 'http://www.w3.org/2001/04/xmldsig-more#hmac-sha256') },
  ],
  [
    'RSA',
    'signature-method',
    { signatureMethod: method('SignatureMethod', 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256') },
  ],
  ['no Reference', 'reference-count', { reference: () => '' }],
  ['two References', 'reference-count', { reference: (digest) => reference(digest) + reference(digest) }],
  ['a Reference to an Id', 'reference-uri', withReference('URI="#x"')],
  ['a Reference elsewhere', 'reference-uri', withReference('URI="http://example.org/"')],
  ['an XPointer to the root', 'reference-uri', withReference('URI="#xpointer(/)"')],
  ['a Reference without URI', 'reference-uri', withReference('')],
  ['a Reference with an Id', 'signature-structure', withReference('URI="" Id="r"')],
  ['a Reference with a Type', 'signature-structure', withReference('URI="" Type="urn:t"')],
  ['no Transforms', 'transforms', withReference('URI=""', '')],
  ['empty Transforms', 'transforms', withReference('URI=""', transforms())],
  [
    'an XPath transform instead of the enveloped one',
    'transforms',
    withReference(
      'URI=""',
      transforms(
        transform('http://www.w3.org/TR/1999/REC-xpath-19991116', '<ds:XPath>not(ancestor::x)</ds:XPath>'),
      ),
    ),
  ],
  [
    'an extra canonicalisation transform',
    'transforms',
    withReference('URI=""', transforms(TRANSFORM, transform(EXCLUSIVE_C14N))),
  ],
  [
    'an XSLT transform',
    'transforms',
    withReference('URI=""', transforms(TRANSFORM, transform('http://www.w3.org/TR/1999/REC-xslt-19991116'))),
  ],
  [
    'a transform with parameters',
    'transforms',
    withReference('URI=""', transforms(TRANSFORM.replace('/>', '><ds:XPath>1</ds:XPath></ds:Transform>'))),
  ],
  [
    'a SHA-1 digest method',
    'digest-method',
    {
      reference: (digest) => reference(digest).replace(SHA256, 'http://www.w3.org/2000/09/xmldsig#sha1'),
    },
  ],
  [
    'a digest cut short',
    'digest-value',
    { reference: (digest) => reference(Buffer.from(digest, 'base64').subarray(1).toString('base64')) },
  ],
  ['a digest in hexadecimal', 'digest-value', { reference: () => reference('0'.repeat(64)) }],
  ['an empty digest', 'digest-value', { reference: () => reference('') }],
  ['the digest of something else', 'digest-mismatch', { reference: () => reference(`${'A'.repeat(43)}=`) }],
  ['an Id on SignedInfo', 'signature-structure', { signedInfoTag: '<ds:SignedInfo Id="i">' }],
  ['an Id on the Signature', 'signature-structure', signature((s) => s.replace('xmlns', 'Id="s" xmlns'))],
  [
    'an Object in the Signature',
    'signature-structure',
    signature((s) => s.replace('</ds:Signature>', '<ds:Object>x</ds:Object></ds:Signature>')),
  ],
  ['text in the Signature', 'signature-structure', signature((s) => s.replace('KEYINFO', 'textKEYINFO'))],
  [
    'a processing instruction in the Signature',
    'signature-structure',
    signature((s) => s.replace('KEYINFO', '<?p i?>KEYINFO')),
  ],
  [
    'an element of another namespace in the Signature',
    'signature-structure',
    signature((s) => s.replace('KEYINFO', '<x xmlns="urn:x"/>KEYINFO')),
  ],
  ['no KeyInfo', 'signature-structure', { keyInfo: '' }],
  ['two KeyInfo', 'signature-structure', { keyInfo: keyInfo(issuerName, serialNumber).repeat(2) }],
  ['a KeyName', 'key-info', data('<ds:KeyName>supplier</ds:KeyName>')],
  ['an empty KeyInfo', 'key-info', data('')],
  [
    'a subject name',
    'key-info',
    data('<ds:X509Data><ds:X509SubjectName>CN=x</ds:X509SubjectName></ds:X509Data>'),
  ],
  [
    'a certificate beside the issuer and serial number',
    'key-info',
    {
      keyInfo: keyInfo(issuerName, serialNumber).replace(
        '</ds:X509Data>',
        '<ds:X509Certificate>AAAA</ds:X509Certificate></ds:X509Data>',
      ),
    },
  ],
  ['a serial number in hexadecimal', 'key-info', { keyInfo: keyInfo(issuerName, '14BE4AD2') }],
  ['a negative serial number', 'key-info', { keyInfo: keyInfo(issuerName, '-1') }],
  ['an endless serial number', 'key-info', { keyInfo: keyInfo(issuerName, '9'.repeat(51)) }],
  ['an unknown serial number', 'certificate-unknown', { keyInfo: keyInfo(issuerName, 1n) }],
  ['an unknown issuer', 'certificate-unknown', { keyInfo: keyInfo('CN=Z2,OU=07', serialNumber) }],
];

describe('signature profile', () => {
  it('accepts a message of the profile', () => {
    expect(verifyBytes(craft()).signer.eui).to.equal('90-B3-D5-1F-30-01-00-00');
  });

  for (const [title, reason, parts] of DEVIATIONS) {
    it(`refuses ${title}`, () => {
      expectRefusal(() => verifyBytes(craft(parts)), reason);
    });
  }

  for (const [title, edit] of [
    ['63 bytes', (value: Buffer) => value.subarray(1).toString('base64')],
    ['65 bytes', (value: Buffer) => Buffer.concat([value, Buffer.of(0)]).toString('base64')],
    [
      'a DER signature',
      (value: Buffer) => Buffer.concat([Buffer.from('304402', 'hex'), value]).toString('base64'),
    ],
    ['hexadecimal', (value: Buffer) => value.toString('hex')],
    ['base64url', () => `${'_'.repeat(86)}==`],
    ['base64 without its padding', (value: Buffer) => value.toString('base64').replaceAll('=', '')],
    ['base64 with bits beyond its last byte', () => `${'A'.repeat(85)}B==`],
    ['nothing', () => ''],
  ] as const) {
    it(`refuses ${title} as signature value`, () => {
      const message = craft().replace(
        /(<ds:SignatureValue>)([^<]*)/,
        (_, tag: string, value: string) => tag + edit(Buffer.from(value, 'base64')),
      );
      expectRefusal(() => verifyBytes(message), 'signature-value');
    });
  }

  it('refuses a good value with another message', () => {
    const other = craft({ document: request('<sr:ReadFirmwareVersion>1</sr:ReadFirmwareVersion>') });
    const value = (text: string): string => /<ds:SignatureValue>[^<]*/.exec(text)?.[0] ?? '';
    const message = craft();
    expectRefusal(() => verifyBytes(message.replace(value(message), value(other))), 'signature-mismatch');
  });

  it('refuses zero as r and s', () => {
    const message = craft().replace(/(<ds:SignatureValue>)[^<]*/, `$1${'A'.repeat(86)}==`);
    expectRefusal(() => verifyBytes(message), 'signature-mismatch');
  });

  it('says what was found and what was expected', () => {
    const message = craft({ signatureMethod: method('SignatureMethod', 'urn:mine') });
    const { message: text } = expectRefusal(() => verifyBytes(message), 'signature-method');
    expect(text).to.include('urn:mine').and.to.include('ecdsa-sha256');
  });

  describe('spellings that mean the same', () => {
    const same: readonly [string, Parts][] = [
      ['no prefix', { prefix: '' }],
      ['another prefix', { prefix: 'dsig' }],
      ['a prefix with a dot', { prefix: 'a.b-c' }],
      ['a prefix in another script', { prefix: 'подпись' }],
      [
        'comments in the Signature',
        { signature: SIGNATURE.replace('SIGNEDINFO', '<!-- note -->SIGNEDINFO<!-- -->') },
      ],
      ['white space in the Signature', { signature: SIGNATURE.replace('SIGNEDINFO', '\n  SIGNEDINFO\n  ') }],
      [
        'a comment in SignedInfo',
        {
          signatureMethod: `<!-- x --><ds:SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256"/>`,
        },
      ],
      [
        'the namespace declared at the root',
        {
          document: request().replace('schemaVersion', `xmlns:ds="${XMLDSIG}" schemaVersion`),
          signature: SIGNATURE.replace(` xmlns:ds="${XMLDSIG}"`, ''),
        },
      ],
      [
        'a default namespace that is not used, as templates have',
        {
          signature: SIGNATURE.replace('xmlns:ds', `xmlns="${XMLDSIG}" xmlns:ds`),
        },
      ],
      ['white space after the Signature', { place: (d, s) => beforeEnd(d, `${s}\n<!-- end -->\n`) }],
      ['an issuer with spaces', { keyInfo: keyInfo('CN=Z1, OU=07', serialNumber) }],
      ['an issuer the other way round', { keyInfo: keyInfo('OU=07,CN=Z1', serialNumber) }],
      [
        'an issuer with object identifiers',
        { keyInfo: keyInfo('OID.2.5.4.3=Z1, 2.5.4.11=07', serialNumber) },
      ],
      ['a serial number with spaces around', { keyInfo: keyInfo(issuerName, `\n ${serialNumber} \n`) }],
    ];
    for (const [title, parts] of same) {
      it(`accepts ${title}`, () => {
        expect(() => verifyBytes(craft(parts))).not.to.throw();
      });
    }

    it('accepts line breaks and carriage returns in base64, as Java writes them', () => {
      const message = craft().replace(
        /(<ds:SignatureValue>)([^<]{76})/,
        (_, tag: string, line: string) => `${tag}${line}&#13;\n`,
      );
      expect(() => verifyBytes(message)).not.to.throw();
    });
  });
});
