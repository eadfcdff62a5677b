import { expect } from 'chai';
import { type Eui64, parseEui64 } from '../../../src/common/eui64.js';
import { formatRequestId } from '../../../src/common/request-id.js';
import type { ServiceRequest } from '../../../src/duis/index.js';
import { type NonDeviceContext, performNonDeviceService } from '../../../src/inventory/index.js';
import { NEW_DEVICE, refused, USER, World } from '../world.js';

const ESME = parseEui64('00-DB-12-34-56-78-90-A0');
const GSME = parseEui64('00-DB-12-34-56-78-90-A1');
const CERTIFICATES = { digitalSigning: Buffer.from('signing'), keyAgreement: Buffer.from('agreement') };

describe('Service Opt In (8.6)', () => {
  let world: World;
  beforeEach(async () => {
    world = await World.open();
    await world.inventory.record('opted out', ESME, { at: world.now() });
  });
  afterEach(() => world.close());

  type Content = ServiceRequest<'ServiceOptIn'>['body']['content'];
  const request = (date: string, change: Partial<Content> = {}) =>
    world.request('8.6', 'ServiceOptIn', {
      DeviceID: ESME,
      DeviceType: 'ESME',
      MPxNs: { ImportMPxN: '1312345678111' },
      OptInDate: date,
      ...change,
    });
  const perform = (
    asked: ServiceRequest,
    accessControlBrokerCertificates:
      NonDeviceContext['accessControlBrokerCertificates'] | null = CERTIFICATES,
  ) =>
    performNonDeviceService(asked, {
      inventory: world.inventory,
      now: world.now(),
      requestId: formatRequestId(asked.requestId),
      user: { id: USER },
      ...(accessControlBrokerCertificates && { accessControlBrokerCertificates }),
    });
  const statusOf = async (id: Eui64) => (await world.device(id)).status;

  it("answers with the Access Control Broker's certificates", async () => {
    expect((await perform(request('2026-02-01')))?.content).to.deep.equal({
      DSPOptIn: {
        DeviceID: ESME,
        DSPBrokerSecurityCredentialsDigitalSigning: CERTIFICATES.digitalSigning,
        DSPBrokerSecurityCredentialsKeyAgreement: CERTIFICATES.keyAgreement,
      },
    });
  });

  it('leaves out the Digital Signing certificate where there is none', async () => {
    const { keyAgreement } = CERTIFICATES;
    expect((await perform(request('2026-02-01'), { keyAgreement }))?.content).to.deep.equal({
      DSPOptIn: { DeviceID: ESME, DSPBrokerSecurityCredentialsKeyAgreement: keyAgreement },
    });
  });

  it('opts in at once on a date that has come', async () => {
    const outcome = await perform(request('2026-01-05'));
    expect(outcome).to.include({ responseCode: 'I0' });
    expect(outcome?.events?.map(({ kind, device }) => [kind, device.id])).to.deep.equal([
      ['statusChanged', ESME],
    ]);
    expect(await statusOf(ESME)).to.equal('Commissioned');
  });

  it('opts in at midnight UTC of a date to come, once', async () => {
    const asked = request('2026-02-01');
    expect((await perform(asked))?.events).to.deep.equal([]);
    const before = new Date(Date.UTC(2026, 1, 1) - 1);
    expect(await world.inventory.optIns.apply(before)).to.deep.equal([]);
    expect(await statusOf(ESME)).to.equal('Withdrawn');

    const midnight = new Date(Date.UTC(2026, 1, 1));
    expect(await world.inventory.optIns.apply(midnight)).to.have.length(1);
    expect(await statusOf(ESME)).to.equal('Commissioned');
    expect((await world.inventory.statusHistory(ESME)).at(-1)).to.deep.equal({
      status: 'Commissioned',
      at: midnight,
      event: 'opted in',
      requestId: formatRequestId(asked.requestId),
    });
    expect(await world.inventory.optIns.apply(midnight)).to.deep.equal([]);
  });

  it('changes nothing at its date for a meter that was decommissioned in the meantime', async () => {
    await perform(request('2026-02-01'));
    await world.perform('8.3', 'DecommissionDevice', { DeviceID: ESME });
    expect(await world.inventory.optIns.apply(new Date(Date.UTC(2026, 1, 1)))).to.deep.equal([]);
    expect(await statusOf(ESME)).to.equal('Decommissioned');
  });

  it('may be repeated with the same RequestID, as after a crash, also once the meter is opted in', async () => {
    const asked = request('2026-01-05');
    const first = await perform(asked);
    expect(await perform(asked)).to.deep.equal({ ...first, events: [] });
    expect(await world.inventory.statusHistory(ESME)).to.have.length(3);
  });

  describe('is refused', () => {
    it('with E19 for an unknown Device', () =>
      refused(perform(request('2026-02-01', { DeviceID: NEW_DEVICE })), 'E19'));

    it('with E11 for a Device of another type than it says', () =>
      refused(perform(request('2026-02-01', { DeviceType: 'GSME' })), 'E11'));

    it('with E11 for another meter point than the one of the meter', () =>
      refused(perform(request('2026-02-01', { MPxNs: { ImportMPxN: '2000000000001' } })), 'E11'));

    it('with E5 for a meter that is not opted out', () =>
      refused(
        perform(
          request('2026-02-01', {
            DeviceID: GSME,
            DeviceType: 'GSME',
            MPxNs: { ImportMPxN: '1000999888' },
          }),
        ),
        'E5',
      ));

    it('with E5 for a Device that cannot be opted out', () => {
      const ppmid = parseEui64('00-DB-12-34-56-78-90-A4');
      return refused(perform(request('2026-02-01', { DeviceID: ppmid, DeviceType: 'PPMID' })), 'E5');
    });

    it('with E20 where the gateway has no certificate to give, and is not remembered', async () => {
      await refused(perform(request('2026-01-05'), null), 'E20');
      expect(await world.inventory.optIns.apply(new Date(Date.UTC(2027, 0, 1)))).to.deep.equal([]);
      expect(await statusOf(ESME)).to.equal('Withdrawn');
    });
  });
});
