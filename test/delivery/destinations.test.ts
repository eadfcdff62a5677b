import { expect } from 'chai';
import { Destinations } from '../../src/delivery/destinations.js';

const NOW = new Date('2026-01-05T12:00:00.000Z');
const after = (ms: number): Date => new Date(NOW.getTime() + ms);

describe('Destinations', () => {
  let subject: Destinations;
  beforeEach(
    () => (subject = new Destinations({ inHand: 4, failures: 2, pause: (opening) => 1000 * opening })),
  );

  it('refuse more than their share, until half of it is done', () => {
    const passages = Array.from({ length: 4 }, () => subject.begin('a'));
    expect([subject.admits('a', NOW), subject.admits('b', NOW)]).to.deep.equal([false, true]);
    expect(subject.refusing(NOW)).to.deep.equal(['a']);
    passages[0]?.end();
    expect(subject.admits('a', NOW)).to.equal(false);
    passages[1]?.end();
    expect(subject.admits('a', NOW)).to.equal(true);
    expect(subject.inHandOfAdmitted(NOW)).to.equal(2);
  });

  it('are left alone one by one, and tell until when', () => {
    for (const [destination, failures] of [
      ['a', 2],
      ['b', 1],
    ] as const) {
      for (let round = 0; round < failures; round++) {
        const passage = subject.begin(destination);
        passage.failed(NOW);
        passage.end();
      }
    }
    expect(subject.refusing(NOW)).to.deep.equal(['a']);
    expect(subject.openCircuits()).to.deep.equal([{ destination: 'a', failures: 2, probeAt: after(1000) }]);
    expect(subject.nextProbe(NOW)).to.deep.equal(after(1000));
    expect(subject.nextProbe(after(1000))).to.equal(undefined);
    expect(subject.refusing(after(1000))).to.deep.equal([]);
    const probe = subject.begin('a');
    expect(subject.refusing(after(1000))).to.deep.equal(['a']);
    probe.reached();
    probe.end();
    expect([subject.isOpen('a'), subject.openCircuits()]).to.deep.equal([false, []]);
  });
});
