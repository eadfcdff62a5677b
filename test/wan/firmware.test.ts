import { expect } from 'chai';
import { PeerError } from '../../src/common/errors.js';
import { parseEui64 } from '../../src/common/eui64.js';
import { alertCodeOf, executedInstructionOf, type GbcsMessage, useCaseOf } from '../../src/gbcs/index.js';
import { BROKER, contentOf, ESME, GSME, HUB, PPMID, SUPPLIER, VirtualHome } from './virtual-home.js';

/** The hash in the sample requests of 11.3. */
const HASH = Buffer.from('AA758690730934FF0685AA758690730934FF0685657788990011223344556677', 'hex');
const NEW = '0123ABCF';
const OLD = '00000001';

describe('firmware of virtual Devices', () => {
  let home: VirtualHome;

  beforeEach(() => {
    home = new VirtualHome();
  });

  afterEach(() => home.han.stop());

  /** Distributes an image to Devices. @returns what was said of it */
  async function distribute(devices: readonly (typeof ESME)[], hash = HASH): Promise<GbcsMessage[]> {
    const image = Buffer.from('an image');
    await home.han.distributeFirmware({
      requestId: 'distribution',
      hub: HUB,
      devices,
      image,
      firmwareVersion: NEW,
      hash,
      recipient: SUPPLIER,
    });
    await home.settled();
    return home.hear();
  }

  const activationOf = (message: GbcsMessage | undefined) =>
    (contentOf(message) as { executionOutcome: unknown }).executionOutcome;

  it('is received by ESME and GSME, which tell the User, and not activated', async () => {
    const alerts = await distribute([ESME, GSME]);
    expect(alerts.map((alert) => useCaseOf(alert)?.code)).to.deep.equal(['FDRA-DLMS', 'FDRA-ZigBee']);
    for (const alert of alerts) {
      expect(alert.header.recipient).to.equal(SUPPLIER);
      expect(alertCodeOf(alert)).to.equal(0x8f72);
      expect(JSON.stringify(contentOf(alert)).toUpperCase()).to.include(HASH.toString('hex').toUpperCase());
      expect(home.isAuthentic(alert)).to.equal(true);
    }
    expect(home.han.device(ESME)?.firmwareVersion).to.equal(OLD);
  });

  it('is activated by a PPMID itself; it and its hub tell the Access Control Broker', async () => {
    const alerts = await distribute([PPMID]);
    expect(alerts.map((alert) => [useCaseOf(alert)?.code, alert.header.originator])).to.deep.equal([
      ['CCS08', HUB],
      ['CS09', PPMID],
    ]);
    for (const alert of alerts) {
      expect(alert.header.recipient).to.equal(BROKER);
      expect(home.isAuthentic(alert)).to.equal(true);
    }
    expect(contentOf(alerts[1])).to.include({ firmwareVersion: NEW, activateImageResponseCode: 'success' });
    expect(home.han.device(PPMID)?.firmwareVersion).to.equal(NEW);
  });

  it('does not reach Devices that are not in the Device Log, or are out of coverage', async () => {
    home.han.device(HUB)?.deviceLog.delete(ESME);
    home.han.setFault(PPMID, 'out of coverage');
    const alerts = await distribute([ESME, PPMID]);
    expect(alerts.map(alertCodeOf)).to.deep.equal([0x8f89]);
    expect(home.han.device(PPMID)?.firmwareVersion).to.equal(OLD);
  });

  it('is not taken where there is no such hub', async () => {
    const distribution = { requestId: 'x', devices: [], image: HASH, firmwareVersion: NEW, hash: HASH };
    for (const hub of [parseEui64('00-00-00-00-00-00-00-01'), ESME]) {
      const refused = await home.han
        .distributeFirmware({ ...distribution, hub, recipient: SUPPLIER })
        .catch((error: unknown) => error);
      expect(refused).to.be.instanceOf(PeerError).with.property('retryable', false);
    }
    home.han.setFault(HUB, 'out of coverage');
    const refused = await home.han
      .distributeFirmware({ ...distribution, hub: HUB, recipient: SUPPLIER })
      .catch((error: unknown) => error);
    expect(refused).to.be.instanceOf(PeerError).with.property('retryable', true);
  });

  it('is activated by a Command that names its hash', async () => {
    await distribute([ESME]);
    const [response] = await home.sample('CS06_11.3_IMMEDIATE_SUCCESS');
    expect(activationOf(response)).to.deep.equal({
      activateImageResponseCode: 'success',
      firmwareVersion: NEW,
    });
    expect(home.han.device(ESME)?.firmwareVersion).to.equal(NEW);
  });

  it('is not activated by a Command that names another hash, or where there is none', async () => {
    const [none] = await home.sample('CS06_11.3_IMMEDIATE_SUCCESS');
    expect(activationOf(none)).to.include({ activateImageResponseCode: 'noImageHeld' });
    const other = new VirtualHome();
    home = other;
    await distribute([ESME], Buffer.alloc(32, 1));
    const [mismatch] = await other.sample('CS06_11.3_IMMEDIATE_SUCCESS');
    expect(activationOf(mismatch)).to.deep.equal({
      activateImageResponseCode: 'hashMismatch',
      firmwareVersion: OLD,
    });
  });

  it('is activated at the time the Command says', async () => {
    await distribute([ESME]);
    const [response] = await home.sample('CS06_11.3_FUTURE_DATED_SUCCESS');
    expect(contentOf(response)).to.deep.equal({ commandAccepted: null });
    const [alert] = await home.comes('2030-01-15T09:00:00Z');
    expect(alert && executedInstructionOf(alert)).to.deep.equal({
      messageCode: 0x0012,
      originatorCounter: response?.header.originatorCounter,
      instruction: { encoding: 'ASN.1' },
      succeeded: true,
    });
    expect(alert?.header.recipient).to.equal(SUPPLIER);
    expect(alert && home.isAuthentic(alert)).to.equal(true);
    expect(home.han.device(ESME)?.firmwareVersion).to.equal(NEW);
  });

  it('that is not there when the time comes is told as a failure', async () => {
    await home.sample('CS06_11.3_FUTURE_DATED_SUCCESS');
    const [alert] = await home.comes('2030-01-15T09:00:00Z');
    expect(alert && alertCodeOf(alert)).to.equal(0x8f67);
    expect(activationOf(alert)).to.include({ activateImageResponseCode: 'noImageHeld' });
  });
});
