import { expect } from 'chai';
import { DuisRejection } from '../../../../../src/common/errors.js';
import { sampleRequest } from '../../../requests.js';
import { commandValues, transformed, withContent } from '../../../transformed.js';

describe('voltage configuration of an ESME', () => {
  const sample = sampleRequest('ECS29b_6.5_SUCCESS');
  const settings = (value: number) => ({
    AverageRMSOverVoltageThreshold: value,
    AverageRMSUnderVoltageThreshold: value + 1,
    AverageRMSVoltageMeasurementPeriod: value + 2,
  });
  const phases = (...numbers: number[]) =>
    withContent(sample, {
      PolyPhaseVoltageSettings: numbers.map((Phase) => ({
        Phase,
        PhaseVoltageSettings: settings(Phase * 10),
      })),
    });

  it('goes to the phase the request names, whatever the order', () => {
    const { thresholds, averagingPeriods } = commandValues(phases(3, 1, 2), { esmeVariant: 'C' });
    expect(thresholds).to.deep.equal(
      [10, 20, 30].map((volts) => ({ overVoltage: volts, underVoltage: volts + 1 })),
    );
    expect(averagingPeriods).to.deep.equal([12, 22, 32]);
  });

  it('is refused unless each phase is there once', () => {
    expect(() => transformed(phases(1, 2))).to.throw(DuisRejection, 'phases 1, 2');
    expect(() => transformed(phases(1, 2, 2))).to.throw(DuisRejection);
  });

  it('keeps the counters where the request asks for it and the Device can', () => {
    const keeping = withContent(sample, { RMSVoltageCountersNotReset: {} });
    expect(transformed(keeping).useCase.code).to.equal('ECS29d');
    expect(transformed(keeping, { gbcsVersion: '1.0' }).useCase.code).to.equal('ECS29b');
    expect(transformed(sample).useCase.code).to.equal('ECS29b');
  });
});

describe('billing calendar of an ESME', () => {
  const sample = sampleRequest('ECS30a_6.8_SUCCESS');
  const calendar = (periodicity: object) =>
    withContent(sample, { ElectricityBillingCalendar: { BillingTime: '06:30:00Z', ...periodicity } });
  const dates = (periodicity: object) =>
    (commandValues(calendar(periodicity))['schedule'] as { date: Record<string, number> }[]).map(
      ({ date: { month, dayOfMonth, dayOfWeek } }) => [month, dayOfMonth, dayOfWeek],
    );

  it('has a date with wildcards for each billing period of a year, day, week or month', () => {
    expect(dates({ Daily: {} })).to.deep.equal([[255, 255, 255]]);
    expect(dates({ Weekly: 7 })).to.deep.equal([[255, 255, 7]]);
    expect(dates({ Monthly: 28 })).to.deep.equal([[255, 28, 255]]);
    expect(dates({ Quarterly: { DayOfMonth: 5, BillingPeriodStartMonth: 11 } })).to.deep.equal([
      [11, 5, 255],
      [2, 5, 255],
      [5, 5, 255],
      [8, 5, 255],
    ]);
    expect(dates({ SixMonthly: { DayOfMonth: 1, BillingPeriodStartMonth: 6 } })).to.deep.equal([
      [6, 1, 255],
      [12, 1, 255],
    ]);
    expect(dates({ Yearly: { DayOfMonth: 9, BillingPeriodStartMonth: 4 } })).to.deep.equal([[4, 9, 255]]);
  });

  it('has no period longer than a month on a Device of GBCS 1', () => {
    expect(transformed(calendar({ Weekly: 1 }), { gbcsVersion: '1.0' }).useCase.code).to.equal('ECS30');
    const quarterly = calendar({ Quarterly: { DayOfMonth: 5, BillingPeriodStartMonth: 1 } });
    expect(() => transformed(quarterly, { gbcsVersion: '1.0' })).to.throw(DuisRejection, 'GBCS 1');
  });
});

describe('alert behaviours of an ESME', () => {
  const sample = sampleRequest('ECS25b_6.22_SUCCESS');
  const configured = withContent(sample, {
    ElectricityNetworkOperatorAlerts: {
      NetworkOperatorESMECommon: { x8015: 'Enable' },
      NetworkOperatorESMESinglePhase: { x8002: 'Disable' },
      NetworkOperatorESMEPolyPhase: { x8003: 'Enable' },
    },
  });

  it('are those of its phases', () => {
    const behaviours = (esmeVariant: string) => commandValues(configured, { esmeVariant })['behaviours'];
    expect(behaviours('A')).to.deep.equal(
      new Map([
        [0x8002, 'Disable'],
        [0x8015, 'Enable'],
      ]),
    );
    expect(behaviours('C')).to.deep.equal(
      new Map([
        [0x8003, 'Enable'],
        [0x8015, 'Enable'],
      ]),
    );
  });

  it('are refused where nothing is left to configure', () => {
    const none = withContent(sample, { ElectricityNetworkOperatorAlerts: {} });
    expect(() => transformed(none)).to.throw(DuisRejection, 'configures no event');
  });
});

describe('MPANs of an ESME', () => {
  const sample = sampleRequest('ECS39a_6.20.1_SINGLE_SUCCESS');

  it('stand one after the other where there are two', () => {
    const ImportMPANs = { ImportMPAN: '1234567890123', SecondaryImportMPAN: '9876543210987' };
    expect(commandValues(withContent(sample, { ImportMPANs }))).to.deep.equal({
      importMpans: '12345678901239876543210987',
    });
  });

  it('are no MPRN', () => {
    const gas = withContent(sample, { ImportMPANs: undefined, ImportMPRN: '1234567890' });
    expect(() => transformed(gas)).to.throw(DuisRejection, 'ImportMPANs');
  });
});

describe('clock of an ESME', () => {
  it('is set within the tolerance from the time of the request, at commissioning too', () => {
    for (const name of ['ECS70_6.11_SUCCESS', 'ECS70Commission_8.1.1_SUCCESS']) {
      const request = withContent(sampleRequest(name), {
        CurrentDateTime: new Date('2031-12-31T23:59:59Z'),
        TolerancePeriod: 86_400,
      });
      expect(commandValues(request)['validTimeRange']).to.deep.include({
        validityStart: new Date('2031-12-31T23:59:59Z'),
        validityEnd: new Date('2032-01-01T23:59:59Z'),
      });
    }
  });
});
