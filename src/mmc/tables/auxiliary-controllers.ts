import type { Description } from '../../gbcs/index.js';
import { at, eui64, text } from '../conversions.js';
import { valueAt } from '../decoded-content.js';
import { levelIn } from '../controller-state.js';
import type { MmcTree, Reader } from '../mmc-tree.js';
import type { ResponseRow } from '../response-row.js';

const CONTROLLERS = [1, 2, 3, 4, 5];

/** Identities that are no EUI-64. Source: GBCS ECS46 (eight zero bytes); RTDS 4.5.0 ECS61e (the others: inferred). */
const TYPES: Readonly<Record<string, string>> = { '0000000000000000': 'ALCS', FF: 'APC', '': 'None' };

function typeAndIdentifier(identity: Description | undefined): MmcTree | undefined {
  if (typeof identity !== 'string') return undefined;
  const AuxiliaryControllerType = TYPES[identity];
  if (AuxiliaryControllerType !== undefined) return { AuxiliaryControllerType };
  return { AuxiliaryControllerType: 'HCALCS', HCALCSID: eui64(identity) };
}

/** One element a controller whose identity or state was read. */
const operationalData: Reader = (content) =>
  CONTROLLERS.filter(
    (n) => valueAt(content, `identity${n}`) !== undefined || valueAt(content, `state${n}`) !== undefined,
  ).map((n): MmcTree => {
    const state = `state${n}`;
    return {
      auxiliaryControllerN: String(n),
      TypeAndIdentifier: typeAndIdentifier(valueAt(content, `identity${n}`)),
      AuxiliaryControllerStateAndAssociatedInformation: {
        OutputState: levelIn(state, 'outputState')(content),
        InputState: levelIn(state, 'inputState')(content),
        StateAndAssociatedInformation: at(state, text)(content),
      },
    };
  });

/** Operational data of auxiliary controllers: 7.15. */
export const AUXILIARY_CONTROLLERS: readonly ResponseRow[] = [
  {
    useCases: ['ECS61e'],
    elements: { AuxiliaryControllerOperationalData: operationalData },
    source: 'MMC schema 5.4, ReadAuxiliaryControllerOperationalDataRsp',
    mark: 'inferred',
  },
];
