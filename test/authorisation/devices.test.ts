import { expect } from 'chai';
import { DEVICE_TYPES } from '../../src/common/device-type.js';
import { type CatalogueRow, SERVICE_REQUEST_CATALOGUE } from '../../src/duis/index.js';
import { type DeviceStatus } from '../../src/store/index.js';
import { checkedFor, deviceWith } from './checked-request.js';
import { responseCodeOf } from './refusal-of.js';

const STATUSES: readonly DeviceStatus[] = [
  'Pending',
  'Whitelisted',
  'InstalledNotCommissioned',
  'Commissioned',
  'Decommissioned',
  'Withdrawn',
  'Suspended',
  'Recovery',
  'Recovered',
];

/** Variants that a Suspended Device is sent. */
const WHEN_SUSPENDED = '6.13 6.15.1 6.15.2 6.21 6.24.1 6.24.2 8.9 11.2 11.3'.split(' ');

/** The SMI statuses in which a request is let through, told without the catalogue. */
function letThrough(variant: string, status: DeviceStatus): boolean {
  if (status === 'Decommissioned' || status === 'Withdrawn') return false;
  if (status === 'Suspended') return WHEN_SUSPENDED.includes(variant);
  return !(status === 'Recovery' && variant === '8.1.1');
}

/** A request for a Device that is not for local delivery. */
const plain = (row: CatalogueRow) =>
  checkedFor(row, { commandVariant: row.critical ? 5 : 1, service: 'send-command' });

const forDevices = SERVICE_REQUEST_CATALOGUE.filter(({ targets }) => targets.length > 0);

describe('every SMI status and Device type with', () => {
  for (const row of forDevices) {
    it(`${row.variant} is answered with E5 or E11, or passes`, () => {
      const [deviceType] = row.targets;
      for (const status of STATUSES) {
        const checked = { ...plain(row), device: deviceWith({ ...(deviceType && { deviceType }), status }) };
        expect(responseCodeOf(checked), status).to.equal(letThrough(row.variant, status) ? 'passes' : 'E5');
      }
      for (const type of DEVICE_TYPES) {
        const checked = { ...plain(row), device: deviceWith({ deviceType: type }) };
        expect(responseCodeOf(checked), type).to.equal(row.targets.includes(type) ? 'passes' : 'E11');
      }
    });
  }

  for (const row of SERVICE_REQUEST_CATALOGUE.filter(({ targets }) => targets.length === 0)) {
    it(`${row.variant} does not matter: the target is the DCC`, () => {
      const checked = checkedFor(row, { commandVariant: 8, service: 'non-device' });
      for (const status of STATUSES) {
        expect(responseCodeOf({ ...checked, device: deviceWith({ status }) }), status).to.equal('passes');
      }
    });
  }

  it('a SMETS1 Device is Command Variant 1, for critical requests too', () => {
    const device = deviceWith({ generation: 'SMETS1', gbcsVersion: null });
    for (const row of forDevices) {
      const smets1 = (commandVariant: 1 | 4 | 5, service: 'transform' | 'send-command') => {
        const checked = checkedFor(row, { commandVariant, service });
        return responseCodeOf({ ...checked, device: { ...device, deviceType: row.targets[0] ?? 'ESME' } });
      };
      expect(smets1(1, 'send-command'), row.variant).to.equal('passes');
      expect([smets1(4, 'transform'), smets1(5, 'send-command')], row.variant).to.deep.equal(['E12', 'E12']);
    }
  });
});
