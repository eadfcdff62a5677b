import { expect } from 'chai';
import { ESME, GatewayHarness } from '../../app/gateway-harness.js';
import { FIRST, SECOND } from './users-fixture.js';

describe('change of supplier at a running gateway', () => {
  let harness: GatewayHarness;
  beforeEach(async () => (harness = await GatewayHarness.start()));
  afterEach(() => harness.stop());

  const read = async (originator: string): Promise<string | undefined> => {
    const body = '<sr:ReadInstantaneousImportRegisters/>';
    return (await harness.post('S', harness.signed({ originator, target: ESME, variant: '4.1.1', body })))
      .code;
  };
  const register = async (mpxn: string, from: string): Promise<void> => {
    const response = await fetch(`${harness.gateway.adminUrl}/admin/v1/registrations`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ mpxn, role: 'IS', user: SECOND, from }),
    });
    expect(response.status).to.equal(201);
  };

  it('refuses a Supplier with E4 before its registration begins, and the one before it from then on', async () => {
    expect(await read(SECOND)).to.equal('E4');
    for (const mpan of ['1312345678111', '1312345678222']) await register(mpan, '2026-06-02');
    expect([await read(FIRST), await read(SECOND)]).to.deep.equal(['I99', 'E4']);
    harness.now = new Date('2026-06-02T00:00:00Z');
    expect([await read(FIRST), await read(SECOND)]).to.deep.equal(['E4', 'I99']);
  });

  it('refuses a suspended User with E3 from the next request on', async () => {
    await harness.store.db
      .updateTable('users')
      .set({ status: 'suspended' })
      .where('id', '=', FIRST)
      .execute();
    expect(await read(FIRST)).to.equal('E3');
  });
});
