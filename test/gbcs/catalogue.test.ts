import { expect } from 'chai';
import { SERVICE_REQUEST_CATALOGUE } from '../../src/duis/index.js';
import { contentEncodingOf, USE_CASES, useCaseOf } from '../../src/gbcs/catalogue.js';
import { decodeMessage } from '../../src/gbcs/message.js';
import { describeWithRtds, rtdsMessages } from './rtds.js';

const duplicates = (values: readonly string[]): string[] =>
  values.filter((value, index) => values.indexOf(value) !== index);

describe('catalogue of use cases', () => {
  it('has each message code once for each encoding', () => {
    const codes = USE_CASES.map(({ messageCode, encoding }) => `${messageCode.toString(16)} ${encoding}`);
    expect(duplicates(codes)).to.deep.equal([]);
  });

  it('has 16-bit message codes', () => {
    expect(USE_CASES.filter(({ messageCode }) => messageCode <= 0 || messageCode > 0xffff)).to.deep.equal([]);
  });

  it('tells for every use case where its facts come from', () => {
    expect(USE_CASES.filter(({ source, title }) => source.length < 8 || title === '')).to.deep.equal([]);
  });

  it('names only Service Reference Variants of DUIS', () => {
    const known = new Set<string>(SERVICE_REQUEST_CATALOGUE.map((row) => row.variant));
    const unknown = USE_CASES.flatMap(({ code, serviceReferenceVariants }) =>
      serviceReferenceVariants
        .filter((variant) => !known.has(variant))
        .map((variant) => `${code} ${variant}`),
    );
    expect(unknown).to.deep.equal([]);
  });

  it('names a Device type for every use case that a Service Request asks for', () => {
    const without = USE_CASES.filter(
      ({ serviceReferenceVariants, targets }) => serviceReferenceVariants.length > 0 && targets.length === 0,
    );
    expect(without.map(({ code }) => code)).to.deep.equal([]);
  });
});

describeWithRtds('catalogue and reference messages', () => {
  for (const { name, bytes, kind } of rtdsMessages()) {
    const message = decodeMessage(bytes);
    const useCase = useCaseOf(message);
    if (!useCase) continue;
    it(`${name} is told as DLMS, GBZ or ASN.1 as its use case is`, () => {
      expect(contentEncodingOf(message.content)).to.equal(useCase.encoding);
      if (kind === 'ALERT') expect('describeAlert' in useCase).to.equal(true);
    });
  }
});
