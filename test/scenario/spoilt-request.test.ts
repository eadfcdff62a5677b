import { expect } from 'chai';
import { inSequence } from '../../src/scenario/in-sequence.js';
import { ofVersion, spoiltMessage } from '../../src/scenario/spoilt-request.js';

const SIGNED =
  '<?xml version="1.0"?><sr:Request schemaVersion="5.4"><sr:Header><sr:RequestID>A:B:12</sr:RequestID></sr:Header>' +
  '<ds:Signature xmlns:ds="x"><ds:SignedInfo/><ds:X509SerialNumber>7</ds:X509SerialNumber></ds:Signature></sr:Request>';

const spoilt = (how: Parameters<typeof spoiltMessage>[1]): string =>
  spoiltMessage(Buffer.from(SIGNED), how).toString();

describe('a spoilt request', () => {
  it('is the signed one where nothing is to be wrong', () => {
    expect(spoilt(undefined)).to.equal(SIGNED);
  });

  it('that is unsigned has nothing of a signature left', () => {
    expect(spoilt('unsigned')).to.match(/<\/sr:Header><\/sr:Request>$/);
  });

  it('that is tampered with has another RequestID and the same signature', () => {
    expect(spoilt('tampered')).to.equal(SIGNED.replace('A:B:12<', 'A:B:120<'));
  });

  it('of an unknown signer names another certificate, and is the same besides', () => {
    expect(spoilt('of an unknown signer')).to.equal(SIGNED.replace('>7<', '>1<'));
  });

  it('with a document type has it at its beginning', () => {
    expect(spoilt('with a document type')).to.match(/^<!DOCTYPE [^]*]><sr:Request/);
  });

  it('that is too large is one byte larger than a gateway takes', () => {
    expect(spoilt('too large')).to.have.length(16 * 1024 * 1024 + 1);
  });
});

describe('a request', () => {
  it('may be of another version', () => {
    expect(ofVersion(SIGNED, '5.1')).to.contain('schemaVersion="5.1"');
    expect(ofVersion(SIGNED, undefined)).to.equal(SIGNED);
  });

  it('has its place in a sequence after its RequestID', () => {
    expect(inSequence(SIGNED)).to.equal(SIGNED);
    expect(inSequence(SIGNED, true)).to.contain(
      '</sr:RequestID><sr:FirstInSequence>true</sr:FirstInSequence>',
    );
    expect(inSequence(SIGNED, false, 'A:B:11')).to.contain(
      '</sr:RequestID><sr:PrecedingServiceRequestID>A:B:11</sr:PrecedingServiceRequestID></sr:Header>',
    );
  });
});
