import { expect } from 'chai';
import { parseEui64 } from '../../../src/common/eui64.js';
import { NEW_DEVICE, refused, SMETS1_HUB, SMETS2_HUB, World } from '../world.js';

const ESME = parseEui64('00-DB-12-34-56-78-90-A0');

describe('Read Inventory (8.2)', () => {
  let world: World;
  beforeEach(async () => (world = await World.open()));
  afterEach(() => world.close());

  const read = async (content: Parameters<typeof query>[0]) => {
    const { responseCode, content: answer, remark } = await query(content);
    expect(responseCode).to.equal('I0');
    return { devices: answer?.DSPInventory?.Device ?? [], remark };
  };
  const query = (content: {
    DeviceID?: ReturnType<typeof parseEui64>;
    UPRN?: number;
    MPxN?: string;
    PropertyFilter?: { PostCode: string; AddressIdentifier: string };
  }) => world.perform('8.2', 'ReadInventory', content);

  const HOME = ['A2', 'A3', 'A0', 'A6', 'A1', 'A5', 'A4'].map((end) => `00-DB-12-34-56-78-90-${end}`);

  it('shows the home of a Device, that Device first', async () => {
    const { devices } = await read({ DeviceID: ESME });
    expect(devices.map(({ DeviceID }) => DeviceID)).to.deep.equal([
      ESME,
      ...HOME.filter((id) => id !== ESME),
    ]);
  });

  for (const [what, content] of [
    ['a UPRN', { UPRN: 100090000001 }],
    ['an import meter point', { MPxN: '1312345678111' }],
    ['a secondary import meter point', { MPxN: '1312345678222' }],
    ['an export meter point', { MPxN: '1312345678333' }],
    ['a gas meter point', { MPxN: '1000999888' }],
    ['an address', { PropertyFilter: { PostCode: 'AB1 2CD', AddressIdentifier: '1' } }],
  ] as const) {
    it(`shows the home of ${what}`, async () => {
      const { devices } = await read(content);
      expect(devices.map(({ DeviceID }) => DeviceID)).to.deep.equal(HOME);
    });
  }

  it('shows every item the inventory has of a Device', async () => {
    expect((await read({ DeviceID: ESME })).devices[0]).to.deep.equal({
      DeviceID: ESME,
      DeviceType: 'ESME',
      DeviceStatus: 'Commissioned',
      DeviceManufacturer: 'AB01',
      DeviceModel: '010A030B',
      SMETSCHTSVersion: 'SMETS V5.0',
      DeviceFirmwareVersion: '0002012F',
      DeviceFirmwareVersionStatus: 'Active',
      CPLStatus: 'Active',
      DateCommissioned: '2026-01-01',
      ImportMPxN: '1312345678111',
      SecondaryImportMPAN: '1312345678222',
      ExportMPAN: '1312345678333',
      ESMEVariant: 'AD',
      UPRN: 100090000001,
      PropertyFilter: { PostCode: 'AB1 2CD', AddressIdentifier: '1' },
      CSPRegion: 'Central',
      DeviceGBCSVersion: '4.3',
    });
  });

  it('shows the S1SP and no GBCS version in a SMETS1 home', async () => {
    const { devices } = await read({ DeviceID: SMETS1_HUB });
    for (const device of devices) {
      expect(device, device.DeviceType).to.include({
        S1SP: 'S1SP 1',
        CSPRegion: 'SMETS1',
        SMETSCHTSVersion: 'SMETS1',
      });
      expect(device).to.not.have.property('DeviceGBCSVersion');
    }
  });

  it('shows the version a PPMID was pre-notified with until a hub has decided, then the decided one', async () => {
    await world.preNotify(NEW_DEVICE, 'SMETS V5.0');
    expect((await read({ DeviceID: NEW_DEVICE })).devices).to.have.length(1);
    expect((await read({ DeviceID: NEW_DEVICE })).devices[0]).to.include({
      SMETSCHTSVersion: 'SMETS V5.0',
      DeviceGBCSVersion: '4.3',
      DeviceStatus: 'Pending',
    });
    await world.update(NEW_DEVICE, SMETS1_HUB, 'Add');
    const { devices } = await read({ DeviceID: NEW_DEVICE });
    expect(devices[0]).to.include({
      SMETSCHTSVersion: 'SMETS1',
      S1SP: 'S1SP 1',
      DeviceStatus: 'Whitelisted',
    });
    expect(devices[0]).to.not.have.property('DeviceGBCSVersion');
    expect(devices).to.have.length(7);
  });

  it('shows a Type 2 Device without status', async () => {
    await world.perform('12.2', 'DevicePrenotification', {
      DeviceID: NEW_DEVICE,
      DeviceManufacturer: 'EE01',
      DeviceModel: '0001',
      DeviceType: 'CAD',
    });
    expect((await read({ DeviceID: NEW_DEVICE })).devices[0]).to.deep.equal({
      DeviceID: NEW_DEVICE,
      DeviceType: 'CAD',
      DeviceManufacturer: 'EE01',
      DeviceModel: '0001',
    });
  });

  it('shows a decommissioned Device only when asked for it', async () => {
    await world.perform('8.3', 'DecommissionDevice', { DeviceID: ESME });
    expect((await read({ DeviceID: ESME })).devices.map(({ DeviceStatus }) => DeviceStatus)).to.deep.equal([
      'Decommissioned',
    ]);
    const { devices } = await read({ UPRN: 100090000001 });
    expect(devices.map(({ DeviceID }) => DeviceID)).to.not.include(ESME);
  });

  it('shows 17 Devices at most and says in the log that there are more', async () => {
    for (let n = 0; n < 12; n++) {
      const id = parseEui64(`00-DB-12-34-56-78-9E-${n.toString(16).padStart(2, '0')}`);
      await world.preNotify(id, 'SMETS1');
      await world.update(id, SMETS2_HUB, 'Add');
    }
    const { devices, remark } = await read({ DeviceID: SMETS2_HUB });
    expect(devices).to.have.length(17);
    expect(remark).to.contain('19');
  });

  it('refuses what it finds nothing for with E19', async () => {
    await refused(query({ DeviceID: NEW_DEVICE }), 'E19');
    await refused(query({ UPRN: 1 }), 'E19');
    await refused(query({ MPxN: '999' }), 'E19');
    await refused(query({ PropertyFilter: { PostCode: 'ZZ9 9ZZ', AddressIdentifier: '1' } }), 'E19');
  });
});
