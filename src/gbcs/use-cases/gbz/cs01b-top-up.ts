import { ORIGINATING_DEVICE, prepayment } from '../../gbz/clusters/prepayment.js';
import { gbzHanUseCase, gbzUseCase } from '../../gbz/gbz-use-case.js';

/** Apply Prepayment Top Up to a GSME. The token carries the Supplier's authority, so that the Command is not signed. */
export const CS01b = gbzUseCase(
  {
    code: 'CS01b',
    title: 'Apply Prepayment Top Up to a GSME',
    messageCode: 0x0097,
    messageType: 'SME.C.NC',
    serviceReferenceVariants: ['2.2'],
    targets: ['GSME'],
    source: 'GBCS mapping table row 1165; SMETS 4.5.3.3',
    element: 'TopUpDevice',
    response: [prepayment.fromServer.consumerTopUpResponse],
    from: (content) => ({ utrn: Buffer.from(content.UTRN, 'ascii') }),
  },
  ({ one }) => [
    one(prepayment.fromClient.consumerTopUp, {
      originatingDevice: ORIGINATING_DEVICE.energyServiceInterface,
      topUpCode: (values) => values.utrn,
    }),
  ],
);

/** Apply Prepayment Top Up to a GSME using PPMID: goes from the PPMID to the GSME, no Remote Party sends it. */
export const PCS01 = gbzHanUseCase(
  {
    code: 'PCS01',
    title: 'Apply Prepayment Top Up to a GSME using PPMID',
    messageCode: 0x009b,
    messageType: 'SME.C.NC',
    serviceReferenceVariants: [],
    targets: ['GSME'],
    source: 'GBCS mapping table row 90; SMETS 4.5.3.3',
    response: [prepayment.fromServer.consumerTopUpResponse],
  },
  ({ one }) => [
    one(prepayment.fromClient.consumerTopUp, {
      originatingDevice: ORIGINATING_DEVICE.inHomeDisplay,
      topUpCode: Buffer.alloc(0),
    }),
  ],
);
