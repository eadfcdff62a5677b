import { expect } from 'chai';
import fc from 'fast-check';
import { CodecError } from '../../../src/common/errors.js';
import { CLUSTERS, clusterOf, commandOf } from '../../../src/gbcs/gbz/cluster-catalogue.js';
import type { GbzComponent } from '../../../src/gbcs/gbz/component.js';
import { encodePayload, frameControlOf, readFrame } from '../../../src/gbcs/gbz/frame.js';
import type { ZclCommand } from '../../../src/gbcs/gbz/zcl-cluster.js';
import { valueOf } from './zcl-arbitrary.js';

const COMMANDS: readonly ZclCommand[] = CLUSTERS.flatMap((cluster) => [
  ...Object.values(cluster.fromServer),
  ...Object.values(cluster.fromClient),
  cluster.foundation.readAttributes,
  cluster.foundation.readAttributesResponse,
  ...Object.values(cluster.foundation.defaultResponse),
]);

const nameOf = (command: ZclCommand) =>
  `${clusterOf(command.cluster)?.name} ${command.name} (${command.direction})`;

function componentOf(command: ZclCommand, payload: Buffer): GbzComponent {
  return {
    cluster: command.cluster,
    frameControl: frameControlOf(command),
    sequence: 0,
    command: command.id,
    payload,
    payloadOffset: 11,
  };
}

describe('ZCL cluster tables', () => {
  it('have each cluster once', () => {
    const ids = CLUSTERS.map((cluster) => cluster.id);
    expect(new Set(ids).size).to.equal(ids.length);
  });

  it('have each command identifier once in each direction', () => {
    for (const cluster of CLUSTERS) {
      for (const rows of [cluster.fromServer, cluster.fromClient]) {
        const ids = Object.values(rows).map((command) => command.id);
        expect(new Set(ids).size, cluster.name).to.equal(ids.length);
      }
    }
  });

  it('have each attribute identifier once, each with a data type', () => {
    for (const cluster of CLUSTERS) {
      const attributes = Object.values(cluster.attributes);
      expect(new Set(attributes.map(({ id }) => id)).size, cluster.name).to.equal(attributes.length);
      for (const { name, type } of attributes) expect(type.dataTypeId, name).to.be.a('number');
    }
  });

  it('find every command by its header', () => {
    for (const command of COMMANDS) {
      expect(commandOf(command.cluster, frameControlOf(command), command.id), nameOf(command)).to.equal(
        command,
      );
    }
    const direction = {
      clusterSpecific: true,
      direction: 'client to server',
      disableDefaultResponse: false,
    } as const;
    expect(commandOf(0x0700, direction, 0x77)).to.equal(undefined);
    expect(commandOf(0x0799, direction, 0x00)).to.equal(undefined);
    expect(commandOf(0x0700, { ...direction, clusterSpecific: false }, 0x02)).to.equal(undefined);
  });

  for (const command of COMMANDS) {
    it(`give back any payload of ${nameOf(command)}`, () => {
      fc.assert(
        fc.property(valueOf(command.payload), (values) => {
          const payload = encodePayload(command, values);
          expect(readFrame(componentOf(command, payload))).to.deep.equal({ command, values });
          command.payload.describe(values);
        }),
        { numRuns: 25 },
      );
    });
  }

  it('reject any cut payload or return fewer elements, never something else', () => {
    const [command] = COMMANDS.filter(({ name }) => name === 'publishCalendar');
    if (!command) throw new Error('no Publish Calendar');
    fc.assert(
      fc.property(valueOf(command.payload), (values) => {
        const payload = encodePayload(command, values);
        for (let length = 0; length < payload.length; length++) {
          expect(() => readFrame(componentOf(command, payload.subarray(0, length)))).to.throw(CodecError);
        }
      }),
      { numRuns: 5 },
    );
  });

  it('point to the byte of the content where a payload is wrong', () => {
    const command = clusterOf(0x0705)?.fromClient['selectAvailableEmergencyCredit'];
    if (!command) throw new Error('no such command');
    const read = (hex: string) => () => readFrame(componentOf(command, Buffer.from(hex, 'hex')));
    expect(read('00000000'))
      .to.throw(CodecError, 'selectAvailableEmergencyCredit.originatingDevice')
      .with.property('offset', 15);
    expect(read('000000000000')).to.throw(CodecError, 'left over').with.property('offset', 16);
  });
});
