import { expect } from 'chai';
import { DuisRejection } from '../../../../../src/common/errors.js';
import { sampleRequest } from '../../../requests.js';
import { commandValues, transformed, withContent } from '../../../transformed.js';

describe('Communications Hub', () => {
  it('masks the channels of each page, the first channel in the last bit', () => {
    const { configuration } = commandValues(
      withContent(sampleRequest('DBCH04_6.28_SUCCESS'), {
        LowerBandSubGHzChannels0To26: { Channel0: {}, Channel26: {} },
        LowerBandSubGHzChannels27To34: { Channel34: {} },
        LowerBandSubGHzChannels35To61: { Channel35: {}, Channel61: {} },
        UpperBandSubGHzChannels0To26: {},
        NormalLimitedDutyCycleThreshold: '0.5',
      }),
    ) as { configuration: Record<string, unknown> };
    expect(configuration).to.include({
      page28Mask: `11100${'1'}${'0'.repeat(25)}1`,
      page29Mask: `11101${'0'.repeat(19)}10000000`,
      page30Mask: `11110${'1'}${'0'.repeat(25)}1`,
      page31Mask: `11111${'0'.repeat(27)}`,
      normalLimitedDutyCycleThreshold: 50,
    });
  });

  it('takes percentages to the hundredth, not beyond', () => {
    const sample = sampleRequest('DBCH04_6.28_SUCCESS');
    expect(() => transformed(withContent(sample, { LocalCHRetryPercentage: '1.005' }))).to.throw(
      DuisRejection,
    );
  });

  it('is not restored from a backup nobody has', () => {
    const sample = sampleRequest('CCS03_8.12.1_SUCCESS');
    expect(() => transformed(withContent(sample, { OldCHFID: '00-DB-12-34-56-78-90-A2' }))).to.throw(
      DuisRejection,
      'no backup of the Device Log of 00-DB-12-34-56-78-90-A2',
    );
  });
});
