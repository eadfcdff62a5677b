import { expect } from 'chai';
import { REFERENCE_HUB_BACKUPS } from '../../src/cli/reference-devices.js';
import { parseEui64 } from '../../src/common/eui64.js';
import { alertCodeOf, deviceLogBackupIn } from '../../src/gbcs/index.js';
import { BROKER, contentOf, ESME, GPF, GSME, HUB, PPMID, VirtualHome } from './virtual-home.js';

describe('Device Log of a virtual Communications Hub', () => {
  let home: VirtualHome;

  beforeEach(() => {
    home = new VirtualHome();
  });

  it('is backed up to the Access Control Broker when a Device is removed, and when it is added', async () => {
    const removed = await home.sample('CCS02_8.11_SUCCESS');
    expect(removed.map(({ header }) => header.kind)).to.deep.equal(['Response', 'Alert']);
    const [, alert] = removed;
    if (alert === undefined) throw new Error('no alert');
    expect(alert.header).to.include({ messageCode: 0x0018, originator: HUB, recipient: BROKER });
    expect(alertCodeOf(alert)).to.equal(0x8f12);
    expect(home.isAuthentic(alert)).to.equal(true);
    const left = devicesIn(alert);
    expect(left).to.have.members([GPF, GSME, PPMID]);
    const added = await home.sample('CCS01_8.11_SUCCESS');
    expect(devicesIn(added[1])).to.have.members([ESME, ...left]);
  });

  it('has the same hashed link key for a Device each time', async () => {
    const first = await home.sample('CCS02_8.11_SUCCESS');
    const second = await home.sample('CCS01_8.11_SUCCESS');
    const hashes = (alert: (typeof first)[number] | undefined) =>
      new Map(alert && deviceLogBackupIn(alert)?.devices.map((entry) => [entry.device, entry.hashedLinkKey]));
    const [before, after] = [hashes(first[1]), hashes(second[1])];
    for (const [device, hash] of before) {
      expect(hash).to.have.length(16);
      expect(after.get(device)).to.deep.equal(hash);
    }
    expect(new Set([...after.values()].map((hash) => hash.toString('hex'))).size).to.equal(after.size);
  });

  it('says nothing when a Device is added that is in it', async () => {
    expect(await home.sample('CCS01_8.11_SUCCESS')).to.have.length(1);
  });

  it('takes over network and Devices of the hub it replaces, with their hashed link keys', async () => {
    const [response, alert] = await home.sample('CCS03_8.12.1_SUCCESS');
    expect(JSON.stringify(contentOf(response))).to.include('"result":"success"');
    expect(alert && deviceLogBackupIn(alert)).to.deep.equal([...REFERENCE_HUB_BACKUPS.values()][0]);
  });

  it('has room for 16 Devices', async () => {
    const hub = home.han.device(HUB);
    for (let number = 0; (hub?.deviceLog.size ?? 16) < 16; number++) {
      home.han.addDevice({
        id: parseEui64(`00-DB-12-34-56-78-A0-${String(number).padStart(2, '0')}`),
        deviceType: 'CAD',
        hub: HUB,
      });
    }
    hub?.deviceLog.delete(ESME);
    home.han.addDevice({ id: parseEui64('00-DB-12-34-56-78-A0-99'), deviceType: 'CAD', hub: HUB });
    const messages = await home.sample('CCS01_8.11_SUCCESS');
    expect(messages).to.have.length(1);
    expect(JSON.stringify(contentOf(messages[0]))).to.include('"result":"other reason"');
  });

  const devicesIn = (alert: Parameters<typeof deviceLogBackupIn>[0] | undefined) =>
    (alert && deviceLogBackupIn(alert)?.devices.map(({ device }) => device)) ?? [];
});
