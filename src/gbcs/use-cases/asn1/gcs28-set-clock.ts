import { generalizedTime } from '../../asn1/generalized-time.js';
import { integerNames } from '../../asn1/integer.js';
import { sequence } from '../../asn1/sequence.js';
import { asn1UseCase } from './asn1-use-case.js';
import { contentIf, contentOf } from './request-content.js';

/** DeviceTimeStatus. Source: GBCS-RULES 1.8. */
export const DEVICE_TIME_STATUSES = { reliable: 0, invalid: 1, unreliable: 2 } as const;

/** Set Clock on GSME: the Communications Hub's time is taken over if it lies within the interval. */
export const GCS28 = asn1UseCase({
  code: 'GCS28',
  title: 'Set Clock on GSME',
  messageCode: 0x007f,
  messageType: 'SME.C.C',
  serviceReferenceVariants: ['6.11', '8.1.1'],
  targets: ['GSME'],
  source: 'GBCS 0.8.1 page 249; GBCS-RULES 1.8; RTDS 4.5.0 GCS28, GCS28Commission',
  originator: () => 'User',
  command: sequence({ validityIntervalStart: generalizedTime, validityIntervalEnd: generalizedTime }),
  response: sequence({
    deviceTime: generalizedTime,
    deviceTimeStatus: integerNames(DEVICE_TIME_STATUSES),
  }),
  from(request) {
    const { CurrentDateTime, TolerancePeriod } =
      contentIf(request, 'CommissionDeviceSynchroniseClock') ?? contentOf(request, 'SynchroniseClock');
    return {
      validityIntervalStart: CurrentDateTime,
      validityIntervalEnd: new Date(CurrentDateTime.getTime() + TolerancePeriod * 1000),
    };
  },
});
