import { expect } from 'chai';
import { ACTIVATED_COMPONENTS } from '../../../src/gbcs/future-dated/activated-components.js';
import { ACTIVATION_ATTRIBUTES } from '../../../src/gbcs/future-dated/activation-attributes.js';
import { activationTime } from '../../../src/gbcs/gbz/utc-time.js';

describe('tables of what may be future dated', () => {
  it('name a field of the ZCL command that says when it takes effect', () => {
    for (const { command, activation } of ACTIVATED_COMPONENTS) {
      const { shape } = command.payload;
      if (shape.kind !== 'structure') throw new Error(`${command.name} has no parameters`);
      const timed = Object.entries(shape.members).filter(([, type]) => type === activationTime);
      const expected = activation === 'From Date Time' ? [] : [activation];
      expect(
        timed.map(([name]) => name),
        command.name,
      ).to.deep.equal(expected);
    }
  });

  it('have one row for each command, and one for each interface class', () => {
    const commands = ACTIVATED_COMPONENTS.map(({ command }) => `${command.cluster} ${command.name}`);
    expect(new Set(commands).size).to.equal(commands.length);
    const classes = ACTIVATION_ATTRIBUTES.map(({ classId }) => classId);
    expect(new Set(classes).size).to.equal(classes.length);
  });

  it('say where each row comes from', () => {
    for (const { source } of [...ACTIVATED_COMPONENTS, ...ACTIVATION_ATTRIBUTES]) {
      expect(source).to.match(/RTDS/);
    }
  });
});
