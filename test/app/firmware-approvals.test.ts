import { expect } from 'chai';
import { GatewayHarness, NETWORK_OPERATOR, PPMID, SUPPLIER } from './gateway-harness.js';

describe('Devices whose firmware loses its approval', () => {
  let home: GatewayHarness;
  beforeEach(async () => (home = await GatewayHarness.start()));
  afterEach(() => home.stop());

  /** What `duis cpl import` does to the row of the PPMID, in another process as a rule. */
  async function approve(status: 'Active' | 'Withdrawn'): Promise<void> {
    await home.store.db
      .updateTable('cpl_entries')
      .set({ status })
      .where('device_type', '=', 'PPMID')
      .execute();
    await home.settled();
  }

  const read = () =>
    home.signed({ target: PPMID, originator: SUPPLIER, variant: '8.9', body: '<sr:ReadDeviceLog/>' });
  const join = () =>
    home.signed({
      target: PPMID,
      variant: '8.7.2',
      body: '<sr:JoinServiceNonCritical><sr:OtherDeviceID>00-DB-12-34-56-78-90-A0</sr:OtherDeviceID></sr:JoinServiceNonCritical>',
    });

  it('are suspended, which Users hear of, and take only what a suspended Device takes', async () => {
    await approve('Withdrawn');
    const alert = await home.user.next((text) => text.includes(`DeviceID>${PPMID}<`));
    expect(alert)
      .to.contain('<sr:DCCAlertCode>N8<')
      .and.to.contain('<sr:DeviceSuspended')
      .and.to.contain(PPMID);
    expect((await home.post('S', join())).code).to.equal('E5');
    expect((await home.post('S', read())).code).to.equal('I99');
  });

  it('are restored with it', async () => {
    await approve('Withdrawn');
    await approve('Active');
    await home.user.next((text) => text.includes('<sr:DCCAlertCode>N9<'));
    expect((await home.post('S', join())).code).to.equal('I99');
  });

  it('are told of to every User registered for a meter of the home, once', async () => {
    await approve('Withdrawn');
    await home.settled();
    const told = await home.store.db
      .selectFrom('deliveries')
      .select('id')
      .where('id', 'like', `user alert deviceSuspended ${PPMID}%`)
      .execute();
    expect(told.map(({ id }) => id.slice(-23)).sort()).to.deep.equal([SUPPLIER, NETWORK_OPERATOR].sort());
  });
});
