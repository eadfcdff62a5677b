import { deviceManagement } from '../../gbz/clusters/device-management.js';
import { gbzUseCase } from '../../gbz/gbz-use-case.js';
import { AT_ONCE } from '../../gbz/utc-time.js';
import { asciiOctets } from './ascii-octets.js';
import { issuerEventId } from './issue-context.js';

const DELIVERED_TARIFF = 0x00;
/** No actions. */
const PROVIDER_CHANGE_CONTROL = 0x00001800;

/** Write Contact Details on GSME. An ExecutionDateTime is kept by the DSP. */
export const GCS44 = gbzUseCase(
  {
    code: 'GCS44',
    title: 'Write Contact Details on GSME',
    messageCode: 0x0088,
    messageType: 'SME.C.NC',
    serviceReferenceVariants: ['3.4'],
    targets: ['GSME'],
    source: 'GBCS mapping table rows 1197, 1251, 1765, 1767; SMETS 4.6.4.4',
    element: 'UpdateSupplierName',
    response: [],
    from: (content, context) => ({
      issuerEventId: issuerEventId(context),
      name: asciiOctets(content.SupplierName, 'SupplierName'),
      telephoneNumber: asciiOctets(content.SupplierTelephoneNumber, 'SupplierTelephoneNumber'),
    }),
  },
  ({ one }) => [
    one(deviceManagement.fromServer.publishChangeOfSupplier, {
      currentProviderId: 0,
      issuerEventId: (values) => values.issuerEventId,
      tariffType: DELIVERED_TARIFF,
      proposedProviderId: 0,
      providerChangeImplementationTime: AT_ONCE,
      providerChangeControl: PROVIDER_CHANGE_CONTROL,
      proposedProviderName: (values) => values.name,
      proposedProviderContactDetails: (values) => values.telephoneNumber,
    }),
  ],
);
