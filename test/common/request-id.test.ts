import { expect } from 'chai';
import { CodecError } from '../../src/common/errors.js';
import { formatRequestId, parseRequestId, responseIdFor } from '../../src/common/request-id.js';

describe('RequestID', () => {
  const text = '90-B3-D5-1F-30-01-00-00:00-DB-12-34-56-78-90-A2:18446744073709551615';

  it('keeps all 64 bits of the Originator Counter', () => {
    expect(parseRequestId(text).counter).to.equal((1n << 64n) - 1n);
    expect(formatRequestId(parseRequestId(text))).to.equal(text);
  });

  it('reads EUI-64s in lower case and writes them in upper case', () => {
    expect(formatRequestId(parseRequestId(text.toLowerCase()))).to.equal(text);
  });

  it('turns originator and target round for the ResponseID', () => {
    expect(formatRequestId(responseIdFor(parseRequestId(text)))).to.equal(
      '00-DB-12-34-56-78-90-A2:90-B3-D5-1F-30-01-00-00:18446744073709551615',
    );
  });

  for (const bad of [
    '',
    'a:b',
    text + '0',
    text.replace('90-', '9G-'),
    text + ':1',
    text.replace(/:\d+$/, ':01'),
  ]) {
    it(`refuses '${bad}'`, () => {
      expect(() => parseRequestId(bad)).to.throw(CodecError);
    });
  }
});
