import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import {
  type CplEntry,
  type InterimKnowledge,
  InterimMigrationRefused,
  readFirmwareName,
  readInterimPair,
  readInterimPairs,
} from '../../src/inventory/index.js';
import { readCplCsv } from '../../src/inventory/cpl-csv.js';
import { detectInterimRows } from '../../src/inventory/interim-migration-detection.js';
import { cplRow, FICTITIOUS, REAL } from './interim-rows.js';

const TODAY = '2026-01-05';
const NAME = `DE01/03400100/${FICTITIOUS}`;

const knowing = (pairs: string[] = [], keep: string[] = []): InterimKnowledge => ({
  pairs: pairs.map(readInterimPair),
  keep: keep.map(readFirmwareName),
});
const detect = (entries: readonly CplEntry[], knowledge = knowing()) =>
  detectInterimRows(entries, knowledge, TODAY);
const sample = (name: string) => readCplCsv(readFileSync(`samples/cpl/${name}`, 'utf8'));
const foundIn = (entries: readonly CplEntry[], knowledge = knowing()) =>
  detect(entries, knowledge).conversions.map(({ fictitious, real }) => `${fictitious}=${real}`);
const reasonsIn = (entries: readonly CplEntry[], knowledge = knowing()) =>
  detect(entries, knowledge).undecided.map(({ firmwareVersion, reason }) => `${firmwareVersion}: ${reason}`);

const INTERIM = [cplRow('SMETS2+', REAL), cplRow('SMETS1', FICTITIOUS)];

describe('Rows of the tactical interim solution', () => {
  it('are told where a model has one version in SMETS1 only and one in SMETS2+', () => {
    const { conversions, undecided } = detect(sample('interim-solution.csv'));
    expect(undecided).to.deep.equal([]);
    expect(conversions).to.deep.equal([
      {
        manufacturer: 'DE01',
        model: '03400100',
        fictitious: FICTITIOUS,
        real: REAL,
        origin: 'detected',
        changes: [
          { before: null, after: cplRow('SMETS1', REAL, { addedOn: TODAY }) },
          {
            before: cplRow('SMETS1', FICTITIOUS),
            after: cplRow('SMETS1', FICTITIOUS, { status: 'Withdrawn', removedOn: TODAY }),
          },
        ],
      },
    ]);
  });

  it('are none in a list that has the dual rows, nor in the one a gateway starts with', () => {
    const dual = [cplRow('SMETS2+', REAL), cplRow('SMETS1', REAL)];
    expect(detect(dual)).to.deep.equal({ conversions: [], undecided: [] });
    expect(detect(sample('seed.csv'))).to.deep.equal({ conversions: [], undecided: [] });
  });

  it('are none once they were migrated, whatever firmware comes after', () => {
    const migrated = [
      cplRow('SMETS2+', REAL),
      cplRow('SMETS1', REAL),
      cplRow('SMETS1', FICTITIOUS, { status: 'Withdrawn' }),
      cplRow('SMETS2+', '00040002'),
    ];
    expect(detect(migrated)).to.deep.equal({ conversions: [], undecided: [] });
  });

  it('are PPMIDs of one manufacturer and one model', () => {
    for (const other of [
      { manufacturer: 'DE09' },
      { model: '03400199' },
      { deviceType: 'ESME' },
    ] as Partial<CplEntry>[]) {
      const rows = [cplRow('SMETS2+', REAL), cplRow('SMETS1', FICTITIOUS, other)];
      expect(detect(rows)).to.deep.equal({ conversions: [], undecided: [] });
    }
    const meters = INTERIM.map((row) => ({ ...row, deviceType: 'ESME' as const }));
    expect(detect(meters)).to.deep.equal({ conversions: [], undecided: [] });
  });

  it('keep what the SMETS1 row said', () => {
    const members = { smetsChtsVersion: 'SMETS1 V1.2', hanVariant: 'Dual', imageHash: 'ab'.repeat(32) };
    const { conversions } = detect([cplRow('SMETS2+', REAL), cplRow('SMETS1', FICTITIOUS, members)]);
    expect(conversions[0]?.changes[0]?.after).to.deep.include(members);
  });

  it('are only withdrawn where somebody has added the row of the real version', () => {
    const rows = [...INTERIM, cplRow('SMETS1', REAL)];
    expect(detect(rows).conversions[0]?.changes.map(({ after }) => after.status)).to.deep.equal([
      'Withdrawn',
    ]);
  });

  describe('are not guessed', () => {
    for (const [what, rows, reasons] of [
      [
        'where the model has two SMETS2+ versions',
        [...INTERIM, cplRow('SMETS2+', '00040002')],
        [`${FICTITIOUS}: the model has 2 SMETS2+ firmware versions`],
      ],
      [
        'where one of the two SMETS2+ versions is no longer approved',
        [...INTERIM, cplRow('SMETS2+', '00040002', { status: 'Withdrawn' })],
        [`${FICTITIOUS}: the model has 2 SMETS2+ firmware versions`],
      ],
      [
        'where two versions are SMETS1 only',
        [...INTERIM, cplRow('SMETS1', 'FF040002')],
        [
          `${FICTITIOUS}: the model has 2 firmware versions in SMETS1 only`,
          'FF040002: the model has 2 firmware versions in SMETS1 only',
        ],
      ],
      [
        'where the SMETS2+ row is not Active',
        [cplRow('SMETS2+', REAL, { status: 'Expired' }), cplRow('SMETS1', FICTITIOUS)],
        [`${FICTITIOUS}: the SMETS2+ row of ${REAL} is Expired`],
      ],
      [
        'where the real version has a SMETS1 row that is not Active',
        [...INTERIM, cplRow('SMETS1', REAL, { status: 'Cancelled' })],
        [`${FICTITIOUS}: the SMETS1 row of ${REAL} is Cancelled`],
      ],
    ] as const) {
      it(what, () => {
        expect(foundIn(rows)).to.deep.equal([]);
        expect(reasonsIn(rows)).to.deep.equal(reasons);
      });
    }

    it('but named with the versions they may stand for', () => {
      const [first] = detect(sample('interim-ambiguous.csv')).undecided;
      expect(first?.candidates).to.deep.equal(['00040001', '00040002']);
    });

    it('from what is left when others are named', () => {
      const rows = sample('interim-ambiguous.csv');
      const knowledge = knowing(['DE02/03400200/FF040001=00040001']);
      expect(foundIn(rows, knowledge)).to.deep.equal(['FF040001=00040001']);
      expect(reasonsIn(rows, knowledge)).to.have.length(1);
    });
  });

  it('are what a mapping file says', () => {
    const pairs = readInterimPairs(readFileSync('samples/cpl/interim-pairs.txt', 'utf8'));
    const { conversions, undecided } = detect(sample('interim-ambiguous.csv'), { pairs, keep: [] });
    expect(conversions.map(({ fictitious, real, origin }) => [fictitious, real, origin])).to.deep.equal([
      ['FF040001', '00040001', 'pair'],
      ['FF040002', '00040002', 'pair'],
    ]);
    expect(undecided).to.deep.equal([]);
  });

  it('are not those that are to be kept, which leaves the others clear', () => {
    const rows = [...INTERIM, cplRow('SMETS1', '00010001')];
    expect(foundIn(rows, knowing([], ['DE01/03400100/00010001']))).to.deep.equal([`${FICTITIOUS}=${REAL}`]);
    expect(detect(INTERIM, knowing([], [NAME]))).to.deep.equal({ conversions: [], undecided: [] });
  });

  it('add one row where two stand for the same version', () => {
    const rows = [...INTERIM, cplRow('SMETS1', 'FF040009')];
    const both = knowing([`${NAME}=${REAL}`, `DE01/03400100/FF040009=${REAL}`]);
    const changes = detect(rows, both).conversions.flatMap((conversion) => conversion.changes);
    expect(changes.filter(({ before }) => before === null)).to.have.length(1);
    expect(changes).to.have.length(3);
  });

  it('change nothing but Devices where a named version was withdrawn by hand', () => {
    const rows = [
      cplRow('SMETS2+', REAL),
      cplRow('SMETS1', REAL),
      cplRow('SMETS1', FICTITIOUS, { status: 'Withdrawn' }),
    ];
    const [conversion] = detect(rows, knowing([`${NAME}=${REAL}`])).conversions;
    expect(conversion?.changes).to.deep.equal([]);
  });

  describe('are refused', () => {
    for (const [what, rows, pairs, keep, reason] of [
      [
        'without a row of the fictitious version',
        INTERIM,
        [`DE01/03400100/X=${REAL}`],
        [],
        'no SMETS1 PPMID row',
      ],
      ['of a model the list does not have', INTERIM, [`DE99/1/X=${REAL}`], [], 'no SMETS1 PPMID row of X'],
      ['without a SMETS2+ row of the real version', INTERIM, [`${NAME}=X`], [], 'no SMETS2+ PPMID row of X'],
      ['that stand for themselves', INTERIM, [`${NAME}=${FICTITIOUS}`], [], 'no SMETS2+ PPMID row'],
      [
        'that are SMETS2+ versions as well',
        [...INTERIM, cplRow('SMETS2+', FICTITIOUS)],
        [`${NAME}=${REAL}`],
        [],
        'so it is not fictitious',
      ],
      [
        'that were withdrawn before anybody added the real one',
        [cplRow('SMETS2+', REAL), cplRow('SMETS1', FICTITIOUS, { status: 'Withdrawn' })],
        [`${NAME}=${REAL}`],
        [],
        'no approval to carry over',
      ],
      [
        'that stand for a version whose SMETS1 row is not Active',
        [...INTERIM, cplRow('SMETS1', REAL, { status: 'Withdrawn' })],
        [`${NAME}=${REAL}`],
        [],
        `the SMETS1 row of ${REAL} is Withdrawn`,
      ],
      [
        'that are paired twice',
        [...INTERIM, cplRow('SMETS2+', '00040002')],
        [`${NAME}=${REAL}`, `${NAME}=00040002`],
        [],
        'paired with 00040001 as well',
      ],
      [
        'that stand for one version and say different things',
        [...INTERIM, cplRow('SMETS1', 'FF040009', { hanVariant: 'Dual' })],
        [`${NAME}=${REAL}`, `DE01/03400100/FF040009=${REAL}`],
        [],
        'says otherwise',
      ],
      ['that are to be kept and paired', INTERIM, [`${NAME}=${REAL}`], [NAME], 'to be kept and to be paired'],
      [
        'that are to be kept and are not there',
        INTERIM,
        [],
        ['DE01/03400100/X'],
        'no SMETS1 PPMID row of it',
      ],
    ] as const) {
      it(what, () => {
        expect(() => detect(rows, knowing([...pairs], [...keep]))).to.throw(InterimMigrationRefused, reason);
      });
    }
  });
});

describe('Pairs of firmware versions', () => {
  it('are read from one line each', () => {
    expect(readInterimPairs('\n# nothing\r\n  A B/C D/E=F \r\n')).to.deep.equal([
      { manufacturer: 'A B', model: 'C D', fictitious: 'E', real: 'F' },
    ]);
  });

  for (const text of ['', 'A', 'A/B/C', 'A/B=C', 'A/B/C/D=E', 'A/B/C=D=E', 'A//C=D', 'A/B/C=', '/B/C=D']) {
    it(`are not '${text}'`, () => {
      expect(() => readInterimPair(text)).to.throw(InterimMigrationRefused, 'is not of the form');
    });
  }

  it('are refused with their line', () => {
    expect(() => readInterimPairs('A/B/C=D\n\nA/B/C\n')).to.throw(InterimMigrationRefused, "line 3: 'A/B/C'");
  });

  it('name firmware that is to be kept in the same way', () => {
    expect(readFirmwareName(' A/B/C ')).to.deep.equal({
      manufacturer: 'A',
      model: 'B',
      firmwareVersion: 'C',
    });
    expect(() => readFirmwareName('A/B/C=D')).to.throw(
      InterimMigrationRefused,
      'MANUFACTURER/MODEL/FIRMWARE',
    );
  });
});
