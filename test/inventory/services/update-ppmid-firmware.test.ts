import { createHash } from 'node:crypto';
import { expect } from 'chai';
import { type Eui64, parseEui64 } from '../../../src/common/eui64.js';
import { SEED_MODELS } from '../../../src/inventory/index.js';
import { NEW_DEVICE, SMETS1_HUB, SMETS2_HUB, World } from '../world.js';

const IMAGE = Buffer.from('a firmware image');
const FIRMWARE = '00030009';
const SMETS2_PPMID = parseEui64('00-DB-12-34-56-78-90-A4');
const SMETS1_PPMID = parseEui64('00-DB-12-34-56-78-92-A4');

describe('Update PPMID Firmware (11.4)', () => {
  let world: World;
  beforeEach(async () => {
    world = await World.open();
    const { manufacturer, model } = SEED_MODELS.dualModePpmid;
    const hash = createHash('sha256').update(IMAGE).digest('hex');
    await world.inventory.cpl.import(
      'manufacturer,model,device_type,firmware_version,smets_generation,smets_version,gbcs_version,status,image_hash\n' +
        `${manufacturer},${model},PPMID,${FIRMWARE},SMETS1,SMETS1,,Active,\n` +
        `${manufacturer},${model},PPMID,${FIRMWARE},SMETS2+,SMETS V5.1,4.4,Active,${hash}\n` +
        `${manufacturer},${model},PPMID,00030010,SMETS2+,SMETS V5.1,4.4,Active,\n`,
    );
  });
  afterEach(() => world.close());

  const request = (ids: readonly Eui64[], image = IMAGE, version = FIRMWARE) =>
    world.request('11.4', 'UpdatePPMIDFirmware', {
      FirmwareImage: image,
      FirmwareVersion: version,
      DeviceIDList: ids.join(','),
    });
  const update = (...args: Parameters<typeof request>) => world.performRequest(request(...args));
  const jobs = async () =>
    (await world.inventory.firmwareJobs.list()).map(({ deviceId, state }) => [deviceId, state]);

  it('accepts an image for a commissioned SMETS2+ PPMID', async () => {
    expect(await update([SMETS2_PPMID])).to.deep.equal({ responseCode: 'I99' });
    const [job] = await world.inventory.firmwareJobs.list();
    expect(job).to.include({ deviceId: SMETS2_PPMID, firmwareVersion: FIRMWARE, state: 'accepted' });
  });

  it('reports SMETS1 PPMIDs of a mixed list and serves the others', async () => {
    expect(await update([SMETS1_PPMID, SMETS2_PPMID])).to.deep.equal({
      responseCode: 'W110401',
      content: { DSPUpdatePPMIDFirmwareWarning: { NotApplicableFirmwareDeviceIDList: SMETS1_PPMID } },
      remark: `Devices left out: not approved for this image: ${SMETS1_PPMID}`,
    });
    expect(await jobs()).to.deep.equal([[SMETS2_PPMID, 'accepted']]);
  });

  it('goes by the version that was resolved, not by the pre-notified one', async () => {
    const moved = parseEui64('00-DB-12-34-56-78-9F-02');
    await world.install(NEW_DEVICE, 'SMETS1', SMETS2_HUB);
    await world.install(moved, 'SMETS V5.0', SMETS1_HUB);
    const outcome = await update([NEW_DEVICE, moved]);
    expect(outcome.content?.DSPUpdatePPMIDFirmwareWarning).to.deep.equal({
      NotApplicableFirmwareDeviceIDList: moved,
    });
    expect(await jobs()).to.deep.equal([[NEW_DEVICE, 'accepted']]);
  });

  it('reports each refused Device in the list that says why', async () => {
    const pending = parseEui64('00-DB-12-34-56-78-9F-03');
    const oldGbcs = parseEui64('00-DB-12-34-56-78-90-98');
    const otherModel = parseEui64('00-DB-12-34-56-78-91-A4');
    const busy = parseEui64('00-DB-12-34-56-78-90-99');
    const esme = parseEui64('00-DB-12-34-56-78-90-A0');
    await world.preNotify(pending, 'SMETS1');
    await world.store.db
      .updateTable('devices')
      .set({ gbcs_version: '3.2' })
      .where('id', '=', oldGbcs)
      .execute();
    await update([busy]);
    const outcome = await update([
      esme,
      NEW_DEVICE,
      pending,
      otherModel,
      SMETS1_PPMID,
      busy,
      oldGbcs,
      SMETS2_PPMID,
    ]);
    expect(outcome.responseCode).to.equal('W110401');
    expect(outcome.content?.DSPUpdatePPMIDFirmwareWarning).to.deep.equal({
      InvalidDeviceIDList: `${esme},${NEW_DEVICE}`,
      NotCommissionedDeviceIDList: pending,
      NotApplicableFirmwareDeviceIDList: `${otherModel},${SMETS1_PPMID}`,
      OtherRequestInProgressList: busy,
      InvalidGBCSVersionList: oldGbcs,
    });
    expect(await jobs()).to.deep.equal([
      [busy, 'accepted'],
      [SMETS2_PPMID, 'accepted'],
    ]);
  });

  it('refuses an image whose hash is not the one of the Central Products List, where that has one', async () => {
    const other = Buffer.from('another image');
    const outcome = await update([SMETS2_PPMID], other);
    expect(outcome.content?.DSPUpdatePPMIDFirmwareWarning).to.deep.equal({
      NotApplicableFirmwareDeviceIDList: SMETS2_PPMID,
    });
    expect((await update([SMETS2_PPMID], other, '00030010')).responseCode).to.equal('I99');
  });

  it('takes a Device named twice, in either case, once', async () => {
    expect((await update([SMETS2_PPMID, SMETS2_PPMID.toLowerCase() as Eui64])).responseCode).to.equal('I99');
    expect(await jobs()).to.have.length(1);
  });

  it('may be repeated with the same RequestID, as after a crash', async () => {
    const once = request([SMETS2_PPMID, SMETS1_PPMID]);
    const first = await world.performRequest(once);
    expect(await world.performRequest(once)).to.deep.equal(first);
    expect(await jobs()).to.have.length(1);
  });

  it('is re-checked when its turn comes: a PPMID that has become SMETS1 drops out', async () => {
    await world.install(NEW_DEVICE, 'SMETS1', SMETS2_HUB);
    await update([NEW_DEVICE, SMETS2_PPMID]);
    await world.update(NEW_DEVICE, SMETS2_HUB, 'Remove');
    await world.update(NEW_DEVICE, SMETS1_HUB, 'Add');
    await world.inventory.record('joined', NEW_DEVICE, { at: world.now() });
    expect(
      (await world.inventory.firmwareJobs.due(world.now())).flatMap(({ deviceIds }) => deviceIds),
    ).to.deep.equal([SMETS2_PPMID]);
    const dropped = (await world.inventory.firmwareJobs.list()).find(
      ({ deviceId }) => deviceId === NEW_DEVICE,
    );
    expect(dropped).to.include({ state: 'dropped', reason: 'is SMETS1' });
  });

  it('changes the firmware and versions of a Device when the image is activated', async () => {
    const once = request([SMETS2_PPMID]);
    await world.performRequest(once);
    const [job] = await world.inventory.firmwareJobs.list();
    if (job === undefined) throw new Error('no job');
    await world.inventory.firmwareJobs.advance(job, 'distributed', world.now());
    await world.inventory.firmwareJobs.advance(job, 'activated', world.now());
    expect(await world.device(SMETS2_PPMID)).to.include({
      firmwareVersion: FIRMWARE,
      smetsChtsVersion: 'SMETS V5.1',
      gbcsVersion: '4.4',
      status: 'Commissioned',
    });
    await world.inventory.firmwareJobs.advance(job, 'failed', world.now(), 'late');
    expect(await jobs()).to.deep.equal([[SMETS2_PPMID, 'activated']]);
    expect((await update([SMETS2_PPMID], IMAGE, '00030010')).responseCode).to.equal('I99');
  });
});
