import { expect } from 'chai';
import { type Eui64, parseEui64 } from '../../src/common/eui64.js';
import { formatRequestId } from '../../src/common/request-id.js';
import type { PpmidResolutionRecord } from '../../src/inventory/index.js';
import type { MockS1sp } from '../../src/testing/index.js';
import { HUB, SUPPLIER } from './gateway-harness.js';
import { FIRST_HOME, SECOND_HOME, startTwoS1sps, type TwoS1sps } from './two-s1sps.js';
import { connect } from './user-requests.js';

/** Dual-mode PPMIDs: three of SMETS2+ homes, and one of each S1SP's. */
const PPMIDS: readonly Eui64[] = [
  parseEui64('00-DB-12-34-56-78-90-A4'),
  parseEui64('00-DB-12-34-56-78-90-98'),
  parseEui64('00-DB-12-34-56-78-91-A4'),
  FIRST_HOME.ppmid,
  SECOND_HOME.ppmid,
];

const WAY_AT_START: readonly Way[] = ['GBCS', 'GBCS', 'GBCS', 'S1SP 1', 'S1SP 2'];

/** SMETS2+ and SMETS1 homes by turns, so that each move changes the door, and the S1SP every other time. */
const HUBS: readonly Eui64[] = [
  FIRST_HOME.hub,
  parseEui64(HUB),
  SECOND_HOME.hub,
  parseEui64('00-DB-12-34-56-78-91-A2'),
];

const MOVES = 6;
/** Requests to one PPMID under way at once while it is moved. */
const READERS = 2;
/** Requests to a PPMID before it leaves a home again. */
const READS_AT_REST = 2;

/** Where a request went: to an S1SP, as a GBCS Command to its Device, or nowhere as it was refused. */
type Way = 'S1SP 1' | 'S1SP 2' | 'GBCS' | 'nowhere';

/** A request and the time between its being sent and its being acknowledged. */
interface Asked extends Period {
  readonly requestId: string;
  readonly target: Eui64;
  readonly variant: string;
  readonly code: string | undefined;
}

/** From and to are times of the gateway's clock in milliseconds. */
interface Period {
  readonly from: number;
  readonly to: number;
}

describe('PPMIDs that move between homes while requests flow', () => {
  let scene: TwoS1sps;
  let asked: Asked[];
  let counter = 0n;
  const answers = new Map<string, Promise<string>>();
  /** When the User heard that a Device Log was changed: of an Add by its acknowledgement, of a Remove by the Response. */
  const told = new Map<string, number>();

  before(async function () {
    this.timeout(60_000);
    scene = await startTwoS1sps();
    // Every look at the clock is a time of its own, so that it tells before from after.
    let tick = scene.home.now.getTime();
    Object.defineProperty(scene.home, 'now', { get: () => new Date((tick += 1)) });
    await connect(scene.home);
    asked = [];
    await Promise.all(PPMIDS.map((ppmid, index) => load(ppmid, index)));
    await Promise.all(asked.filter(({ code }) => code === 'I99').map(({ requestId }) => answer(requestId)));
    await scene.home.settled();
  });
  after(() => scene.stop());

  it('are resolved anew by each Communications Hub, and all of it is kept', async () => {
    for (const ppmid of PPMIDS) {
      const resolutions = await scene.home.inventory.resolutions(ppmid);
      expect(resolutions.map(({ hubId }) => hubId)).to.deep.equal(route(PPMIDS.indexOf(ppmid)));
      for (const { hubGeneration, result, outcome } of resolutions) {
        expect({ generation: result.generation, outcome }).to.deep.equal({
          generation: hubGeneration,
          outcome: 'confirmed',
        });
      }
    }
  });

  it('are sent each read through the door of the version that held when it was accepted', async () => {
    const history = new Map<Eui64, readonly Stay[]>();
    for (const ppmid of PPMIDS) history.set(ppmid, await staysOf(ppmid));
    const counts = new Map<Way, number>();
    let certain = 0;
    for (const read of reads()) {
      const possible = new Set(
        (history.get(read.target) ?? []).filter((stay) => overlap(stay, read)).map(({ way }) => way),
      );
      const way = arrived(read);
      expect([...possible], JSON.stringify(read)).to.include(way);
      expect(read.code).to.be.oneOf(way === 'nowhere' ? ['E5', 'E20'] : ['I99']);
      counts.set(way, (counts.get(way) ?? 0) + 1);
      if (possible.size === 1) certain += 1;
    }
    // So many that the above says something: of each way, away from moves, and while one is under way.
    for (const way of ['S1SP 1', 'S1SP 2', 'GBCS'] as const)
      expect(counts.get(way), way).to.be.greaterThan(20);
    expect(certain).to.be.at.least(READS_AT_REST * MOVES * PPMIDS.length);
    expect(reads().length - certain).to.be.greaterThan(20);
  });

  it('have in the journal the way that each request went', async () => {
    for (const request of asked) {
      const { requestId } = request;
      const entry = await scene.home.store.journal.find({ requestId, kind: 'service-request' });
      const way = arrived(request);
      expect(entry?.route ?? null, requestId).to.equal(
        way === 'GBCS' ? 'gbcs' : way === 'nowhere' ? null : 's1sp',
      );
      if (way !== 'nowhere') expect(entry?.state).to.equal('delivered');
    }
  });

  it('are sent each request once and to one place, and it is answered once', () => {
    for (const { requestId, code } of asked) {
      const answers = scene.home.user.received.filter((text) => answersTo(requestId, text));
      expect(placesOf(requestId), requestId).to.have.length(code === 'I99' ? 1 : 0);
      expect(answers, requestId).to.have.length(code === 'I99' ? 1 : 0);
      if (code === 'I99') expect(answers[0]).to.contain('ResponseCode>I0<');
    }
  });

  /** Moves a PPMID from home to home, and reads its firmware version all the while. */
  async function load(ppmid: Eui64, index: number): Promise<void> {
    let moving = true;
    const read = (): Promise<Asked> => ask(ppmid, '11.2', '<sr:ReadFirmwareVersion/>');
    const reader = async (): Promise<void> => {
      while (moving) await read();
    };
    const mover = async (): Promise<void> => {
      for (const hub of route(index)) {
        const present = (await scene.home.inventory.find(ppmid))?.hubId;
        if (present) {
          const { requestId } = await succeeded(await ask(present, '8.11', removed(ppmid)));
          told.set(requestId, scene.home.now.getTime());
        }
        const { requestId, to } = await succeeded(await ask(hub, '8.11', added(ppmid)));
        told.set(requestId, to);
        for (let number = 0; number < READS_AT_REST; number += 1) await read();
      }
    };
    await Promise.all([mover().finally(() => (moving = false)), ...Array.from({ length: READERS }, reader)]);
  }

  async function ask(target: Eui64, variant: string, body: string): Promise<Asked> {
    counter += 1n;
    const requestId = `${SUPPLIER}:${target}:${counter}`;
    const message = scene.home.signed({ target, variant, body, counter });
    const from = scene.home.now.getTime();
    const { code } = await scene.home.post('S', message);
    const request = { requestId, target, variant, from, to: scene.home.now.getTime(), code };
    asked.push(request);
    return request;
  }

  async function succeeded(request: Asked): Promise<Asked> {
    const { requestId, code } = request;
    expect(code, requestId).to.equal('I99');
    expect(await answer(requestId)).to.contain('ResponseCode>I0<');
    return request;
  }

  /** The final Service Response; one that is here already is given too. */
  async function answer(requestId: string): Promise<string> {
    const given = answers.get(requestId) ?? scene.home.user.next((text) => answersTo(requestId, text));
    answers.set(requestId, given);
    return given;
  }

  function reads(): Asked[] {
    return asked.filter(({ variant }) => variant === '11.2');
  }

  /** Everywhere a request arrived. */
  function placesOf(requestId: string): Way[] {
    const taken = ({ received }: MockS1sp): boolean =>
      received.some(({ request }) => formatRequestId(request.requestId) === requestId);
    return [
      ...scene.home.sent.filter((command) => command.requestId === requestId).map(() => 'GBCS' as const),
      ...(taken(scene.first) ? ['S1SP 1' as const] : []),
      ...(taken(scene.second) ? ['S1SP 2' as const] : []),
    ];
  }

  function arrived({ requestId }: Asked): Way {
    return placesOf(requestId)[0] ?? 'nowhere';
  }

  /**
   * Where a PPMID was, by the history of its status and the audit of its resolutions. What a request changes holds from
   * some moment between the time written down for it and the time the User was told.
   */
  async function staysOf(ppmid: Eui64): Promise<Stay[]> {
    const resolutions = await scene.home.inventory.resolutions(ppmid);
    const history = await scene.home.inventory.statusHistory(ppmid);
    const changes = history.flatMap(({ status, at, requestId }) => {
      const resolution = resolutions.find((each) => each.requestId === requestId);
      const way =
        resolution === undefined ? (status === 'Pending' ? 'nowhere' : undefined) : wayOf(resolution);
      return requestId === null || way === undefined
        ? []
        : [{ from: at.getTime(), told: told.get(requestId) ?? NaN, way }];
    });
    expect(changes).to.have.length(2 * MOVES);
    const start = { from: 0, told: 0, way: WAY_AT_START[PPMIDS.indexOf(ppmid)] ?? 'nowhere' };
    return [start, ...changes].map(({ from, way }, index) => ({
      from,
      to: changes[index]?.told ?? Infinity,
      way,
    }));
  }
});

function wayOf({ hubId, hubGeneration }: PpmidResolutionRecord): Way {
  if (hubGeneration === 'SMETS2+') return 'GBCS';
  return hubId === FIRST_HOME.hub ? 'S1SP 1' : 'S1SP 2';
}

/** A time for which all requests to a PPMID go one way. */
interface Stay extends Period {
  readonly way: Way;
}

function overlap(a: Period, b: Period): boolean {
  return a.from <= b.to && b.from <= a.to;
}

/** The homes a PPMID is moved to, one after the other, beginning with another than its own. */
function route(index: number): Eui64[] {
  return Array.from({ length: MOVES }, (_, move) => HUBS[(index + move) % HUBS.length] ?? FIRST_HOME.hub);
}

function answersTo(requestId: string, text: string): boolean {
  return text.includes(`RequestID>${requestId}<`) && !text.includes('DCCAlertMessage');
}

function removed(ppmid: Eui64): string {
  return `<sr:UpdateHANDeviceLog><sr:DeviceID>${ppmid}</sr:DeviceID><sr:RequestType>Remove</sr:RequestType></sr:UpdateHANDeviceLog>`;
}

function added(ppmid: Eui64): string {
  return (
    `<sr:UpdateHANDeviceLog><sr:DeviceID>${ppmid}</sr:DeviceID><sr:RequestType>Add</sr:RequestType>` +
    '<sr:AddDeviceToCHFWhitelist><sr:JoinTimePeriod>900</sr:JoinTimePeriod>' +
    '<sr:InstallCode>00112233445566778899AABBCCDDEEFF</sr:InstallCode></sr:AddDeviceToCHFWhitelist></sr:UpdateHANDeviceLog>'
  );
}
