import { expect } from 'chai';
import fc from 'fast-check';
import { Circuit, type Probe } from '../../src/delivery/circuit.js';

const START = Date.parse('2026-01-05T12:00:00.000Z');
const after = (ms: number): Date => new Date(START + ms);

/** Opens for 1, 2, 4 ... seconds. */
const circuit = (failures = 3): Circuit =>
  new Circuit({ failures, pause: (opening) => 1000 * 2 ** (opening - 1) });

function fail(subject: Circuit, times: number, now: Date): void {
  for (let round = 0; round < times; round++) subject.failed(subject.begin(), now);
}

describe('Circuit', () => {
  it('opens after so many failures in a row, and not before', () => {
    const subject = circuit();
    fail(subject, 2, after(0));
    subject.succeeded();
    fail(subject, 2, after(0));
    expect(subject.admits(after(0))).to.equal(true);
    fail(subject, 1, after(0));
    expect(subject.isOpen).to.equal(true);
    expect(subject.probeAt).to.deep.equal(after(1000));
    expect(subject.admits(after(999))).to.equal(false);
    expect(subject.admits(after(1000))).to.equal(true);
  });

  it('lets one probe pass, and opens for longer when it fails', () => {
    const subject = circuit();
    fail(subject, 3, after(0));
    const probe = subject.begin();
    expect(probe).to.be.a('symbol');
    expect(subject.admits(after(1500))).to.equal(false);
    subject.failed(probe, after(1500));
    expect(subject.probeAt).to.deep.equal(after(3500));
  });

  it('closes when the probe gets through, and starts with the short pause again', () => {
    const subject = circuit();
    fail(subject, 3, after(0));
    fail(subject, 1, after(1000));
    subject.begin();
    subject.succeeded();
    expect([subject.isOpen, subject.isSound]).to.deep.equal([false, true]);
    fail(subject, 3, after(5000));
    expect(subject.probeAt).to.deep.equal(after(6000));
  });

  it('is not opened for longer by what was under way when it opened', () => {
    const subject = circuit();
    const late = subject.begin();
    fail(subject, 3, after(0));
    subject.failed(late, after(900));
    expect(subject.probeAt).to.deep.equal(after(1000));
    subject.begin();
    subject.failed(late, after(1000));
    expect(subject.admits(after(9999))).to.equal(false);
  });

  it('lets another probe pass where one came to no end', () => {
    const subject = circuit();
    fail(subject, 3, after(0));
    subject.abandoned(subject.begin());
    expect(subject.admits(after(1000))).to.equal(true);
  });

  it('is not held open by a clock that was moved back', () => {
    const subject = circuit();
    fail(subject, 3, after(0));
    expect(subject.admits(after(-1))).to.equal(true);
  });

  it('never has more than one probe out, nor lets anything pass in a pause, whatever happens', () => {
    const step = fc.record({
      ms: fc.nat(3000),
      what: fc.constantFrom('begin', 'succeed', 'fail', 'abandon'),
      which: fc.nat(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const subject = circuit();
        const underWay: { begun: Probe | undefined; current: boolean }[] = [];
        let now = 0;
        let [inARow, pauseEnds] = [0, 0];
        for (const { ms, what, which } of steps) {
          now += ms;
          if (what === 'begin') {
            if (!subject.admits(after(now))) continue;
            if (subject.isOpen) expect(now).to.be.at.least(pauseEnds);
            const begun = subject.begin();
            underWay.push({ begun, current: begun !== undefined });
            expect(underWay.filter(({ current }) => current)).to.have.length.at.most(1);
            continue;
          }
          const [ended] = underWay.splice(which % Math.max(1, underWay.length), 1);
          if (ended === undefined) continue;
          if (what === 'abandon') subject.abandoned(ended.begun);
          if (what === 'fail') subject.failed(ended.begun, after(now));
          if (what === 'succeed') {
            subject.succeeded();
            // What passed as a probe is one no more.
            for (const other of underWay) other.current = false;
          }
          if (what !== 'abandon') inARow = what === 'fail' ? inARow + 1 : 0;
          pauseEnds = subject.probeAt === undefined ? pauseEnds : subject.probeAt.getTime() - START;
          expect(subject.isOpen).to.equal(inARow >= 3);
        }
      }),
    );
  });
});
