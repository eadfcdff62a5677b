import type { Description } from './use-case.js';
import { describeMessage } from './describe-message.js';
import type { GbcsMessage } from './message.js';

/** Use cases whose Response tells the firmware version a Device runs, and where in its description. */
const WHERE: Readonly<Record<string, readonly (string | number)[]>> = {
  CS08: ['firmwareVersion'],
  ECS52: ['firmwareVersion', 'value'],
  GCS38: ['components', 0, 'payload', 'attributes', 0, 'value'],
};

/** 4 bytes in hexadecimal. */
const VERSION = /^[0-9A-F]{8}$/i;

/**
 * The firmware version a Device says it runs; undefined if the message is no such Response, or the Device failed to tell.
 * @returns 8 hexadecimal digits in upper case
 * @throws CodecError if the content is malformed
 */
export function firmwareVersionIn(response: GbcsMessage): string | undefined {
  const { useCase, content } = describeMessage(response) as {
    readonly useCase?: string;
    readonly content: Description;
  };
  const path = WHERE[useCase ?? ''];
  const value = path?.reduce<unknown>(
    (told, member) => (told as Readonly<Record<string | number, unknown>> | undefined)?.[member],
    content,
  );
  return typeof value === 'string' && VERSION.test(value) ? value.toUpperCase() : undefined;
}
