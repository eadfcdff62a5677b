import { constant, enumerated, longUnsigned, named } from '../../../dlms/index.js';
import { action, dlmsUseCase, get, nothingToSay } from '../engine/index.js';

/** Scripts of the load switch. Source: mapping table rows 693, 944, 945. */
const script = (number: number) =>
  action({ classId: 9, obis: '0-0:10.0.106.255' }, 1, constant(longUnsigned, number));

const facts = { messageType: 'SME.C.C', targets: ['ESME'] } as const;

/** Remotely Close the Load Switch on the ESME. */
export const ECS42 = dlmsUseCase({
  ...facts,
  code: 'ECS42',
  title: 'Remotely Close the Load Switch on the ESME',
  messageCode: 0x004f,
  serviceReferenceVariants: ['7.1'],
  source: 'GBCS mapping table row 693',
  command: { enable: script(51) },
  from: { EnableSupply: nothingToSay },
});

/** Remotely Open the Load Switch on the ESME. */
export const ECS43 = dlmsUseCase({
  ...facts,
  code: 'ECS43',
  title: 'Remotely Open the Load Switch on the ESME',
  messageCode: 0x0050,
  serviceReferenceVariants: ['7.2'],
  source: 'GBCS mapping table row 944',
  command: { disable: script(52) },
  from: { DisableSupply: nothingToSay },
});

/** Arm Load Switch in ESME. */
export const ECS44 = dlmsUseCase({
  ...facts,
  code: 'ECS44',
  title: 'Arm Load Switch in ESME',
  messageCode: 0x0051,
  serviceReferenceVariants: ['7.3'],
  source: 'GBCS mapping table row 945',
  command: { arm: script(54) },
  from: { ArmSupply: nothingToSay },
});

/** Read Status of Load Switch in the ESME. */
export const ECS45 = dlmsUseCase({
  code: 'ECS45',
  title: 'Read Status of Load Switch in the ESME',
  messageCode: 0x0052,
  messageType: 'SME.C.NC',
  serviceReferenceVariants: ['7.4'],
  targets: ['ESME'],
  source: 'GBCS mapping table row 943',
  command: {
    supplyState: get(
      { classId: 70, obis: '0-0:96.3.10.255' },
      3,
      named(enumerated, { 0: 'disabled', 1: 'enabled', 2: 'armed' }),
    ),
  },
  from: { ReadSupplyStatus: nothingToSay },
});
