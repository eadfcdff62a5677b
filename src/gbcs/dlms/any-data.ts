import { CodecError } from '../../common/errors.js';
import { ByteReader } from '../bytes/byte-reader.js';
import type { ByteWriter } from '../bytes/byte-writer.js';
import { readDlmsLength, writeDlmsLength } from '../bytes/dlms-length.js';
import type { Description } from '../use-case.js';
import { type DlmsType, within } from './dlms-type.js';
import {
  boolean,
  doubleLong,
  doubleLongUnsigned,
  enumerated,
  integer,
  long,
  long64,
  long64Unsigned,
  longUnsigned,
  nullData,
  unsigned,
} from './numbers.js';
import { bitString, octetString, utf8String, visibleString } from './strings.js';
import { TAG } from './tags.js';

/** Any DLMS value with its type: what a message carries where no layout says more. */
export type DlmsData =
  | { readonly type: 'null'; readonly value: null }
  | { readonly type: 'boolean'; readonly value: boolean }
  | {
      readonly type:
        'integer' | 'long' | 'double-long' | 'unsigned' | 'long-unsigned' | 'double-long-unsigned' | 'enum';
      readonly value: number;
    }
  | { readonly type: 'long64' | 'long64-unsigned'; readonly value: bigint }
  | { readonly type: 'bit-string' | 'visible-string' | 'utf8-string'; readonly value: string }
  | { readonly type: 'octet-string'; readonly value: Buffer }
  | { readonly type: 'array' | 'structure'; readonly value: readonly DlmsData[] }
  | { readonly type: 'compact-array'; readonly value: CompactArray };

/** A compact array with its contents not taken apart. */
export interface CompactArray {
  readonly elementType: CompactElementType;
  readonly contents: Buffer;
}

/** Type description in a compact array: a tag, or a tag with the descriptions of its elements. */
export type CompactElementType =
  | { readonly tag: number }
  | { readonly tag: typeof TAG.structure; readonly members: readonly CompactElementType[] }
  | { readonly tag: typeof TAG.array; readonly count: number; readonly element: CompactElementType };

/** Deeper nesting than any GBCS message has; protects the reader against hostile input. */
const MAX_DEPTH = 16;

/** Types without elements, by tag. */
const SIMPLE_TYPES: ReadonlyMap<
  number,
  { readonly name: DlmsData['type']; readonly type: DlmsType<unknown> }
> = new Map([
  [TAG.null, { name: 'null', type: nullData }],
  [TAG.boolean, { name: 'boolean', type: boolean }],
  [TAG.bitString, { name: 'bit-string', type: bitString() }],
  [TAG.doubleLong, { name: 'double-long', type: doubleLong }],
  [TAG.doubleLongUnsigned, { name: 'double-long-unsigned', type: doubleLongUnsigned }],
  [TAG.octetString, { name: 'octet-string', type: octetString() }],
  [TAG.visibleString, { name: 'visible-string', type: visibleString() }],
  [TAG.utf8String, { name: 'utf8-string', type: utf8String() }],
  [TAG.integer, { name: 'integer', type: integer }],
  [TAG.long, { name: 'long', type: long }],
  [TAG.unsigned, { name: 'unsigned', type: unsigned }],
  [TAG.longUnsigned, { name: 'long-unsigned', type: longUnsigned }],
  [TAG.long64, { name: 'long64', type: long64 }],
  [TAG.long64Unsigned, { name: 'long64-unsigned', type: long64Unsigned }],
  [TAG.enumerated, { name: 'enum', type: enumerated }],
]);

const SIMPLE_TYPES_BY_NAME = new Map([...SIMPLE_TYPES.values()].map(({ name, type }) => [name, type]));

/** Any value, whatever its type: lossless both ways. */
export const anyData: DlmsType<DlmsData> = {
  notation: 'any data',
  write(writer, data) {
    switch (data.type) {
      case 'array':
      case 'structure':
        writer.u8(TAG[data.type]);
        writeDlmsLength(writer, data.value.length);
        data.value.forEach((element, index) => within(index, () => anyData.write(writer, element)));
        break;
      case 'compact-array':
        writer.u8(TAG.compactArray);
        writeElementType(writer, data.value.elementType);
        writeDlmsLength(writer, data.value.contents.length);
        writer.bytes(data.value.contents);
        break;
      default:
        SIMPLE_TYPES_BY_NAME.get(data.type)?.write(writer, data.value);
    }
  },
  read: (reader) => readAny(reader, MAX_DEPTH),
  describe: describeAny,
};

function readAny(reader: ByteReader, depth: number): DlmsData {
  const at = reader.offset;
  if (depth === 0) throw new CodecError('the data are nested too deeply', at);
  const tag = reader.peek();
  if (tag === TAG.array || tag === TAG.structure) {
    reader.u8();
    const count = readDlmsLength(reader, 'number of elements');
    const value: DlmsData[] = [];
    for (let index = 0; index < count; index++) {
      value.push(within(index, () => readAny(reader, depth - 1)));
    }
    return { type: tag === TAG.array ? 'array' : 'structure', value };
  }
  if (tag === TAG.compactArray) {
    reader.u8();
    const elementType = readElementType(reader, depth - 1);
    const contents = reader.bytes(readDlmsLength(reader, 'length of compact-array'), 'compact-array');
    return { type: 'compact-array', value: { elementType, contents } };
  }
  const simple = SIMPLE_TYPES.get(tag);
  if (!simple) throw new CodecError(`${tag} is not the tag of a DLMS data type`, at);
  return { type: simple.name, value: simple.type.read(reader) } as DlmsData;
}

function readElementType(reader: ByteReader, depth: number): CompactElementType {
  if (depth === 0) throw new CodecError('the type description is nested too deeply', reader.offset);
  const at = reader.offset;
  const tag = reader.u8('type description');
  if (tag === TAG.structure) {
    const count = readDlmsLength(reader, 'number of members');
    if (count === 0) throw new CodecError('a compact array has no empty structures', at);
    const members: CompactElementType[] = [];
    for (let index = 0; index < count; index++) members.push(readElementType(reader, depth - 1));
    return { tag, members };
  }
  if (tag === TAG.array) {
    const count = reader.u16('number of elements');
    if (count === 0) throw new CodecError('a compact array has no empty arrays', at);
    return { tag, count, element: readElementType(reader, depth - 1) };
  }
  // Every element takes up at least one byte, so that contents of n bytes cannot stand for more than n elements.
  if (tag === TAG.null || !SIMPLE_TYPES.has(tag)) {
    throw new CodecError(`${tag} is not the tag of a type a compact array may have`, at);
  }
  return { tag };
}

function writeElementType(writer: ByteWriter, elementType: CompactElementType): void {
  writer.u8(elementType.tag);
  if ('members' in elementType) {
    writeDlmsLength(writer, elementType.members.length);
    for (const member of elementType.members) writeElementType(writer, member);
  } else if ('element' in elementType) {
    writer.u16(elementType.count);
    writeElementType(writer, elementType.element);
  }
}

/** The elements of a compact array, taken apart. @throws CodecError if contents and type do not fit */
function compactElements({ elementType, contents }: CompactArray): Description[] {
  const reader = new ByteReader(contents);
  const elements: Description[] = [];
  while (reader.remaining > 0) elements.push(describeContents(reader, elementType));
  return elements;
}

function describeContents(reader: ByteReader, elementType: CompactElementType): Description {
  if ('members' in elementType) return elementType.members.map((member) => describeContents(reader, member));
  if ('element' in elementType) {
    return Array.from({ length: elementType.count }, () => describeContents(reader, elementType.element));
  }
  const type = SIMPLE_TYPES.get(elementType.tag)?.type;
  if (!type?.compact) throw new CodecError(`${elementType.tag} is not a simple type`, reader.offset);
  if (reader.remaining === 0) throw new CodecError('the contents do not fit the type', reader.offset);
  return type.describe(type.compact.read(reader));
}

function describeAny(data: DlmsData): Description {
  switch (data.type) {
    case 'array':
    case 'structure':
      return data.value.map(describeAny);
    case 'compact-array':
      return compactElements(data.value);
    default:
      return SIMPLE_TYPES_BY_NAME.get(data.type)?.describe(data.value) ?? null;
  }
}

/** Skips one value of any type and gives its bytes and where they started. @throws CodecError */
export function skipData(reader: ByteReader): ByteReader {
  const start = reader.offset;
  const ahead = reader.fork();
  readAny(ahead, MAX_DEPTH);
  return reader.sub(ahead.offset - start);
}
