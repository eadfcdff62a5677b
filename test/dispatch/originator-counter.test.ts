import { expect } from 'chai';
import { OriginatorCounter } from '../../src/dispatch/originator-counter.js';

describe('Originator Counter of the Access Control Broker', () => {
  it('rises with every message in the same millisecond', () => {
    const counter = new OriginatorCounter(() => new Date(5000), 0n);
    expect([counter.next(), counter.next(), counter.next()]).to.deep.equal([5000n, 5001n, 5002n]);
  });

  it('goes on above the highest one used when the clock was moved back', () => {
    const counter = new OriginatorCounter(() => new Date(5000), 9000n);
    expect(counter.next()).to.equal(9001n);
  });

  it('follows the clock once that is ahead', () => {
    let now = 5000;
    const counter = new OriginatorCounter(() => new Date(now), 0n);
    counter.next();
    now = 8000;
    expect(counter.next()).to.equal(8000n);
  });
});
