import { expect } from 'chai';
import { parseEui64 } from '../../src/common/eui64.js';
import { gatherContext } from '../../src/dispatch/transform-context.js';
import { Inventory, seedInventory } from '../../src/inventory/index.js';
import { CredentialStore, openCredentials } from '../../src/smki/index.js';
import { openStore, type Store } from '../../src/store/index.js';
import { sampleRequest } from '../gbcs/requests.js';
import { withContent } from '../gbcs/transformed.js';

const NOW = new Date('2026-06-01T12:00:00Z');

describe('what a message depends on besides its request', () => {
  let store: Store;
  beforeEach(async () => {
    store = await openStore({ url: ':memory:' });
    await seedInventory(store, NOW);
  });
  afterEach(() => store.close());

  const gather = (oldGpf: string, credentials = new CredentialStore()) => {
    const OldGPFID = parseEui64(oldGpf);
    const request = withContent(sampleRequest('GCS59_8.12.2_SUCCESS'), { OldGPFID });
    return gatherContext(request, undefined, 1n, NOW, {
      inventory: new Inventory(store),
      credentials,
      accessControlBroker: parseEui64('90-B3-D5-1F-30-00-00-02'),
      transitionalChangeOfSupplier: parseEui64('90-B3-D5-1F-30-00-00-04'),
    });
  };

  it('has the Devices of the home for a Gas Proxy Function that is replaced', async () => {
    const gpf = parseEui64('00-DB-12-34-56-78-91-A3');
    const context = await gather(gpf);
    expect(context.gasProxyDeviceLog?.(gpf)?.map(({ deviceType }) => deviceType)).to.have.members([
      'GSME',
      'PPMID',
    ]);
  });

  it('has no Device Log of what is no Gas Proxy Function, or not known', async () => {
    for (const id of ['00-DB-12-34-56-78-91-A0', '00-DB-12-34-56-78-FF-FF']) {
      const context = await gather(id);
      expect(context.gasProxyDeviceLog?.(parseEui64(id))).to.equal(undefined);
    }
  });

  it('has the authorities that replacement certificates must lead to', async () => {
    const { store: credentials } = await openCredentials({ testCredentials: true });
    const { trustAnchors } = await gather('00-DB-12-34-56-78-91-A3', credentials);
    expect(trustAnchors?.map(({ name }) => name)).to.include('CN=z1,OU=07');
  });
});
