import { CodecError } from '../../../common/errors.js';

/** The INT32 that ZCL reserves for "no value". */
const NO_VALUE = -0x80000000;

/** An amount of money of 4 bytes, -0x7FFFFFFF to 0x7FFFFFFF. @throws CodecError for ZCL's "no value" */
export function signedAmount(value: number, what: string): number {
  if (value === NO_VALUE) throw new CodecError(`${what} ${value} means "no value" in ZigBee`);
  return value;
}
