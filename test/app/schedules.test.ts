import { expect } from 'chai';
import { parseEui64 } from '../../src/common/eui64.js';
import { decodeMessage } from '../../src/gbcs/index.js';
import type { VirtualHan } from '../../src/wan/index.js';
import { changeDeviceLog, NEXT_DAY, refuseCommands } from './alert-occasions.js';
import { expectSound } from './document-judge.js';
import { ACB, ESME, GatewayHarness, HUB, NETWORK_OPERATOR, PPMID, SUPPLIER } from './gateway-harness.js';
import {
  alert,
  connect,
  createSchedule,
  dailySchedule,
  decommission,
  delivery,
  nonDevice,
} from './user-requests.js';

const SMETS1_ESME = '00-DB-12-34-56-78-92-A0';

describe('DSP schedules', () => {
  let home: GatewayHarness;
  let han: VirtualHan | undefined;
  beforeEach(async () => (home = await GatewayHarness.start()));
  afterEach(async () => {
    han?.stop();
    han = undefined;
    await home.stop();
  });

  const at = async (time: string): Promise<void> => {
    home.now = new Date(time);
    await home.settled();
  };

  const read = (body: string) => nonDevice(home, '5.2', `<sr:ReadSchedule>${body}</sr:ReadSchedule>`);
  const remove = (body: string) => nonDevice(home, '5.3', `<sr:DeleteSchedule>${body}</sr:DeleteSchedule>`);
  const byDevice = `<sr:DeviceID>${ESME}</sr:DeviceID>`;
  const byId = (id: number) => `<sr:DSPScheduleID>${id}</sr:DSPScheduleID>`;

  it('are created with an id, in an answer the schema allows', async () => {
    const { code, text } = await nonDevice(home, '5.1', dailySchedule());
    expect(code).to.equal('I0');
    expect(text).to.match(/<sr:DSPScheduleID>[1-9]\d*<\/sr:DSPScheduleID>/);
    await expectSound(text, '5.4', home);
  });

  it('run at their time, not before', async () => {
    await createSchedule(home);
    await at('2026-06-02T02:59:59Z');
    expect(home.sent).to.have.length(0);
    await at('2026-06-02T03:00:00Z');
    expect(home.sent.map(({ device }) => device)).to.deep.equal([ESME]);
    await at('2026-06-02T03:00:01Z');
    expect(home.sent).to.have.length(1);
  });

  it('send a Command of the Access Control Broker for the User as Supplementary Remote Party', async () => {
    await createSchedule(home);
    home.now = NEXT_DAY;
    const { header } = decodeMessage((await home.nextSent()).bytes);
    expect(header.originator).to.equal(ACB);
    expect(header.recipient).to.equal(ESME);
    expect(header.supplementaryRemoteParty?.id).to.equal(SUPPLIER);
  });

  it('bring the Response of the Device to the User as a DSPScheduledMessage with their id', async () => {
    han = await connect(home);
    const id = await createSchedule(home);
    await at(NEXT_DAY.toISOString());
    const message = await delivery(home, '<sr:DSPScheduledMessage>');
    expect(message).to.contain(`<sr:DSPScheduleID>${id}</sr:DSPScheduleID>`);
    expect(message).to.contain('<sr:ResponseCode>I0<');
    expect(message).to.contain('<sr:ServiceReferenceVariant>4.6.1<');
    await expectSound(message, '5.4', home);
  });

  it('run day after day, each run with a RequestID of its own', async () => {
    await createSchedule(home);
    for (const day of ['02', '03', '04']) await at(`2026-06-${day}T03:00:00Z`);
    expect(home.sent).to.have.length(3);
    expect(new Set(home.sent.map(({ requestId }) => requestId)).size).to.equal(3);
  });

  it('run once for all the runs that were missed, by a gateway started anew', async () => {
    await createSchedule(home);
    await home.gateway.stop();
    home.now = new Date('2026-06-08T12:00:00Z');
    await home.startGateway();
    await home.settled();
    expect(home.sent).to.have.length(1);
    await at('2026-06-09T03:00:00Z');
    expect(home.sent).to.have.length(2);
  });

  it('do not run again what ran before a restart', async () => {
    await createSchedule(home);
    await at('2026-06-02T03:00:00Z');
    await home.gateway.stop();
    await home.startGateway();
    await home.settled();
    expect(home.sent).to.have.length(1);
  });

  it('end with their end date', async () => {
    const ends = '</sr:ScheduleStartDate><sr:ScheduleEndDate>2026-06-03</sr:ScheduleEndDate>';
    await createSchedule(home, dailySchedule().replace('</sr:ScheduleStartDate>', ends));
    for (const day of ['02', '03', '04', '05']) await at(`2026-06-${day}T03:00:00Z`);
    expect(home.sent).to.have.length(2);
  });

  const failures: [string, string, () => Promise<unknown>][] = [
    ['N12', 'whose Command the network does not take', () => Promise.resolve(refuseCommands(home))],
    [
      'N13',
      'that the Device does not answer',
      async () => {
        await at(NEXT_DAY.toISOString());
        home.now = new Date('2026-06-02T03:30:00Z');
      },
    ],
    [
      'N15',
      'that is refused when it is due',
      // The Device is out of service, though not by a request that ends its schedules.
      () => home.inventory.record('opted out', parseEui64(ESME), { at: home.now }),
    ],
  ];
  for (const [code, what, happens] of failures) {
    it(`tell the User of a run ${what} with ${code} and their id, and go on`, async () => {
      const id = await createSchedule(home);
      await happens();
      if (code !== 'N13') home.now = NEXT_DAY;
      await home.settled();
      const told = await alert(home, code);
      expect(told)
        .to.contain('<sr:CommandFailure>')
        .and.to.contain(`<sr:DSPScheduleID>${id}</sr:DSPScheduleID>`);
      expect(told).to.contain(`<sr:DeviceID>${ESME}</sr:DeviceID>`);
      await home.settled();
      expect(home.user.received).to.have.length(1);
      expect((await read(byId(id))).code).to.equal('I0');
    });
  }

  it('of a meter that is decommissioned are removed, and the registered Users told', async () => {
    const id = await createSchedule(home);
    expect((await decommission(home, ESME)).code).to.equal('I99');
    await home.settled();
    const removal = await alert(home, 'N4');
    expect(removal).to.contain(`<sr:DSPScheduleID>${id}</sr:DSPScheduleID>`);
    // The supplier and the network operator are registered.
    const told = [await alert(home, 'N1'), await alert(home, 'N1')];
    for (const each of told) expect(each).to.contain('<sr:MeterDecommissioningOrWithdrawal>');
    expect(home.user.received).to.have.length(3);
    home.now = NEXT_DAY;
    await home.settled();
    expect(home.sent).to.have.length(0);
    expect((await read(byId(id))).code).to.equal('E12');
  });

  it('stay when another Device of the home leaves', async () => {
    han = await connect(home);
    const id = await createSchedule(home);
    await changeDeviceLog(home, 'Remove', PPMID, HUB, 7001n);
    expect((await read(byId(id))).code).to.equal('I0');
  });

  it('are read back as they were written, by id and by Device', async () => {
    const id = await createSchedule(home);
    for (const { code, text } of [await read(byId(id)), await read(byDevice)]) {
      expect(code).to.equal('I0');
      expect(text).to.contain(`<sr:DSPScheduleID>${id}</sr:DSPScheduleID>`);
      expect(text).to.contain('<sr:ScheduleFrequency>Daily<').and.to.contain('<sr:StartDateOffset>-1<');
      await expectSound(text, '5.4', home);
    }
  });

  it('of another User are neither seen nor deleted', async () => {
    const id = await createSchedule(home);
    const other = { originator: NETWORK_OPERATOR };
    const seen = await nonDevice(home, '5.2', `<sr:ReadSchedule>${byId(id)}</sr:ReadSchedule>`, other);
    const gone = await nonDevice(home, '5.3', `<sr:DeleteSchedule>${byId(id)}</sr:DeleteSchedule>`, other);
    expect([seen.code, gone.code]).to.deep.equal(['E12', 'E12']);
    expect((await read(byId(id))).code).to.equal('I0');
  });

  it('that are deleted run no more', async () => {
    const id = await createSchedule(home);
    expect((await remove(byId(id))).code).to.equal('I99');
    home.now = NEXT_DAY;
    await home.settled();
    expect(home.sent).to.have.length(0);
    expect((await read(byDevice)).code).to.equal('E12');
    expect((await remove(byId(id))).code).to.equal('E12');
  });

  it('are given the same id again when the request comes twice', async () => {
    const request = home.signed({ target: ACB, commandVariant: 8, variant: '5.1', body: dailySchedule() });
    const first = await home.post('D', request);
    expect((await home.post('D', request)).text).to.equal(first.text);
    const { text } = await read(byDevice);
    expect(text.match(/<sr:DSPScheduleDetails>/g)).to.have.length(1);
  });

  it('of SMETS1 meters are run by the S1SP', async () => {
    await createSchedule(home, dailySchedule(SMETS1_ESME));
    home.now = NEXT_DAY;
    await home.gateway.runDue();
    const due = await home.store.outbox.due('s1sp', new Date('2027-01-01T00:00:00Z'), 10);
    expect(due.map(({ device }) => device)).to.deep.equal([SMETS1_ESME]);
    expect(due[0]?.body.toString()).to.contain(SMETS1_ESME);
  });

  const refused: [string, string, string, () => string][] = [
    ['a Device nobody knows', 'E19', SUPPLIER, () => dailySchedule('00-DB-00-00-00-00-00-01')],
    ['a Device of the wrong type', 'E11', SUPPLIER, () => dailySchedule(HUB)],
    ['a User that may not send the request', 'E2', NETWORK_OPERATOR, () => dailySchedule()],
    [
      'dates in the wrong order',
      'E12',
      SUPPLIER,
      () =>
        dailySchedule().replace(
          '</sr:ScheduleStartDate>',
          '</sr:ScheduleStartDate><sr:ScheduleEndDate>2026-05-01</sr:ScheduleEndDate>',
        ),
    ],
  ];
  for (const [what, code, originator, body] of refused) {
    it(`for ${what} are refused with ${code}`, async () => {
      expect((await nonDevice(home, '5.1', body(), { originator })).code).to.equal(code);
    });
  }
});
