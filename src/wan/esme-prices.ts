import { ByteReader } from '../gbcs/bytes/byte-reader.js';
import { decodeData } from '../gbcs/dlms/dlms-type.js';
import { array, integer, long, longUnsigned, octetString, structure } from '../gbcs/dlms/index.js';
import { PRIMARY_PRICES, STANDING_CHARGE } from '../gbcs/use-cases/dlms/shared/account-objects.js';
import type { CosemMember, CosemObjects } from './cosem-objects.js';
import type { CountedRegister } from './esme-tariff.js';

/** Where charges (class 113) have what they charge now. Source: mapping table rows 1052 to 1163. */
const ACTIVE_CHARGE = 5;

/** Charges of any kind. Source: mapping table, structure unit_charge_active. */
const unitCharge = structure({
  scaling: structure({ commodityScale: integer, priceScale: integer }),
  commodity: structure({ classId: longUnsigned, object: octetString(6), attribute: integer }),
  charges: array(structure({ index: octetString(), charge: long })),
});

/** Thousandths of a penny are the fifth decimal of a pound. */
const MILLIPENCE_SCALE = 5;

/** The table of prices names register n by n, register n of the first block by A0 + n, of the next by B0 + n. */
const FIRST_BLOCK = 0xa0;
const NEXT_BLOCK = 0x10;

function chargeOf(
  objects: CosemObjects,
  object: Omit<CosemMember, 'index'>,
  wanted: (index: Buffer) => boolean,
): number {
  const value = objects.value({ ...object, index: ACTIVE_CHARGE });
  if (value === undefined) return 0;
  const { scaling, charges } = decodeData(unitCharge, new ByteReader(value));
  const charge = charges.find(({ index }) => wanted(index))?.charge ?? 0;
  const scale = MILLIPENCE_SCALE + scaling.priceScale - scaling.commodityScale;
  // A division keeps decimal numbers as exact as they can be.
  return scale < 0 ? charge / 10 ** -scale : charge * 10 ** scale;
}

/** What energy costs in a register. @returns thousandths of a penny a Wh */
export function priceOf(objects: CosemObjects, { number, block }: CountedRegister): number {
  const name = block === undefined ? number + 1 : FIRST_BLOCK + block * NEXT_BLOCK + number + 1;
  return chargeOf(objects, PRIMARY_PRICES, (index) => index[0] === name);
}

/** What a charge for time is. @returns thousandths of a penny a period */
export function timeChargeOf(objects: CosemObjects, object: Omit<CosemMember, 'index'>): number {
  return chargeOf(objects, object, () => true);
}

/** What a day costs, in thousandths of a penny. That its period is a day is inferred. */
export const standingChargeOf = (objects: CosemObjects): number => timeChargeOf(objects, STANDING_CHARGE);
