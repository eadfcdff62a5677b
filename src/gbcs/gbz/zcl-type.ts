import type { ByteReader } from '../bytes/byte-reader.js';
import type { ByteWriter } from '../bytes/byte-writer.js';
import type { Description } from '../use-case.js';

/** What values of a type look like: enough to generate some and to document the type. */
export type ZclShape =
  | { readonly kind: 'integer'; readonly min: number; readonly max: number }
  | { readonly kind: 'big integer'; readonly max: bigint }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'octets'; readonly minLength: number; readonly maxLength: number }
  | { readonly kind: 'date' }
  | { readonly kind: 'structure'; readonly members: Readonly<Record<string, ZclType<unknown>>> }
  | { readonly kind: 'list'; readonly element: ZclType<unknown>; readonly maxLength: number }
  | { readonly kind: 'choice'; readonly options: Readonly<Record<number, ZclType<unknown>>> }
  | { readonly kind: 'attribute report' }
  | { readonly kind: 'block thresholds'; readonly maxNibble: number };

/**
 * A ZigBee data type: how a value stands in a ZCL payload (little-endian throughout), read and written by one object.
 * Source: ZigBee Cluster Library, "Data types"; the byte forms are those of RTDS 4.5.0.
 */
export interface ZclType<T> {
  /** Name in the words of ZCL, such as `UINT32`. */
  readonly name: string;
  /** ZCL data type identifier (1 byte before the value in attribute reports); absent for payload structures. */
  readonly dataTypeId?: number;
  readonly shape: ZclShape;
  /** @throws CodecError with the offset if the bytes are not such a value */
  read(reader: ByteReader): T;
  /** @throws CodecError if the value is outside the type */
  write(writer: ByteWriter, value: T): void;
  /** Readable form for `duis decode`. */
  describe(value: T): Description;
}

/** The TypeScript type of a ZCL type's values. */
export type ValueOf<Type> = Type extends ZclType<infer T> ? T : never;
