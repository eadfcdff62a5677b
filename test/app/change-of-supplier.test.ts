import { expect } from 'chai';
import { changeSupplier, NEXT_DAY, ONE_POINT_ESME, OTHER_SUPPLIER } from './alert-occasions.js';
import { ESME, GatewayHarness, NETWORK_OPERATOR, type RequestFacts, SUPPLIER } from './gateway-harness.js';
import { alert, createSchedule, dailySchedule, nonDevice, sampleBody } from './user-requests.js';

const CHANGE = new Date('2026-06-10T00:00:00Z');
const BEFORE = new Date('2026-06-09T23:59:59Z');
const MPXN = '1312345679111';

/** The import registers of a meter, read at once or at a time. */
function readRegisters(at?: string): RequestFacts {
  const body = sampleBody('ECS17b_4.1.1_REQUEST').replace(
    /<sr:ExecutionDateTime>[^<]*<\/sr:ExecutionDateTime>/,
    '',
  );
  const time = at === undefined ? '' : `<sr:ExecutionDateTime>${at}</sr:ExecutionDateTime>`;
  const opened = body.replace(/^<sr:(\w+)\/>$/, '<sr:$1></sr:$1>').replace(/^(<sr:\w+>)/, `$1${time}`);
  return { target: ONE_POINT_ESME, variant: '4.1.1', body: opened };
}

describe('a change of supplier', () => {
  let home: GatewayHarness;
  beforeEach(async () => (home = await GatewayHarness.start()));
  afterEach(() => home.stop());

  const send = async (originator: string, facts = readRegisters()) =>
    (await home.post('S', home.signed({ ...facts, originator }))).code;

  it('lets the new supplier ask from its date on, and the old one until then', async () => {
    await changeSupplier(home, CHANGE, MPXN);
    home.now = BEFORE;
    expect(await send(SUPPLIER)).to.equal('I99');
    expect(await send(OTHER_SUPPLIER)).to.equal('E4');
    home.now = CHANGE;
    expect(await send(SUPPLIER)).to.equal('E4');
    expect(await send(OTHER_SUPPLIER)).to.equal('I99');
  });

  it('leaves the network operator responsible', async () => {
    await changeSupplier(home, CHANGE, MPXN);
    home.now = CHANGE;
    expect(await send(NETWORK_OPERATOR)).to.equal('I99');
  });

  it('decides on a request that is dated ahead by the day it is for', async () => {
    await changeSupplier(home, CHANGE, MPXN);
    expect(await send(SUPPLIER, readRegisters('2026-06-11T00:00:00Z'))).to.equal('E4');
    expect(await send(OTHER_SUPPLIER, readRegisters('2026-06-11T00:00:00Z'))).to.equal('I99');
    expect(await send(OTHER_SUPPLIER, readRegisters('2026-06-05T00:00:00Z'))).to.equal('E4');
  });

  it('is told to the old supplier when it takes effect, once, over a restart too', async () => {
    await changeSupplier(home, CHANGE, MPXN);
    home.now = BEFORE;
    await home.settled();
    expect(home.user.received).to.deep.equal([]);
    home.now = CHANGE;
    await home.settled();
    const told = await alert(home, 'N27');
    expect(told).to.contain(`<sr:DeviceID>${ONE_POINT_ESME}</sr:DeviceID>`).and.to.contain(MPXN);
    await home.gateway.stop();
    await home.startGateway();
    await home.settled();
    expect(home.user.received).to.have.length(1);
  });

  it('is told also where it took effect while the gateway was down', async () => {
    await changeSupplier(home, CHANGE, MPXN);
    await home.gateway.stop();
    home.now = new Date('2026-06-12T00:00:00Z');
    await home.startGateway();
    await home.settled();
    await alert(home, 'N27');
  });

  it('ends the schedules of the old supplier, not those of others', async () => {
    const own = await createSchedule(home, dailySchedule(ONE_POINT_ESME));
    const elsewhere = await createSchedule(home, dailySchedule(ESME));
    const consumption = dailySchedule(ONE_POINT_ESME)
      .replace(/4\.6\.1/g, '4.10')
      .replace(/4\.6</g, '4.10<');
    const others = await nonDevice(
      home,
      '5.1',
      consumption.replace(/DSPRetrieveImportDailyReadLog/g, 'DSPReadNetworkData'),
      { originator: NETWORK_OPERATOR },
    );
    expect(others.code).to.equal('I0');
    await changeSupplier(home, home.now, MPXN);
    await home.settled();
    expect(await alert(home, 'N6')).to.contain(`<sr:DSPScheduleID>${own}</sr:DSPScheduleID>`);
    home.now = NEXT_DAY;
    await home.settled();
    expect(home.sent.map(({ device, requestId }) => [device, requestId.slice(0, 23)])).to.have.deep.members([
      [ESME, SUPPLIER],
      [ONE_POINT_ESME, NETWORK_OPERATOR],
    ]);
    expect(home.user.received.filter((each) => each.includes('<sr:DSPScheduleRemoval>'))).to.have.length(1);
    expect(elsewhere).to.not.equal(own);
  });

  it('drops what the old supplier had future dated, and tells it', async () => {
    await home.post('S', home.signed({ ...readRegisters('2026-06-20T00:00:00Z'), counter: 500n }));
    await changeSupplier(home, CHANGE, MPXN);
    home.now = CHANGE;
    await home.settled();
    expect(await alert(home, 'N10')).to.contain(`<sr:CommandRequestID>${SUPPLIER}:${ONE_POINT_ESME}:500<`);
    home.now = new Date('2026-06-21T00:00:00Z');
    await home.settled();
    expect(home.sent).to.deep.equal([]);
  });

  it('leaves what is future dated before it', async () => {
    await home.post('S', home.signed({ ...readRegisters('2026-06-05T00:00:00Z'), counter: 500n }));
    await changeSupplier(home, CHANGE, MPXN);
    home.now = new Date('2026-06-05T00:00:00Z');
    await home.settled();
    expect(home.sent).to.have.length(1);
  });
});
