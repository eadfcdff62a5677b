import { expect } from 'chai';
import { commandOf } from '../../../src/gbcs/gbz/cluster-catalogue.js';
import { decodeGbzContent, encodeGbzContent } from '../../../src/gbcs/gbz/gbz-content.js';
import type { GbzAlertUseCase } from '../../../src/gbcs/gbz/gbz-alert-use-case.js';
import { encodePayload, readFrame } from '../../../src/gbcs/gbz/frame.js';
import { GBZ_ALERTS } from '../../../src/gbcs/use-cases/gbz/gbz-alerts.js';
import { decodeMessage } from '../../../src/gbcs/message.js';
import { describeWithRtds, rtdsMessages } from '../rtds.js';
import { decryptorFor } from './rtds-decryptor.js';

/** GBZ Commands and Responses; Alerts have a layout of their own. */
const MESSAGES = rtdsMessages()
  .filter((message) => message.kind !== 'ALERT')
  .map((message) => ({ ...message, decoded: decodeMessage(message.bytes) }))
  .filter(({ decoded }) => decoded.content.readUInt16BE(0) === 0x0109);

const ALERTS = rtdsMessages().filter(
  ({ kind, bytes }) => kind === 'ALERT' && decodeMessage(bytes).content.readUInt16BE(0) === 0x0109,
);

function rewritten<T>(useCase: GbzAlertUseCase<T>, content: Buffer): Buffer {
  return useCase.encodeAlert(useCase.decodeAlert(content));
}

describeWithRtds('GBZ contents of the reference messages', () => {
  it('are there', () => {
    expect(MESSAGES.length).to.be.greaterThan(250);
  });

  for (const { name, decoded } of MESSAGES) {
    it(`${name} is read and written back to the same bytes`, () => {
      const components = decodeGbzContent(decoded.content);
      expect(encodeGbzContent(components)).to.deep.equal(decoded.content);
      const decrypt = decryptorFor(decoded.header);
      for (const component of components) {
        const encrypted = component.frameCounter !== undefined;
        const plaintext = encrypted ? decrypt(component.payload) : component.payload;
        if (!plaintext) throw new Error(`no key for ${name}`);
        const { command, values } = readFrame(component, plaintext);
        expect(encodePayload(command, values).toString('hex')).to.equal(
          Buffer.from(plaintext).toString('hex'),
        );
        expect(commandOf(component.cluster, component.frameControl, component.command)).to.equal(command);
      }
    });
  }

  for (const { name, bytes } of ALERTS) {
    it(`${name} is read and written back to the same bytes`, () => {
      const { header, content } = decodeMessage(bytes);
      const useCase = GBZ_ALERTS.find((row) => row.messageCode === header.messageCode);
      if (!useCase) throw new Error(`no use case for ${name}`);
      expect(rewritten<unknown>(useCase, content)).to.deep.equal(content);
    });
  }

  it('count the encrypted components of a message from 0', () => {
    for (const { name, decoded } of MESSAGES) {
      const counters = decodeGbzContent(decoded.content).flatMap(({ frameCounter }) => frameCounter ?? []);
      expect(counters, name).to.deep.equal(counters.map((_, index) => index));
    }
  });
});
