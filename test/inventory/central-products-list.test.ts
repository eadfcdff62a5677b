import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { CentralProductsList, type CplFault, CplImportError } from '../../src/inventory/index.js';
import type { Store } from '../../src/store/index.js';
import { freshStore, onEachDatabase } from '../store/each-database.js';

const HEADER =
  'manufacturer,model,device_type,firmware_version,smets_generation,smets_version,gbcs_version,status';
const SMETS1_ROW = 'DA01,03010200,PPMID,00030001,SMETS1,SMETS1,,Active';
const SMETS2_ROW = 'DA01,03010200,PPMID,00030001,SMETS2+,SMETS V5.0,4.3,Active';
const csv = (...rows: string[]): string => [HEADER, ...rows, ''].join('\n');

onEachDatabase('Central Products List', () => {
  let store: Store;
  let cpl: CentralProductsList;
  beforeEach(async () => {
    store = await freshStore();
    cpl = new CentralProductsList(store);
  });
  afterEach(() => store.close());

  it('holds a SMETS1 and a SMETS2+ row of one firmware version', async () => {
    expect(await cpl.import(csv(SMETS1_ROW, SMETS2_ROW))).to.deep.equal({
      added: 2,
      changed: 0,
      unchanged: 0,
    });
    const entries = await cpl.list({ model: '03010200' });
    expect(
      entries.map(({ generation, smetsChtsVersion, gbcsVersion }) => [
        generation,
        smetsChtsVersion,
        gbcsVersion,
      ]),
    ).to.deep.equal([
      ['SMETS1', 'SMETS1', null],
      ['SMETS2+', 'SMETS V5.0', '4.3'],
    ]);
  });

  it('does not let a later import of the other generation overwrite the first row', async () => {
    await cpl.import(csv(SMETS1_ROW));
    await cpl.import(csv(SMETS2_ROW));
    expect(await cpl.list()).to.have.length(2);
  });

  it('replaces the row of the same key, and counts what was new to it', async () => {
    await cpl.import(csv(SMETS1_ROW, SMETS2_ROW));
    const result = await cpl.import(csv(SMETS1_ROW, SMETS2_ROW.replace('Active', 'Withdrawn')));
    expect(result).to.deep.equal({ added: 0, changed: 1, unchanged: 1 });
    expect((await cpl.list({ generation: 'SMETS2+' }))[0]?.status).to.equal('Withdrawn');
    expect((await cpl.list({ generation: 'SMETS1' }))[0]?.status).to.equal('Active');
  });

  it('reads optional columns in any order', async () => {
    const hash = 'AB'.repeat(32);
    await cpl.import(
      `image_hash,${HEADER},added_on,esme_variant,han_variant,removed_on\n` +
        `${hash},"AB01",010A030B,ESME,0002012F,SMETS2+,SMETS V5.0,4.3,Active,2024-06-27,AD,Dual,\n`,
    );
    expect((await cpl.list())[0]).to.include({
      imageHash: hash.toLowerCase(),
      addedOn: '2024-06-27',
      esmeVariant: 'AD',
      hanVariant: 'Dual',
      removedOn: null,
    });
  });

  describe('refuses', () => {
    const faultsOf = async (text: string): Promise<readonly CplFault[]> => {
      try {
        await cpl.import(text);
      } catch (error) {
        if (error instanceof CplImportError) return error.faults;
        throw error;
      }
      throw new Error('it was imported');
    };

    it('a file with any bad row, naming each with its line, and imports nothing of it', async () => {
      const faults = await faultsOf(readFileSync('samples/cpl/bad-rows.csv', 'utf8'));
      expect(faults.map(({ line }) => line)).to.deep.equal([3, 4, 5, 6, 7, 7, 8]);
      expect(await cpl.list()).to.deep.equal([]);
    });

    for (const [what, row, reason] of [
      ['a duplicate, with the line it repeats', SMETS1_ROW, /the same key as line 2/],
      ['a SMETS1 row with a GBCS version', 'X,Y,PPMID,1,SMETS1,SMETS1,4.3,Active', /gbcs_version: '4\.3'/],
      ['a SMETS2+ row without a GBCS version', 'X,Y,PPMID,1,SMETS2+,V5.0,,Active', /gbcs_version/],
      [
        'a SMETS2+ row with a SMETS1 version',
        'X,Y,PPMID,1,SMETS2+,SMETS1,4.3,Active',
        /smets_version: 'SMETS1'/,
      ],
      ['an unknown Device type', 'X,Y,TOASTER,1,SMETS1,SMETS1,,Active', /device_type: 'TOASTER'/],
      ['an unknown generation', 'X,Y,PPMID,1,SMETS2,V5.0,4.3,Active', /smets_generation: 'SMETS2'/],
      ['an unknown status', 'X,Y,PPMID,1,SMETS1,SMETS1,,Approved', /status: 'Approved'/],
      ['a firmware version of 9 characters', 'X,Y,PPMID,123456789,SMETS1,SMETS1,,Active', /firmware_version/],
      ['an empty model', 'X,,PPMID,1,SMETS1,SMETS1,,Active', /model: '' is empty/],
      ['a row with a field too many', 'X,Y,PPMID,1,SMETS1,SMETS1,,Active,', /9 fields, the header has 8/],
      ['a stray quote', 'X,Y"Z,PPMID,1,SMETS1,SMETS1,,Active', /quote/],
    ] as const) {
      it(what, async () => {
        const faults = await faultsOf(csv(SMETS1_ROW, row));
        expect(faults).to.have.length(1);
        expect(faults[0]?.line).to.equal(3);
        expect(faults[0]?.reason).to.match(reason);
        expect(await cpl.list()).to.deep.equal([]);
      });
    }

    it('a hash or date that is none', async () => {
      const faults = await faultsOf(`${HEADER},image_hash,added_on\n${SMETS1_ROW},ABCD,27/06/2024\n`);
      expect(faults.map(({ reason }) => reason)).to.deep.equal([
        "image_hash: 'ABCD' is not a SHA-256 (64 hexadecimal digits)",
        "added_on: '27/06/2024' is not a date (YYYY-MM-DD)",
      ]);
    });

    it('a file without a header, or with columns missing, unknown or twice', async () => {
      expect((await faultsOf(''))[0]?.reason).to.contain('header');
      const faults = await faultsOf(`${HEADER.replace('model', 'type')},status\n${SMETS1_ROW},Active\n`);
      expect(faults.map(({ reason }) => reason)).to.deep.equal([
        "unknown column 'type'",
        "column 'status' twice",
        "column 'model' is missing",
      ]);
    });
  });
});
