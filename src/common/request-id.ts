import { CodecError } from './errors.js';
import { type Eui64, parseEui64 } from './eui64.js';

/** Identifies a Service Request: Business Originator, Business Target and Originator Counter (DUIS RequestID). */
export interface RequestId {
  readonly originator: Eui64;
  readonly target: Eui64;
  /** Originator Counter, 0 to 2^64 - 1. */
  readonly counter: bigint;
}

const MAX_COUNTER = (1n << 64n) - 1n;

/**
 * Reads `originator:target:counter`.
 * @throws CodecError if a part is missing or malformed
 */
export function parseRequestId(text: string): RequestId {
  const [originator, target, counter, ...rest] = text.split(':');
  if (originator === undefined || target === undefined || counter === undefined || rest.length > 0) {
    throw new CodecError(`'${text}' is not a RequestID (originator:target:counter)`);
  }
  if (!/^(0|[1-9][0-9]{0,19})$/.test(counter) || BigInt(counter) > MAX_COUNTER) {
    throw new CodecError(`'${counter}' is not an Originator Counter (0 to 2^64 - 1)`);
  }
  return { originator: parseEui64(originator), target: parseEui64(target), counter: BigInt(counter) };
}

export function formatRequestId(id: RequestId): string {
  return `${id.originator}:${id.target}:${id.counter}`;
}

/** The ResponseID that answers a RequestID: originator and target change places. */
export function responseIdFor(id: RequestId): RequestId {
  return { originator: id.target, target: id.originator, counter: id.counter };
}
