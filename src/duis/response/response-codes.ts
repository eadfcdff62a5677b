import { RESPONSE_CODES, type ResponseCode } from '../generated/service-response-types.js';
import { KNOWN_RESPONSE_CODES } from './known-response-codes.js';
import type { ResponseCodeRow } from './response-code-row.js';

/** Request-specific codes: two digits each of service, reference and running number. */
const REQUEST_SPECIFIC = /^[EW](\d\d)(\d\d)\d\d$/;

/**
 * Every Response Code of the DUIS schema's enumeration, in its order. A code whose meaning is unknown is never answered
 * with, so that no User is told something false.
 */
export const RESPONSE_CODE_TABLE: readonly ResponseCodeRow[] = RESPONSE_CODES.map((code) => {
  const known: Omit<ResponseCodeRow, 'code' | 'neverBecause'> | undefined = isKnown(code)
    ? KNOWN_RESPONSE_CODES[code]
    : undefined;
  return known === undefined ? unknownRow(code) : { code, ...known, neverBecause: undefined };
});

function isKnown(code: ResponseCode): code is keyof typeof KNOWN_RESPONSE_CODES {
  return code in KNOWN_RESPONSE_CODES;
}

function unknownRow(code: ResponseCode): ResponseCodeRow {
  return {
    code,
    meaning: undefined,
    mark: 'unknown',
    source: 'DUIS schema, ResponseCode: the enumeration only',
    raisedWhen: [],
    neverBecause: whyNever(code),
  };
}

function whyNever(code: ResponseCode): string {
  // DCC Boxed answered an 11.2 with it in 2022 (duis-parser, acknowledgement-error.xml), which does not tell why.
  if (code === 'E65') return 'seen once in an answer to 11.2, meaning not told';
  const [, service, reference] = REQUEST_SPECIFIC.exec(code) ?? [];
  return service === undefined
    ? 'no source read tells what it means'
    : `no source read tells what it means; by its digits it is of ${Number(service)}.${Number(reference)}`;
}
