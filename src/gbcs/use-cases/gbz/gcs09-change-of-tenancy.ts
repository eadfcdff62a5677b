import { deviceManagement } from '../../gbz/clusters/device-management.js';
import { gbzUseCase } from '../../gbz/gbz-use-case.js';
import { utcTimeOf } from '../../gbz/utc-time.js';
import { issuerEventId } from './issue-context.js';

const DELIVERED_TARIFF = 0x00;
/** Clear IHD data of the consumer. */
const CLEAR_IHD_DATA = 0x00000200;

/**
 * Set Change of Tenancy date on GPF; the date may lie in the past.
 * An ExecutionDateTime is kept by the DSP until then and not part of the message.
 */
export const GCS09 = gbzUseCase(
  {
    code: 'GCS09',
    title: 'Set Change of Tenancy date on GPF',
    messageCode: 0x0072,
    messageType: 'SME.C.NC',
    serviceReferenceVariants: ['3.2'],
    targets: ['GPF'],
    source: 'GBCS mapping table rows 75, 1766, 1768; CHTS 4.5.4.10',
    element: 'RestrictAccessForChangeOfTenancy',
    response: [],
    from: (content, context) => ({
      issuerEventId: issuerEventId(context),
      restriction: utcTimeOf(content.RestrictionDateTime),
    }),
  },
  ({ one }) => [
    one(deviceManagement.fromServer.publishChangeOfTenancy, {
      providerId: 0,
      issuerEventId: (values) => values.issuerEventId,
      tariffType: DELIVERED_TARIFF,
      implementationDateTime: (values) => values.restriction,
      proposedTenancyChangeControl: CLEAR_IHD_DATA,
    }),
  ],
);
