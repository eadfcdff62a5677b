import { ORIGINATING_DEVICE, prepayment } from '../../gbz/clusters/prepayment.js';
import { gbzHanUseCase, gbzUseCase } from '../../gbz/gbz-use-case.js';
import { AT_ONCE } from '../../gbz/utc-time.js';

/** Activate Emergency Credit Remotely on GSME. */
export const GCS06 = gbzUseCase(
  {
    code: 'GCS06',
    title: 'Activate Emergency Credit Remotely on GSME',
    messageCode: 0x0070,
    messageType: 'SME.C.C',
    serviceReferenceVariants: ['2.5'],
    targets: ['GSME'],
    source: 'GBCS mapping table row 1050; SMETS 4.6.5.8',
    element: 'ActivateEmergencyCredit',
    response: [],
    from: () => undefined,
  },
  ({ one }) => [
    one(prepayment.fromClient.selectAvailableEmergencyCredit, {
      commandIssueDateTime: AT_ONCE,
      originatingDevice: ORIGINATING_DEVICE.energyServiceInterface,
    }),
  ],
);

/** Activate Emergency Credit on GSME from PPMID: goes from the PPMID to the GSME, no Remote Party sends it. */
export const PCS02 = gbzHanUseCase(
  {
    code: 'PCS02',
    title: 'Activate Emergency Credit on GSME from PPMID',
    messageCode: 0x0090,
    messageType: 'SME.C.NC',
    serviceReferenceVariants: [],
    targets: ['GSME'],
    source: 'GBCS mapping table row 1499; SMETS 4.5.3.1',
    response: [],
  },
  ({ one }) => [
    one(prepayment.fromClient.selectAvailableEmergencyCredit, {
      commandIssueDateTime: AT_ONCE,
      originatingDevice: ORIGINATING_DEVICE.inHomeDisplay,
    }),
  ],
);
