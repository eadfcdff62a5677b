import { CodecError } from '../../../common/errors.js';
import { deviceManagement } from '../../gbz/clusters/device-management.js';
import { metering } from '../../gbz/clusters/metering.js';
import { gbzUseCase } from '../../gbz/gbz-use-case.js';
import { AT_ONCE } from '../../gbz/utc-time.js';
import { asciiOctets } from './ascii-octets.js';
import { issuerEventId } from './issue-context.js';

/** Set MPRN Value on the GSME. An ExecutionDateTime is kept by the DSP. */
export const GCS41 = gbzUseCase(
  {
    code: 'GCS41',
    title: 'Set MPRN Value on the GSME',
    messageCode: 0x0087,
    messageType: 'SME.C.NC',
    serviceReferenceVariants: ['6.20.1'],
    targets: ['GSME'],
    source: 'GBCS mapping table rows 1502, 1531; SMETS 4.6.4.19',
    element: 'SetDeviceConfigurationImportMPxN',
    response: [],
    from(content, context) {
      if (content.ImportMPRN === undefined) throw new CodecError('the request has no ImportMPRN');
      return { issuerEventId: issuerEventId(context), mprn: asciiOctets(content.ImportMPRN, 'ImportMPRN') };
    },
  },
  ({ one }) => [
    one(deviceManagement.fromServer.updateSiteId, {
      issuerEventId: (values) => values.issuerEventId,
      siteIdTime: AT_ONCE,
      providerId: 0,
      siteId: (values) => values.mprn,
    }),
  ],
);

/** Read MPRN on the GSME. */
export const GCS46 = gbzUseCase(
  {
    code: 'GCS46',
    title: 'Read MPRN on the GSME',
    messageCode: 0x0089,
    messageType: 'SME.C.NC',
    serviceReferenceVariants: ['6.2.7'],
    targets: ['GSME', 'GPF'],
    source: 'GBCS mapping table row 1747; SMETS 4.6.4.19',
    element: 'ReadDeviceConfigurationMPxN',
    response: [metering.foundation.readAttributesResponse],
    from: () => undefined,
  },
  ({ readAttributes }) => [readAttributes(metering, ['siteId'])],
);
