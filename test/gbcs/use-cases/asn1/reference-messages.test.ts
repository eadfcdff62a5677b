import { expect } from 'chai';
import fc from 'fast-check';
import { CodecError } from '../../../../src/common/errors.js';
import { decodeDer, type DerSchema, encodeDer } from '../../../../src/gbcs/asn1/der-schema.js';
import { decodeMessage } from '../../../../src/gbcs/message.js';
import type { Asn1UseCase } from '../../../../src/gbcs/use-cases/asn1/asn1-use-case.js';
import { ASN1_USE_CASES } from '../../../../src/gbcs/use-cases/asn1/index.js';
import { describeWithRtds, rtdsMessages } from '../../rtds.js';

type AnyAsn1UseCase = Asn1UseCase<unknown, unknown, unknown>;

const BY_CODE = new Map(ASN1_USE_CASES.map((useCase) => [useCase.messageCode, useCase as AnyAsn1UseCase]));

const KINDS = { Command: 'command', Response: 'response', Alert: 'alert' } as const;

interface Content {
  readonly name: string;
  readonly kind: keyof typeof KINDS;
  readonly useCase: AnyAsn1UseCase;
  readonly schema: DerSchema<unknown>;
  readonly bytes: Buffer;
}

const contents: readonly Content[] = rtdsMessages().flatMap(({ name, bytes }) => {
  const { header, content } = decodeMessage(bytes);
  const useCase = BY_CODE.get(header.messageCode);
  const schema = useCase?.contents[KINDS[header.kind]];
  return useCase && schema ? [{ name, kind: header.kind, useCase, schema, bytes: content }] : [];
});

describe('The list of ASN.1 use cases', () => {
  it('has one row a message code', () => {
    expect(BY_CODE.size).to.equal(ASN1_USE_CASES.length);
    expect(ASN1_USE_CASES.length).to.equal(34);
  });

  it('gives each row a source, and targets where a Service Request asks for it', () => {
    for (const { code, source, targets, serviceReferenceVariants } of ASN1_USE_CASES) {
      expect(source, code).not.to.equal('');
      if (serviceReferenceVariants.length > 0) expect(targets, code).not.to.be.empty;
    }
  });
});

describeWithRtds('ASN.1 contents of the reference messages', () => {
  it('are all found', () => {
    const count = (kind: Content['kind']): number => contents.filter((found) => found.kind === kind).length;
    expect(count('Command')).to.equal(93);
    expect(count('Response')).to.equal(67);
    expect(count('Alert')).to.equal(11);
  });

  for (const { name, kind, useCase, schema, bytes } of contents) {
    it(`${name} is written back to the same bytes`, () => {
      const { value, lengthForm } = decodeDer(schema, bytes);
      expect(encodeDer(schema, value, lengthForm).equals(bytes)).to.equal(true);
      const shown =
        kind === 'Command'
          ? useCase.describeCommand(bytes)
          : kind === 'Response'
            ? useCase.describeResponse(bytes)
            : useCase.describeAlert?.(bytes);
      expect(JSON.parse(JSON.stringify(shown))).to.deep.equal(shown);
    });
  }

  it('take the long form of lengths in exactly 18 Responses and Alerts', () => {
    const long = contents.filter(({ schema, bytes }) => decodeDer(schema, bytes).lengthForm === 'twoOctets');
    expect(long).to.have.length(18);
    expect(long.every(({ kind }) => kind !== 'Command')).to.equal(true);
  });

  it('show who holds a certificate', () => {
    const update = contents.find(({ name }) => name === 'CS02bNOByNO_6.15.1_SUCCESS_COMMAND');
    const shown = update?.useCase.describeCommand(update.bytes) as {
      replacements: { replacementCertificate: Record<string, string> }[];
    };
    expect(shown.replacements[0]?.replacementCertificate).to.include({
      holder: 'organisation',
      entityIdentifier: '90-B3-D5-1F-30-02-00-00',
      remotePartyRole: 'network operator',
      keyUsage: 'digitalSignature',
    });
  });

  it('are, with one byte changed, refused or written back to the same bytes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...contents),
        fc.nat(),
        fc.integer({ min: 0, max: 255 }),
        ({ schema, bytes }, at, byte) => {
          const changed = Buffer.from(bytes);
          changed.writeUInt8(byte, at % bytes.length);
          try {
            const { value, lengthForm } = decodeDer(schema, changed);
            expect(encodeDer(schema, value, lengthForm).equals(changed)).to.equal(true);
          } catch (error) {
            if (!(error instanceof CodecError)) throw error;
            expect(error.offset).to.be.within(0, changed.length);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('are refused wherever they are cut', () => {
    for (const { name, schema, bytes } of contents) {
      const step = Math.max(1, Math.floor(bytes.length / 40));
      for (let length = 0; length < bytes.length; length += step) {
        expect(() => decodeDer(schema, bytes.subarray(0, length)), `${name} cut to ${length}`).to.throw(
          CodecError,
        );
      }
    }
  });
});
