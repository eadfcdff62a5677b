import { expect } from 'chai';
import { growingPause, pauseAfter } from '../../src/delivery/retry-schedule.js';

const SCHEDULE = { attempts: 4, delayMs: 1000, maxDelayMs: 3000 };

describe('pauses between attempts', () => {
  for (const [failed, full] of [
    [1, 1000],
    [2, 2000],
    [3, 3000],
    [500, 3000],
  ] as const) {
    it(`last between half of ${full} ms and the whole of it the ${failed}. time`, () => {
      for (let round = 0; round < 50; round++) {
        expect(growingPause(failed, SCHEDULE)).to.be.within(full / 2, full);
      }
    });
  }

  it('end with the last attempt', () => {
    expect(pauseAfter(3, SCHEDULE)).to.be.a('number');
    expect(pauseAfter(4, SCHEDULE)).to.equal(undefined);
  });
});
