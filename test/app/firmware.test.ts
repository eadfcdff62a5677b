import { expect } from 'chai';
import { PeerError } from '../../src/common/errors.js';
import { parseEui64 } from '../../src/common/eui64.js';
import type { VirtualHan } from '../../src/wan/index.js';
import { approveImage, distribute, element, IMAGE, IMAGE_HASH, NEW_FIRMWARE } from './alert-occasions.js';
import { ESME, GatewayHarness, HUB, PPMID, SUPPLIER } from './gateway-harness.js';
import { alert, connect, critical, delivery } from './user-requests.js';

const GSME = '00-DB-12-34-56-78-90-A1';
const OTHER_ESME = '00-DB-12-34-56-78-91-A0';
const OTHER_HUB = '00-DB-12-34-56-78-91-A2';
const SMETS1_PPMID = '00-DB-12-34-56-78-92-A4';

describe('firmware', () => {
  let home: GatewayHarness;
  let han: VirtualHan | undefined;
  beforeEach(async () => {
    home = await GatewayHarness.start();
    await approveImage(home);
  });
  afterEach(async () => {
    han?.stop();
    han = undefined;
    await home.stop();
  });

  const jobs = async () =>
    (await home.inventory.firmwareJobs.list()).map(({ deviceId, state }) => [deviceId, state]);
  const versionOf = async (device: string) =>
    (await home.inventory.find(parseEui64(device)))?.firmwareVersion;

  it('is handed to the network once a home, with what Devices need', async () => {
    expect((await distribute(home, '11.1', [ESME, GSME, OTHER_ESME], { counter: 50n })).code).to.equal('I99');
    await home.settled();
    await home.settled();
    expect(home.images.map(({ hub, devices }) => ({ hub, devices }))).to.deep.equal([
      { hub: HUB, devices: [ESME, GSME] },
      { hub: OTHER_HUB, devices: [OTHER_ESME] },
    ]);
    const [image] = home.images;
    expect(image).to.include({ firmwareVersion: NEW_FIRMWARE, recipient: SUPPLIER });
    expect(Buffer.from(image?.image ?? []).equals(IMAGE)).to.equal(true);
    expect(Buffer.from(image?.hash ?? []).toString('hex')).to.equal(IMAGE_HASH);
    expect(await jobs()).to.deep.equal([ESME, GSME, OTHER_ESME].map((id) => [id, 'distributed']));
  });

  it('that was handed over is told of, one DCC Alert a Device', async () => {
    await distribute(home, '11.1', [ESME, GSME], { counter: 50n });
    await home.settled();
    const told = [await alert(home, 'N60'), await alert(home, 'N60')];
    expect(home.user.received).to.have.length(2);
    for (const [index, device] of [ESME, GSME].entries()) {
      const one =
        told.find((each) => each.includes(`<sr:TargetDeviceID>${device}<`)) ?? expect.fail(`${index}`);
      expect(one)
        .to.contain('<sr:CommsHubTransferStatus>Success<')
        .and.to.contain(`:50</sr:UpdateFirmwareRequestID>`);
      expect(one).to.contain(`<sr:FirmwareVersion>${NEW_FIRMWARE}<`);
    }
  });

  it('is not handed over again after a restart', async () => {
    await distribute(home, '11.1', [ESME]);
    await home.settled();
    await home.gateway.stop();
    await home.startGateway();
    await home.settled();
    expect(home.images).to.have.length(1);
  });

  it('is handed over after a restart where it was not before', async () => {
    await distribute(home, '11.1', [ESME]);
    await home.gateway.stop();
    home.images.length = 0;
    await home.startGateway();
    await home.settled();
    expect(home.images.length).to.be.lessThan(2);
    expect(await jobs()).to.deep.equal([[ESME, 'distributed']]);
  });

  it('for Devices that cannot take it is refused in lists of W110101, and sent to the others', async () => {
    await home.inventory.record('opted out', parseEui64(GSME), { at: home.now });
    const unknown = '00-DB-00-00-00-00-00-01';
    const { code, text } = await distribute(home, '11.1', [ESME, GSME, PPMID, unknown]);
    expect(code).to.equal('W110101');
    expect(text).to.contain(`<sr:InvalidDeviceIDList>${PPMID},${unknown}</sr:InvalidDeviceIDList>`);
    expect(text).to.contain(`<sr:NotCommissionedDeviceIDList>${GSME}</sr:NotCommissionedDeviceIDList>`);
    await home.settled();
    expect(home.images.flatMap(({ devices }) => devices)).to.deep.equal([ESME]);
  });

  it('that is not the one of the Central Products List goes nowhere', async () => {
    const { code, text } = await distribute(home, '11.1', [ESME], { image: Buffer.from('another image') });
    expect(code).to.equal('W110101');
    expect(text).to.contain(`<sr:NotApplicableFirmwareDeviceIDList>${ESME}<`);
    await home.settled();
    expect(home.images).to.deep.equal([]);
  });

  it('for a SMETS1 PPMID is refused in a list of W110401', async () => {
    const { code, text } = await distribute(home, '11.4', [SMETS1_PPMID]);
    expect(code).to.equal('W110401');
    expect(text).to.contain(`<sr:NotApplicableFirmwareDeviceIDList>${SMETS1_PPMID}<`);
  });

  it('for a Device that has another under way is refused', async () => {
    await distribute(home, '11.1', [ESME]);
    const { text } = await distribute(home, '11.1', [ESME]);
    expect(text).to.contain(`<sr:OtherRequestInProgressList>${ESME}<`);
  });

  it('is tried until the hub is reached', async () => {
    home.distribute = () => Promise.reject(new PeerError('out of coverage', true));
    await distribute(home, '11.1', [ESME]);
    await home.settled();
    expect(home.user.received).to.deep.equal([]);
    home.distribute = () => Promise.resolve();
    await home.settled();
    expect(await alert(home, 'N60')).to.contain('<sr:CommsHubTransferStatus>Success<');
  });

  it('is given up after a day without the hub, which is told of', async () => {
    home.distribute = () => Promise.reject(new PeerError('out of coverage', true));
    await distribute(home, '11.1', [ESME, GSME], { counter: 50n });
    await home.settled();
    home.now = new Date('2026-06-02T12:00:01Z');
    await home.settled();
    const failure = await alert(home, 'N18');
    expect(failure).to.contain(`:50</sr:UpdateFirmwareRequestID>`);
    expect(failure).to.contain(`<sr:MeterIDs>${ESME},${GSME}</sr:MeterIDs>`);
    expect(await alert(home, 'N60')).to.contain('<sr:CommsHubTransferStatus>Failure<');
    expect(await jobs()).to.deep.equal([ESME, GSME].map((id) => [id, 'failed']));
    // The way is free for another.
    expect((await distribute(home, '11.1', [ESME])).code).to.equal('I99');
  });

  it('reaches a meter, is activated by 11.3, and is in the inventory when the meter says so', async () => {
    han = await connect(home);
    await distribute(home, '11.1', [ESME]);
    await home.settled();
    // The receipt of the meter is the User's.
    expect(await delivery(home, '<sr:AlertCode>8F72</sr:AlertCode>')).to.contain('<sr:DeviceAlertMessage>');
    expect(await versionOf(ESME)).to.not.equal(NEW_FIRMWARE);
    const body = element('ActivateFirmware', element('FirmwareHash', IMAGE_HASH.toUpperCase()));
    const { code } = await critical(home, { target: ESME, variant: '11.3', counter: 900n, body });
    expect(code).to.equal('I99');
    await home.settled();
    expect(await delivery(home, ':900</sr:RequestID>')).to.contain('<sr:ResponseCode>I0<');
    expect(han.device(parseEui64(ESME))?.firmwareVersion).to.equal(NEW_FIRMWARE);
    expect(await versionOf(ESME)).to.equal(NEW_FIRMWARE);
    expect(await jobs()).to.deep.equal([[ESME, 'activated']]);
  });

  it('that a meter activates at a time is in the inventory from then on', async () => {
    han = await connect(home);
    await distribute(home, '11.1', [ESME]);
    await home.settled();
    await delivery(home, '<sr:AlertCode>8F72</sr:AlertCode>');
    const time = element('ExecutionDateTime', '2026-06-02T12:00:00Z');
    const hash = element('FirmwareHash', IMAGE_HASH.toUpperCase());
    const body = element('ActivateFirmware', time + hash);
    await critical(home, { target: ESME, variant: '11.3', counter: 900n, body });
    await home.settled();
    await delivery(home, ':900</sr:RequestID>');
    expect(await versionOf(ESME)).to.not.equal(NEW_FIRMWARE);
    home.now = new Date('2026-06-02T12:00:00Z');
    await han.runDue();
    await delivery(home, '<sr:FutureDatedDeviceAlertMessage>');
    expect(await versionOf(ESME)).to.equal(NEW_FIRMWARE);
    expect(await jobs()).to.deep.equal([[ESME, 'activated']]);
    expect(home.user.received.filter((each) => each.includes('>N49<'))).to.deep.equal([]);
  });

  it('that a meter does not activate leaves the inventory as it was', async () => {
    han = await connect(home);
    await distribute(home, '11.1', [ESME]);
    await home.settled();
    await delivery(home, '<sr:AlertCode>8F72</sr:AlertCode>');
    const before = await versionOf(ESME);
    const body = element('ActivateFirmware', element('FirmwareHash', '00'.repeat(32)));
    await critical(home, { target: ESME, variant: '11.3', counter: 900n, body });
    await home.settled();
    await delivery(home, ':900</sr:RequestID>');
    expect(await versionOf(ESME)).to.equal(before);
  });

  it('of a PPMID is activated by itself, told of by hub and PPMID, and in the inventory', async () => {
    han = await connect(home);
    expect((await distribute(home, '11.4', [PPMID], { counter: 50n })).code).to.equal('I99');
    await home.settled();
    const transfer = await alert(home, 'N62');
    expect(transfer).to.contain('<sr:TransferResponseCode>FileTransferSuccess<');
    expect(transfer)
      .to.contain(`<sr:OtherDeviceID>${PPMID}<`)
      .and.to.contain(':50</sr:UpdateFirmwareRequestID>');
    const told = await alert(home, 'N39');
    expect(told).to.contain('<sr:ActivateImageResultCode>ActivationSuccess<');
    expect(told).to.contain(`<sr:FirmwareVersion>${NEW_FIRMWARE}<`);
    expect(await versionOf(PPMID)).to.equal(NEW_FIRMWARE);
    expect(await jobs()).to.deep.equal([[PPMID, 'activated']]);
  });

  it('that the hub cannot bring to a PPMID is told of, and the way is free for another', async () => {
    han = await connect(home);
    han.setFault(parseEui64(PPMID), 'out of coverage');
    await distribute(home, '11.4', [PPMID]);
    await home.settled();
    expect(await alert(home, 'N62')).to.contain('<sr:TransferResponseCode>FileTransferFailure<');
    expect(await jobs()).to.deep.equal([[PPMID, 'failed']]);
    expect((await distribute(home, '11.4', [PPMID])).code).to.equal('I99');
  });

  it('that a Device is found to run is in the inventory from then on, and the suppliers are told', async () => {
    han = await connect(home);
    const ppmid = han.device(parseEui64(PPMID)) ?? expect.fail('no PPMID');
    ppmid.firmwareVersion = NEW_FIRMWARE;
    await home.post('S', home.signed({ counter: 60n }));
    const told = await alert(home, 'N49');
    expect(told).to.contain('<sr:FirmwareVersionSMI>00030001<');
    expect(told).to.contain(`<sr:FirmwareVersionDevice>${NEW_FIRMWARE}<`);
    expect(await versionOf(PPMID)).to.equal(NEW_FIRMWARE);
    await delivery(home, ':60</sr:RequestID>');
    await home.post('S', home.signed({ counter: 61n }));
    await delivery(home, ':61</sr:RequestID>');
    expect(home.user.received).to.have.length(3);
  });

  it('that is read in an ESME or a Communications Hub is taken over too', async () => {
    han = await connect(home);
    for (const device of [ESME, HUB]) {
      const found = han.device(parseEui64(device)) ?? expect.fail('no such Device');
      found.firmwareVersion = NEW_FIRMWARE;
      await home.post('S', home.signed({ target: device }));
      expect(await alert(home, 'N49')).to.contain(`<sr:DeviceID>${device}<`);
      expect(await versionOf(device)).to.equal(NEW_FIRMWARE);
    }
  });
});
