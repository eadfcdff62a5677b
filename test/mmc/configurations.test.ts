import { expect } from 'chai';
import { elementValues, type ElementValue } from '../../src/duis/element-values/index.js';
import type { Description } from '../../src/gbcs/index.js';
import { controllerAction } from '../../src/mmc/controller-actions.js';
import { suspendDebtDisabled, suspendDebtEmergency } from '../../src/mmc/debt-suspension.js';
import { parseDeviceMessage } from '../../src/mmc/index.js';
import { describeWithRtds, rtdsMessages } from '../gbcs/rtds.js';

/** What the parsed reference Response says, by the ends of paths. */
function valuesOf(name: string): readonly ElementValue[] {
  const message = rtdsMessages().find((each) => each.name === `${name}_RESPONSE`);
  if (message === undefined) throw new Error(`no ${name}`);
  return elementValues(Buffer.from(parseDeviceMessage(message.bytes)));
}

const ofElement = (values: readonly ElementValue[], element: string): string[] =>
  values.filter(({ path }) => path.replace(/\[\d+\]/g, '').endsWith(`/${element}`)).map(({ value }) => value);

describeWithRtds('configurations as MMC', () => {
  it('of prepayment (ECS26a) have amounts, debts and the calendar of non-disablement', () => {
    const values = valuesOf('ECS26a_4.13_SINGLE_SUCCESS');
    const said = Object.fromEntries<string>(
      values.map(({ path, value }) => [path.split('/').at(-1) ?? '', value]),
    );
    expect(said).to.include({
      DebtRecoveryPerPayment: '5000',
      DisablementThreshold: '-500000',
      DebtRecoveryRatePriceScale: '-5',
      DebtRecoveryRatePeriod: 'DAILY',
    });
    expect(ofElement(values, 'DebtRecoveryRate')).to.deep.equal(['5000', '6000']);
    expect(ofElement(values, 'NonDisablementScript').slice(0, 3)).to.deep.equal(['START', 'START', 'STOP']);
    expect(ofElement(values, 'SwitchTime').slice(0, 3)).to.deep.equal([
      '00:00:00Z',
      '18:00:00Z',
      '08:00:00Z',
    ]);
    expect(ofElement(values, 'StartDate')[0]).to.equal('2014-10-26');
    expect(ofElement(values, 'DayOfWeekID').slice(0, 3)).to.deep.equal(['Saturday', 'Sunday', 'Monday']);
    expect(ofElement(values, 'SpecialDayID').slice(0, 4)).to.deep.equal(['1', '2', '3', '4']);
  });

  it('of prepayment of gas (GCS21b) have amounts, debts and days', () => {
    const values = valuesOf('GCS21b_4.13_SUCCESS');
    expect(ofElement(values, 'DebtRecoveryRate')).to.deep.equal(['500000', '200000']);
    expect(ofElement(values, 'CreditMaxCreditThreshold')).to.deep.equal(['5000000']);
    expect(ofElement(values, 'StartTime').slice(0, 3)).to.deep.equal(['00:00:00Z', '08:00:00Z', '18:00:00Z']);
    expect(ofElement(values, 'ReferencedDayName').slice(0, 7).join()).to.equal('1,1,1,1,1,3,3');
  });

  it('of switches (ECS61a) have what each entry of the schedule does', () => {
    const values = valuesOf('ECS61a_7.7_ALL_OPTIONALS_SUCCESS');
    expect(ofElement(values, 'HCALCS')).to.deep.equal(['00-DB-12-34-56-78-90-97']);
    const actions = values
      .filter(({ path }) => /ActivateDeactivateSwitch/.test(path))
      .map(({ path, value }) => `${path.split('/').at(-1)} ${value}`);
    expect(actions.filter((each) => each.startsWith('@index')).map((each) => each.at(-1))).to.deep.equal([
      '1',
      '1',
      '2',
      '2',
      '2',
      '2',
    ]);
  });

  it('of controllers (ECS61d) have the levels of the schedule', () => {
    const values = valuesOf('ECS61d_7.14_SUCCESS');
    expect(ofElement(values, 'CommandedStateLevel')).to.deep.equal(['0', '50', '0', '50', '0', '50']);
    expect(ofElement(values, 'SwitchTime')[1]).to.equal('09:30:00Z');
  });

  it('of prepayment say whether debt recovery is suspended (ECS26a)', () => {
    const values = valuesOf('ECS26a_4.13_SINGLE_SUCCESS');
    expect(ofElement(values, 'SuspendDebtDisabled')).to.deep.equal(['true']);
    expect(ofElement(values, 'SuspendDebtEmergency')).to.deep.equal(['true']);
  });

  it('of prepayment of gas (GCS21b) have seasons and special days', () => {
    const values = valuesOf('GCS21b_4.13_SUCCESS');
    const seasons = values.filter(({ path }) => path.includes('/SeasonProfiles/'));
    expect(ofElement(seasons, 'ReferencedWeekName').length).to.be.greaterThan(0);
    expect(ofElement(seasons, 'SpecifiedMonth').length).to.equal(
      ofElement(seasons, 'ReferencedWeekName').length,
    );
    const days = values.filter(({ path }) => path.includes('/SpecialDays/'));
    expect(ofElement(days, 'ReferencedDayName').length).to.be.greaterThan(0);
  });
});

describeWithRtds('logs as MMC', () => {
  for (const useCase of ['ECS35f', 'ECS35g']) {
    it(`of auxiliary controllers (${useCase}) say what each was to do`, () => {
      const values = valuesOf(`${useCase}_6.13_SUCCESS`);
      expect(ofElement(values, 'SwitchNumber').slice(0, 5)).to.deep.equal(['2', '2', '2', '2', '3']);
      expect(ofElement(values, 'SwitchAction').slice(0, 5)).to.deep.equal([
        'On',
        'Entry relates to a Message from an HC ALCS',
        'Revert to calendar control',
        'Entry relates to a Message from an HC ALCS',
        'Off',
      ]);
    });
  }

  it('of Sub GHz channels (DBCH02) say what made the hub scan', () => {
    const triggers = ofElement(valuesOf('DBCH02_6.32_SUCCESS'), 'ScanTrigger');
    expect(triggers[0]).to.equal('RemotePartyCommand');
    expect(triggers[7]).to.equal('SMHANFormation');
    expect(triggers).to.have.length(11);
  });
});

describe('an entry of the log of auxiliary controllers', () => {
  const action = controllerAction('word');
  const told = (word: number) => ({
    number: action('SwitchNumber')({ word }),
    action: action('SwitchAction')({ word }),
    level: action('AuxiliaryControllerLevel')({ word }),
    input: action('InputFromControlledLoad')({ word }),
  });

  it('tells levels, at once or in a calendar, of output and of input', () => {
    expect(told(0x1332)).to.deep.equal({ number: '3', action: undefined, level: '50', input: undefined });
    expect(told(0x23e4)).to.deep.equal({ number: '3', action: undefined, level: '100', input: {} });
  });

  it('tells nothing that MMC has no word for', () => {
    expect(told(0x0933)).to.deep.equal({
      number: undefined,
      action: undefined,
      level: undefined,
      input: undefined,
    });
    expect(told(0x1165).level).to.equal(undefined);
  });
});

describe('whether debt recovery is suspended', () => {
  const credit = '0-0:19.10.0.255';
  const timeDebt = '0-0:19.20.1.255';
  const of = (charges: readonly Description[]) => [
    suspendDebtDisabled('charges')({ charges }),
    suspendDebtEmergency('charges')({ charges }),
  ];

  it('is told of the charges collected', () => {
    expect(of([{ credit, charge: timeDebt, collection: '111' }])).to.deep.equal(['false', 'false']);
    expect(of([{ credit, charge: timeDebt, collection: '110' }])).to.deep.equal(['true', 'false']);
  });

  it('is not told where no debt is recovered, as in credit mode', () => {
    expect(of([{ credit, charge: '0-0:19.20.0.255', collection: '111' }])).to.deep.equal([
      undefined,
      undefined,
    ]);
  });
});
