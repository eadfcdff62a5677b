import { expect } from 'chai';
import { commandOfComponent } from '../../../src/gbcs/gbz/frame.js';
import { decodeGbzContent } from '../../../src/gbcs/gbz/gbz-content.js';
import { decodeMessage } from '../../../src/gbcs/message.js';
import { rtdsMessages } from '../rtds.js';
import { describeWithTshark, dissect } from './tshark.js';

const letters = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/** The commands of the unencrypted components, in order. */
function commandsIn(dissection: string): string[] {
  return [...dissection.matchAll(/^ +Command: (.*) \(0x[0-9a-f]+\)$/gm)].map(([, name = '']) =>
    letters(name),
  );
}

describeWithTshark('Wireshark, as an independent judge of GBZ messages', function () {
  const messages = rtdsMessages().filter(
    ({ kind, bytes }) => kind !== 'ALERT' && decodeMessage(bytes).content.readUInt16BE(0) === 0x0109,
  );
  let dissections: string[] = [];

  before(function () {
    if (messages.length === 0) this.skip();
    dissections = dissect(messages.map(({ bytes }) => bytes));
  });

  it('sees a GBZ message in each', () => {
    expect(dissections.length).to.equal(messages.length);
    for (const dissection of dissections) expect(dissection).to.contain('GBCS GBZ');
  });

  it('finds nothing malformed in Commands', () => {
    messages.forEach(({ name, kind }, index) => {
      if (kind !== 'COMMAND') return;
      expect(dissections[index], name).not.to.contain('Malformed');
    });
  });

  it('sees the same commands as the cluster tables', () => {
    messages.forEach(({ name, bytes }, index) => {
      const components = decodeGbzContent(decodeMessage(bytes).content).filter(
        ({ frameCounter }) => frameCounter === undefined,
      );
      const ours = components.map((component) => letters(commandOfComponent(component).name));
      expect(commandsIn(dissections[index] ?? ''), name).to.deep.equal(ours);
    });
  });
});
