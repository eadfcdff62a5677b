import { expect } from 'chai';
import { createHash } from 'node:crypto';
import { KNOWN_DIFFERENCES, reconciled } from '../../../../src/cli/conformance/known-differences.js';
import { decodeMessage } from '../../../../src/gbcs/message.js';
import { describeWithRtds, rtdsMessages } from '../../rtds.js';
import { CONTENT_SHA256 } from './content-sha256.js';
import { build, REFERENCE_REQUESTS, referenceRequest } from './reference-requests.js';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Contents of the reference Commands, by the name they share with their request. */
const CONTENTS: ReadonlyMap<string, Buffer> = new Map(
  rtdsMessages()
    .filter(({ kind }) => kind === 'COMMAND' || kind === 'PRECOMMAND')
    .map(({ name, bytes }) => [name.replace(/_(PRE)?COMMAND$/, ''), decodeMessage(bytes).content]),
);

describe('contents of GBZ Commands, by their SHA-256', () => {
  for (const { name, useCase } of REFERENCE_REQUESTS) {
    const expected = CONTENT_SHA256[name];
    if (expected === undefined) continue;
    it(`${name} is the reference content`, () => {
      const request = reconciled(referenceRequest(name), KNOWN_DIFFERENCES[name]);
      expect(sha256(build(useCase, request))).to.equal(expected);
    });
  }

  it('has a figure for each of them that was published', () => {
    expect(Object.keys(CONTENT_SHA256).length).to.equal(67);
  });
});

describeWithRtds('contents of GBZ Commands, byte for byte', () => {
  for (const { name, useCase } of REFERENCE_REQUESTS) {
    const expected = CONTENTS.get(name);
    if (!expected) continue;
    const difference = KNOWN_DIFFERENCES[name];

    it(`${name} is built ${difference ? 'otherwise, for a known reason' : 'equal'}`, () => {
      const built = build(useCase, referenceRequest(name)).toString('hex');
      if (difference) expect(built, difference.reason).not.to.equal(expected.toString('hex'));
      else expect(built).to.equal(expected.toString('hex'));
    });

    if (difference) {
      it(`${name} is equal once the request says what the message says: ${difference.reason}`, () => {
        const request = reconciled(referenceRequest(name), difference);
        expect(build(useCase, request).toString('hex')).to.equal(expected.toString('hex'));
      });
    }

    it(`${name} has its figure in the table`, () => {
      expect(CONTENT_SHA256[name]).to.equal(sha256(expected));
    });
  }
});
