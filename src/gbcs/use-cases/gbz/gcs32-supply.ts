import { metering, SUPPLY_STATUS } from '../../gbz/clusters/metering.js';
import type { CommandPart, PartWords } from '../../gbz/command-part.js';
import { gbzUseCase } from '../../gbz/gbz-use-case.js';
import { AT_ONCE } from '../../gbz/utc-time.js';
import type { TransformContext } from '../../transform-context.js';
import { issuerEventId } from './issue-context.js';

const ACKNOWLEDGEMENT_REQUIRED = 0x01;

interface Issued {
  readonly issuerEventId: number;
}

const issued = (_: unknown, context: TransformContext): Issued => ({ issuerEventId: issuerEventId(context) });

function changeSupply({ one }: PartWords<Issued>, proposedSupplyStatus: number): CommandPart<Issued>[] {
  return [
    one(metering.fromClient.changeSupply, {
      providerId: 0,
      issuerEventId: (values) => values.issuerEventId,
      requestDateTime: AT_ONCE,
      implementationDateTime: AT_ONCE,
      proposedSupplyStatus,
      supplyControlBits: ACKNOWLEDGEMENT_REQUIRED,
    }),
  ];
}

/** Remotely close the valve in the GSME. */
export const GCS32 = gbzUseCase(
  {
    code: 'GCS32',
    title: 'Remotely close the valve in the GSME',
    messageCode: 0x0081,
    messageType: 'SME.C.C',
    serviceReferenceVariants: ['7.2'],
    targets: ['GSME'],
    source: 'GBCS mapping table row 944; SMETS 4.5.3.10',
    element: 'DisableSupply',
    response: [metering.fromServer.supplyStatusResponse],
    from: issued,
  },
  (words) => changeSupply(words, SUPPLY_STATUS.off),
);

/** Arm Valve in GSME. */
export const GCS39 = gbzUseCase(
  {
    code: 'GCS39',
    title: 'Arm Valve in GSME',
    messageCode: 0x0085,
    messageType: 'SME.C.C',
    serviceReferenceVariants: ['7.3'],
    targets: ['GSME'],
    source: 'GBCS mapping table row 945; SMETS 4.5.3.7',
    element: 'ArmSupply',
    response: [metering.fromServer.supplyStatusResponse],
    from: issued,
  },
  (words) => changeSupply(words, SUPPLY_STATUS.armed),
);

/** Read GSME Valve Status. */
export const GCS33 = gbzUseCase(
  {
    code: 'GCS33',
    title: 'Read GSME Valve Status',
    messageCode: 0x0082,
    messageType: 'SME.C.NC',
    serviceReferenceVariants: ['7.4'],
    targets: ['GSME', 'GPF'],
    source: 'GBCS mapping table rows 943, 1751; SMETS 4.6.5.16, 4.6.5.18',
    element: 'ReadSupplyStatus',
    response: [metering.foundation.readAttributesResponse],
    from: () => undefined,
  },
  ({ readAttributes }) => [readAttributes(metering, ['remainingBatteryLifeInDays', 'supplyStatus'])],
);
