import { createHash } from 'node:crypto';
import { expect } from 'chai';
import { type Eui64, parseEui64 } from '../../../src/common/eui64.js';
import { formatRequestId } from '../../../src/common/request-id.js';
import { SEED_MODELS, suspendUnapproved } from '../../../src/inventory/index.js';
import { NEW_DEVICE, SMETS2_HUB, World } from '../world.js';

const IMAGE = Buffer.from('a firmware image');
const FIRMWARE = '00020200';
const HEADER =
  'manufacturer,model,device_type,firmware_version,smets_generation,smets_version,gbcs_version,status,image_hash\n';
const home = (end: string) => parseEui64(`00-DB-12-34-56-78-90-${end}`);
const ESME = home('A0');
const GSME = home('A1');
const SECOND_ESME = home('A6');
const SMETS1_ESME = parseEui64('00-DB-12-34-56-78-92-A0');

describe('Update Firmware (11.1)', () => {
  let world: World;
  beforeEach(async () => {
    world = await World.open();
    const { manufacturer, model } = SEED_MODELS.smets2Esme;
    const hash = createHash('sha256').update(IMAGE).digest('hex');
    await world.inventory.cpl.import(
      `${HEADER}${manufacturer},${model},ESME,${FIRMWARE},SMETS2+,SMETS V5.1,4.4,Active,${hash}\n`,
    );
  });
  afterEach(() => world.close());

  const request = (ids: readonly Eui64[], image = IMAGE, version = FIRMWARE) =>
    world.request('11.1', 'UpdateFirmware', {
      FirmwareImage: image,
      FirmwareVersion: version,
      DeviceIDList: ids.join(','),
    });
  const update = (...args: Parameters<typeof request>) => world.performRequest(request(...args));
  const jobs = async () =>
    (await world.inventory.firmwareJobs.list()).map(({ deviceId, state }) => [deviceId, state]);

  it('accepts an image for meters it is approved for, and keeps it', async () => {
    const asked = request([ESME, SECOND_ESME]);
    expect(await world.performRequest(asked)).to.deep.equal({ responseCode: 'I99' });
    expect(await jobs()).to.have.deep.members([
      [ESME, 'accepted'],
      [SECOND_ESME, 'accepted'],
    ]);
    const image = await world.inventory.firmwareJobs.imageOf(formatRequestId(asked.requestId));
    expect(image?.equals(IMAGE)).to.equal(true);
  });

  it('reports each refused Device with W110101, in the list that says why', async () => {
    await world.inventory.record('opted out', SECOND_ESME, { at: world.now() });
    const busy = home('93');
    await update([busy]);
    const outcome = await update([
      SMETS2_HUB,
      home('A4'),
      NEW_DEVICE,
      SECOND_ESME,
      GSME,
      SMETS1_ESME,
      busy,
      ESME,
    ]);
    expect(outcome.responseCode).to.equal('W110101');
    expect(outcome.content).to.deep.equal({
      DSPUpdateFirmwareWarning: {
        InvalidDeviceIDList: `${SMETS2_HUB},${home('A4')},${NEW_DEVICE}`,
        NotCommissionedDeviceIDList: SECOND_ESME,
        NotApplicableFirmwareDeviceIDList: `${GSME},${SMETS1_ESME}`,
        OtherRequestInProgressList: busy,
      },
    });
    expect(await jobs()).to.have.deep.members([
      [busy, 'accepted'],
      [ESME, 'accepted'],
    ]);
  });

  it('keeps no image where every Device is refused', async () => {
    const asked = request([GSME]);
    expect(await world.performRequest(asked)).to.include({ responseCode: 'W110101' });
    expect(await world.inventory.firmwareJobs.imageOf(formatRequestId(asked.requestId))).to.equal(undefined);
  });

  it('reports an image that is not the one of the Central Products List', async () => {
    const outcome = await update([ESME], Buffer.from('another image'));
    expect(outcome.content?.DSPUpdateFirmwareWarning).to.deep.equal({
      NotApplicableFirmwareDeviceIDList: ESME,
    });
  });

  it('gives the image of a request to a home once, for all its meters', async () => {
    await update([ESME, SECOND_ESME, home('93')]);
    const due = await world.inventory.firmwareJobs.due(world.now());
    expect(due.map(({ hubId, deviceIds }) => [hubId, deviceIds.length])).to.have.deep.members([
      [SMETS2_HUB, 2],
      [home('95'), 1],
    ]);
  });

  it('may be repeated with the same RequestID, as after a crash', async () => {
    const asked = request([ESME, GSME]);
    const first = await world.performRequest(asked);
    expect(await world.performRequest(asked)).to.deep.equal(first);
    expect(await jobs()).to.have.length(1);
  });

  it('brings back a meter that was suspended for its firmware', async () => {
    const { manufacturer, model, firmwareVersion } = SEED_MODELS.smets2Esme;
    await world.inventory.cpl.import(
      `${HEADER}${manufacturer},${model},ESME,${firmwareVersion},SMETS2+,SMETS V5.0,4.3,Withdrawn,\n`,
    );
    await suspendUnapproved(world.store, world.now());
    expect((await world.device(ESME)).status).to.equal('Suspended');

    expect(await update([ESME])).to.deep.equal({ responseCode: 'I99' });
    const [job] = await world.inventory.firmwareJobs.list();
    if (job === undefined) throw new Error('no job');
    await world.inventory.firmwareJobs.advance(job, 'distributed', world.now());
    await world.inventory.firmwareJobs.advance(job, 'activated', world.now());
    const events = await suspendUnapproved(world.store, world.now());
    expect(events.map(({ kind, device }) => [kind, device.id])).to.deep.equal([['deviceRestored', ESME]]);
    expect(await world.device(ESME)).to.include({
      status: 'Commissioned',
      firmwareVersion: FIRMWARE,
      smetsChtsVersion: 'SMETS V5.1',
      gbcsVersion: '4.4',
    });
  });
});
