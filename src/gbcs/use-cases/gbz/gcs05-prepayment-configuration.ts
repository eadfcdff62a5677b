import { CodecError } from '../../../common/errors.js';
import type { GasNonDisablementCalendar } from '../../../duis/generated/service-request-types.js';
import { CALENDAR_TYPE } from '../../gbz/clusters/calendar.js';
import { prepayment } from '../../gbz/clusters/prepayment.js';
import { gbzUseCase } from '../../gbz/gbz-use-case.js';
import { CANCEL, CANCEL_CALENDAR } from '../../gbz/utc-time.js';
import { activationTimeOf } from './execution-time.js';
import { calendarParts, type DayProfile, seasonsOf, specialDaysOf, weekProfilesOf } from './gas-calendar.js';
import { issuerEventId } from './issue-context.js';
import { ordered } from '../ordered.js';
import { signedAmount } from './signed-amount.js';
import { minutesOfDay } from '../time-of-day.js';

const INSTANCES = { dayProfiles: [1, 5], weekProfiles: [0, 2] } as const;

function dayProfilesOf(calendar: GasNonDisablementCalendar): DayProfile[] {
  const profiles = ordered(
    calendar.DayProfiles.GasNonDisablementDayProfile,
    (profile) => profile.GasDayName,
    'GasDayName',
  );
  return profiles.map((profile) => ({
    dayId: profile.GasDayName,
    entries: profile.TimeStartAction.map(({ StartTime, NonDisablementAction }) => ({
      startTime: minutesOfDay(StartTime),
      priceTierOrFriendlyCredit: NonDisablementAction === 'START' ? 1 : 0,
    })),
  }));
}

/** Update Prepayment Configurations on GSME. */
export const GCS05 = gbzUseCase(
  {
    code: 'GCS05',
    title: 'Update Prepayment Configurations on GSME',
    messageCode: 0x006f,
    messageType: 'SME.C.C',
    serviceReferenceVariants: ['2.1'],
    targets: ['GSME'],
    source:
      'GBCS mapping table rows 1169 to 1223, 1435, 1455, 1456, 1537 to 1550, 1696, 1698, 1843; SMETS 4.6.4.10 to 4.6.4.20',
    element: 'UpdatePrepayConfiguration',
    response: [],
    from(content, context) {
      const configuration = content.UpdatePrepayConfigGas;
      if (!configuration) throw new CodecError('the prepayment configuration is not that of a GSME');
      const calendar = configuration.GasNonDisablementCalendar;
      return {
        issuerEventId: issuerEventId(context),
        startTime: activationTimeOf(content.ExecutionDateTime, CANCEL),
        calendarStartTime: activationTimeOf(content.ExecutionDateTime, CANCEL_CALENDAR),
        debtRecoveryRateCap: signedAmount(configuration.DebtRecoveryRateCap, 'DebtRecoveryRateCap'),
        emergencyCreditLimit: configuration.EmergencyCreditLimit,
        emergencyCreditThreshold: configuration.EmergencyCreditThreshold,
        lowCreditThreshold: configuration.LowCreditThreshold,
        maxMeterBalance: configuration.MaxMeterBalance,
        maxCreditThreshold: configuration.MaxCreditThreshold,
        dayProfiles: dayProfilesOf(calendar),
        weekProfiles: weekProfilesOf(calendar.WeekProfiles.WeekProfile),
        seasons: seasonsOf(calendar.SeasonProfiles.Season),
        specialDays: specialDaysOf(calendar.SpecialDays.SpecialDay ?? []),
      };
    },
  },
  (words) => [
    words.one(prepayment.fromClient.emergencyCreditSetup, {
      issuerEventId: (values) => values.issuerEventId,
      startTime: (values) => values.startTime,
      emergencyCreditLimit: (values) => values.emergencyCreditLimit,
      emergencyCreditThreshold: (values) => values.emergencyCreditThreshold,
    }),
    words.one(prepayment.fromClient.setOverallDebtCap, {
      providerId: 0,
      issuerEventId: (values) => values.issuerEventId,
      implementationDateTime: (values) => values.startTime,
      overallDebtCap: (values) => values.debtRecoveryRateCap,
    }),
    // ZCL gives this command no time of its own, so that GBCS puts it into the additional header.
    words.one(
      prepayment.fromClient.setLowCreditWarningLevel,
      { lowCreditWarningLevel: (values) => values.lowCreditThreshold },
      (values) => values.startTime,
    ),
    words.one(prepayment.fromClient.setMaximumCreditLimit, {
      providerId: 0,
      issuerEventId: (values) => values.issuerEventId,
      implementationDateTime: (values) => values.startTime,
      maximumCreditLevel: (values) => values.maxMeterBalance,
      maximumCreditPerTopUp: (values) => values.maxCreditThreshold,
    }),
    ...calendarParts(words, CALENDAR_TYPE.friendlyCredit, INSTANCES),
  ],
);
