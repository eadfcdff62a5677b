import type { RequestBody, ServiceRequest } from '../../duis/index.js';

/** A pair whose request does not say what its message says. */
export interface KnownDifference {
  /** What is different, and why it is not a rule that is missing. */
  readonly reason: string;
  /** Changes of the request's content that make it say what the message says: member path and new value. */
  readonly changes: readonly (readonly [path: string, value: unknown])[];
}

/**
 * Pairs of RTDS 4.5.0 where no rule leads from the request to the message. With these changes the messages are equal,
 * byte for byte. In each case another message of the same use case (named) agrees with the rule that is implemented.
 */
export const KNOWN_DIFFERENCES: Readonly<Record<string, KnownDifference>> = {
  'ECS25a_6.22_SUCCESS': {
    reason:
      'the message switches 81C4 and 81C5 off, which the request does not mention (ECS25a1 has no such gap)',
    changes: [
      ['ElectricitySupplierAlerts.SupplierESMECommon.x81C4', 'Disable'],
      ['ElectricitySupplierAlerts.SupplierESMECommon.x81C5', 'Disable'],
    ],
  },
  'GCS09_3.2_SUCCESS': {
    reason: 'the request says 2015-02-01, the message 2016-11-22T02:46:56 (ECS12 has no such gap)',
    changes: [['RestrictionDateTime', new Date('2016-11-22T02:46:56Z')]],
  },
  'GCS15c_4.4.3_SUCCESS': {
    reason:
      'the request says 2014-12-01 to 2015-11-01, as GCS15c ERROR does; the message one second past New Year',
    changes: [
      ['ReadLogPeriod.StartDateTime', new Date('2015-01-01T00:00:01Z')],
      ['ReadLogPeriod.EndDateTime', new Date('2016-01-01T00:00:01Z')],
    ],
  },
  'GCS16b_4.14_URP_SUCCESS': {
    reason: 'the request starts a day later than the message, which has the start of the KRP request',
    changes: [['ReadLogPeriod.StartDateTime', new Date('2014-12-29T23:00:00Z')]],
  },
  'GCS61_4.17_SUCCESS': {
    reason:
      'the request says ten days from 2014-12-10, the message 731 from 2014-12-22; GCS61 NOT_FOUND has 11 days',
    changes: [
      ['ReadLogPeriod.StartDateTime', new Date('2014-12-22T00:00:00Z')],
      ['ReadLogPeriod.EndDateTime', new Date('2016-12-21T00:00:00Z')],
    ],
  },
};

/** The request with the changes of a known difference, if there is one. */
export function reconciled(request: ServiceRequest, difference: KnownDifference | undefined): ServiceRequest {
  if (!difference) return request;
  let content: unknown = request.body.content;
  for (const [path, value] of difference.changes) content = withMember(content, path.split('.'), value);
  return { ...request, body: { ...request.body, content } as RequestBody };
}

function withMember(content: unknown, [member, ...rest]: readonly string[], value: unknown): unknown {
  if (member === undefined) return value;
  const members = content as Readonly<Record<string, unknown>>;
  return { ...members, [member]: withMember(members[member], rest, value) };
}
