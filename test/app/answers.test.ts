import { expect } from 'chai';
import { SCHEMA_MODEL } from '../../src/duis/generated/schema-model.js';
import { parseEui64 } from '../../src/common/eui64.js';
import { encodeMessage } from '../../src/gbcs/index.js';
import type { VirtualHan } from '../../src/wan/index.js';
import { distribute, element, NEXT_DAY, refuseCommands } from './alert-occasions.js';
import { expectSound } from './document-judge.js';
import { ESME, GatewayHarness, type RequestFacts, SUPPLIER } from './gateway-harness.js';
import { s1spResponds } from './s1sp-posts.js';
import {
  alert,
  connect,
  createSchedule,
  critical,
  dailySchedule,
  decommission,
  delivery,
  heldRead,
  nonDevice,
  sampleBody,
  speak,
} from './user-requests.js';

const SMETS1_PPMID = '00-DB-12-34-56-78-92-A4';

/** A document of the gateway, and what it has to hold. */
interface Kind {
  readonly what: string;
  readonly code: string;
  /** Element of the Body, or of the ResponseMessage; absent where that has only its references. */
  readonly holds?: string;
  /** Versions whose schema has no such content as the gateway gives: the answer is without, and an Alert says so. */
  readonly notIn?: readonly string[];
  readonly make: (home: GatewayHarness, version: string, han: () => Promise<VirtualHan>) => Promise<string>;
}

async function text(answer: Promise<{ readonly text: string }>): Promise<string> {
  return (await answer).text;
}

const opted = async (home: GatewayHarness): Promise<void> => {
  await home.inventory.record('opted out', parseEui64(ESME), { at: home.now });
};

async function transformed(home: GatewayHarness, facts: RequestFacts): Promise<string> {
  const body = sampleBody('ECS28a_6.4.1_IMMEDIATE');
  return text(
    home.post('T', home.signed({ target: ESME, variant: '6.4.1', commandVariant: 4, body, ...facts })),
  );
}

const KINDS: readonly Kind[] = [
  {
    what: 'an acknowledgement',
    code: 'I99',
    make: (home, version) => text(home.post('S', home.signed({ version }))),
  },
  {
    what: 'a refusal',
    code: 'E19',
    make: (home, version) =>
      text(home.post('S', home.signed({ version, target: '00-DB-00-00-00-00-00-01' }))),
  },
  {
    what: 'a Pre-Command',
    code: 'I0',
    holds: 'PreCommand',
    make: (home, version) => transformed(home, { version }),
  },
  {
    what: 'a Command for local delivery',
    code: 'I0',
    holds: 'LocalCommand',
    make: (home, version) => text(home.post('D', home.signed({ version, commandVariant: 2 }))),
  },
  {
    what: 'an acknowledgement with a Command for local delivery',
    code: 'I99',
    holds: 'LocalCommand',
    make: (home, version) => text(home.post('S', home.signed({ version, commandVariant: 3 }))),
  },
  {
    what: 'an inventory',
    code: 'I0',
    holds: 'DSPInventory',
    make: (home, version) =>
      text(nonDevice(home, '8.2', element('ReadInventory', element('DeviceID', ESME)), { version })),
  },
  {
    what: 'an opt-in',
    code: 'I0',
    holds: 'DSPOptIn',
    make: async (home, version) => {
      await opted(home);
      return text(nonDevice(home, '8.6', sampleBody('8.6_'), { version }));
    },
  },
  {
    what: 'the id of a schedule',
    code: 'I0',
    holds: 'DSPScheduleID',
    make: (home, version) => text(nonDevice(home, '5.1', dailySchedule(), { version })),
  },
  {
    what: 'schedules',
    code: 'I0',
    holds: 'DSPSchedulesRead',
    make: async (home, version) => {
      await createSchedule(home);
      return text(nonDevice(home, '5.2', element('ReadSchedule', element('DeviceID', ESME)), { version }));
    },
  },
  {
    what: 'a WAN matrix',
    code: 'I0',
    holds: 'DSPWANMatrix',
    // It had room for one region before.
    notIn: ['5.1'],
    make: (home, version) =>
      text(
        nonDevice(home, '12.1', element('RequestWANMatrix', element('UPRN', '100090000001')), { version }),
      ),
  },
  {
    what: 'a warning about firmware of meters',
    code: 'W110101',
    holds: 'DSPUpdateFirmwareWarning',
    make: (home, version) => text(distribute(home, '11.1', [ESME], { version })),
  },
  {
    what: 'a warning about firmware of PPMIDs',
    code: 'W110401',
    holds: 'DSPUpdatePPMIDFirmwareWarning',
    make: (home, version) => text(distribute(home, '11.4', [SMETS1_PPMID], { version })),
  },
  {
    what: 'the Response of a Device',
    code: 'I0',
    holds: 'GBCSPayload',
    make: async (home, version, han) => {
      await han();
      await home.post('S', home.signed({ version }));
      return delivery(home, '<sr:GBCSPayload>');
    },
  },
  {
    what: 'a Customer Identification Number',
    code: 'I0',
    holds: 'CINMessage',
    make: async (home, version, han) => {
      await han();
      const facts = { target: ESME, variant: '9.1', body: '<sr:RequestCustomerIdentificationNumber/>' };
      await home.post('S', home.signed({ ...facts, version }));
      return delivery(home, '<sr:CINMessage>');
    },
  },
  {
    what: 'the Response to the run of a schedule',
    code: 'I0',
    holds: 'DSPScheduledMessage',
    make: async (home, version, han) => {
      await han();
      await nonDevice(home, '5.1', dailySchedule(), { version });
      home.now = NEXT_DAY;
      await home.settled();
      return delivery(home, '<sr:DSPScheduledMessage>');
    },
  },
  {
    what: 'the Alert of an instruction that was future dated',
    code: 'I0',
    holds: 'FutureDatedDeviceAlertMessage',
    make: async (home, version, han) => {
      const devices = await han();
      const body = sampleBody('ECS28a_6.4.1_IMMEDIATE').replace(
        '<sr:LoadLimitPeriod>',
        '<sr:ExecutionDateTime>2026-06-02T12:00:00Z</sr:ExecutionDateTime><sr:LoadLimitPeriod>',
      );
      await critical(home, { target: ESME, variant: '6.4.1', counter: 900n, body, version });
      await delivery(home, ':900</sr:RequestID>');
      home.now = new Date('2026-06-02T12:00:00Z');
      await devices.runDue();
      return delivery(home, '<sr:FutureDatedDeviceAlertMessage>');
    },
  },
  {
    what: 'the end of a request that failed',
    code: 'E20',
    make: async (home, version) => {
      refuseCommands(home);
      await home.post('S', home.signed({ version }));
      return delivery(home, '<sr:ResponseCode>E20<');
    },
  },
  {
    what: 'the end of a request that was cancelled',
    code: 'I0',
    make: async (home, version) => {
      await home.post('S', home.signed({ version, body: heldRead('2026-06-05T00:00:00Z') }));
      await home.post('S', home.signed({ version, counter: 800n, body: heldRead('3000-12-31T00:00:00Z') }));
      return delivery(home, ':800</sr:RequestID>');
    },
  },
  {
    what: 'the Response of a SMETS1 Device',
    code: 'I0',
    holds: 'SMETS1ResponseMessage',
    make: async (home, version) => {
      await home.post('S', home.signed({ version, target: SMETS1_PPMID, counter: 1000n }));
      await s1spResponds(home);
      return delivery(home, '<sr:SMETS1ResponseMessage>');
    },
  },
  {
    what: 'the Alert of a Device',
    code: 'I0',
    holds: 'DeviceAlertMessage',
    make: async (home) => {
      const bytes = encodeMessage({
        header: {
          kind: 'Alert',
          originator: parseEui64(ESME),
          originatorCounter: 2000n,
          recipient: parseEui64(SUPPLIER),
          messageCode: 0x1000,
        },
        content: Buffer.from('30050203008f66', 'hex'),
        signature: Buffer.alloc(64),
      });
      await home.gateway.takeDeviceMessage({ device: parseEui64(ESME), bytes });
      return delivery(home, '<sr:DeviceAlertMessage>');
    },
  },
  {
    what: 'a DCC Alert',
    code: 'I0',
    holds: 'DCCAlertMessage',
    make: async (home) => {
      await createSchedule(home);
      await decommission(home, ESME);
      return delivery(home, '<sr:DSPScheduleRemoval>');
    },
  },
];

describe('documents of a running gateway', () => {
  let home: GatewayHarness;
  let han: VirtualHan | undefined;
  beforeEach(async () => (home = await GatewayHarness.start()));
  afterEach(async () => {
    han?.stop();
    han = undefined;
    await home.stop();
  });

  for (const version of ['5.4', '5.1']) {
    for (const { what, code, holds, notIn, make } of KINDS) {
      it(`keep to schema ${version} and are signed: ${what}`, async () => {
        await speak(home, version);
        const document = await make(home, version, async () => (han = await connect(home)));
        expect(/ResponseCode>([^<]*)</.exec(document)?.[1], document).to.equal(code);
        await expectSound(document, version, home);
        if (notIn?.includes(version) === true) {
          expect(document).not.to.contain(`<sr:${holds}>`);
          await expectSound(await alert(home, 'N999'), version, home);
        } else if (holds !== undefined) expect(document).to.contain(`<sr:${holds}>`);
      });
    }
  }

  it('have all that the schema lets a Response hold', () => {
    const names = (type: string) =>
      (SCHEMA_MODEL.complex[type]?.elements ?? []).map(({ name }) => name.replace(/^sr:/, ''));
    const made = KINDS.flatMap(({ holds }) => holds ?? []);
    const references = ['ServiceReference', 'ServiceReferenceVariant'];
    const members = names('sr:ResponseMessage').filter((name) => !references.includes(name));
    expect(members).to.not.deep.equal([]);
    expect(members.filter((name) => !made.includes(name))).to.deep.equal([]);
  });
});
