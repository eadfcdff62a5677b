import { number } from './conversions.js';
import { valueAt } from './decoded-content.js';
import type { MmcTree, Reader } from './mmc-tree.js';
import { listAt, wordAt } from './switching-schedules.js';

/** Register n of block 1 is named A0 + n, of block 2 B0 + n, and so on. Source: what ECS01a writes; RTDS 4.5.0 ECS24. */
const FIRST_BLOCK = 0xa;
const BLOCKS = 4;
const REGISTERS_OF_A_BLOCK = 8;

interface Price {
  readonly register: number;
  readonly charge: string;
}

/** Prices by register, in the order of transmission. */
function pricesAt(content: Parameters<Reader>[0], path: string): readonly Price[] {
  return listAt(content, `${path}.charges`).map((entry) => ({
    register: parseInt(wordAt(entry, 'register'), 16),
    charge: wordAt(entry, 'charge'),
  }));
}

/** Prices of the time-of-use registers, each with its index. @param count of registers there are */
export const timeOfUsePrices =
  (path: string, count: number): Reader =>
  (content) => {
    const prices = pricesAt(content, path)
      .filter(({ register }) => register >= 1 && register <= count)
      .map(({ register, charge }) => ({ index: String(register), value: charge }));
    return prices.length === 0 ? undefined : { TariffTOUPrice: prices };
  };

/** Prices of the blocks of each time-of-use register that has blocks. */
export const blockPrices =
  (path: string): Reader =>
  (content) => {
    const prices = pricesAt(content, path);
    const matrix = Array.from({ length: REGISTERS_OF_A_BLOCK }, (_, position): MmcTree => {
      const register = position + 1;
      return {
        BlockPrice: prices
          .filter((price) => (price.register & 0xf) === register && blockOf(price.register) !== undefined)
          .map((price) => ({ index: String(blockOf(price.register)), value: price.charge })),
        index: String(register),
      };
    }).filter(({ BlockPrice }) => Array.isArray(BlockPrice) && BlockPrice.length > 0);
    return matrix.length === 0 ? undefined : { TariffBlockPrices: matrix };
  };

/** The block, from 1, that the name of a register stands for; undefined for a register without blocks. */
function blockOf(register: number): number | undefined {
  const block = (register >> 4) - FIRST_BLOCK + 1;
  return block >= 1 && block <= BLOCKS ? block : undefined;
}

/** Thresholds between the blocks of each time-of-use register, in Wh. */
export const blockThresholds =
  (path: string): Reader =>
  (content) => {
    const matrix = Array.from({ length: REGISTERS_OF_A_BLOCK }, (_, position): MmcTree | undefined => {
      const thresholds = valueAt(content, `${path}.tou${position + 1}`);
      if (!Array.isArray(thresholds)) return undefined;
      return {
        BlockThreshold: listAt(content, `${path}.tou${position + 1}`).map((threshold, block) => ({
          index: String(block + 1),
          value: number(threshold) ?? '',
        })),
        index: String(position + 1),
      };
    }).filter((row) => row !== undefined);
    return matrix.length === 0 ? undefined : { ElecTariffThresholds: matrix };
  };
