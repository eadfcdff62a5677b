import { CodecError } from '../../../../common/errors.js';
import type { AccessRequestItem, DecodedRequestItem } from '../../../dlms/access-request.js';
import { resultName, type DecodedResult } from '../../../dlms/access-response.js';
import {
  type AccessSpecification,
  type CosemObject,
  describeSpecification,
} from '../../../dlms/access-specification.js';
import { anyData } from '../../../dlms/any-data.js';
import { decodeData, type DlmsType, encodeData } from '../../../dlms/dlms-type.js';
import { nullData } from '../../../dlms/numbers.js';
import { type LogRange, rangeDescriptor } from '../../../dlms/range-descriptor.js';
import type { Description } from '../../../use-case.js';
import { describeData } from './describe-data.js';
import type { CommandItem } from './command-item.js';

const NULL = encodeData(nullData, null);

/** Attribute 2 of a profile: its entries. */
const PROFILE_BUFFER = 2;

/** Reads an attribute. Nothing to say in the request; `type` explains the answer. */
export function get<T>(object: CosemObject, attribute: number, type: DlmsType<T>): CommandItem<undefined> {
  const specification: AccessSpecification = { service: 'get', ...object, index: attribute };
  return leaf<undefined>(specification, {
    write: () => ({ data: NULL }),
    read: (item) => void decodeData(nullData, item.data),
    describe: () => undefined,
    answer: type,
  });
}

/** Reads the entries of a profile (class 7) between two instants, both included. */
export function getRange<T>(profile: CosemObject, buffer: DlmsType<T>): CommandItem<LogRange> {
  const specification: AccessSpecification = {
    service: 'get-with-selection',
    ...profile,
    index: PROFILE_BUFFER,
  };
  return leaf<LogRange>(specification, {
    write: (range) => ({ selection: encodeData(rangeDescriptor, range), data: NULL }),
    read(item) {
      decodeData(nullData, item.data);
      if (!item.selection) throw new CodecError('expected a range', item.data.offset);
      return decodeData(rangeDescriptor, item.selection);
    },
    describe: (range) => rangeDescriptor.describe(range),
    answer: buffer,
  });
}

/** Writes an attribute. */
export function set<T>(object: CosemObject, attribute: number, type: DlmsType<T>): CommandItem<T> {
  return leaf<T>(
    { service: 'set', ...object, index: attribute },
    {
      write: (value) => ({ data: encodeData(type, value) }),
      read: (item) => decodeData(type, item.data),
      describe: (value) => type.describe(value),
      answer: anyData,
    },
  );
}

/** Invokes a method. @param answer what the method returns; null-data if absent */
export function action<T, A = unknown>(
  object: CosemObject,
  method: number,
  argument: DlmsType<T>,
  answer?: DlmsType<A>,
): CommandItem<T> {
  return leaf<T>(
    { service: 'action', ...object, index: method },
    {
      write: (value) => ({ data: encodeData(argument, value) }),
      read: (item) => decodeData(argument, item.data),
      describe: (value) => argument.describe(value),
      answer: answer ?? anyData,
    },
  );
}

/** What makes one access item of its own kind. */
interface Leaf<V> {
  write(value: V): Pick<AccessRequestItem, 'data' | 'selection'>;
  read(item: DecodedRequestItem): V;
  /** undefined where there is nothing to tell */
  describe(value: V): Description | undefined;
  readonly answer: DlmsType<unknown>;
}

function leaf<V>(specification: AccessSpecification, kind: Leaf<V>): CommandItem<V> {
  const target = describeSpecification(specification);
  return {
    accesses: [specification],
    write: (_facts, value) => [{ ...specification, ...kind.write(value) }],
    startsWith: (next) => sameSpecification(next, specification),
    read(request) {
      const item = request.next();
      expectSpecification(item, specification);
      return kind.read(item);
    },
    describeCommand(value) {
      const told = kind.describe(value);
      return told === undefined ? target : { access: target, value: told };
    },
    resultCount: () => 1,
    describeResponse: (response) => describeResult(target, response.next(), kind.answer),
  };
}

export function sameSpecification(one: AccessSpecification, other: AccessSpecification): boolean {
  return (
    one.service === other.service &&
    one.classId === other.classId &&
    one.obis === other.obis &&
    one.index === other.index
  );
}

/** @throws CodecError if the item is another one */
export function expectSpecification(item: DecodedRequestItem, expected: AccessSpecification): void {
  if (sameSpecification(item, expected)) return;
  const [wanted, found] = [describeSpecification(expected), describeSpecification(item)];
  throw new CodecError(`expected ${wanted}, found ${found}`, item.data.offset);
}

/** Object, result and value of one answer; data that do not fit the declared type are told as they are. */
export function describeResult(
  target: string,
  { result, data }: DecodedResult,
  type: DlmsType<unknown>,
): Description {
  if (result !== 0) return { access: target, result: resultName(result) };
  const generic = decodeData(anyData, data.fork());
  if (generic.type === 'null') return { access: target, result: resultName(result) };
  return { access: target, result: resultName(result), value: describeData(type, data) };
}
