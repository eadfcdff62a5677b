import { expect } from 'chai';
import { readValue, elementValuesOf } from '../../src/scenario/read-value.js';
import { ScenarioWorld } from '../../src/scenario/scenario-world.js';
import { startThrowawayGateway, type ThrowawayGateway } from '../../src/scenario/throwaway-gateway.js';
import { fromUser, NEEDS, type Sample, sampleRequests } from '../app/fitting-world.js';

const TRANSFORM = 4;
const SIGNED_PRE_COMMAND = 5;
/** Command Variants that go to the Device through the DCC. */
const TO_DEVICE: readonly number[] = [1, TRANSFORM];

const SAMPLES = sampleRequests().filter(
  (sample) => TO_DEVICE.includes(sample.commandVariant) && !NEEDS.some(({ of }) => of(sample)),
);

/** They are called by their EUI-64s. */
const USERS = Object.fromEntries(
  SAMPLES.map((sample) => [fromUser(sample).originator, fromUser(sample).originator]),
);

/** What changes who may do what, which Devices there are, or whether they may be reached. */
const CHANGES_THE_HOME = /^(8\.|6\.(15|17|21|23|24)|2\.2)/;

const NOT_JOINED = 'it is not joined to the other Device';
/** Where a Device in a home as it comes cannot do what the sample asks for, and why. */
const REFUSED: Readonly<Record<string, string>> = {
  'CS02d_6.15.2_SUCCESS': 'it has made no such key',
  'CS04ACCritical_8.8.1_SUCCESS': NOT_JOINED,
  'CS04ACNonCritical_8.8.2_SUCCESS': NOT_JOINED,
  'CS04B_8.8.2_SUCCESS': NOT_JOINED,
  'CS06_11.3_IMMEDIATE_SUCCESS': 'it has no such image',
};

describe('sample requests at virtual homes', () => {
  let gateway: ThrowawayGateway;
  let world: ScenarioWorld;
  const start = async (): Promise<void> => {
    gateway = await startThrowawayGateway();
    world = new ScenarioWorld({ file: 'every sample', users: USERS, variables: {} }, gateway);
  };

  async function answered(sample: Sample): Promise<void> {
    const { name, originator, commandVariant, target, variant } = fromUser(sample);
    const { requestId, text } = await world.send({
      template: name,
      values: {},
      user: originator,
      target,
      commandVariant: commandVariant === TRANSFORM ? SIGNED_PRE_COMMAND : commandVariant,
    });
    await world.settled();
    const response = world.received(requestId);
    expect(readValue('ResponseCode', elementValuesOf(response)), text).to.equal('I0');
    const success = world
      .mmcValues(response ?? '', variant)
      .filter(({ path }) => path.endsWith('/@MessageSuccess'))
      .map(({ value }) => value);
    expect(success).to.deep.equal([REFUSED[name] === undefined ? 'true' : 'false']);
  }

  const title = ({ name }: Sample): string =>
    `${name}: ${REFUSED[name] === undefined ? 'its Device does so' : `not done, as ${REFUSED[name]}`}`;

  describe('one after the other', () => {
    before(start);
    after(() => gateway.stop());
    for (const sample of SAMPLES.filter(({ variant }) => !CHANGES_THE_HOME.test(variant)))
      it(title(sample), () => answered(sample));
  });

  describe('each in a home of its own', () => {
    beforeEach(start);
    afterEach(() => gateway.stop());
    for (const sample of SAMPLES.filter(({ variant }) => CHANGES_THE_HOME.test(variant)))
      it(title(sample), () => answered(sample));
  });
});
