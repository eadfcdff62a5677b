import { CodecError } from '../../../../common/errors.js';
import type { AdjustOrReset, UpdateMeterBalance } from '../../../../duis/generated/service-request-types.js';
import { constant, doubleLong } from '../../../dlms/index.js';
import { action, dlmsUseCase, hasBodyContent, nothingToSay } from '../engine/index.js';
import { ACCUMULATED_DEBT, EMERGENCY_CREDIT, METER_BALANCE } from '../shared/account-objects.js';
import { balance } from '../shared/amount.js';

const SET_TO_ZERO = constant(doubleLong, 0);

const facts = {
  messageType: 'SME.C.C',
  serviceReferenceVariants: ['1.5'],
  targets: ['ESME'],
} as const;

/** An ESME has one balance; the mode the request names tells use cases of a GSME apart, not those of an ESME. */
function change({ PrepaymentMode, CreditMode }: UpdateMeterBalance): AdjustOrReset {
  return PrepaymentMode ?? CreditMode ?? {};
}

/** Adjust Meter Balance on the ESME. */
export const ECS04a = dlmsUseCase({
  ...facts,
  code: 'ECS04a',
  title: 'Adjust Meter Balance on the ESME',
  messageCode: 0x001c,
  source: 'GBCS mapping table rows 1045, 1047',
  command: { adjustment: action(METER_BALANCE, 1, balance) },
  from: {
    UpdateMeterBalance(content) {
      const { AdjustMeterBalance } = change(content);
      if (AdjustMeterBalance === undefined) throw new CodecError('the request has no AdjustMeterBalance');
      return { adjustment: AdjustMeterBalance };
    },
  },
  appliesWhere: ({ request }) =>
    hasBodyContent(request, 'UpdateMeterBalance', (content) => !change(content).ResetMeterBalance),
});

/** Reset Meter Balance on the ESME: meter balance, emergency credit and accumulated debt. */
export const ECS04b = dlmsUseCase({
  ...facts,
  code: 'ECS04b',
  title: 'Reset Meter Balance on the ESME',
  messageCode: 0x00b3,
  source: 'GBCS mapping table rows 7, 1048, 1049',
  command: {
    meterBalance: action(METER_BALANCE, 2, SET_TO_ZERO),
    emergencyCreditBalance: action(EMERGENCY_CREDIT, 2, SET_TO_ZERO),
    accumulatedDebtRegister: action(ACCUMULATED_DEBT, 2, SET_TO_ZERO),
  },
  from: { UpdateMeterBalance: nothingToSay },
  appliesWhere: ({ request }) =>
    hasBodyContent(request, 'UpdateMeterBalance', (content) => Boolean(change(content).ResetMeterBalance)),
});
