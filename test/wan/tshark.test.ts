import { expect } from 'chai';
import { encodeMessage, type GbcsMessage, useCaseOf } from '../../src/gbcs/index.js';
import { describeWithTshark, dissect } from '../gbcs/gbz/tshark.js';
import { ESME, GSME, HUB, SUPPLIER, VirtualHome } from './virtual-home.js';

/** Each in a home of its own, as the counters of the samples do not rise from one to the next. */
const SAMPLES = [
  'ECS01a_1.1.1_FUTURE_DATED_TOU_BLOCK_SUCCESS',
  'GCS05_2.1_FUTURE_DATED_SUCCESS',
  'GCS02_1.6_FUTURE_DATED_SUCCESS',
  'CS06_11.3_FUTURE_DATED_SUCCESS',
  'CS02bSupplierBySupplier_6.15.1_FUTURE_DATED_SUCCESS',
  'CS02aMAC_6.24.1_SUCCESS',
  'CCS02_8.11_SUCCESS',
];

/** What is said of a Command, and when what it holds is due. */
async function saidOf(sample: string): Promise<GbcsMessage[]> {
  const home = new VirtualHome();
  const heard = [...(await home.sample(sample)), ...(await home.comes('2030-01-15T09:00:00Z'))];
  home.han.stop();
  return heard;
}

async function saidOfFirmware(): Promise<GbcsMessage[]> {
  const home = new VirtualHome();
  const hash = Buffer.alloc(32, 1);
  const image = { image: hash, hash, firmwareVersion: '0123ABCF', recipient: SUPPLIER };
  await home.han.distributeFirmware({ ...image, requestId: 'image', hub: HUB, devices: [ESME, GSME] });
  await home.settled();
  return home.hear();
}

describeWithTshark('Wireshark, as an independent judge of what virtual Devices say', () => {
  it('finds nothing malformed in Responses and Alerts', async () => {
    const heard = [...(await Promise.all(SAMPLES.map(saidOf))).flat(), ...(await saidOfFirmware())];
    const dissections = dissect(heard.map(encodeMessage));
    expect(dissections.length).to.equal(heard.length);
    heard.forEach((message, index) => {
      expect(dissections[index], useCaseOf(message)?.code).not.to.contain('Malformed');
    });
  });
});
