import { mock } from 'node:test';
import { expect } from 'chai';
import { executedInstructionOf, instructionText } from '../../src/gbcs/index.js';
import { ESME, GSME, SUPPLIER, VirtualHome } from './virtual-home.js';

const DUE = '2030-01-15T09:00:00Z';

/** Future-dated samples, and what they leave with the Device. */
const HELD: readonly (readonly [sample: string, instructions: readonly string[]])[] = [
  [
    'ECS01a_1.1.1_FUTURE_DATED_TOU_BLOCK_SUCCESS',
    [
      '20 0-0:13.0.0.255 10',
      '9000 0-0:94.44.128.29 6',
      '9000 0-0:94.44.2.0 6',
      '113 0-0:19.20.4.255 7',
      '113 0-0:19.20.0.255 7',
      '9000 0-0:63.1.1.255 6',
    ],
  ],
  ['ECS02_1.6_FUTURE_DATED_TWIN_SUCCESS', ['111 0-1:19.0.0.255 13']],
  ['GCS02_1.6_FUTURE_DATED_SUCCESS', ['0705 6']],
  ['GCS05_2.1_FUTURE_DATED_SUCCESS', ['0705 3', '0705 12', '0705 9', '0705 11', '0707 0', '0707 4']],
];

describe('future-dated Commands at virtual Devices', () => {
  let home: VirtualHome;

  beforeEach(() => {
    home = new VirtualHome();
  });

  afterEach(() => home.han.stop());

  for (const [sample, instructions] of HELD) {
    it(`${sample}: answers at once and tells of each instruction when it is due`, async () => {
      const [response, ...others] = await home.sample(sample);
      expect(response?.header.kind).to.equal('Response');
      expect(response?.header.dateTime).to.not.equal(undefined);
      expect(others).to.deep.equal([]);
      expect(await home.comes('2030-01-15T08:59:59.900Z')).to.deep.equal([]);
      const alerts = await home.comes(DUE);
      const executed = alerts.map(executedInstructionOf);
      expect(executed.map((told) => told && instructionText(told.instruction))).to.deep.equal(instructions);
      for (const told of executed) {
        expect(told).to.include({
          messageCode: response?.header.messageCode,
          originatorCounter: response?.header.originatorCounter,
          succeeded: true,
        });
      }
      expect(await home.comes('2030-01-16T00:00:00Z')).to.deep.equal([]);
    });
  }

  it('signs the alerts, for the User, under counters of its own', async () => {
    await home.sample('ECS01b_1.2.1_FUTURE_DATED_TOU_BLOCK_SUCCESS');
    const alerts = await home.comes(DUE);
    expect(alerts).to.have.length(2);
    for (const alert of alerts) {
      expect(alert.header).to.include({ kind: 'Alert', originator: ESME, recipient: SUPPLIER });
      expect(home.isAuthentic(alert)).to.equal(true);
    }
    const [first = 0n, second] = alerts.map(({ header }) => header.originatorCounter);
    expect(second).to.equal(first + 1n);
  });

  const cancellations = [
    ['ECS01b_1.2.1_FUTURE_DATED_TOU_BLOCK_SUCCESS', 'ECS01b_1.2.1_CANCELLATION_TOU_BLOCK_SUCCESS', ESME],
    ['GCS05_2.1_FUTURE_DATED_SUCCESS', 'GCS05_2.1_CANCELLATION_SUCCESS', GSME],
    ['CS06_11.3_FUTURE_DATED_SUCCESS', 'CS06_11.3_CANCELLATION_SUCCESS', ESME],
  ] as const;
  for (const [held, cancelled, device] of cancellations) {
    it(`${cancelled}: drops what is held`, async () => {
      await home.sample(held);
      expect(home.han.device(device)?.held.size).to.be.greaterThan(0);
      await home.sample(cancelled);
      expect(home.han.device(device)?.held.size).to.equal(0);
      expect(await home.comes(DUE)).to.deep.equal([]);
    });
  }

  it('makes the new price active when it is due, and not before', async () => {
    const active = { classId: 113, obis: '0-0:19.20.0.255', index: 5 } as const;
    const objects = home.han.device(ESME)?.objects;
    const before = objects?.value(active);
    await home.sample('ECS01b_1.2.1_FUTURE_DATED_TOU_BLOCK_SUCCESS');
    expect(objects?.value(active)).to.deep.equal(before);
    await home.comes(DUE);
    expect(objects?.value(active)).to.deep.equal(objects?.value({ ...active, index: 6 }));
    expect(objects?.value(active)).to.not.deep.equal(before);
  });

  it('does it by itself when the time comes', async () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    try {
      home.now = new Date('2030-01-15T08:59:00Z');
      await home.sample('GCS02_1.6_FUTURE_DATED_SUCCESS');
      home.now = new Date(DUE);
      mock.timers.tick(60_000);
      await home.settled();
      expect(home.hear()).to.have.length(1);
    } finally {
      mock.timers.reset();
    }
  });

  it('goes on where nobody takes an alert', async () => {
    await home.sample('ECS02_1.6_FUTURE_DATED_TWIN_SUCCESS');
    await home.sample('GCS02_1.6_FUTURE_DATED_SUCCESS');
    const asked: string[] = [];
    home.han.onMessage(({ device }) => {
      asked.push(device);
      return Promise.reject(new Error('nobody is there'));
    });
    await home.comes(DUE);
    expect(asked).to.deep.equal([ESME, GSME]);
  });

  it('says nothing while it is silent, but does what it holds', async () => {
    await home.sample('GCS02_1.6_FUTURE_DATED_SUCCESS');
    home.han.setFault(GSME, 'silent');
    expect(await home.comes(DUE)).to.deep.equal([]);
    expect(home.han.device(GSME)?.held.size).to.equal(0);
  });
});
