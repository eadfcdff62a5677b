import { z } from 'zod';

/** What a request says of the requests it is to be served after. */
export const SEQUENCE = {
  /** It is the first of a sequence. */
  firstInSequence: z.boolean().optional(),
  /** `as` of the step that sent the request before it, or a RequestID. */
  preceding: z.string().optional(),
};

/**
 * The text of a request with its place in a sequence.
 * @param preceding RequestID of the request before it
 */
export function inSequence(text: string, first = false, preceding?: string): string {
  const place =
    (first ? '<sr:FirstInSequence>true</sr:FirstInSequence>' : '') +
    (preceding === undefined
      ? ''
      : `<sr:PrecedingServiceRequestID>${preceding}</sr:PrecedingServiceRequestID>`);
  return place === '' ? text : text.replace('</sr:RequestID>', `</sr:RequestID>${place}`);
}
