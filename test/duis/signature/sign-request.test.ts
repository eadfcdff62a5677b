import { expect } from 'chai';
import { CodecError } from '../../../src/common/errors.js';
import type { Eui64 } from '../../../src/common/eui64.js';
import { signRequest } from '../../../src/duis/signature/sign-request.js';
import {
  beforeEnd,
  identity,
  keyInfo,
  NETWORK_OPERATOR,
  reference,
  request,
  SIGNATURE,
  SUPPLIER,
  verifyBytes,
} from './signing-fixture.js';

const placeholder = SIGNATURE.replace(
  'SIGNEDINFO',
  `<!-- NOTE -->\n<ds:SignedInfo>${reference('ZGVmYXVsdA==')}</ds:SignedInfo>`,
).replace('KEYINFO', keyInfo('CN=U1, OU=07', '1234567890'));

const sign = (xml: string, counter?: bigint): string =>
  signRequest(Buffer.from(xml), identity, counter).toString();

describe('signRequest', () => {
  it('signs as the Business Originator', () => {
    const asked: Eui64[] = [];
    const message = signRequest(Buffer.from(request('', NETWORK_OPERATOR)), (originator) => {
      asked.push(originator);
      return identity(originator);
    });
    expect(asked).to.deep.equal([NETWORK_OPERATOR]);
    expect(verifyBytes(message, { expectedSigner: 'originator' }).signer.eui).to.equal(NETWORK_OPERATOR);
  });

  it('replaces a Signature it has', () => {
    const message = sign(beforeEnd(request(), `\n  ${placeholder}\n`));
    expect(message.match(/<ds:Signature /g)).to.have.lengthOf(1);
    expect(message).not.to.include('1234567890').and.not.to.match(/>\s/);
    expect(verifyBytes(message).signer.eui).to.equal(SUPPLIER);
  });

  it('signs anew what it signed', () => {
    const once = sign(request());
    const signedPart = (message: string): Buffer => verifyBytes(message).canonicalBytes;
    expect(signedPart(sign(once)).equals(signedPart(once))).to.equal(true);
  });

  it('leaves the Originator Counter', () => {
    expect(sign(request())).to.include(':1000</sr:RequestID>');
  });

  it('puts in another Originator Counter', () => {
    const message = sign(request(), 18446744073709551615n);
    expect(message).to.include(':18446744073709551615</sr:RequestID>');
    expect(() => verifyBytes(message)).not.to.throw();
  });

  it('refuses a counter that does not fit', () => {
    expect(() => sign(request(), 18446744073709551616n)).to.throw(CodecError, 'Originator Counter');
  });

  it('refuses a document that is no Request', () => {
    expect(() => sign('<a/>')).to.throw(CodecError, 'not a Request');
  });

  it('refuses a Request with an empty RequestID', () => {
    expect(() => sign(request().replace(/(<sr:RequestID>)[^<]*/, '$1'))).to.throw(CodecError, 'RequestID');
  });
});
