import { expect } from 'chai';
import type { NewAttributeLimit } from '../../../src/authorisation/anomaly/index.js';
import type { ServiceRequest } from '../../../src/duis/index.js';
import type { Store } from '../../../src/store/index.js';
import { freshStore, onEachDatabase } from '../../store/each-database.js';
import { OTHER_SUPPLIER, Sender, START, SUPPLIER } from './sender.js';

const PRICES = {
  element: 'UpdatePricePrimaryElement',
  content: {
    ExecutionDateTime: new Date('2026-03-01T00:00:00Z'),
    PriceElements: {
      ElectricityPriceElements: {
        StandingCharge: 500,
        StandingChargeScale: -5,
        PriceScale: -5,
        BlockTariff: {
          BlockPrices: [
            { index: 1, BlockPrice: [{ index: 1, value: 10 }] },
            {
              index: 2,
              BlockPrice: [
                { index: 1, value: 20 },
                { index: 2, value: 99 },
              ],
            },
          ],
        },
      },
    },
  },
};
const STANDING_CHARGE = 'PriceElements.ElectricityPriceElements.StandingCharge';
const BLOCK_PRICE = 'PriceElements.ElectricityPriceElements.BlockTariff.BlockPrices.BlockPrice.value';

const FLOOR = {
  element: 'UpdateSecurityCredentialsCoS',
  content: { SupplierFloorSeqNumber: 18_446_744_073_709_551_615n },
};

const limit = (more: Partial<NewAttributeLimit>): NewAttributeLimit => ({
  variant: '1.2.1',
  path: STANDING_CHARGE,
  minimum: undefined,
  maximum: undefined,
  user: undefined,
  ...more,
});

onEachDatabase('attribute limits', () => {
  let store: Store;
  let sender: Sender;
  const reread = new Map<string, ServiceRequest>();
  beforeEach(async () => {
    store = await freshStore();
    sender = new Sender(store, {
      reread: (bytes) => ({ request: reread.get(bytes.toString()) as ServiceRequest, bytes }),
    });
  });
  afterEach(() => store.close());

  const set = async (...limits: NewAttributeLimit[]): Promise<void> => {
    for (const one of limits) await sender.detection.limits.set(one);
    await sender.detection.refresh();
  };
  const prices = { variant: '1.2.1', body: PRICES };
  const found = async (of: NewAttributeLimit, sent: object = prices): Promise<string | undefined> => {
    await set(of);
    return (await sender.detection.check(sender.request(sent), START))?.detail;
  };

  it('let a value on either limit pass, and quarantine one beyond', async () => {
    expect(await found(limit({ minimum: '500', maximum: '500' }))).to.equal(undefined);
    expect(await found(limit({ maximum: '499' }))).to.equal(
      `limit 1: UpdatePricePrimaryElement.${STANDING_CHARGE} is 500, above 499`,
    );
    expect(await found(limit({ minimum: '500.5' }))).to.match(/is 500, below 500\.5$/);
    expect(await sender.send(START, prices)).to.equal('attribute-limits');
  });

  it('look at every element of lists in lists', async () => {
    expect(await found(limit({ path: BLOCK_PRICE, maximum: '99' }))).to.equal(undefined);
    expect(await found(limit({ path: BLOCK_PRICE, maximum: '98' }))).to.match(/is 99, above 98$/);
    expect(await found(limit({ path: BLOCK_PRICE, minimum: '11' }))).to.match(/is 10, below 11$/);
  });

  it('compare integers of 64 bits to the last digit', async () => {
    const of = { variant: '6.23', path: 'SupplierFloorSeqNumber' };
    const sent = { variant: '6.23', body: FLOOR };
    expect(await found(limit({ ...of, maximum: '18446744073709551615' }), sent)).to.equal(undefined);
    expect(await found(limit({ ...of, maximum: '18446744073709551614' }), sent)).to.match(/above/);
  });

  it('compare dates and times', async () => {
    const path = 'ExecutionDateTime';
    expect(await found(limit({ path, maximum: '2026-03-01T00:00:00Z' }))).to.equal(undefined);
    expect(await found(limit({ path, maximum: '2026-02-28' }))).to.match(
      /is 2026-03-01T00:00:00\.000Z, above 2026-02-28$/,
    );
    expect(await found(limit({ path, minimum: '2026-03-01T01:00:00+00:30' }))).to.match(/below/);
  });

  it('say nothing of a value that is not in the request', async () => {
    const path = 'PriceElements.GasPriceElements.StandingCharge';
    expect(await found(limit({ path, maximum: '1' }))).to.equal(undefined);
  });

  it('hold for the variant and the User named', async () => {
    await set(limit({ maximum: '1', user: OTHER_SUPPLIER }));
    expect(await sender.send(START, prices)).to.equal(undefined);
    expect(await sender.send(START, { ...prices, variant: '11.2' })).to.equal(undefined);
    expect(await sender.send(START, { ...prices, user: OTHER_SUPPLIER })).to.equal('attribute-limits');
  });

  it('look, for a Signed Pre-Command, at the request for its Pre-Command', async () => {
    await set(limit({ maximum: '499' }));
    const asked = { ...prices, commandVariant: 4, counter: 51 } as const;
    reread.set('<request/>', sender.request(asked));
    expect(await sender.send(START, asked)).to.equal(undefined);
    const signed = { element: 'SignedPreCommand', content: { GBCSPayload: Buffer.alloc(1) } };
    const sent = { variant: '1.2.1', commandVariant: 5, body: signed } as const;
    expect(await sender.send(START, { ...sent, counter: 51 })).to.equal('attribute-limits');
    expect(await sender.send(START, { ...sent, counter: 52 })).to.equal(undefined);
  });

  it('come after thresholds', async () => {
    await sender.detection.thresholds.set({
      setter: 'User',
      user: SUPPLIER,
      variant: undefined,
      maximum: 0,
      windowMs: 1000,
    });
    await set(limit({ maximum: '1' }));
    expect(await sender.send(START, prices)).to.equal('user-threshold');
  });

  it('are replaced, listed and removed', async () => {
    await set(limit({ maximum: '1' }), limit({ minimum: '5' }), limit({ user: SUPPLIER, maximum: '2' }));
    expect(await sender.detection.limits.list()).to.deep.equal([
      { ...limit({ minimum: '5' }), id: 1 },
      { ...limit({ user: SUPPLIER, maximum: '2' }), id: 2 },
    ]);
    expect(await sender.detection.limits.remove(1)).to.equal(true);
    expect(await sender.detection.limits.remove(1)).to.equal(false);
    expect(await sender.detection.limits.list()).to.have.length(1);
  });

  for (const [what, bad, reason] of [
    ['an unknown variant', { variant: '99' }, /no Service Reference Variant 99/],
    ['a path the schema does not have', { path: 'PriceElements.Standing' }, /has no 'Standing'; it has Elec/],
    ['a path below a value', { path: `${STANDING_CHARGE}.x` }, /StandingCharge has no 'x'; it has no parts/],
    ['a path that ends above values', { path: 'PriceElements' }, /neither a number.*it has Elec/],
    ['a path to a text', { variant: '2.2', path: 'UTRN' }, /UTRN is neither a number nor a date/],
    ['no limit at all', { maximum: undefined }, /a minimum, a maximum or both/],
    ['a date for a number', { maximum: '2026-01-01' }, /has to be a number/],
    ['a number for a date', { path: 'ExecutionDateTime', maximum: '3' }, /has to be a date and time/],
    ['something else', { maximum: 'many' }, /'many' is neither/],
    ['a date that is none', { path: 'ExecutionDateTime', maximum: '2026-13-01' }, /is neither/],
    ['a minimum above the maximum', { minimum: '2' }, /minimum 2 is above the maximum 1/],
  ] as const) {
    it(`refuse ${what}`, async () => {
      const error: unknown = await sender.detection.limits
        .set(limit({ maximum: '1', ...bad }))
        .catch((problem: unknown) => problem);
      expect((error as Error).message).to.match(reason);
      expect(await sender.detection.limits.list()).to.deep.equal([]);
    });
  }
});
