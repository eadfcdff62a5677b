import { expect } from 'chai';
import { CHECKS, type CheckedRequest } from '../../src/authorisation/index.js';
import { parseEui64 } from '../../src/common/eui64.js';
import {
  CANCELLATION_DATE,
  catalogueRow,
  type CatalogueRow,
  RESPONSE_CODE_TABLE,
  type UserRole,
} from '../../src/duis/index.js';
import { type Asked, checkedFor, DEVICE, deviceWith, LATEST, NOW, userAs } from './checked-request.js';
import { refusalOf, responseCodeOf } from './refusal-of.js';

function rowOf(variant: string): CatalogueRow {
  const row = catalogueRow(variant);
  if (row === undefined) throw new Error(`no row of ${variant}`);
  return row;
}

const SEND: Asked = { commandVariant: 1, service: 'send-command' };
const LOCAL: Asked = { commandVariant: 2, service: 'non-device' };
const TRANSFORM: Asked = { commandVariant: 4, service: 'transform' };

/** Instantaneous reads: for IS, GS, ED and GT, registered, held by the DCC when future dated. */
const read = (changes: Partial<CheckedRequest> = {}, asked: Asked = SEND): CheckedRequest => ({
  ...checkedFor(rowOf('4.1.1'), asked, ['IS']),
  ...changes,
});

/** A request of `variant` with an ExecutionDateTime. */
const dated = (variant: string, executionDateTime: Date, asked: Asked): CheckedRequest =>
  checkedFor(rowOf(variant), { ...asked, executionDateTime });

const secondsFrom = (date: Date, seconds: number): Date => new Date(date.getTime() + seconds * 1000);

function refused(checked: CheckedRequest, code: string, reason: RegExp): void {
  expect(refusalOf(checked)).to.include({ responseCode: code }).and.have.property('message').match(reason);
}

describe('checks of a request', () => {
  it('let a request pass with which nothing is wrong', () => {
    expect(responseCodeOf(read())).to.equal('passes');
  });

  it('E1: the sender is no User', () => refused(read({ user: undefined }), 'E1', /is not a User/));

  it('E2: no role of the User may send it', () => {
    refused(read({ user: userAs(['OU', 'ES']) }), 'E2', /4\.1\.1 is for IS, GS, ED, GT, the User is OU, ES/);
    expect(responseCodeOf(read({ user: userAs(['OU', 'IS']) }))).to.equal('passes');
  });

  it('E3: the User is suspended', () =>
    refused(read({ user: userAs(['IS'], 'suspended') }), 'E3', /suspended/));

  it('E4: the User is not registered for the Device in a role that may send it', () => {
    refused(read({ responsibleAs: [] }), 'E4', /as IS or GS or ED or GT at 2026-06-01T12:00:00/);
    refused(read({ responsibleAs: ['ES', 'OU'] }), 'E4', /by no registration/);
    expect(responseCodeOf(read({ responsibleAs: ['ED'] }))).to.equal('passes');
  });

  it('E4: not of requests that come before registration data, or need none', () => {
    for (const variant of '6.2.4 6.2.7 7.16 8.11 8.12.1 8.12.2 9.1 11.2'.split(' ')) {
      const row = rowOf(variant);
      const asked: Asked = row.critical ? { ...SEND, commandVariant: 5 } : SEND;
      expect(responseCodeOf({ ...checkedFor(row, asked), responsibleAs: [] }), variant).to.equal('passes');
    }
    for (const variant of '8.2 8.4 8.13 8.14.1 8.14.2 8.14.3 8.14.4 12.1 12.2'.split(' ')) {
      const asked: Asked = { commandVariant: 8, service: 'non-device' };
      const checked = { ...checkedFor(rowOf(variant), asked), responsibleAs: [] };
      expect(responseCodeOf(checked), variant).to.equal('passes');
    }
  });

  it('E4: of Non-Device Services too', () => {
    const asked: Asked = { commandVariant: 8, service: 'non-device' };
    for (const variant of '5.1 8.3 8.6 11.1 11.4'.split(' ')) {
      refused({ ...checkedFor(rowOf(variant), asked), responsibleAs: [] }, 'E4', /by no registration/);
    }
  });

  it('E5: the Device is in a status in which it is not sent this', () => {
    refused(read({ device: deviceWith({ status: 'Suspended' }) }), 'E5', /4\.1\.1 .* Suspended/);
  });

  it('E5: not of a Device that has no status', () => {
    expect(responseCodeOf(read({ device: deviceWith({ status: null }) }))).to.equal('passes');
  });

  it('E11: the Device is of another type', () => {
    refused(read({ device: deviceWith({ deviceType: 'CHF' }) }), 'E11', /for ESME, GSME, GPF, .* a CHF/);
  });

  it('E12: the Command Variant is not for the Service Reference Variant, or for Users', () => {
    refused(read({}, { commandVariant: 5, service: 'send-command' }), 'E12', /1, 2, 3, not 5/);
    refused(read({}, { commandVariant: 9, service: 'send-command' }), 'E12', /internal to the DCC/);
  });

  it('E12: Service Reference, variant and body do not fit', () => {
    const { request } = read();
    refused(read({ request: { ...request, serviceReference: '4.2' } }), 'E12', /does not belong to 4\.2/);
    const other = checkedFor(rowOf('4.1.2'), SEND).request.body;
    refused(
      read({ request: { ...request, body: other } }),
      'E12',
      /carries ReadInstantaneousImportRegisters/,
    );
    const unknown = { ...request, serviceReferenceVariant: '4.1.9' };
    refused(read({ request: unknown }), 'E12', /no Service Reference Variant 4\.1\.9/);
  });

  it('E12: a Signed Pre-Command carries another body than the request it was made of', () => {
    const row = rowOf('1.6');
    const signed = checkedFor(row, { commandVariant: 5, service: 'send-command' });
    const { body } = checkedFor(row, TRANSFORM).request;
    refused({ ...signed, request: { ...signed.request, body } }, 'E12', /carries SignedPreCommand/);
  });

  it('E12: a request that cannot be future dated has an ExecutionDateTime, be it that of a cancellation', () => {
    for (const date of [secondsFrom(NOW, 60), CANCELLATION_DATE]) {
      refused(dated('4.11.1', date, SEND), 'E12', /4\.11\.1 cannot be future dated/);
      refused(dated('4.1.1', date, LOCAL), 'E12', /Command Variant 2 cannot be future dated/);
    }
    refused(
      dated('4.1.1', secondsFrom(NOW, 60), { ...SEND, commandVariant: 3 }),
      'E12',
      /Command Variant 3 cannot/,
    );
  });

  it('E12: what a Device is to hold is dated to the past', () => {
    refused(dated('1.6', secondsFrom(NOW, -1), TRANSFORM), 'E12', /has passed/);
    expect(responseCodeOf(dated('1.6', NOW, TRANSFORM))).to.equal('passes');
  });

  it('a date that has passed is let through where the DCC holds the request: it is due', () => {
    expect(responseCodeOf(dated('4.1.1', secondsFrom(NOW, -1), SEND))).to.equal('passes');
    expect(responseCodeOf(dated('6.23', secondsFrom(NOW, -1), SEND))).to.equal('passes');
  });

  it('E12: the date is too far ahead', () => {
    for (const [variant, asked] of [
      ['4.1.1', SEND],
      ['1.6', TRANSFORM],
    ] as const) {
      refused(dated(variant, secondsFrom(LATEST, 1), asked), 'E12', /is after 2026-07-01/);
      expect(responseCodeOf(dated(variant, LATEST, asked)), variant).to.equal('passes');
    }
  });

  it('a cancellation is in range always', () => {
    expect(responseCodeOf(dated('4.1.1', CANCELLATION_DATE, SEND))).to.equal('passes');
    expect(responseCodeOf(dated('1.6', CANCELLATION_DATE, TRANSFORM))).to.equal('passes');
  });

  it('E13: the web service is that of another Command Variant', () => {
    refused(read({ service: 'transform' }), 'E13', /1 does not go to transform/);
  });

  it('E17: local delivery is for another role than IS and GS', () => {
    const asked = (roles: readonly UserRole[]) => checkedFor(rowOf('4.1.1'), LOCAL, roles);
    refused(asked(['ED']), 'E17', /is for IS and GS/);
    expect(responseCodeOf(asked(['ED', 'GS']))).to.equal('passes');
    // The User is a Supplier too, but may not send this as one.
    const cin = checkedFor(rowOf('9.1'), LOCAL, ['OU', 'IS']);
    refused(cin, 'E17', /local delivery of 9\.1/);
  });

  it('E17: local delivery is to a Device that is Pending or Suspended', () => {
    for (const status of ['Pending', 'Suspended'] as const) {
      const checked = checkedFor(rowOf('11.2'), LOCAL, ['IS']);
      refused({ ...checked, device: deviceWith({ status }) }, 'E17', new RegExp(status));
    }
    expect(responseCodeOf(read({ device: deviceWith({ status: 'Whitelisted' }) }, LOCAL))).to.equal('passes');
  });

  it('E19: the Device is not in the inventory', () =>
    refused(read({ device: undefined }), 'E19', /has no Device/));

  it('E19: the target of a Non-Device Service is not the DCC', () => {
    const checked = checkedFor(rowOf('8.2'), { commandVariant: 8, service: 'non-device' });
    const requestId = { ...checked.request.requestId, target: DEVICE };
    refused({ ...checked, request: { ...checked.request, requestId } }, 'E19', /the target .* is the DCC/);
    expect(
      responseCodeOf({ ...checked, accessControlBroker: parseEui64('90-B3-D5-1F-30-00-00-03') }),
    ).to.equal('E19');
  });

  it('answer with the code of the first check that fails', () => {
    const { request } = read();
    const flaws: readonly [
      code: string,
      reason: RegExp,
      flaw: (checked: CheckedRequest) => CheckedRequest,
    ][] = [
      ['E1', /is not a User/, (checked) => ({ ...checked, user: undefined })],
      ['E3', /suspended/, (checked) => ({ ...checked, user: userAs(['OU'], 'suspended') })],
      ['E13', /transform/, (checked) => ({ ...checked, service: 'transform' })],
      ['E12', /not 6/, (checked) => ({ ...checked, request: { ...checked.request, commandVariant: 6 } })],
      [
        'E12',
        /does not belong/,
        (checked) => ({ ...checked, request: { ...checked.request, serviceReference: '4.2' } }),
      ],
      ['E2', /the User is OU/, (checked) => ({ ...checked, user: userAs(['OU']) })],
      ['E19', /has no Device/, (checked) => ({ ...checked, device: undefined })],
      [
        'E11',
        /a CHF/,
        (checked) => ({ ...checked, device: deviceWith({ deviceType: 'CHF', status: 'Withdrawn' }) }),
      ],
      ['E5', /Withdrawn/, (checked) => ({ ...checked, device: deviceWith({ status: 'Withdrawn' }) })],
      ['E4', /registration/, (checked) => ({ ...checked, responsibleAs: [] })],
      ['E17', /Pending/, (checked) => ({ ...checked, device: deviceWith({ status: 'Pending' }) })],
      [
        'E12',
        /Command Variant 2 cannot be future dated/,
        (checked) => ({ ...checked, request: dated('4.1.1', LATEST, LOCAL).request }),
      ],
      ['E12', /is after/, (checked) => ({ ...checked, executionAt: secondsFrom(LATEST, 1) })],
    ];
    let checked = read({ request: { ...request, commandVariant: 2 }, service: 'non-device' });
    expect(responseCodeOf(checked)).to.equal('passes');
    for (const [code, reason, flaw] of [...flaws].reverse()) {
      checked = flaw(checked);
      refused(checked, code, reason);
    }
  });

  it('say of each what passes, its codes, how sure it is and why; names are told apart', () => {
    const raised = RESPONSE_CODE_TABLE.filter(({ raisedWhen }) => raisedWhen.length > 0);
    for (const { name, responseCodes, source } of CHECKS) {
      expect(
        raised.map(({ code }) => code),
        name,
      ).to.include.members([...responseCodes]);
      expect(source.length, name).to.be.greaterThan(20);
    }
    expect(new Set(CHECKS.map(({ name }) => name)).size).to.equal(CHECKS.length);
  });
});
