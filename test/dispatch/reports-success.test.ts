import { expect } from 'chai';
import { reportsSuccess } from '../../src/dispatch/reports-success.js';
import { decodeMessage } from '../../src/gbcs/index.js';
import { describeWithRtds, rtdsMessages } from '../gbcs/rtds.js';

/** Responses named ERROR that do not tell without the key that decrypts them, or before the time they speak of. */
const SAYS_NOTHING = /FUTURE_DATED_ERROR_RESPONSE|^(GCS13[abc]|GCS15[bc]|GCS16[ab])_.*ERROR_RESPONSE/;

describeWithRtds('what a Response of a Device reports', () => {
  for (const { name, kind, bytes } of rtdsMessages()) {
    if (kind !== 'RESPONSE' || SAYS_NOTHING.test(name)) continue;
    const failure = name.includes('ERROR');
    it(`${name} is a ${failure ? 'failure' : 'success'}`, () => {
      expect(reportsSuccess(decodeMessage(bytes))).to.equal(!failure);
    });
  }
});
