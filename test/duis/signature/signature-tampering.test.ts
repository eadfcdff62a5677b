import { expect } from 'chai';
import { GatewayError } from '../../../src/common/errors.js';
import { signedRequest, verifyBytes } from './signing-fixture.js';

const BITS = [0x01, 0x02, 0x04, 0x08, 0x10, 0x20, 0x40, 0x80];

describe('tampering', () => {
  const message = signedRequest('<sr:Text a="1">&lt; é €</sr:Text>');
  const text = message.toString('latin1');
  const untouched = verifyBytes(message);
  const keyInfo = [text.indexOf('<ds:KeyInfo>'), text.indexOf('</ds:KeyInfo>')] as const;
  const declaration = text.indexOf('?>');

  function outcome(bytes: Buffer): 'refused' | 'same' | 'forged' {
    try {
      const { canonicalBytes, signer } = verifyBytes(bytes);
      return canonicalBytes.equals(untouched.canonicalBytes) && signer === untouched.signer
        ? 'same'
        : 'forged';
    } catch (error) {
      expect(error).to.be.instanceOf(GatewayError);
      return 'refused';
    }
  }

  it('is noticed for every bit of every signed byte', () => {
    const survivors: string[] = [];
    for (let at = 0; at < message.length; at++) {
      for (const bit of BITS) {
        const bytes = Buffer.from(message);
        bytes[at] = (bytes[at] ?? 0) ^ bit;
        const result = outcome(bytes);
        // The XML declaration and KeyInfo are not signed; there a change may also mean the same.
        const unsigned = at <= declaration || (at >= keyInfo[0] && at <= keyInfo[1]);
        if (result === 'forged' || (result === 'same' && !unsigned)) {
          survivors.push(`byte ${at} '${text[at] ?? ''}' bit ${bit}: ${result}`);
        }
      }
    }
    expect(survivors).to.deep.equal([]);
  });

  it('is noticed for every byte left out', () => {
    for (let at = 0; at < message.length; at++) {
      const bytes = Buffer.concat([message.subarray(0, at), message.subarray(at + 1)]);
      expect(outcome(bytes), `without byte ${at}`).not.to.equal('forged');
    }
  });

  it('is noticed wherever the message is cut off', () => {
    for (let length = 0; length < message.length; length++) {
      expect(outcome(message.subarray(0, length)), `cut after ${length}`).to.equal('refused');
    }
  });
});
