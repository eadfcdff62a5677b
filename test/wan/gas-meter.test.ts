import { expect } from 'chai';
import { metering } from '../../src/gbcs/gbz/clusters/metering.js';
import { prepayment } from '../../src/gbcs/gbz/clusters/prepayment.js';
import { price } from '../../src/gbcs/gbz/clusters/price.js';
import { encodePayload, readFrame } from '../../src/gbcs/gbz/frame.js';
import { decodeGbzContent, encodeGbzContent } from '../../src/gbcs/gbz/gbz-content.js';
import { utcTimeOf } from '../../src/gbcs/gbz/utc-time.js';
import type { AnyZclCluster, ZclAttribute } from '../../src/gbcs/gbz/zcl-cluster.js';
import type { GbcsMessage } from '../../src/gbcs/index.js';
import { contentOf, GPF, GSME, SUPPLIER, VirtualHome } from './virtual-home.js';

interface Told {
  readonly command: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

const { attributes: credit } = prepayment;
const { attributes: measured } = metering;
const at = (time: string): number => utcTimeOf(new Date(time));
const ALL = 0xfffffffe;

describe('a virtual gas meter', () => {
  let home: VirtualHome;
  beforeEach(() => (home = new VirtualHome()));
  afterEach(() => home.han.stop());

  let sent = 0;
  /** Sends a sample with other values in its components. @returns all that was said of it, the Response first */
  async function send(
    sample: string,
    changes: Readonly<Record<string, unknown>> = {},
    { from, device }: { readonly from?: number; readonly device?: typeof GPF } = {},
  ): Promise<GbcsMessage[]> {
    const command = home.command(sample);
    const { message } = command;
    const content = encodeGbzContent(
      decodeGbzContent(message.content).map((component) => {
        const { command: known, values } = readFrame(component);
        const payload = encodePayload(known, { ...(values as object), ...changes });
        return { ...component, payload, ...(from !== undefined && { fromDateTime: from }) };
      }),
    );
    const header = {
      ...message.header,
      ...(device !== undefined && { recipient: device }),
      originatorCounter: BigInt(home.now.getTime()) + BigInt(++sent),
    };
    return home.send({ ...command, message: { ...message, header, content } });
  }

  /** What a sample asks for, decrypted. */
  async function ask(...request: Parameters<typeof send>): Promise<readonly Told[]> {
    const [answer] = await send(...request);
    if (answer === undefined) throw new Error('no Response');
    return (home.revealed(answer) as { readonly components: readonly Told[] }).components;
  }

  const found = (told: readonly Told[]) => told.filter(({ command }) => command !== 'defaultResponse');
  const samplesOf = ([first]: readonly Told[]) => first?.payload['samples'] as readonly number[];
  const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

  const valueOf = (cluster: AnyZclCluster, { id }: ZclAttribute): number =>
    Number(home.han.device(GSME)?.attributes.read(cluster.id, id)?.value);
  const give = (cluster: AnyZclCluster, { id }: ZclAttribute, value: number): void =>
    home.han.device(GSME)?.attributes.set(cluster.id, id, value);
  const total = () => valueOf(metering, measured.currentSummationDelivered);

  const alertCodes = (messages: readonly GbcsMessage[]): string[] =>
    messages
      .filter(({ header }) => header.kind === 'Alert')
      .map((message) => JSON.stringify(contentOf(message)).match(/"alertCode":"(?:0x)?(\w+)"/)?.[1] ?? '?');

  describe('in its logs', () => {
    it('has half-hours that add up to what its register counted', async () => {
      const before = total();
      await home.comes('2026-06-03T12:00:00Z');
      const profile = samplesOf(
        await ask('GCS17_4.8.1_SUCCESS', {
          earliestSampleTime: at('2026-06-01T12:00:00Z'),
          numberOfSamples: 200,
        }),
      );
      expect(profile).to.have.lengthOf(96);
      expect(sum(profile))
        .to.equal(total() - before)
        .and.to.be.greaterThan(500);
    });

    it('has days of consumption, whose half-hours are those of the profile', async () => {
      const period = { earliestSampleTime: at('2026-05-31T00:00:00Z') };
      const [day] = samplesOf(await ask('GCS61_4.17_SUCCESS', { ...period, numberOfSamples: 1 }));
      const halfHours = samplesOf(await ask('GCS17_4.8.1_SUCCESS', { ...period, numberOfSamples: 48 }));
      expect(sum(halfHours)).to.equal(day);
    });

    it('keeps a snapshot each midnight, of registers and of balances', async () => {
      await home.comes('2026-06-03T12:00:00Z');
      const period = { earliestStartTime: at('2026-06-02T00:00:00Z'), latestEndTime: ALL };
      const readings = found(await ask('GCS16a_4.6.1_SUCCESS', period));
      expect(readings.map(({ payload }) => payload['snapshotTime'])).to.deep.equal([
        '2026-06-02T00:00:00Z',
        '2026-06-03T00:00:00Z',
      ]);
      expect(readings[0]?.payload['totalSnapshotsFound']).to.equal(31);
      expect(found(await ask('GCS16b_4.14_KRP_SUCCESS', period))).to.have.lengthOf(2);
    });

    it('has the samples of the network data log that a Command started, and none before', async () => {
      const read = () => ask('GCS18_4.10_SUCCESS', { earliestSampleTime: at('2026-06-01T00:00:00Z') });
      expect(found(await read())).to.deep.equal([]);
      await send('GCS31_14.1_SUCCESS');
      await home.comes('2026-06-01T14:00:00Z');
      const samples = samplesOf(await read());
      expect(samples).to.have.lengthOf(20);
      expect(sum(samples)).to.be.greaterThan(0);
    });

    it('has what Commands did, until the log is cleared, of which the security log tells', async () => {
      const period = { startTime: at('2026-06-01T00:00:00Z'), endTime: ALL };
      await send('GCS41_6.20.1_SUCCESS');
      const [log] = await ask('CS10a_6.13_SUCCESS', period);
      expect(JSON.stringify(log))
        .to.contain('"eventId":"8154"')
        .and.to.match(/"eventData":"[0-9a-f]{4}"/);
      await send('CS11_3.3_SUCCESS');
      expect(JSON.stringify(await ask('CS10b_6.13_SUCCESS', period))).to.contain('"eventId":"8F52"');
    });

    it('has what the Gas Proxy Function of the home tells as well', async () => {
      await home.comes('2026-06-02T12:00:00Z');
      const period = { earliestStartTime: at('2026-06-02T00:00:00Z'), latestEndTime: ALL };
      const values = async (device?: typeof GPF) =>
        found(await ask('GCS16a_4.6.1_SUCCESS', period, device && { device })).map(({ payload }) => payload);
      expect(await values(GPF))
        .to.deep.equal(await values())
        .and.to.have.lengthOf(1);
    });
  });

  describe('with a tariff', () => {
    it('counts in the tier of the day, and keeps what was before', async () => {
      const before = found(await ask('GCS15b_4.4.2_SUCCESS', { earliestStartTime: 1, latestEndTime: ALL }));
      expect(before).to.deep.equal([]);
      await send('GCS01a_1.1.1_IMMEDIATE_TOU_SUCCESS');
      const changes = await ask('GCS15b_4.4.2_SUCCESS', { earliestStartTime: 1, latestEndTime: ALL });
      expect(found(changes).map(({ command }) => command)).to.deep.equal([
        'publishPrepaySnapshot',
        'publishSnapshot',
      ]);
      const tiers = () =>
        [
          measured.currentTier1SummationDelivered,
          measured.currentTier2SummationDelivered,
          measured.currentTier3SummationDelivered,
          measured.currentTier4SummationDelivered,
        ].map((attribute) => valueOf(metering, attribute));
      const [first, start] = [tiers(), total()];
      await home.comes('2026-06-15T12:00:00Z');
      const counted = tiers().map((tier, number) => tier - (first[number] ?? 0));
      expect(sum(counted)).to.equal(total() - start);
      expect(counted.filter((tier) => tier > 0)).to.have.lengthOf(2);
    });

    it('of blocks counts in the next one once a threshold is passed, and anew in the next billing period', async () => {
      await send('GCS01a_1.1.1_FUTURE_DATED_BLOCK_SUCCESS');
      await send('GCS25_6.8_SUCCESS', { billingPeriodStartTime: at('2030-01-31T00:00:00Z') });
      await home.comes('2030-01-15T09:00:00Z');
      const thresholds = [price.attributes.block1Threshold, price.attributes.block2Threshold];
      expect(valueOf(price, price.attributes.block1Threshold)).to.be.greaterThan(0);
      for (const [number, threshold] of thresholds.entries()) give(price, threshold, (number + 1) * 50_000);
      const blocks = () => [
        valueOf(metering, measured.currentNoTierBlock1SummationDelivered),
        valueOf(metering, measured.currentNoTierBlock2SummationDelivered),
      ];
      await home.comes('2030-01-30T12:00:00Z');
      const [first, second] = blocks();
      // 50 kWh are about 4.5 cubic metres.
      expect(first).to.be.within(4000, 5000);
      expect(second).to.be.greaterThan(0);
      await home.comes('2030-01-31T00:00:00Z');
      expect(blocks()).to.deep.equal([0, 0]);
    });

    it('tells what gas costs now', async () => {
      await send('GCS01a_1.1.1_IMMEDIATE_TOU_SUCCESS');
      const told = (await ask('GCS21f_4.11.1_SUCCESS')).find(({ command }) => command === 'publishPrice');
      const tier = Number(
        (told?.payload['priceTrailingDigitAndTier'] as Record<string, unknown>)['price tier'],
      );
      const prices = [price.attributes.tier1Block1Price, price.attributes.tier2Block1Price];
      expect(told?.payload['price']).to.equal(
        valueOf(price, prices[tier - 1] ?? price.attributes.tier3Block1Price),
      );
    });
  });

  describe('with a billing period', () => {
    it('closes it: the supplier is told, encrypted, and can read it', async () => {
      await send('GCS25_6.8_SUCCESS', { billingPeriodStartTime: at('2026-06-05T00:00:00Z') });
      const [alert, ...more] = await home.comes('2026-06-05T00:00:00Z');
      if (alert === undefined) throw new Error('no Alert');
      expect(more).to.deep.equal([]);
      expect(alert.header).to.include({ messageCode: 0x008b, recipient: SUPPLIER, originator: GSME });
      expect(home.isAuthentic(alert)).to.equal(true);
      const pushed = JSON.stringify(home.revealed(alert));
      expect(pushed).to.contain('"currentSummationDelivered":' + String(total()));
      const [kept] = found(await ask('GCS15c_4.4.3_SUCCESS', { earliestStartTime: 1, latestEndTime: ALL }));
      expect(kept?.payload).to.include({ snapshotTime: '2026-06-05T00:00:00Z' });
    });
  });

  describe('in prepayment mode', () => {
    const PRICED = 20_000;
    /** Prepayment with a price, and as much credit. */
    async function prepays(balance: number): Promise<void> {
      await send('GCS02_1.6_IMMEDIATE_SUCCESS');
      give(price, price.attributes.tier1Block1Price, PRICED);
      give(prepayment, credit.creditRemaining, balance);
      await send('GCS03_1.6_IMMEDIATE_SUCCESS', { cutOffValue: 0 });
    }
    const balance = () => valueOf(prepayment, credit.creditRemaining);

    it('takes what is used from the balance', async () => {
      await prepays(1_000_000);
      const used = total();
      await home.comes('2026-06-02T12:00:00Z');
      const energy = (((total() - used) / 1000) * 1.02264 * 39.5) / 3.6;
      expect(1_000_000 - balance()).to.be.closeTo(energy * PRICED, 1);
    });

    it('disables supply when there is no credit left, and the household gets no gas', async () => {
      await prepays(30_000);
      const told = await home.comes('2026-06-04T12:00:00Z');
      expect(alertCodes(told)).to.include('8F0F');
      expect(valueOf(metering, measured.supplyStatus)).to.equal(0);
      const before = total();
      await home.comes('2026-06-05T12:00:00Z');
      expect(total()).to.equal(before);
      const [day] = samplesOf(
        await ask('GCS61_4.17_SUCCESS', {
          earliestSampleTime: at('2026-06-04T00:00:00Z'),
          numberOfSamples: 1,
        }),
      );
      expect(day).to.equal(0);
    });

    it('is armed by a top up, after which the household has gas again', async () => {
      await prepays(30_000);
      await home.comes('2026-06-04T12:00:00Z');
      const told = await send('CS01b_2.2_SUCCESS');
      expect(alertCodes(told)).to.deep.equal(['8F32']);
      const before = total();
      await home.comes('2026-06-05T12:00:00Z');
      expect(total()).to.be.greaterThan(before);
    });

    it('takes a top up but once', async () => {
      await prepays(0);
      const results = async () => {
        const [answer] = await ask('CS01b_2.2_SUCCESS');
        return String(answer?.payload['resultType']);
      };
      expect(await results()).to.match(/^accepted/);
      const after = balance();
      expect(await results()).to.match(/duplicate/);
      expect(balance()).to.equal(after);
      const log = found(await ask('GCS15e_4.4.5_SUCCESS', { latestEndTime: ALL }, { from: 1 }));
      expect(log[0]?.payload['topUps']).to.have.lengthOf(1);
    });

    it('refuses a top up above the limits', async () => {
      await prepays(0);
      give(prepayment, credit.maxCreditPerTopUp, 1000);
      const [answer] = await ask('CS01b_2.2_SUCCESS');
      expect(String(answer?.payload['resultType'])).to.match(/too large/);
      expect(balance()).to.equal(0);
    });

    it('pays a share of each payment into the payment debt, and logs it', async () => {
      await prepays(0);
      await send('GCS04_2.3_SUCCESS');
      const [debt, share] = [credit.debtAmount3, credit.debtRecoveryTopUpPercentage3].map((attribute) =>
        valueOf(prepayment, attribute),
      ) as [number, number];
      await send('CS01b_2.2_SUCCESS');
      const [log] = found(await ask('GCS15d_4.4.4_SUCCESS', { latestEndTime: ALL }, { from: 1 }));
      const [entry] = log?.payload['debts'] as readonly Record<string, number>[];
      expect(valueOf(prepayment, credit.debtAmount3)).to.equal(debt - (entry?.['amountCollected'] ?? 0));
      expect(entry?.['amountCollected']).to.equal((1_250_000 * share) / 10_000);
    });

    it('recovers time debts, by the hour or by the day', async () => {
      await prepays(10_000_000);
      const rates = [
        [credit.debtAmount1, credit.debtRecoveryAmount1, credit.debtRecoveryFrequency1, 0],
        [credit.debtAmount2, credit.debtRecoveryAmount2, credit.debtRecoveryFrequency2, 1],
      ] as const;
      for (const [debt, amount, frequency, unit] of rates) {
        give(prepayment, debt, 10_000);
        give(prepayment, amount, 100);
        give(prepayment, frequency, unit);
      }
      await home.comes('2026-06-02T12:00:00Z');
      expect(valueOf(prepayment, credit.debtAmount1)).to.equal(10_000 - 24 * 100);
      expect(valueOf(prepayment, credit.debtAmount2)).to.equal(10_000 - 100);
    });

    it('lives on emergency credit once that is activated, and repays it from the next payment', async () => {
      await prepays(0);
      give(prepayment, credit.emergencyCreditLimit, 500_000);
      give(prepayment, credit.emergencyCreditThreshold, 10_000);
      await send('GCS06_2.5_SUCCESS');
      expect(valueOf(prepayment, credit.emergencyCreditRemaining)).to.equal(500_000);
      await home.comes('2026-06-02T12:00:00Z');
      const left = valueOf(prepayment, credit.emergencyCreditRemaining);
      expect(left).to.be.within(1, 499_999);
      expect(valueOf(metering, measured.supplyStatus)).not.to.equal(0);
      await send('CS01b_2.2_SUCCESS');
      expect(balance()).to.be.closeTo(1_250_000 - (500_000 - left), 1);
      expect(valueOf(prepayment, credit.emergencyCreditRemaining)).to.equal(0);
    });

    it('tells of low credit where it is configured to, and logs it anyway', async () => {
      await send('GCS20_6.22_SUCCESS');
      await prepays(60_000);
      give(prepayment, credit.lowCreditWarning, 50_000);
      const configured = home.han.device(GSME)?.published.configurationOf(0x810d) ?? 0;
      const told = await home.comes('2026-06-02T00:00:00Z');
      expect(alertCodes(told).includes('810D')).to.equal((configured & 0x08) !== 0);
      const codes = home.han.device(GSME)?.records.events.entries.map(({ code }) => code);
      expect(codes).to.include(0x810d);
    });
  });

  it('puts what is used on the bill in credit mode, and the standing charge of the day', async () => {
    await send('GCS02_1.6_IMMEDIATE_SUCCESS');
    give(price, price.attributes.tier1Block1Price, 20_000);
    give(price, price.attributes.standingCharge, 7);
    const bill = () => valueOf(metering, measured.billToDateDelivered);
    await home.comes('2026-06-01T13:00:00Z');
    await send('GCS41_6.20.1_SUCCESS');
    const before = bill();
    expect(before).to.be.greaterThan(0);
    await home.comes('2026-06-02T00:30:00Z');
    await send('GCS41_6.20.1_SUCCESS');
    expect(bill()).to.be.greaterThan(before);
  });
});
