import type { CosemObject } from '../gbcs/dlms/access-specification.js';
import type { CosemMember } from './cosem-objects.js';

/** A passive value, and where it is active. */
interface PassiveValue {
  readonly passive: CosemMember;
  readonly active: CosemMember;
  /** The active value is an array that has it as its only element, as the thresholds of a register monitor are. */
  readonly inArray?: true;
}

/** What an activation attribute activates: passive values, and where they are active. */
interface PassiveValueRow {
  readonly activation: CosemObject;
  readonly values: readonly PassiveValue[];
  readonly source: string;
  readonly mark: 'confirmed' | 'inferred' | 'unknown';
}

const TABLE = 'GBCS-RULES section 3, activation attributes';

const gbcs = (obis: CosemObject['obis']): CosemObject => ({ classId: 9000, obis });
const member = (classId: number, obis: CosemObject['obis'], index: number): CosemMember => ({
  classId,
  obis,
  index,
});

function calendar(obis: CosemObject['obis']): PassiveValueRow {
  const values = [7, 8, 9].map((passive) => ({
    passive: member(20, obis, passive),
    active: member(20, obis, passive - 4),
  }));
  return {
    activation: { classId: 20, obis },
    values,
    source: `${TABLE}; Blue Book class 20`,
    mark: 'inferred',
  };
}

function charge(obis: CosemObject['obis']): PassiveValueRow {
  const values = [{ passive: member(113, obis, 6), active: member(113, obis, 5) }];
  return {
    activation: { classId: 113, obis },
    values,
    source: `${TABLE}; Blue Book class 113`,
    mark: 'inferred',
  };
}

/** A GBCS object with the passive value in attribute 4. */
function single(
  obis: CosemObject['obis'],
  active: CosemMember,
  mark: PassiveValueRow['mark'] = 'confirmed',
): PassiveValueRow {
  return {
    activation: gbcs(obis),
    values: [{ passive: member(9000, obis, 4), active }],
    source: TABLE,
    mark,
  };
}

/** An object that only tells when the value of another becomes active. */
function other(
  obis: CosemObject['obis'],
  passive: CosemMember,
  active: CosemMember,
  mark: PassiveValueRow['mark'] = 'inferred',
): PassiveValueRow {
  return { activation: gbcs(obis), values: [{ passive, active }], source: TABLE, mark };
}

const EIGHT = [1, 2, 3, 4, 5, 6, 7, 8];

/** What is copied when an activation time comes. A row without values: the Device keeps the value where it is written. */
export const PASSIVE_VALUES: readonly PassiveValueRow[] = [
  calendar('0-0:13.0.0.255'),
  calendar('0-0:13.0.1.255'),
  charge('0-0:19.20.0.255'),
  charge('0-0:19.20.4.255'),
  charge('0-0:19.20.5.255'),
  {
    activation: { classId: 111, obis: '0-1:19.0.0.255' },
    values: [2, 11].map((index) => ({
      passive: member(111, '0-1:19.0.0.255', index),
      active: member(111, '0-0:19.0.0.255', index),
    })),
    source: `${TABLE}; the account object`,
    mark: 'confirmed',
  },
  {
    activation: gbcs('0-0:63.1.1.255'),
    values: EIGHT.map((register) => ({
      passive: member(21, `0-0:16.1.${10 + register}.255`, 2),
      active: member(21, `0-0:16.0.${10 + register}.255`, 2),
    })),
    source: TABLE,
    mark: 'inferred',
  },
  other('0-0:94.44.128.29', member(11, '0-1:11.0.0.255', 2), member(11, '0-0:11.0.0.255', 2), 'confirmed'),
  other('0-0:94.44.128.30', member(11, '0-1:11.0.1.255', 2), member(11, '0-0:11.0.1.255', 2), 'confirmed'),
  other('0-0:94.44.128.31', member(11, '0-1:11.0.2.255', 2), member(11, '0-0:11.0.2.255', 2)),
  other('0-0:94.44.128.35', member(11, '0-1:11.0.3.255', 2), member(11, '0-0:11.0.3.255', 2)),
  other('0-0:94.44.128.28', member(10, '0-1:12.0.1.255', 2), member(10, '0-0:12.0.1.255', 2)),
  other('0-0:94.44.128.26', member(10, '0-1:12.0.2.255', 2), member(10, '0-0:12.0.2.255', 2)),
  single('0-0:94.44.128.32', member(113, '0-0:19.2.4.255', 8)),
  {
    activation: gbcs('0-0:94.44.128.22'),
    values: [
      {
        passive: member(9000, '0-0:94.44.128.22', 4),
        active: member(21, '0-0:16.0.1.255', 2),
        inArray: true,
      },
    ],
    source: `${TABLE}; GBCS mapping table, ECS26a`,
    mark: 'confirmed',
  },
  single('0-0:94.44.128.12', member(111, '0-0:19.0.0.255', 18)),
  single('0-0:94.44.128.13', member(111, '0-0:19.0.0.255', 19)),
  single('0-0:94.44.128.2', member(112, '0-0:19.10.1.255', 9)),
  single('0-0:94.44.128.3', member(112, '0-0:19.10.1.255', 10)),
  single('0-0:94.44.128.9', member(111, '0-0:19.0.0.255', 16)),
  single('0-0:94.44.128.6', member(71, '0-0:17.0.0.255', 6)),
  single('0-0:94.44.128.7', member(71, '0-0:17.0.0.255', 4)),
  single('0-0:94.44.128.8', member(71, '0-0:17.0.0.255', 7)),
  single('0-0:94.44.2.0', member(9000, '0-0:94.44.2.0', 2), 'inferred'),
  single('0-0:94.44.2.10', member(9000, '0-0:94.44.2.10', 2), 'inferred'),
  // ECS08 writes the active value of this one, ECS08a the one to come.
  single('0-0:94.44.2.20', member(9000, '0-0:94.44.2.20', 2), 'inferred'),
  single('0-0:94.44.0.3', member(9000, '0-0:94.44.0.3', 2), 'inferred'),
];

/** The values an activation attribute activates; none if nothing is known of it. */
export function passiveValuesOf({ classId, obis }: CosemObject): PassiveValueRow['values'] {
  const row = PASSIVE_VALUES.find(
    ({ activation }) => activation.classId === classId && activation.obis === obis,
  );
  return row?.values ?? [];
}
