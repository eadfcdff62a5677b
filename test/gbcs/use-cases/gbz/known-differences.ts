/** Changes of a request's content: member path and new value. */
export type Changes = readonly (readonly [path: string, value: unknown])[];

/**
 * Pairs of RTDS 4.5.0 whose request does not say what the message says, so that no rule leads from one to the other.
 * With these changes of the request the messages are equal, byte for byte. In each case another message of the same use
 * case (named) agrees with the rule that is implemented.
 */
export const KNOWN_DIFFERENCES: Readonly<
  Record<string, { readonly reason: string; readonly changes: Changes }>
> = {
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
