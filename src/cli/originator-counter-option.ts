import { InvalidArgumentError } from 'commander';
import { systemClock } from '../common/clock.js';

/**
 * Reads an Originator Counter given on the command line: a number, or `now` for milliseconds since 1970.
 * @throws InvalidArgumentError
 */
export function readCounter(text: string): bigint {
  if (text === 'now') return BigInt(systemClock().getTime());
  if (!/^[0-9]{1,20}$/.test(text)) throw new InvalidArgumentError('It has to be a whole number or now.');
  return BigInt(text);
}
