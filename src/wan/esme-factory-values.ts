import { anyData, type DlmsData } from '../gbcs/dlms/any-data.js';
import type { ObisCode } from '../gbcs/dlms/index.js';
import { encodeData } from '../gbcs/dlms/dlms-type.js';
import type { CosemObjects } from './cosem-objects.js';

interface FactoryRow {
  readonly value: DlmsData;
  /** Class, OBIS code and attribute of each. */
  readonly objects: readonly string[];
}

/** Units of registers. Source: COSEM Blue Book, class 3, scaler_unit. */
const UNIT = { watt: 27, wattHour: 30, varHour: 32, volt: 35, none: 255 } as const;

const ZERO: DlmsData = { type: 'double-long-unsigned', value: 0 };
const EMPTY_ARRAY: DlmsData = { type: 'array', value: [] };
const octets = (length: number): DlmsData => ({ type: 'octet-string', value: Buffer.alloc(length) });
const structure = (...value: readonly DlmsData[]): DlmsData => ({ type: 'structure', value });
const scalerUnit = (unit: number): DlmsData =>
  structure({ type: 'integer', value: 0 }, { type: 'enum', value: unit });
/** A COSEM date-time with nothing specified, but that the deviation and status are. */
const NEVER: DlmsData = { type: 'octet-string', value: Buffer.from('ffffffffffffffffff8000ff', 'hex') };
/** A charge whose scale is 1 and that charges nothing. */
const NO_CHARGE = structure(
  structure({ type: 'integer', value: 0 }, { type: 'integer', value: 0 }),
  structure({ type: 'long-unsigned', value: 0 }, octets(6), { type: 'integer', value: 0 }),
  EMPTY_ARRAY,
);

/**
 * What the objects of a virtual ESME hold as it comes: nothing, in the type of each. Logs are not among them.
 * Source of the types: Responses of RTDS 4.5.0.
 */
const FACTORY_VALUES: readonly FactoryRow[] = [
  {
    value: ZERO,
    objects: [
      '3 1-0:32.32.0.4 2',
      '3 1-0:32.36.0.4 2',
      '7 1-0:32.24.0.255 4',
      '3 1-0:52.32.0.4 2',
      '3 1-0:52.36.0.4 2',
      '7 1-0:52.24.0.255 4',
      '3 1-0:72.32.0.4 2',
      '3 1-0:72.36.0.4 2',
      '7 1-0:72.24.0.255 4',
      '3 0-0:94.44.1.7 2',
      '3 0-0:94.44.1.8 2',
      '4 1-0:1.6.0.255 2',
      '4 1-0:1.6.1.255 2',
      '4 1-0:2.6.0.255 2',
      '113 0-0:19.20.1.255 8',
      '113 0-0:19.20.2.255 8',
      '3 0-0:94.44.42.255 2',
      '71 0-0:17.0.0.255 4',
      '71 0-0:17.0.0.255 6',
      '71 0-0:17.0.0.255 7',
      '3 1-0:2.8.0.255 2',
      '3 1-0:4.8.0.255 2',
      '71 0-0:17.0.1.255 4',
      '71 0-0:17.0.1.255 6',
      '71 0-0:17.0.2.255 4',
      '71 0-0:17.0.2.255 6',
      '71 0-0:17.0.3.255 4',
      '71 0-0:17.0.3.255 6',
      '71 0-0:17.0.4.255 4',
      '71 0-0:17.0.4.255 6',
      '1 1-0:32.35.0.4 2',
      '1 1-0:32.31.0.4 2',
      '1 1-0:52.31.0.4 2',
      '1 1-0:52.35.0.4 2',
      '1 1-0:72.31.0.4 2',
      '1 1-0:72.35.0.4 2',
    ],
  },
  {
    // Counters. Source: RTDS 4.5.0 ECS23, ECS23b; mark: confirmed.
    value: scalerUnit(UNIT.none),
    objects: [
      '3 1-0:32.32.0.4 3',
      '3 1-0:32.36.0.4 3',
      '3 1-0:52.32.0.4 3',
      '3 1-0:52.36.0.4 3',
      '3 1-0:72.32.0.4 3',
      '3 1-0:72.36.0.4 3',
    ],
  },
  {
    value: scalerUnit(UNIT.volt),
    objects: ['3 0-0:94.44.1.7 3', '3 0-0:94.44.1.8 3'],
  },
  {
    value: scalerUnit(UNIT.watt),
    objects: ['4 1-0:1.6.0.255 3', '4 1-0:1.6.1.255 3', '4 1-0:2.6.0.255 3', '3 0-0:94.44.42.255 3'],
  },
  {
    value: scalerUnit(UNIT.wattHour),
    objects: ['3 1-0:2.8.0.255 3'],
  },
  {
    value: scalerUnit(UNIT.varHour),
    objects: ['3 1-0:4.8.0.255 3'],
  },
  {
    value: EMPTY_ARRAY,
    objects: [
      '20 0-0:13.0.0.255 3',
      '20 0-0:13.0.0.255 4',
      '20 0-0:13.0.1.255 4',
      '20 0-0:13.0.0.255 5',
      '20 0-0:13.0.1.255 5',
      '11 0-0:11.0.0.255 2',
      '11 0-0:11.0.1.255 2',
      '11 0-0:11.0.2.255 2',
      '11 0-0:11.0.3.255 2',
      '21 0-0:16.0.11.255 2',
      '21 0-0:16.0.12.255 2',
      '21 0-0:16.0.13.255 2',
      '21 0-0:16.0.14.255 2',
      '21 0-0:16.0.15.255 2',
      '21 0-0:16.0.16.255 2',
      '21 0-0:16.0.17.255 2',
      '21 0-0:16.0.18.255 2',
      '20 0-0:13.0.1.255 3',
      '10 0-0:12.0.1.255 2',
      '10 0-0:12.0.2.255 2',
      '111 0-0:19.0.0.255 11',
    ],
  },
  {
    // Thresholds of a register monitor: one.
    value: { type: 'array', value: [{ type: 'double-long', value: 0 }] },
    objects: ['21 0-0:16.0.1.255 2'],
  },
  {
    value: { type: 'boolean', value: false },
    objects: [
      '9000 0-0:94.44.2.0 2',
      '9000 0-0:94.44.0.3 2',
      '1 0-0:94.44.0.4 2',
      '1 0-0:94.44.7.255 2',
      '1 0-0:94.44.6.1 2',
      '1 0-0:94.44.6.2 2',
      '1 0-0:94.44.6.3 2',
      '1 0-0:94.44.6.4 2',
      '1 0-0:94.44.6.5 2',
      '70 0-1:96.3.10.255 2',
      '70 0-2:96.3.10.255 2',
      '70 0-3:96.3.10.255 2',
      '70 0-4:96.3.10.255 2',
      '70 0-5:96.3.10.255 2',
    ],
  },
  {
    value: NO_CHARGE,
    objects: [
      '113 0-0:19.20.4.255 5',
      '113 0-0:19.20.1.255 5',
      '113 0-0:19.20.2.255 5',
      '113 0-0:19.20.0.255 5',
      '113 0-0:19.20.5.255 5',
    ],
  },
  {
    value: NEVER,
    objects: [
      '1 0-0:94.44.5.0 2',
      '1 0-0:94.44.5.1 2',
      '4 1-0:1.6.0.255 5',
      '4 1-0:1.6.1.255 5',
      '1 0-0:94.44.5.2 2',
      '4 1-0:2.6.0.255 5',
      '8 0-0:1.0.0.255 2',
    ],
  },
  {
    value: { type: 'long-unsigned', value: 0 },
    objects: [
      '113 0-0:19.20.3.255 13',
      '111 0-0:19.0.0.255 18',
      '1 0-0:94.44.0.0 2',
      '1 0-0:94.44.0.2 2',
      '1 0-0:94.44.0.1 2',
    ],
  },
  {
    value: { type: 'double-long', value: 0 },
    objects: [
      '9000 0-0:94.44.2.10 2',
      '9000 0-0:94.44.2.20 2',
      '111 0-0:19.0.0.255 16',
      '111 0-0:19.0.0.255 19',
      '112 0-0:19.10.1.255 9',
      '112 0-0:19.10.1.255 10',
      '112 0-0:19.10.0.255 2',
    ],
  },
  {
    value: { type: 'unsigned', value: 0 },
    objects: ['8 0-0:1.0.0.255 4'],
  },
  {
    value: octets(8),
    objects: ['1 0-0:94.44.0.21 2', '1 0-0:94.44.0.22 2', '1 0-0:94.44.0.25 2'],
  },
  {
    value: octets(26),
    objects: ['1 0-0:94.44.34.11 2'],
  },
  {
    value: octets(13),
    objects: ['1 1-0:0.0.2.255 2'],
  },
  {
    value: structure({ type: 'enum', value: 1 }, { type: 'enum', value: 1 }),
    objects: ['111 0-0:19.0.0.255 2'],
  },
  {
    value: { type: 'visible-string', value: '' },
    objects: [
      '1 0-0:94.44.0.11 2',
      '1 0-0:94.44.0.12 2',
      '1 0-0:94.44.0.13 2',
      '1 0-0:94.44.0.14 2',
      '1 0-0:94.44.0.15 2',
    ],
  },
  {
    value: octets(0),
    objects: ['1 0-0:94.44.0.23 2', '1 0-0:94.44.0.24 2'],
  },
  {
    value: { type: 'utf8-string', value: '' },
    objects: [
      '1 0-0:94.44.0.31 2',
      '1 0-0:94.44.0.32 2',
      '1 0-0:94.44.0.33 2',
      '1 0-0:94.44.0.34 2',
      '1 0-0:94.44.0.35 2',
    ],
  },
  {
    // Supply is enabled.
    value: { type: 'enum', value: 1 },
    objects: ['70 0-0:96.3.10.255 3'],
  },
];

/** Puts the factory values into the objects of a virtual ESME; Commands replace them. */
export function keepFactoryValues(objects: CosemObjects): void {
  for (const { value, objects: members } of FACTORY_VALUES) {
    const data = encodeData(anyData, value);
    for (const member of members) {
      const [classId, obis, index] = member.split(' ');
      objects.keep({ classId: Number(classId), obis: obis as ObisCode, index: Number(index) }, data);
    }
  }
}
