import { CodecError } from '../../common/errors.js';
import type { ByteReader } from '../bytes/byte-reader.js';
import type { ByteWriter } from '../bytes/byte-writer.js';
import type { Description } from '../use-case.js';
import { type DlmsType, encodeData } from './dlms-type.js';

/** A value the use case prescribes: written always, checked when read, and not part of the values of a request. */
export function constant<T>(type: DlmsType<T>, value: T): DlmsType<undefined> {
  const bytes = encodeData(type, value);
  const description = type.describe(value);
  const check = (found: T, at: number) => {
    if (!encodeData(type, found).equals(bytes)) {
      const text = JSON.stringify(type.describe(found));
      throw new CodecError(`expected the constant ${JSON.stringify(description)}, found ${text}`, at);
    }
    return undefined;
  };
  return {
    notation: type.notation,
    write: (writer) => void writer.bytes(bytes),
    read(reader) {
      const at = reader.offset;
      return check(type.read(reader), at);
    },
    describe: () => description,
    ...(type.compact && { compact: constantForm(type.compact, value, check) }),
  };
}

function constantForm<T>(
  form: NonNullable<DlmsType<T>['compact']>,
  value: T,
  check: (found: T, at: number) => undefined,
): NonNullable<DlmsType<undefined>['compact']> {
  return {
    typeDescription: form.typeDescription,
    write: (writer) => form.write(writer, value),
    read(reader) {
      const at = reader.offset;
      return check(form.read(reader), at);
    },
  };
}

/** The same bytes seen as another kind of value. @param change `toWire` may throw a CodecError */
export function mapped<Wire, Value>(
  type: DlmsType<Wire>,
  change: {
    readonly toWire: (value: Value) => Wire;
    readonly fromWire: (wire: Wire) => Value;
    readonly describe?: (value: Value) => Description;
  },
): DlmsType<Value> {
  const { compact } = type;
  return {
    notation: type.notation,
    write: (writer, value) => type.write(writer, change.toWire(value)),
    read: (reader) => change.fromWire(type.read(reader)),
    describe: change.describe ?? ((value) => type.describe(change.toWire(value))),
    ...(compact && {
      compact: {
        typeDescription: compact.typeDescription,
        write: (writer: ByteWriter, value: Value) => compact.write(writer, change.toWire(value)),
        read: (reader: ByteReader) => change.fromWire(compact.read(reader)),
      },
    }),
  };
}

/** A number with its unit, and optionally a power of ten between the wire and the unit, for reading by people. */
export function quantity(type: DlmsType<number>, unit: string, scaler = 0): DlmsType<number> {
  return {
    ...type,
    describe: (value) => `${scaler === 0 ? value : Number(`${value}e${scaler}`)} ${unit}`,
  };
}

/** An enumeration whose members have names; numbers without a name are read and written as numbers. */
export function named<const Name extends string>(
  type: DlmsType<number>,
  names: Readonly<Record<number, Name>>,
): DlmsType<Name | number> {
  const numbers = new Map<string, number>(
    Object.entries(names).map(([number, name]) => [name, Number(number)]),
  );
  return mapped<number, Name | number>(type, {
    toWire(value) {
      if (typeof value === 'number') return value;
      const number = numbers.get(value);
      if (number === undefined)
        throw new CodecError(`'${value}' is not one of ${[...numbers.keys()].join(', ')}`);
      return number;
    },
    fromWire: (number) => names[number] ?? number,
    describe: (value) => value,
  });
}

/** A number the use case allows only within bounds narrower than its type. */
export function bounded(type: DlmsType<number>, min: number, max: number): DlmsType<number> {
  const check = (value: number) => {
    if (value < min || value > max) throw new CodecError(`${value} is not from ${min} to ${max}`);
    return value;
  };
  return mapped(type, { toWire: check, fromWire: check, describe: (value) => type.describe(value) });
}
