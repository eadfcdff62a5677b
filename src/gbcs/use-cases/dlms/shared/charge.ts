import {
  array,
  constant,
  integer,
  long,
  longUnsigned,
  type ObisCode,
  obisCode,
  octetString,
  structure,
} from '../../../dlms/index.js';

/** What a charge is for: a commodity that is metered, or nothing but time. */
interface Commodity {
  readonly commodityScale: number;
  readonly classId: number;
  readonly obis: ObisCode;
  readonly attribute: number;
}

/** Unit charge (class 113, attributes 5 and 6). Source: mapping table, structures unit_charge_active and _passive. */
function unitCharge<T>(commodity: Commodity, table: ReturnType<typeof array<T>>) {
  return structure({
    scaling: structure({
      commodityScale: constant(integer, commodity.commodityScale),
      /** Power of ten of the charges, in major units of the currency. */
      priceScale: integer,
    }),
    commodity: structure({
      classId: constant(longUnsigned, commodity.classId),
      object: constant(obisCode, commodity.obis),
      attribute: constant(integer, commodity.attribute),
    }),
    charges: table,
  });
}

/** A charge for time: standing charge, debt recovery. It has one value, without an index. */
export const timeCharge = unitCharge(
  { commodityScale: 0, classId: 0, obis: '0-0:0.0.0.0', attribute: 0 },
  array(structure({ index: constant(octetString(0), Buffer.alloc(0)), charge: long }), 1),
);

/** Prices for energy by tariff register. @param register total that the prices apply to @param max most prices */
export const energyCharge = (register: ObisCode, max: number) =>
  unitCharge(
    { commodityScale: 3, classId: 3, obis: register, attribute: 2 },
    array(structure({ register: octetString(1), charge: long }), { max }),
  );
