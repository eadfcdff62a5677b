import { expect } from 'chai';
import { CodecError } from '../../src/common/errors.js';
import { alertCodeOf, decodeMessage, type GbcsMessage, useCaseOf } from '../../src/gbcs/index.js';
import { describeWithRtds, rtdsMessages } from './rtds.js';

describeWithRtds('alert code', () => {
  for (const { name, bytes } of rtdsMessages().filter(({ kind }) => kind === 'ALERT')) {
    it(`of ${name} is the one its use case tells`, () => {
      const message = decodeMessage(bytes);
      const told = useCaseOf(message)?.describeAlert?.(message.content) as { alertCode: string };
      expect(alertCodeOf(message)).to.equal(Number.parseInt(told.alertCode, 16));
    });
  }
});

describe('content that is no Alert', () => {
  for (const hex of ['30050203018f66', '3000', '0109', '0f00', '']) {
    it(`'${hex}' has no alert code`, () => {
      const message = { content: Buffer.from(hex, 'hex') } as GbcsMessage;
      expect(() => alertCodeOf(message)).to.throw(CodecError);
    });
  }
});
