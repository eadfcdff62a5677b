import { expect } from 'chai';
import { DuisRejection } from '../../../../../src/common/errors.js';
import { parseEui64 } from '../../../../../src/common/eui64.js';
import { sampleRequest } from '../../../requests.js';
import { commandValues, transformed, withContent } from '../../../transformed.js';

const obisOf = (name: string, content: Readonly<Record<string, unknown>>): string =>
  transformed(withContent(sampleRequest(name), content)).message.content.toString('hex');

describe('auxiliary controllers of an ESME', () => {
  it('are commanded by number, for a period of their own', () => {
    const period = {
      StartDateTime: new Date('2031-01-01T00:00:00Z'),
      EndDateTime: new Date('2031-01-02T00:00:00Z'),
    };
    for (const [controller, level, input, script] of [
      [2, 100, undefined, 0x1264],
      [5, 33, {}, 0x2521],
    ] as const) {
      const content = {
        auxiliaryControllerN: controller,
        ...period,
        CommandedStateLevel: level,
        InputFromControlledLoad: input,
      };
      for (const name of ['ECS47a_7.13_ALCS_DEACTIVATE_SUCCESS', 'ECS47e_7.16_APC_INPUT_SUCCESS']) {
        const values = commandValues(withContent(sampleRequest(name), content));
        expect(values['script']).to.equal(script);
        expect((values['periods'] as unknown[])[controller - 1]).to.deep.equal({
          start: period.StartDateTime,
          end: period.EndDateTime,
        });
      }
    }
  });

  it('are activated and deactivated for minutes, or reset', () => {
    expect(
      obisOf('ECS47Activate_7.5_SUCCESS', { ActivateALCSHCALCS: { index: 4, Duration: 1440 } }),
    ).to.include('5e2c7801');
    expect(
      commandValues(
        withContent(sampleRequest('ECS47Deactivate_7.6_SUCCESS'), {
          DeactivateALCSHCALCS: { index: 2, Duration: 7 },
        }),
      )['script'],
    ).to.equal(0x0212);
  });

  it('keep the description the request does not name', () => {
    const content = { ALCSHCALCSDescription: [{ index: 4, SwitchDescription: 'Pump' }] };
    const values = commandValues(withContent(sampleRequest('ECS46a_6.14.1_ALL_OPTIONALS_SUCCESS'), content));
    expect(values['descriptions']).to.deep.equal([undefined, undefined, undefined, 'Pump', undefined]);
  });

  it('stand for the HCALCS the request names', () => {
    const SwitchTypeAndId = [
      { index: 3, HCALCS: parseEui64('00-DB-12-34-56-78-90-97') },
      { index: 1, ALCS: {} },
    ];
    const sample = sampleRequest('ECS46c_6.14.2_CANCELLATION_ALL_OPTIONALS_SUCCESS');
    const values = commandValues(withContent(sample, { SwitchTypeAndId }), { gbcsVersion: '1.0' });
    expect((values['identities'] as (Buffer | undefined)[]).map((id) => id?.toString('hex'))).to.deep.equal([
      '0000000000000000',
      undefined,
      '00db123456789097',
      undefined,
      undefined,
    ]);
  });

  it('are all written when the boost button gets or loses some', () => {
    const boost = (name: string, element: string, values: readonly boolean[]) =>
      commandValues(
        withContent(sampleRequest(name), {
          [element]: values.map((value, position) => ({ index: values.length - position, value })),
        }),
      )['boosted'];
    const values = [true, false, false, true, true];
    expect(boost('ECS62Add_7.9_SUCCESS', 'AddToBoostButton', values)).to.deep.equal([
      true,
      true,
      false,
      false,
      true,
    ]);
    expect(boost('ECS62Remove_7.10_SUCCESS', 'RemoveFromBoostButton', values)).to.deep.equal([
      false,
      false,
      true,
      true,
      false,
    ]);
    const twice = [{ index: 1, value: true }, ...[1, 2, 3, 4].map((index) => ({ index, value: true }))];
    expect(() =>
      transformed(withContent(sampleRequest('ECS62Add_7.9_SUCCESS'), { AddToBoostButton: twice })),
    ).to.throw(DuisRejection, 'AddToBoostButton 1');
  });
});
