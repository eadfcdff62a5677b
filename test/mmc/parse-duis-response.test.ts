import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { DuisFileReader } from '../../src/cli/duis-file-reader.js';
import { readSettings } from '../../src/config/index.js';
import type { Response } from '../../src/duis/index.js';
import { elementValues } from '../../src/duis/element-values/index.js';
import { DEFAULT_LIMITS, SchemaPacks, withDocument } from '../../src/duis/schema/index.js';
import { NotCovered, parseDuisResponse, parseSmets1Response, preCommandIn } from '../../src/mmc/index.js';
import { readValue } from '../../src/scenario/read-value.js';
import { ScenarioWorld } from '../../src/scenario/scenario-world.js';
import { startThrowawayGateway, type ThrowawayGateway } from '../../src/scenario/throwaway-gateway.js';
import { RTDS } from './reference-messages.js';

/** A Response DCC Boxed has sent. */
const OF_BOXED = join(RTDS, '../boxed/readfw-response.xml');
const SUPPLIER = '90-B3-D5-1F-30-01-00-00';
const PPMID = '00-DB-12-34-56-78-90-A4';
const SMETS1_PPMID = '00-DB-12-34-56-78-92-A4';
const METER = '00-DB-12-34-56-78-90-A0';

describe('a DUIS Response parsed into MMC', () => {
  let gateway: ThrowawayGateway;
  let world: ScenarioWorld;
  let reader: DuisFileReader;
  let packs: SchemaPacks;
  before(async () => {
    gateway = await startThrowawayGateway();
    world = new ScenarioWorld({ file: 'test', users: { supplier: SUPPLIER }, variables: {} }, gateway);
    reader = await DuisFileReader.open(readSettings().xsd_dir);
    packs = SchemaPacks.load(readSettings().xsd_dir);
  });
  after(async () => {
    await gateway.stop();
    reader.close();
    packs.dispose();
  });

  const send = (facts: {
    target?: string;
    variant?: string;
    template?: string;
    commandVariant?: number;
    body?: string;
  }) => world.send({ values: {}, user: 'supplier', ...facts });

  async function responseTo(target: string): Promise<Response> {
    const { requestId } = await send({ target, variant: '11.2' });
    return read((await world.response(requestId)) ?? '');
  }

  function read(text: string): Response {
    const document = reader.readResponse(Buffer.from(text));
    return 'Body' in document ? document : expect.fail('not a Response');
  }

  function valid(mmc: string): string {
    const violations = withDocument(Buffer.from(mmc), DEFAULT_LIMITS, (document) =>
      packs.validate(document, '5.4'),
    );
    expect(violations).to.deep.equal([]);
    return mmc;
  }

  const valueIn = (mmc: string, path: string) => readValue(path, elementValues(Buffer.from(mmc)));

  it('says what the Device says', async () => {
    const mmc = valid(parseDuisResponse(await responseTo(PPMID)));
    expect(valueIn(mmc, 'BusinessOriginatorID')).to.equal(PPMID);
    expect(valueIn(mmc, 'FirmwareVersion')).to.equal('00030001');
  });

  it('says what a SMETS1 Device says in the same form', async () => {
    const response = await responseTo(SMETS1_PPMID);
    const mmc = valid(parseDuisResponse(response));
    expect(valueIn(mmc, 'BusinessOriginatorID')).to.equal(SMETS1_PPMID);
    expect(valueIn(mmc, 'FirmwareVersion')).to.equal('00030001');
    const { SMETS1ResponseMessage } = response.Body;
    expect(SMETS1ResponseMessage && parseSmets1Response(SMETS1ResponseMessage.SMETS1SignedResponse)).to.equal(
      mmc,
    );
  });

  it('of the Transform Service has a Pre-Command, which no Device said', async () => {
    const { text } = await send({ target: METER, template: 'ECS01a_1.1.1_IMMEDIATE_TOU', commandVariant: 4 });
    const response = read(text);
    expect(preCommandIn(response)[0]).to.equal(0xdf);
    expect(() => parseDuisResponse(response)).to.throw(NotCovered, 'Pre-Command');
  });

  it('of the DCC alone says nothing of a Device', async () => {
    const { text } = await send({ variant: '8.2', body: `<sr:DeviceID>${PPMID}</sr:DeviceID>` });
    const response = read(text);
    expect(() => parseDuisResponse(response)).to.throw(NotCovered, 'no Device says anything');
    expect(() => preCommandIn(response)).to.throw('the Response (I0) has no Pre-Command');
  });

  (existsSync(OF_BOXED) ? it : it.skip)('may be one of DCC Boxed', () => {
    const mmc = valid(parseDuisResponse(read(readFileSync(OF_BOXED, 'utf8'))));
    expect(valueIn(mmc, 'FirmwareVersion')).to.equal('0C230000');
  });
});
