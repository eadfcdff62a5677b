import { metering } from '../../gbz/clusters/metering.js';
import { gbzUseCase } from '../../gbz/gbz-use-case.js';

/** Read GSME Firmware Version. An ExecutionDateTime is kept by the DSP. */
export const GCS38 = gbzUseCase(
  {
    code: 'GCS38',
    title: 'Read GSME Firmware Version',
    messageCode: 0x0084,
    messageType: 'SME.C.NC',
    serviceReferenceVariants: ['11.2'],
    targets: ['GSME', 'GPF'],
    source: 'GBCS mapping table row 85; SMETS 4.6.5.10, CHTS 4.6.3.9',
    element: 'ReadFirmwareVersion',
    response: [metering.foundation.readAttributesResponse],
    from: () => undefined,
  },
  ({ readAttributes }) => [readAttributes(metering, ['currentMeterId'])],
);
