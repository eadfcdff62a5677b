import { expect } from 'chai';
import fc from 'fast-check';
import { type Eui64, parseEui64 } from '../../src/common/eui64.js';
import {
  type CplEntry,
  InterimMigrationRefused,
  InterimMigrations,
  type InterimKnowledge,
} from '../../src/inventory/index.js';
import { importEntries } from '../../src/inventory/central-products-list.js';
import { insertDevice } from '../../src/inventory/device-changes.js';
import { blankDevice, type DeviceRecord } from '../../src/inventory/device-record.js';
import { openStore, type Store } from '../../src/store/index.js';
import { cplRow, FICTITIOUS, INTERIM_MODEL, REAL } from './interim-rows.js';
import { NEW_DEVICE, refused, SMETS1_HUB, SMETS2_HUB, World } from './world.js';

const NOTHING: InterimKnowledge = { pairs: [], keep: [] };
const SECOND = parseEui64('00-DB-12-34-56-78-9F-02');
const interim = { ...INTERIM_MODEL, firmwareVersion: FICTITIOUS };
const real = { ...INTERIM_MODEL, firmwareVersion: REAL };

/** The list and the inventory, as far as a migration may touch them. */
async function stateOf(store: Store): Promise<unknown> {
  return {
    entries: await store.db
      .selectFrom('cpl_entries')
      .selectAll()
      .orderBy('manufacturer')
      .orderBy('model')
      .orderBy('device_type')
      .orderBy('firmware_version')
      .orderBy('smets_generation')
      .execute(),
    devices: await store.db.selectFrom('devices').selectAll().orderBy('id').execute(),
    history: await store.db.selectFrom('device_status_history').selectAll().orderBy('device_id').execute(),
  };
}

async function whyNot(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof InterimMigrationRefused) return error.message;
    throw error;
  }
  throw new Error('it was done');
}

describe('Migration off the tactical interim solution', () => {
  let world: World;
  let migrations: InterimMigrations;
  beforeEach(async () => {
    world = await World.open();
    migrations = new InterimMigrations(world.store);
    await list(cplRow('SMETS2+', REAL), cplRow('SMETS1', FICTITIOUS));
  });
  afterEach(() => world.close());

  const list = (...entries: CplEntry[]) => world.store.transaction((tx) => importEntries(tx, entries));
  const apply = async () => {
    const { id } = await migrations.apply(NOTHING, world.now());
    if (id === undefined) throw new Error('nothing was applied');
    return id;
  };
  const undo = (id: number) => migrations.undo(id, world.now());

  it('proposes rows and Devices, and writes nothing', async () => {
    await world.preNotify(NEW_DEVICE, 'SMETS1', interim);
    await world.preNotify(SECOND, 'SMETS V5.0', real);
    const before = await stateOf(world.store);
    const { conversions, undecided } = await migrations.propose(NOTHING, world.now());
    expect(undecided).to.deep.equal([]);
    expect(conversions.map(({ fictitious, devices }) => [fictitious, devices])).to.deep.equal([
      [FICTITIOUS, [{ id: NEW_DEVICE, status: 'Pending' }]],
    ]);
    expect(await stateOf(world.store)).to.deep.equal(before);
    expect(await migrations.list()).to.deep.equal([]);
  });

  it('gives the list both rows of the real version, and Devices that version', async () => {
    await world.preNotify(NEW_DEVICE, 'SMETS1', interim);
    const before = await world.device(NEW_DEVICE);
    await apply();
    const rows = (await world.inventory.cpl.list(INTERIM_MODEL)).map((entry) => [
      entry.firmwareVersion,
      entry.generation,
      entry.status,
      entry.addedOn,
      entry.removedOn,
    ]);
    expect(rows).to.deep.equal([
      [REAL, 'SMETS1', 'Active', '2026-01-05', null],
      [REAL, 'SMETS2+', 'Active', '2021-11-04', null],
      [FICTITIOUS, 'SMETS1', 'Withdrawn', '2021-11-04', '2026-01-05'],
    ]);
    expect(await world.device(NEW_DEVICE)).to.deep.equal({ ...before, firmwareVersion: REAL });
  });

  for (const [hub, generation] of [
    [SMETS1_HUB, 'SMETS1'],
    [SMETS2_HUB, 'SMETS2+'],
  ] as const) {
    it(`makes a PPMID pre-notified before it ${generation} at a ${generation} hub`, async () => {
      await world.preNotify(NEW_DEVICE, 'SMETS1', interim);
      await apply();
      await world.update(NEW_DEVICE, hub, 'Add');
      expect(await world.device(NEW_DEVICE)).to.include({ generation, firmwareVersion: REAL });
    });
  }

  it('suspends no Device', async () => {
    await world.preNotify(NEW_DEVICE, 'SMETS1', interim);
    await world.update(NEW_DEVICE, SMETS1_HUB, 'Add');
    await world.inventory.record('joined', NEW_DEVICE, { at: world.now() });
    const id = await apply();
    expect(await world.inventory.suspendUnapproved(world.now())).to.deep.equal([]);
    await undo(id);
    expect(await world.inventory.suspendUnapproved(world.now())).to.deep.equal([]);
    expect((await world.device(NEW_DEVICE)).status).to.equal('Commissioned');
  });

  it('finds nothing to do the second time', async () => {
    await apply();
    expect(await migrations.apply(NOTHING, world.now())).to.deep.equal({
      id: undefined,
      proposal: { conversions: [], undecided: [] },
    });
    expect(await migrations.list()).to.have.length(1);
  });

  it('finds nothing to do the second time with the same pairs', async () => {
    const pairs = [{ ...INTERIM_MODEL, fictitious: FICTITIOUS, real: REAL }];
    await migrations.apply({ pairs, keep: [] }, world.now());
    expect((await migrations.apply({ pairs, keep: [] }, world.now())).id).to.equal(undefined);
  });

  it('leaves alone what is undecided', async () => {
    const other = { model: '03400200' };
    await list(
      cplRow('SMETS2+', REAL, other),
      cplRow('SMETS2+', '00040002', other),
      cplRow('SMETS1', FICTITIOUS, other),
    );
    const { proposal } = await migrations.apply(NOTHING, world.now());
    expect(proposal.undecided.map(({ model }) => model)).to.deep.equal(['03400200']);
    expect(await world.inventory.cpl.list(other)).to.have.length(3);
    expect(await world.inventory.cpl.list(INTERIM_MODEL)).to.have.length(3);
  });

  it('moves Devices that were left on a version withdrawn by hand, where that is named', async () => {
    await world.preNotify(NEW_DEVICE, 'SMETS1', interim);
    await list(cplRow('SMETS1', REAL), cplRow('SMETS1', FICTITIOUS, { status: 'Withdrawn' }));
    const pairs = [{ ...INTERIM_MODEL, fictitious: FICTITIOUS, real: REAL }];
    const before = await stateOf(world.store);
    const { id } = await migrations.apply({ pairs, keep: [] }, world.now());
    expect(await world.device(NEW_DEVICE)).to.include({ firmwareVersion: REAL });
    await undo(id ?? 0);
    expect(await stateOf(world.store)).to.deep.equal(before);
  });

  it('is applied whole or not at all', async () => {
    await world.preNotify(NEW_DEVICE, 'SMETS1', interim);
    const before = await stateOf(world.store);
    // The last thing written is the record of the list's changes.
    await world.store.db.schema.dropTable('cpl_migration_entries').execute();
    let failed: unknown;
    await migrations.apply(NOTHING, world.now()).catch((error: unknown) => (failed = error));
    expect(failed).to.be.instanceOf(Error);
    expect(await stateOf(world.store)).to.deep.equal(before);
    expect(await world.store.db.selectFrom('cpl_migrations').selectAll().execute()).to.deep.equal([]);
  });

  describe('undone', () => {
    it('gives back the list and the inventory as they were', async () => {
      await world.preNotify(NEW_DEVICE, 'SMETS1', interim);
      const before = await stateOf(world.store);
      const undone = await undo(await apply());
      expect(undone).to.include({ id: 1, entries: 2, devices: 1 });
      expect(await stateOf(world.store)).to.deep.equal(before);
      const [listed] = await migrations.list();
      expect(listed).to.deep.equal(undone);
      expect(listed?.undoneAt).to.be.greaterThan(listed?.appliedAt as Date);
    });

    it('can be applied again, as a migration of its own', async () => {
      await undo(await apply());
      expect(await apply()).to.equal(2);
    });

    it('keeps what else happened to Devices', async () => {
      await world.preNotify(NEW_DEVICE, 'SMETS1', interim);
      const id = await apply();
      await world.update(NEW_DEVICE, SMETS1_HUB, 'Add');
      await undo(id);
      expect(await world.device(NEW_DEVICE)).to.include({
        firmwareVersion: FICTITIOUS,
        status: 'Whitelisted',
        hubId: SMETS1_HUB,
      });
    });

    it('keeps Devices that ran the real version as SMETS1 before there was a row of it', async () => {
      await world.preNotify(NEW_DEVICE, 'SMETS1', interim);
      await world.inventory.noteFirmwareVersion(NEW_DEVICE, REAL, world.now());
      const before = await stateOf(world.store);
      await undo(await apply());
      expect(await stateOf(world.store)).to.deep.equal(before);
    });

    it('does not mind Devices pre-notified since that do not need it', async () => {
      const id = await apply();
      await world.preNotify(NEW_DEVICE, 'SMETS V5.0', real);
      await undo(id);
    });

    it('is refused twice, and for a number there is none of', async () => {
      const id = await apply();
      await undo(id);
      expect(await whyNot(undo(id))).to.match(/^migration 1 was undone before, at 2026-01-05T/);
      expect(await whyNot(undo(7))).to.equal('there is no migration 7');
    });

    describe('is refused with a sentence', () => {
      for (const [what, change, sentence] of [
        [
          'where a row it added has changed',
          () => list(cplRow('SMETS1', REAL, { status: 'Expired' })),
          `the SMETS1 row of DE01/03400100/${REAL} has changed since`,
        ],
        [
          'where a row it withdrew has changed',
          () => list(cplRow('SMETS1', FICTITIOUS)),
          `the SMETS1 row of DE01/03400100/${FICTITIOUS} has changed since`,
        ],
        [
          'where a row is gone',
          () => world.store.db.deleteFrom('cpl_entries').where('firmware_version', '=', FICTITIOUS).execute(),
          `the SMETS1 row of DE01/03400100/${FICTITIOUS} is gone`,
        ],
        [
          'where a Device became SMETS2+',
          () => world.update(NEW_DEVICE, SMETS2_HUB, 'Add'),
          `the model or a version of PPMID ${NEW_DEVICE} has changed since`,
        ],
        [
          'where a Device runs other firmware',
          () => world.inventory.noteFirmwareVersion(NEW_DEVICE, '00040005', world.now()),
          `the model or a version of PPMID ${NEW_DEVICE} has changed since`,
        ],
        [
          'where a Device is gone',
          () => world.store.db.deleteFrom('devices').where('id', '=', NEW_DEVICE).execute(),
          `PPMID ${NEW_DEVICE} is no longer in the inventory`,
        ],
        [
          'where another Device was pre-notified on a row it added',
          () => world.preNotify(SECOND, 'SMETS1', real),
          `PPMID ${SECOND} relies on the SMETS1 row of DE01/03400100/${REAL} since`,
        ],
      ] as const) {
        it(what, async () => {
          await world.preNotify(NEW_DEVICE, 'SMETS1', interim);
          const id = await apply();
          await change();
          const before = await stateOf(world.store);
          expect(await whyNot(undo(id))).to.equal(
            `migration 1 cannot be undone, nothing was changed:\n  ${sentence}`,
          );
          expect(await stateOf(world.store)).to.deep.equal(before);
          expect((await migrations.list())[0]?.undoneAt).to.equal(undefined);
        });
      }

      it('that does not grow with the number of Devices', async () => {
        for (let end = 0x10; end < 0x18; end++) {
          await world.preNotify(parseEui64(`00-DB-12-34-56-78-9F-${end.toString(16)}`), 'SMETS1', interim);
        }
        const id = await apply();
        await world.store.db
          .updateTable('devices')
          .set({ model: 'X' })
          .where('model', '=', INTERIM_MODEL.model)
          .execute();
        expect((await whyNot(undo(id))).split('\n').slice(-1)).to.deep.equal(['  and 3 more']);
      });
    });
  });

  it('lets nobody pre-notify the fictitious version any more', async () => {
    await apply();
    await refused(world.preNotify(NEW_DEVICE, 'SMETS1', interim), 'E11');
  });
});

describe('Any Central Products List and inventory', () => {
  const versions = fc.constantFrom('00000001', '00000002', 'FF000001', 'FF000002');
  const status = fc.constantFrom('Active', 'Active', 'Active', 'Withdrawn', 'Expired' as const);
  const generation = fc.constantFrom('SMETS1', 'SMETS2+' as const);
  const model = fc.constantFrom('M1', 'M1', 'M2', 'M3');
  const deviceType = fc.constantFrom('PPMID', 'PPMID', 'PPMID', 'ESME' as const);
  const entries = fc.uniqueArray(
    fc
      .record({ model, deviceType, status, generation, version: versions })
      .map(({ generation: of, version, ...members }) => cplRow(of, version, members as Partial<CplEntry>)),
    {
      maxLength: 6,
      selector: (row) => [row.model, row.deviceType, row.firmwareVersion, row.generation].join(),
    },
  );
  // The model most Devices are of has the rows of the interim solution, unless others overrule them.
  const family = [
    cplRow('SMETS2+', '00000001', { model: 'M1' }),
    cplRow('SMETS1', 'FF000001', { model: 'M1' }),
  ];
  const devices = fc.array(
    fc.record({
      model,
      deviceType,
      firmwareVersion: fc.oneof(fc.constant('FF000001'), fc.option(versions)),
      generation: fc.option(generation),
      status: fc.constantFrom('Pending', 'Commissioned', 'Suspended', 'Decommissioned' as const),
    }),
    { maxLength: 12 },
  );
  const pairs = fc.array(
    fc.record({
      model: fc.constant('M1'),
      fictitious: fc.constantFrom('FF000001', 'FF000001', 'FF000002'),
      real: fc.constantFrom('00000001', '00000001', '00000002'),
    }),
    { maxLength: 2 },
  );

  it('are the same again once a migration is applied and undone', async () => {
    let applied = 0;
    const origins: string[] = [];
    await fc.assert(
      fc.asyncProperty(entries, devices, pairs, async (rows, inventory, named) => {
        const store = await openStore({ url: ':memory:' });
        try {
          const at = new Date(Date.UTC(2026, 0, 5));
          await store.transaction(async (tx) => {
            await importEntries(tx, family);
            await importEntries(tx, rows);
            for (const [index, members] of inventory.entries()) {
              const id = parseEui64(`00-DB-12-34-56-78-9F-${(index + 0x10).toString(16)}`);
              await insertDevice(tx, deviceOf(id, members), {
                event: 'seeded',
                at,
                requestId: undefined,
              });
            }
          });
          const migrations = new InterimMigrations(store);
          const before = await stateOf(store);
          const knowledge = {
            pairs: named.map((pair) => ({ manufacturer: INTERIM_MODEL.manufacturer, ...pair })),
            keep: [],
          };
          // Pairs at random mostly contradict the list, which refuses the migration; it then goes by the list alone.
          const { id, proposal } = await migrations
            .apply(knowledge, at)
            .catch(() => migrations.apply(NOTHING, at));
          if (id === undefined) {
            expect(await stateOf(store)).to.deep.equal(before);
            return;
          }
          applied++;
          origins.push(...proposal.conversions.map(({ origin }) => origin));
          const after = await stateOf(store);
          expect(after).to.not.deep.equal(before);
          for (const conversion of proposal.conversions) {
            const left = await store.db
              .selectFrom('devices')
              .select('id')
              .where('device_type', '=', 'PPMID')
              .where('model', '=', conversion.model)
              .where('firmware_version', '=', conversion.fictitious)
              .execute();
            expect(left).to.deep.equal([]);
          }
          await migrations.undo(id, at);
          expect(await stateOf(store)).to.deep.equal(before);
        } finally {
          await store.close();
        }
      }),
      { numRuns: 40, seed: 202 },
    );
    expect(applied).to.be.greaterThan(10);
    expect(origins).to.include.members(['detected', 'pair']);
  });

  function deviceOf(id: Eui64, members: Partial<DeviceRecord>): Omit<DeviceRecord, 'statusSince'> {
    const { deviceType: type = 'PPMID', model: name = '' } = members;
    return { ...blankDevice(id, type, INTERIM_MODEL.manufacturer, name), ...members };
  }
});
