import { expect } from 'chai';
import { encodeMessage, useCaseOf } from '../../src/gbcs/index.js';
import { describeWithTshark, dissect } from '../gbcs/gbz/tshark.js';
import { ESME, GSME, HUB, SUPPLIER, VirtualHome } from './virtual-home.js';

describeWithTshark('Wireshark, as an independent judge of what virtual Devices say', () => {
  it('finds nothing malformed in Responses and Alerts', async () => {
    const home = new VirtualHome();
    const heard = [
      ...(await home.sample('ECS01a_1.1.1_FUTURE_DATED_TOU_BLOCK_SUCCESS')),
      ...(await home.sample('GCS05_2.1_FUTURE_DATED_SUCCESS')),
      ...(await home.sample('GCS02_1.6_FUTURE_DATED_SUCCESS')),
      ...(await home.sample('CS06_11.3_FUTURE_DATED_SUCCESS')),
      ...(await home.sample('CS02bSupplierBySupplier_6.15.1_FUTURE_DATED_SUCCESS')),
      ...(await home.sample('CCS02_8.11_SUCCESS')),
      ...(await home.sample('CCS01_8.11_SUCCESS')),
    ];
    const hash = Buffer.alloc(32, 1);
    const image = { image: hash, hash, firmwareVersion: '0123ABCF', recipient: SUPPLIER };
    await home.han.distributeFirmware({ ...image, requestId: 'image', hub: HUB, devices: [ESME, GSME] });
    await home.settled();
    heard.push(...home.hear(), ...(await home.comes('2030-01-15T09:00:00Z')));
    home.han.stop();
    const dissections = dissect(heard.map(encodeMessage));
    expect(dissections.length).to.equal(heard.length);
    heard.forEach((message, index) => {
      expect(dissections[index], useCaseOf(message)?.code).not.to.contain('Malformed');
    });
  });
});
