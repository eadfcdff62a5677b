import { expect } from 'chai';
import { DEVICE_TYPES } from '../../src/common/device-type.js';
import { STATUS_TRANSITIONS, type StatusEvent, statusAfter } from '../../src/inventory/index.js';

const STATUSES = [
  'none',
  'Pending',
  'Whitelisted',
  'InstalledNotCommissioned',
  'Commissioned',
  'Decommissioned',
  'Withdrawn',
  'Suspended',
  'Recovery',
  'Recovered',
] as const;
const EVENTS = [...new Set(STATUS_TRANSITIONS.map(({ event }) => event))];

describe('Status transitions', () => {
  it('name a source for every row', () => {
    for (const { source, event } of STATUS_TRANSITIONS) expect(source, event).to.not.equal('');
  });

  it('never say two things about one event, Device type and status', () => {
    for (const event of EVENTS) {
      for (const type of DEVICE_TYPES) {
        for (const status of STATUSES) {
          const rows = STATUS_TRANSITIONS.filter(
            (row) => row.event === event && row.deviceTypes.includes(type) && row.from.includes(status),
          );
          expect(rows.length, `${event} ${type} ${status}`).to.be.at.most(1);
        }
      }
    }
  });

  it('leave Type 2 Devices without a status', () => {
    for (const { deviceTypes } of STATUS_TRANSITIONS)
      expect(deviceTypes).to.not.include.oneOf(['IHD', 'CAD']);
  });

  it('let a decommissioned Device only be pre-notified again', () => {
    const ways = EVENTS.filter((event) =>
      DEVICE_TYPES.some((type) => statusAfter(event, type, 'Decommissioned') !== undefined),
    );
    expect(ways).to.deep.equal(['pre-notified']);
  });

  it('lead a PPMID through its life', () => {
    const life: [StatusEvent, string][] = [
      ['pre-notified', 'Pending'],
      ['added to a Device Log', 'Whitelisted'],
      ['seen in a Device Log', 'InstalledNotCommissioned'],
      ['joined', 'Commissioned'],
      ['removed from a Device Log', 'Pending'],
      ['decommissioned', 'Decommissioned'],
    ];
    let status: (typeof STATUSES)[number] = 'none';
    for (const [event, next] of life) {
      const after = statusAfter(event, 'PPMID', status);
      expect(after, event).to.equal(next);
      status = after ?? status;
    }
  });
});
