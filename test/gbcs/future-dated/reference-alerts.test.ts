import { readdirSync } from 'node:fs';
import { expect } from 'chai';
import { templatesDirectory } from '../../../src/cli/conformance/reference-request.js';
import {
  executedInstructionOf,
  type ExecutedInstruction,
} from '../../../src/gbcs/future-dated/executed-instruction.js';
import { futureDatedInstructions } from '../../../src/gbcs/future-dated/future-dated-instructions.js';
import { instructionText } from '../../../src/gbcs/future-dated/instruction.js';
import { decodeMessage, type GbcsMessage } from '../../../src/gbcs/message.js';
import { describeWithRtds, rtdsMessages } from '../rtds.js';
import { transformedSample } from '../sample-transforms.js';

const messages = rtdsMessages().map(({ name, kind, bytes }) => ({
  name,
  kind,
  message: decodeMessage(bytes),
}));

/** Alerts and Commands of the reference data lie in one folder for each use case and Service Reference Variant. */
const familyOf = (name: string) => name.split('_').slice(0, 2).join('_');

const alerts = messages.flatMap(({ name, kind, message }) => {
  if (kind !== 'ALERT' || !/_8F6[67]_/.test(name)) return [];
  const executed = executedInstructionOf(message);
  return [{ name, executed, family: familyOf(name) }];
});

/** The alerts of one Command, by family and counter. */
const byCommand = new Map<string, { name: string; executed: ExecutedInstruction }[]>();
for (const { name, executed, family } of alerts) {
  if (executed === undefined) continue;
  const key = `${family} ${executed.originatorCounter}`;
  byCommand.set(key, [...(byCommand.get(key) ?? []), { name, executed }]);
}

const ENDING = '_REQUEST_DUIS.XML';
const futureDatedSamples = readdirSync(templatesDirectory())
  .filter((file) => file.includes('_FUTURE_DATED_') && file.endsWith(ENDING))
  .map((file) => file.slice(0, -ENDING.length));

/** Samples without a reference Command say only what to build. */
const NOTHING_EXPECTED = { messageCode: '', signedBy: 'User', sha256: '' } as const;

/** The Command from the reference data, or made from the sample request where they have only the alerts. */
function commandOf(key: string): GbcsMessage | undefined {
  const [family = '', counter = ''] = key.split(' ');
  const isIt = ({ header }: GbcsMessage) => header.originatorCounter === BigInt(counter);
  const reference = messages.find(
    ({ name, kind, message }) => kind === 'COMMAND' && familyOf(name) === family && isIt(message),
  );
  if (reference) return reference.message;
  const sample = futureDatedSamples.find((name) => familyOf(name) === family);
  return sample === undefined ? undefined : transformedSample(sample, NOTHING_EXPECTED).message;
}

describeWithRtds('future-dated instructions and the reference alerts', () => {
  for (const { name, executed } of alerts) {
    it(`${name}: tells the instruction`, () => {
      expect(executed?.succeeded).to.equal(name.includes('_8F66_'));
    });
  }

  for (const [key, told] of byCommand) {
    it(`${key}: the Command holds what its alerts tell (${told.length})`, () => {
      const command = commandOf(key);
      if (command === undefined) throw new Error('neither a Command nor a request for one');
      expect(told.map(({ executed }) => executed.messageCode)).to.deep.equal(
        told.map(() => command.header.messageCode),
      );
      expect(told[0]?.executed.originatorCounter).to.equal(command.header.originatorCounter);
      expect(
        futureDatedInstructions(command).map(({ instruction }) => instructionText(instruction)),
      ).to.have.members(told.map(({ executed }) => instructionText(executed.instruction)));
    });
  }

  for (const { name, kind, message } of messages) {
    if (kind !== 'COMMAND' && kind !== 'PRECOMMAND') continue;
    const isHeld = name.includes('FUTURE_DATED');
    it(`${name}: ${isHeld ? 'is held' : 'is not held'}`, () => {
      const held = futureDatedInstructions(message);
      expect(held.length > 0).to.equal(isHeld);
      expect(held.map(({ number }) => number)).to.deep.equal(held.map((_, index) => index + 1));
    });
  }

  it('takes no other alert for one of these', () => {
    for (const { name, kind, message } of messages) {
      if (kind !== 'ALERT' || /_8F6[67]_/.test(name)) continue;
      expect(executedInstructionOf(message), name).to.equal(undefined);
    }
  });
});
