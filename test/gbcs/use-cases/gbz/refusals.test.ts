import { expect } from 'chai';
import { DuisRejection, InternalError } from '../../../../src/common/errors.js';
import type { IssueContext } from '../../../../src/gbcs/use-cases/gbz/issue-context.js';
import { GBZ_USE_CASES } from '../../../../src/gbcs/use-cases/gbz/index.js';
import { build, changed, referenceContext, referenceRequest, useCaseOf } from './reference-requests.js';

const TOU = 'GCS01a_1.1.1_IMMEDIATE_TOU_SUCCESS';
const BLOCK = 'GCS01a_1.1.1_FUTURE_DATED_BLOCK_SUCCESS';
const CALENDAR = 'UpdatePrepayConfigGas.GasNonDisablementCalendar';
const YEAR = `${CALENDAR}.SeasonProfiles.Season.0.SeasonStartDate.GasYearWithWildcards.SpecifiedYear`;

/** Schema-valid values that no message can carry. */
const REFUSED: readonly [name: string, path: string, value: unknown, reason: RegExp][] = [
  ['GCS02_1.6_IMMEDIATE_SUCCESS', 'ExecutionDateTime', new Date('2137-01-01T00:00:00Z'), /UTCTime/],
  ['GCS02_1.6_IMMEDIATE_SUCCESS', 'ExecutionDateTime', new Date('1999-01-01T00:00:00Z'), /UTCTime/],
  ['GCS02_1.6_IMMEDIATE_SUCCESS', 'ExecutionDateTime', new Date('2030-01-01T00:00:00.5Z'), /fraction/],
  ['GCS03_1.6_IMMEDIATE_SUCCESS', 'Prepayment.DisablementThreshold', -0x80000000, /no value/],
  ['GCS04_2.3_SUCCESS', 'TimeDebtRegister1', -0x80000000, /no value/],
  ['GCS04_2.3_SUCCESS', 'GasDebtRecovery1.DebtRecoveryRate', -0x80000000, /no value/],
  ['GCS40a_1.5_SUCCESS', 'PrepaymentMode.AdjustMeterBalance', -0x80000000, /no value/],
  ['GCS05_2.1_IMMEDIATE_SUCCESS', 'UpdatePrepayConfigGas.DebtRecoveryRateCap', -0x80000000, /no value/],
  ['GCS05_2.1_IMMEDIATE_SUCCESS', YEAR, 2155, /2155/],
  [
    'GCS05_2.1_IMMEDIATE_SUCCESS',
    `${CALENDAR}.WeekProfiles.WeekProfile.1.WeekName`,
    1,
    /WeekName 1 occurs twice/,
  ],
  [
    'GCS05_2.1_IMMEDIATE_SUCCESS',
    `${CALENDAR}.WeekProfiles.WeekProfile.1.ReferencedDayName.6.index`,
    1,
    /ReferencedDayName 1 occurs twice/,
  ],
  [
    'GCS05_2.1_IMMEDIATE_SUCCESS',
    `${CALENDAR}.DayProfiles.GasNonDisablementDayProfile.1.GasDayName`,
    1,
    /GasDayName 1 occurs twice/,
  ],
  [
    'GCS05_2.1_IMMEDIATE_SUCCESS',
    `${CALENDAR}.DayProfiles.GasNonDisablementDayProfile.0.TimeStartAction.0.StartTime`,
    '07:00:30.00Z',
    /whole minute/,
  ],
  [
    'GCS05_2.1_IMMEDIATE_SUCCESS',
    `${CALENDAR}.DayProfiles.GasNonDisablementDayProfile.0.TimeStartAction.0.StartTime`,
    '07:00:00+01:00',
    /UTC day/,
  ],
  [TOU, 'GasTariffElements.SwitchingTable.DayProfiles.DayProfile.3.DayName', 1, /DayName 1 occurs twice/],
  [TOU, 'PriceElements.GasPriceElements.TOUTariff.TOUPrice.3.index', 1, /TOUPrice 1 occurs twice/],
  [BLOCK, 'PriceElements.GasPriceElements.BlockTariff.BlockPrice.3.index', 1, /BlockPrice 1 occurs twice/],
  [BLOCK, 'GasTariffElements.ThresholdMatrix.BlockThreshold.2.index', 2, /BlockThreshold 2 occurs twice/],
  [
    BLOCK,
    'GasTariffElements.ThresholdMatrix.BlockThreshold',
    [{ value: 5, index: 3 }],
    /BlockThreshold with index 1 is missing/,
  ],
  [BLOCK, 'GasTariffElements', undefined, /not that of a GSME/],
  [BLOCK, 'PriceElements', {}, /not those of a GSME/],
  ['GCS09_3.2_SUCCESS', 'RestrictionDateTime', new Date('2200-01-01T00:00:00Z'), /UTCTime/],
  ['GCS15d_4.4.4_SUCCESS', 'ReadLogPeriod.EndDateTime', new Date('2014-01-01T00:00:00Z'), /ends before/],
  ['GCS23_6.6_SUCCESS', 'CalorificValue', '40.05', /more than 1 digits/],
  ['GCS23_6.6_SUCCESS', 'ConversionFactor', '42949.67296', /4294967295/],
  ['GCS25_6.8_SUCCESS', 'GasBillingCalendar.BillingPeriodStart', new Date('2140-01-01T00:00:00Z'), /UTCTime/],
  ['GCS25_6.8_SUCCESS', 'GasBillingCalendar.Periodicity', 'Yearly', /Yearly/],
  ['GCS20_6.22_SUCCESS', 'GasSupplierAlertEventSettings', {}, /configures no event/],
  ['GCS41_6.20.1_SUCCESS', 'ImportMPRN', '12345é', /not ASCII/],
  ['CS11_3.3_SUCCESS', 'ESMEEventLogType', 'ESME', /does not apply/],
  ['CS10a_6.13_SUCCESS', 'LogToRead', 'PowerEvent', /no PowerEvent log/],
];

describe('what a GBZ Command cannot carry', () => {
  for (const [name, path, value, reason] of REFUSED) {
    it(`${name} with ${path} = ${value instanceof Date ? value.toISOString() : JSON.stringify(value)} is refused`, () => {
      const useCase = useCaseOf(name.split('_')[0] ?? '');
      const request = changed(referenceRequest(name), path, value);
      expect(() => build(useCase, request))
        .to.throw(DuisRejection, reason)
        .with.property('responseCode', 'E12');
    });
  }

  it('refuses a request of another kind', () => {
    expect(() => build(useCaseOf('GCS32'), referenceRequest('GCS39_7.3_SUCCESS')))
      .to.throw(DuisRejection, 'ArmSupply')
      .with.property('responseCode', 'E11');
  });

  it('never builds what travels in the home only, or comes from a Device', () => {
    const request = referenceRequest('GCS06_2.5_SUCCESS');
    for (const row of GBZ_USE_CASES.filter((each) => each.serviceReferenceVariants.length === 0)) {
      expect(() => build(row, request), row.code).to.throw(InternalError);
    }
  });
});

describe('what a GBZ Command takes from outside the request', () => {
  const issue = (context: Partial<IssueContext>): IssueContext => ({ ...referenceContext(), ...context });

  it('is the current time as Issuer Event ID', () => {
    const request = referenceRequest('GCS32_7.2_SUCCESS');
    const at = (context: IssueContext) => build(useCaseOf('GCS32'), request, context).readUInt32LE(15);
    expect(at(issue({}))).to.equal(0x1c374a80);
    expect(at(issue({ currentTime: new Date('2030-01-15T09:00:00Z') }))).to.equal(0x38818890);
  });

  it('is the Customer Identification Number', () => {
    const request = referenceRequest('GCS36_9.1_SUCCESS');
    const numberIn = (context: IssueContext) =>
      build(useCaseOf('GCS36'), request, context).subarray(24).toString('latin1');
    expect(numberIn(issue({}))).to.equal('1234');
    expect(numberIn(issue({ customerIdentificationNumber: '07' }))).to.equal('07');
    expect(() => numberIn(issue({ customerIdentificationNumber: '12345' }))).to.throw(
      DuisRejection,
      '1 to 4 digits',
    );
  });
});
