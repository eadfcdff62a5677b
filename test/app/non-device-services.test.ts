import { expect } from 'chai';
import { parseEui64 } from '../../src/common/eui64.js';
import type { VirtualHan } from '../../src/wan/index.js';
import { element, GPF } from './alert-occasions.js';
import { expectSound } from './document-judge.js';
import { ACB, ESME, GatewayHarness, HUB, NETWORK_OPERATOR, PPMID } from './gateway-harness.js';
import { alert, connect, createSchedule, delivery, nonDevice, sampleBody } from './user-requests.js';

type Status = 'Pending' | 'InstalledNotCommissioned' | 'Commissioned' | 'Withdrawn';

describe('Non-Device Services of a running gateway', () => {
  let home: GatewayHarness;
  let han: VirtualHan | undefined;
  beforeEach(async () => (home = await GatewayHarness.start()));
  afterEach(async () => {
    han?.stop();
    han = undefined;
    await home.stop();
  });

  const statusOf = async (device: string) => (await home.inventory.find(parseEui64(device)))?.status;
  const hubOf = async (device: string) => (await home.inventory.find(parseEui64(device)))?.hubId;
  const setStatus = async (devices: readonly string[], status: Status) => {
    for (const device of devices) {
      await home.store.db
        .updateTable('devices')
        .set({ status })
        .where('id', '=', parseEui64(device))
        .execute();
    }
  };

  describe('Communications Hub Status Update (8.14)', () => {
    const updates: [string, string, Status, Status][] = [
      ['8.14.1', 'an installation', 'Pending', 'Commissioned'],
      ['8.14.2', 'an installation without SM WAN', 'Pending', 'InstalledNotCommissioned'],
      ['8.14.3', 'a return for a fault', 'Commissioned', 'Withdrawn'],
      ['8.14.4', 'a return without a fault', 'Commissioned', 'Withdrawn'],
    ];
    for (const [variant, what, from, to] of updates) {
      it(`of ${what} (${variant}) takes CHF and GPF from ${from} to ${to}`, async () => {
        await setStatus([HUB, GPF], from);
        const { code, text } = await nonDevice(home, variant, sampleBody(`${variant}_`));
        expect(code, text).to.equal('I99');
        await expectSound(text, '5.4', home);
        expect([await statusOf(HUB), await statusOf(GPF)]).to.deep.equal([to, to]);
        expect(home.sent).to.deep.equal([]);
      });
    }

    it('of a return empties the Device Log', async () => {
      await nonDevice(home, '8.14.4', sampleBody('8.14.4_'));
      expect([await hubOf(PPMID), await hubOf(ESME)]).to.deep.equal([null, null]);
      expect(await hubOf(GPF)).to.equal(HUB);
    });

    it('does the same request once', async () => {
      await setStatus([HUB, GPF], 'Pending');
      const body = sampleBody('8.14.1_');
      const request = home.signed({ target: ACB, commandVariant: 8, variant: '8.14.1', body });
      const first = await home.post('D', request);
      expect((await home.post('D', request)).text).to.equal(first.text);
    });

    it('of what is no Communications Hub is refused with E11', async () => {
      const body = sampleBody('8.14.1_').replace(HUB, ESME);
      expect((await nonDevice(home, '8.14.1', body)).code).to.equal('E11');
      expect(await statusOf(ESME)).to.equal('Commissioned');
    });

    it('is not for network operators', async () => {
      const { code } = await nonDevice(home, '8.14.4', sampleBody('8.14.4_'), {
        originator: NETWORK_OPERATOR,
      });
      expect(code).to.equal('E2');
      expect(await statusOf(HUB)).to.equal('Commissioned');
    });
  });

  describe('opting out (8.5) and in (8.6)', () => {
    const optOut = async (): Promise<void> => {
      han ??= await connect(home);
      const body = sampleBody('CS02bACBByACB_8.5');
      const { code, text } = await home.post(
        'S',
        home.signed({ target: ESME, variant: '8.5', body, counter: 80n }),
      );
      expect(code, text).to.equal('I99');
      await delivery(home, ':80</sr:RequestID>');
      await home.settled();
    };
    const optIn = (date: string, from = '1312345678111') =>
      nonDevice(
        home,
        '8.6',
        sampleBody('8.6_')
          .replace(/2015-02-01/, date)
          .replace('1312345678111', from),
      );
    const read = async () =>
      (
        await home.post(
          'S',
          home.signed({ target: ESME, variant: '4.1.1', body: sampleBody('ECS17b_4.1.1_REQUEST') }),
        )
      ).code;

    it('withdraws a meter, which can be asked no more, and ends its schedules', async () => {
      await createSchedule(home);
      await optOut();
      expect(await statusOf(ESME)).to.equal('Withdrawn');
      expect(await alert(home, 'N7')).to.contain('<sr:MeterDecommissioningOrWithdrawal>');
      expect(await alert(home, 'N5')).to.contain('<sr:DSPScheduleRemoval>');
      expect(await read()).to.equal('E5');
    });

    it('brings the meter back at once, with the certificates of the Access Control Broker', async () => {
      await optOut();
      const { code, text } = await optIn('2026-06-01');
      expect(code).to.equal('I0');
      expect(text).to.contain('<sr:DSPBrokerSecurityCredentialsKeyAgreement>');
      await expectSound(text, '5.4', home);
      expect(await statusOf(ESME)).to.equal('Commissioned');
      expect(await read()).to.equal('I99');
    });

    it('brings it back on the date, by a gateway started anew too', async () => {
      await optOut();
      expect((await optIn('2026-06-10')).code).to.equal('I0');
      expect(await statusOf(ESME)).to.equal('Withdrawn');
      await home.gateway.stop();
      await home.startGateway();
      home.now = new Date('2026-06-09T23:59:59Z');
      await home.settled();
      expect(await statusOf(ESME)).to.equal('Withdrawn');
      home.now = new Date('2026-06-10T00:00:00Z');
      await home.settled();
      expect(await statusOf(ESME)).to.equal('Commissioned');
    });

    it('is refused for a meter that was not opted out, and with a meter point of another', async () => {
      expect((await optIn('2026-06-01')).code).to.equal('E5');
      await optOut();
      expect((await optIn('2026-06-01', '1312345679111')).code).to.equal('E11');
      expect(await statusOf(ESME)).to.equal('Withdrawn');
    });

    it('leaves a meter that says nothing in service', async () => {
      han = await connect(home);
      han.setFault(parseEui64(ESME), 'silent');
      const body = sampleBody('CS02bACBByACB_8.5');
      await home.post('S', home.signed({ target: ESME, variant: '8.5', body, counter: 80n }));
      await home.settled();
      home.now = new Date('2026-06-01T13:00:00Z');
      await home.settled();
      expect(await delivery(home, ':80</sr:RequestID>')).to.contain('<sr:ResponseCode>E21<');
      expect(await statusOf(ESME)).to.equal('Commissioned');
    });
  });

  describe('Request WAN Matrix (12.1)', () => {
    const ask = (content: string) => nonDevice(home, '12.1', element('RequestWANMatrix', content));
    const address = (postCode: string, identifier = '1') =>
      element('PartialAddress', element('PostCode', postCode) + element('AddressIdentifier', identifier));

    const places: [string, () => string, string][] = [
      ['the hub at a UPRN', () => element('UPRN', '100090000002'), '4G Central'],
      ['the postcode', () => address('SW1A 1AA'), 'South'],
      ['the postcode', () => address('EH1 1AA'), 'North'],
      ['nothing, where nothing is known', () => element('UPRN', '1'), 'Unknown'],
    ];
    for (const [what, content, region] of places) {
      it(`tells the region by ${what}: ${region}`, async () => {
        const { code, text } = await ask(content());
        expect(code, text).to.equal('I0');
        expect(text).to.contain(`<sr:CSPRegion>${region}</sr:CSPRegion>`);
        await expectSound(text, '5.4', home);
      });
    }

    it('repeats what was asked', async () => {
      expect((await ask(address('SW1A 1AA'))).text).to.contain('<sr:PostCode>SW1A 1AA</sr:PostCode>');
    });
  });
});
