import type { MmcStatusASN1 } from '../duis/generated/service-response-types.js';
import type { Smets1ResponseDocument } from './s1sp-document.js';

/** Members that all bodies of a Response share, and those of some. */
interface AnyBody {
  readonly MessageSuccess?: boolean;
  readonly joinResponseCode?: MmcStatusASN1;
  readonly unjoinResponseCode?: MmcStatusASN1;
}

/**
 * What a Response of an S1SP says went wrong, in its own words; undefined if the request succeeded. The body's
 * `MessageSuccess` decides where it is there, then the status of a join; `SMETS1Debug` alone counts as a failure.
 * @see MMC schema 5.4, ServiceRequestBaseType and StatusSMETS1; that debug alone is a failure is inferred
 */
export function smets1Failure({ content }: Smets1ResponseDocument): string | undefined {
  const payload = content.Body.ResponseMessage;
  const body = Object.values(payload?.SMETSData ?? {})[0] as AnyBody | undefined;
  const debug = payload?.DebugInfo?.SMETS1Debug?.SMETS1Response.map(
    ({ Error: text, ResponseCode, Position }) => `${text} (code ${ResponseCode}, position ${Position})`,
  ).join('; ');
  const join = body?.joinResponseCode ?? body?.unjoinResponseCode;
  if (body?.MessageSuccess === true) return undefined;
  if (join !== undefined && join.ASN1Status !== 'success') return debug ?? join.ASN1Status;
  if (body?.MessageSuccess === false) return debug ?? 'the Device did not do it, no reason given';
  return debug;
}
