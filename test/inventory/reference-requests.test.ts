import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { formatRequestId } from '../../src/common/request-id.js';
import { bindRequest } from '../../src/duis/binding/index.js';
import { DEFAULT_LIMITS, withDocument } from '../../src/duis/schema/index.js';
import { canonicalBytes } from '../../src/duis/signature/canonical-form.js';
import { prepareRequest } from '../../src/duis/signature/prepare-request.js';
import { hasBody, type ServiceRequest } from '../../src/duis/index.js';
import { refused, World } from './world.js';

const REQUESTS = join(
  process.env['RTDS_DIR'] ?? join(import.meta.dirname, '../../../shared/rtds'),
  'requests',
);
const read = (name: string): ServiceRequest =>
  withDocument(readFileSync(join(REQUESTS, `${name}_REQUEST_DUIS.XML`)), DEFAULT_LIMITS, (document) => {
    prepareRequest(document);
    return bindRequest(canonicalBytes(document));
  });

(existsSync(REQUESTS) ? describe : describe.skip)('Reference requests on the seeded homes', () => {
  let world: World;
  beforeEach(async () => (world = await World.open()));
  afterEach(() => world.close());

  it('12.2 pre-notifies the ESME once it is decommissioned', async () => {
    const request = read('12.2_DEVICE_PRE_NOTIFICATION');
    await refused(world.performRequest(request), 'E5');
    await world.performRequest({ ...read('8.3_DECOMMISSION_DEVICE') });
    const again = { ...request, requestId: { ...request.requestId, counter: 1001n } };
    expect(await world.performRequest(again)).to.include({ responseCode: 'I99' });
  });

  it('8.2 reads the home', async () => {
    const { responseCode, content } = await world.performRequest(read('8.2_READ_INVENTORY'));
    expect(responseCode).to.equal('I0');
    expect(content?.DSPInventory?.Device.map(({ DeviceType }) => DeviceType)).to.deep.equal([
      'CHF',
      'GPF',
      'ESME',
      'ESME',
      'GSME',
      'HCALCS',
      'PPMID',
    ]);
  });

  it('8.3 decommissions the ESME', async () => {
    expect((await world.performRequest(read('8.3_DECOMMISSION_DEVICE'))).responseCode).to.equal('I99');
  });

  it('8.4 does not delete the ESME, which is commissioned', () =>
    refused(world.performRequest(read('8.4_UPDATE_INVENTORY')), 'E5'));

  it('11.4 accepts the image for the PPMID', async () => {
    expect(await world.performRequest(read('11.4_UPDATE_PPMID_FIRMWARE'))).to.deep.equal({
      responseCode: 'I99',
    });
  });

  for (const name of ['CCS01_8.11_SUCCESS', 'CCS02_8.11_SUCCESS']) {
    it(`${name} finds its hub`, async () => {
      const request = read(name);
      if (!hasBody(request, 'UpdateHANDeviceLog')) throw new Error('another element');
      const requestId = formatRequestId(request.requestId);
      const door = await world.inventory.prepareHanDeviceLogUpdate(request, requestId, world.now());
      expect(door.generation).to.equal('SMETS2+');
    });
  }

  it('CCS03 finds both hubs', async () => {
    const request = read('CCS03_8.12.1_SUCCESS');
    if (!hasBody(request, 'RestoreHANDeviceLog')) throw new Error('another element');
    const door = await world.inventory.prepareHanDeviceLogRestore(request, 'r', world.now());
    expect(door.devices).to.have.length(6);
    expect(door.left).to.deep.equal([]);
  });
});
