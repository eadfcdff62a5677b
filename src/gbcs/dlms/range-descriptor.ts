import { structure, array } from './composites.js';
import { zigbeeUtcTime } from './dates.js';
import { constant, mapped } from './derived-types.js';
import { anyData } from './any-data.js';
import { integer, longUnsigned } from './numbers.js';
import { obisCode } from './obis-code.js';

/** Which entries of a log: from the first to the second instant, both included. */
export interface LogRange {
  readonly from: Date;
  readonly to: Date;
}

/** Value of the ZigBee UTC time object, which restricts the range: class 1, attribute 2. */
const restrictingObject = structure({
  classId: constant(longUnsigned, 1),
  obis: constant(obisCode, '0-0:94.44.100.255'),
  attribute: constant(integer, 2),
  dataIndex: constant(longUnsigned, 0),
});

/** Access parameters of a get with selection. Source: DLMS UA Blue Book, range_descriptor; 36 of 36 RTDS reads. */
export const rangeDescriptor = mapped(
  structure({
    restrictingObject,
    from: zigbeeUtcTime,
    to: zigbeeUtcTime,
    /** No columns selected: all of them. */
    selectedValues: array(anyData, 0),
  }),
  {
    toWire: ({ from, to }: LogRange) => ({ restrictingObject: {}, from, to, selectedValues: [] }),
    fromWire: ({ from, to }): LogRange => ({ from, to }),
    describe: ({ from, to }) => ({ from: from.toISOString(), to: to.toISOString() }),
  },
);
