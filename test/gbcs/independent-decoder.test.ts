import { expect } from 'chai';
import { eui64Compact } from '../../src/common/eui64.js';
import { encodeMessage, type GbcsMessage } from '../../src/gbcs/message.js';
import { describeWithTshark, dissect } from './gbz/tshark.js';
import { TRANSFORMABLE, transformedSample } from './sample-transforms.js';

/** Wireshark 4.0 knows the message codes of GBCS 3; those given out later are unknown to it. */
const LAST_KNOWN_MESSAGE_CODE = 0x0115;

const colons = (text: string) => text.replace(/(..)(?=.)/g, '$1:');

describeWithTshark('Wireshark, as an independent judge of our messages', () => {
  const samples = TRANSFORMABLE.map(([name, expected]) => ({ name, ...transformedSample(name, expected) }));
  let dissections: string[] = [];

  before(() => {
    // Signature and MAC are opaque to the dissector, so any bytes of the right length do.
    const whole = ({ message, protection }: (typeof samples)[number]): GbcsMessage => ({
      ...message,
      signature: Buffer.alloc(protection.signed ? 64 : 0, 0xaa),
      mac: Buffer.alloc(12, 0xbb),
    });
    dissections = dissect(samples.map((sample) => encodeMessage(whole(sample))));
  });

  it('finds nothing malformed', () => {
    expect(dissections.length).to.equal(samples.length);
    samples.forEach(({ name }, index) => expect(dissections[index], name).not.to.contain('Malformed'));
  });

  it('sees the message code, the use case and the parties that were meant', () => {
    samples.forEach(({ name, useCase, message: { header } }, index) => {
      const dissection = dissections[index] ?? '';
      const code = `(0x${header.messageCode.toString(16).padStart(4, '0')})`;
      const line = /Message Code: (.*)/.exec(dissection)?.[1] ?? '';
      expect(line, name).to.contain(code);
      if (header.messageCode <= LAST_KNOWN_MESSAGE_CODE && !line.startsWith('Unknown')) {
        expect(line.toUpperCase(), name).to.contain(useCase.code.split('/')[0]?.toUpperCase().slice(0, 4));
      }
      expect(dissection, name).to.contain(`Business Target ID: ${colons(eui64Compact(header.recipient))}`);
      expect(dissection, name).to.contain(`Originator Counter: ${header.originatorCounter}`);
    });
  });

  it('sees the encoding that was meant', () => {
    samples.forEach(({ name, useCase }, index) => {
      const protocol = useCase.encoding === 'ASN.1' ? 'GBCS ASN.1' : `GBCS ${useCase.encoding}`;
      expect(dissections[index], name).to.contain(protocol);
    });
  });
});
