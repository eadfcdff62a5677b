import fc, { type Arbitrary } from 'fast-check';
import { ATTRIBUTE_TYPES } from '../../../src/gbcs/gbz/attribute-types.js';
import type { ZclType } from '../../../src/gbcs/gbz/zcl-type.js';

const byteOr = (least: number, most: number) =>
  fc.option(fc.integer({ min: least, max: most }), { nil: undefined });

/** A date with any of its members left open, as the absence of the member. */
const date = fc
  .record({
    year: byteOr(1900, 2154),
    month: byteOr(1, 12),
    dayOfMonth: byteOr(1, 31),
    dayOfWeek: byteOr(1, 7),
  })
  .map((members) => Object.fromEntries(Object.entries(members).filter(([, member]) => member !== undefined)));

const attributeReport: Arbitrary<unknown> = fc
  .record({ attribute: fc.integer({ min: 0, max: 0xffff }), status: fc.constantFrom(0, 0, 0x86, 0xc0) })
  .chain((head): Arbitrary<unknown> => {
    if (head.status !== 0) return fc.constant(head);
    return fc
      .constantFrom(...ATTRIBUTE_TYPES)
      .chain((type) => valueOf(type).map((value) => ({ ...head, dataType: type.dataTypeId, value })));
  });

/** Any value of a type, from what its table says of it. */
export function valueOf(type: ZclType<unknown>): Arbitrary<unknown> {
  const { shape } = type;
  switch (shape.kind) {
    case 'integer':
      return fc.integer({ min: shape.min, max: shape.max });
    case 'big integer':
      return fc.bigInt({ min: 0n, max: shape.max });
    case 'boolean':
      return fc.boolean();
    case 'octets':
      return fc
        .uint8Array({ minLength: shape.minLength, maxLength: shape.maxLength })
        .map((bytes) => Buffer.from(bytes));
    case 'date':
      return date;
    case 'structure':
      return fc.record(
        Object.fromEntries(Object.entries(shape.members).map(([name, member]) => [name, valueOf(member)])),
        { noNullPrototype: true },
      );
    case 'list':
      return fc.array(valueOf(shape.element), { maxLength: shape.maxLength });
    case 'choice':
      return fc
        .constantFrom(...Object.entries(shape.options))
        .chain(([tag, option]) => valueOf(option).map((value) => ({ tag: Number(tag), value })));
    case 'attribute report':
      return attributeReport;
    case 'block thresholds':
      return fc.record(
        {
          tier: fc.integer({ min: 0, max: shape.maxNibble }),
          thresholds: fc.array(fc.integer({ min: 0, max: 0xffffffffffff }), { maxLength: shape.maxNibble }),
        },
        { noNullPrototype: true },
      );
  }
}
