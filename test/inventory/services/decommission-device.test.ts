import { expect } from 'chai';
import { parseEui64 } from '../../../src/common/eui64.js';
import { NEW_DEVICE, refused, SMETS2_HUB, World } from '../world.js';

const home = (end: string) => parseEui64(`00-DB-12-34-56-78-90-${end}`);

describe('Decommission Device (8.3)', () => {
  let world: World;
  beforeEach(async () => (world = await World.open()));
  afterEach(() => world.close());

  const decommission = (id: ReturnType<typeof home>) =>
    world.perform('8.3', 'DecommissionDevice', { DeviceID: id });

  for (const end of ['A0', 'A1', 'A4', 'A5']) {
    it(`takes ${end} of the home out of service and out of its Device Log`, async () => {
      expect(await decommission(home(end))).to.include({ responseCode: 'I99' });
      expect(await world.device(home(end))).to.include({ status: 'Decommissioned', hubId: null });
    });
  }

  it('takes the GPF along with its CHF, and sets the other Devices free', async () => {
    await decommission(SMETS2_HUB);
    expect((await world.device(SMETS2_HUB)).status).to.equal('Decommissioned');
    expect((await world.device(home('A3'))).status).to.equal('Decommissioned');
    expect(await world.inventory.membersOf(SMETS2_HUB)).to.deep.equal([]);
    expect((await world.device(home('A0'))).status).to.equal('Commissioned');
    expect(await world.device(home('A4'))).to.include({ status: 'Pending', generation: 'SMETS2+' });
  });

  it('is refused with E19 for an unknown Device and E5 for one that is decommissioned', async () => {
    await refused(decommission(NEW_DEVICE), 'E19');
    await decommission(home('A4'));
    await refused(decommission(home('A4')), 'E5');
  });

  it('is refused with E11 for a GPF by itself and for Type 2 Devices', async () => {
    await refused(decommission(home('A3')), 'E11');
    await world.perform('12.2', 'DevicePrenotification', {
      DeviceID: NEW_DEVICE,
      DeviceManufacturer: 'EE01',
      DeviceModel: '0001',
      DeviceType: 'IHD',
    });
    await refused(decommission(NEW_DEVICE), 'E11');
  });

  it('may be repeated with the same RequestID, as after a crash', async () => {
    const request = world.request('8.3', 'DecommissionDevice', { DeviceID: home('A4') });
    await world.performRequest(request);
    expect(await world.performRequest(request)).to.include({ responseCode: 'I99' });
  });
});
