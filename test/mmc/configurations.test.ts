import { expect } from 'chai';
import { elementValues, type ElementValue } from '../../src/duis/element-values/index.js';
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
});
