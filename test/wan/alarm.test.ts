import { mock } from 'node:test';
import { expect } from 'chai';
import { Alarm } from '../../src/wan/alarm.js';

describe('alarm', () => {
  const start = Date.parse('2026-06-01T12:00:00Z');
  let now: number;
  let rings: number;
  let alarm: Alarm;

  beforeEach(() => {
    mock.timers.enable({ apis: ['setTimeout'] });
    now = start;
    rings = 0;
    alarm = new Alarm(
      () => new Date(now),
      () => rings++,
    );
  });

  afterEach(() => mock.timers.reset());

  function pass(milliseconds: number): void {
    now += milliseconds;
    mock.timers.tick(milliseconds);
  }

  it('rings when the time has come', () => {
    alarm.set(new Date(start + 5000));
    pass(4999);
    expect(rings).to.equal(0);
    pass(1);
    expect(rings).to.equal(1);
  });

  it('rings at once for a time that has passed', () => {
    alarm.set(new Date(start - 5000));
    pass(1);
    expect(rings).to.equal(1);
  });

  it('waits for the time set last', () => {
    alarm.set(new Date(start + 1000));
    alarm.set(new Date(start + 9000));
    pass(1000);
    expect(rings).to.equal(0);
    alarm.set(undefined);
    pass(9000);
    expect(rings).to.equal(0);
  });

  it('rings before a time that is further off than a timer can wait', () => {
    alarm.set(new Date(start + 4 * 365 * 24 * 3_600_000));
    pass(1000);
    expect(rings).to.equal(0);
    pass(2 ** 31);
    expect(rings).to.equal(1);
  });

  it('rings no more when it is closed', () => {
    alarm.set(new Date(start + 1000));
    alarm.close();
    alarm.set(new Date(start + 1000));
    pass(2000);
    expect(rings).to.equal(0);
  });
});
