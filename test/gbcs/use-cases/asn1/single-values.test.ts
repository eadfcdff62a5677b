import { expect } from 'chai';
import type { DeviceType } from '../../../../src/common/device-type.js';
import { type Eui64, parseEui64 } from '../../../../src/common/eui64.js';
import type { ServiceRequest } from '../../../../src/duis/index.js';
import type { Description } from '../../../../src/gbcs/use-case.js';
import { expectRejection } from './refusal-expectation.js';
import { addExecution, all, type Edit, set } from './request-edits.js';
import {
  ACCESS_CONTROL_BROKER,
  contentFor,
  context,
  templateRequest,
  useCaseFor,
} from './template-requests.js';

function shown(name: string, edit?: Edit, facts = context()): Description {
  const request = templateRequest(name, edit);
  const useCase = useCaseFor(request, facts);
  return useCase.describeCommand(useCase.buildContent(request, facts, 1002n));
}

describe('Provide Security Credential Details', () => {
  const roles = (...names: string[]): Edit => {
    const elements = names.map((role) => `<sr:RemotePartyRole>${role}</sr:RemotePartyRole>`).join('');
    return (xml) => xml.replace(/<sr:RemotePartyRole>[\s\S]*<\/sr:RemotePartyRole>/, elements);
  };

  it('asks for every role in the order of the request', () => {
    expect(
      shown(
        'CS02aMAC_6.24.1_SUCCESS',
        roles('TransCoS', 'ACB', 'Root', 'Recovery', 'Supplier', 'NetworkOperator'),
      ),
    ).to.deep.equal({
      authorisingRemotePartyTACellIdentifier: {
        trustAnchorCellRemotePartyRole: 'accessControlBroker',
        trustAnchorCellKeyUsage: 'keyAgreement',
        trustAnchorCellUsage: 'management',
      },
      remotePartyRolesCredentialsRequired: [
        'transitionalCoS',
        'accessControlBroker',
        'root',
        'recovery',
        'supplier',
        'networkOperator',
      ],
    });
  });

  it('is CS02f as soon as a Load Controller is among them', () => {
    const request = templateRequest('CS02aMAC_6.24.1_SUCCESS', roles('Supplier', 'LoadController'));
    const useCase = useCaseFor(request, context());
    expect(useCase.code).to.equal('CS02f');
    expect(contentFor(request, context()).toString('hex')).to.equal('30113007020104030203083006020102020108');
  });
});

describe('Use cases about the keys of a Device', () => {
  for (const name of ['CS02c_6.17_SUCCESS', 'CS02e_6.24.2_SUCCESS']) {
    it(`${name} asks for either key`, () => {
      expect(shown(name)).to.deep.equal({ keyUsage: 'digitalSignature' });
      expect(shown(name, set('CredentialType', 'Key Agreement'))).to.deep.equal({ keyUsage: 'keyAgreement' });
    });
  }
});

describe('Activate Firmware', () => {
  const hash = '00'.repeat(31) + '7F';

  it('carries hash, counter and time', () => {
    expect(
      shown(
        'CS06_11.3_IMMEDIATE_SUCCESS',
        all(set('FirmwareHash', hash), addExecution('2031-12-31T23:59:59Z')),
      ),
    ).to.deep.equal({
      manufacturerImageHash: hash,
      originatorCounter: 1002,
      executionDateTime: '2031-12-31T23:59:59Z',
    });
  });

  it('is cancelled with the last second of the year 9999 (RTDS 4.5.0, cancellation)', () => {
    const request = templateRequest('CS06_11.3_CANCELLATION_SUCCESS');
    expect(contentFor(request, context(), 1002n).toString('hex')).to.equal(
      '30370420aa758690730934ff0685aa758690730934ff0685657788990011223344556677020203ea' +
        '180f39393939313233313233353935395a',
    );
  });

  it('is refused for a counter or a time that the message cannot carry', () => {
    const request = templateRequest('CS06_11.3_IMMEDIATE_SUCCESS');
    expectRejection(() => contentFor(request, context(), 1n << 63n), 'E12', 'originatorCounter');
    const late = templateRequest('CS06_11.3_IMMEDIATE_SUCCESS', addExecution('2031-01-01T00:00:00.01Z'));
    expectRejection(() => contentFor(late, context()), 'E12', 'executionDateTime');
  });
});

describe('Set Clock on GSME', () => {
  for (const [name, element] of [
    ['GCS28_6.11_SUCCESS', 'SynchroniseClock'],
    ['GCS28Commission_8.1.1_SUCCESS', 'CommissionDeviceSynchroniseClock'],
  ] as const) {
    it(`adds the tolerance to the time (${element})`, () => {
      const interval = (time: string, tolerance: string): unknown =>
        shown(name, all(set('CurrentDateTime', time), set('TolerancePeriod', tolerance)));
      expect(interval('2024-02-28T23:59:59.00Z', '86400')).to.deep.equal({
        validityIntervalStart: '2024-02-28T23:59:59Z',
        validityIntervalEnd: '2024-02-29T23:59:59Z',
      });
      expect(interval('2024-02-29T00:00:00+01:00', '0')).to.deep.equal({
        validityIntervalStart: '2024-02-28T23:00:00Z',
        validityIntervalEnd: '2024-02-28T23:00:00Z',
      });
      expectRejection(() => interval('2024-02-29T00:00:00.25Z', '1'), 'E12', 'validityIntervalStart');
    });
  }
});

describe('Restore GPF Device Log', () => {
  const name = 'GCS59_8.12.2_SUCCESS';

  it('restores the log of the Gas Proxy Function that the request names', () => {
    const asked: Eui64[] = [];
    const facts = context({
      gasProxyDeviceLog: (id) => {
        asked.push(id);
        return [{ deviceId: parseEui64('0102030405060708'), deviceType: 'CAD' }];
      },
    });
    expect(shown(name, set('OldGPFID', '00-DB-12-34-56-78-90-B7'), facts)).to.deep.equal({
      deviceLogEntries: [{ deviceIdentifier: '01-02-03-04-05-06-07-08', deviceType: 'type2' }],
    });
    expect(asked).to.deep.equal(['00-DB-12-34-56-78-90-B7']);
  });

  it('may be empty, but has to be known', () => {
    expect(shown(name, undefined, context({ gasProxyDeviceLog: () => [] }))).to.deep.equal({
      deviceLogEntries: [],
    });
    const unknown = context({ gasProxyDeviceLog: () => undefined });
    expectRejection(() => shown(name, undefined, unknown), 'E19', '00-DB-12-34-56-78-90-B3');
  });
});

describe('Read Device Join Details', () => {
  it('has no security details', () => {
    const edit: Edit = (xml) =>
      xml.replace(
        /<sr:ReadDeviceLog\s*\/>/,
        '<sr:ReadDeviceLog><sr:ReadSecurityDetails/></sr:ReadDeviceLog>',
      );
    expectRejection(() => shown('CS07_8.9_SUCCESS', edit), 'E11', 'ReadSecurityDetails');
  });

  it('is sent by the User itself only where the Device knows it, which others decide', () => {
    const request = templateRequest('CS07_8.9_SUCCESS');
    expect(useCaseFor(request, context())).not.to.have.property('originator');
  });
});

describe('Join and Unjoin', () => {
  const TARGET = parseEui64('00db1234567890a0');
  const OTHER = parseEui64('0011223344556677');

  const between = (target: DeviceType, other: DeviceType | undefined) =>
    context({
      device: (id) => {
        if (id === TARGET) return { deviceType: target };
        return id === OTHER && other ? { deviceType: other } : undefined;
      },
      keyAgreementCertificate: (id) =>
        id === OTHER ? Buffer.from('3007300030000301' + '00', 'hex') : undefined,
    });

  const request = (name: string): ServiceRequest =>
    templateRequest(
      name,
      all(
        set('OtherDeviceID', '00-11-22-33-44-55-66-77'),
        set('RequestID', `90-B3-D5-1F-30-01-00-00:${TARGET}:1000`),
      ),
    );

  const critical = request('CS03A1_8.7.1_SUCCESS');
  const nonCritical = request('CS03B_8.7.2_SUCCESS');
  const unjoin = request('CS04ACCritical_8.8.1_SUCCESS');
  const unjoinNonCritical = request('CS04B_8.8.2_SUCCESS');

  /** A refusal, or no use case at all where no pair has this target. */
  const NOT_JOINED = /does not join|0 use cases fit/;

  /** Target, other Device, criticality, use cases of Join and Unjoin, content of the Join. */
  const PAIRS = [
    ['ESME', 'HCALCS', true, 'CS03A1', 'CS04AC', '3010020100040800112233445566770' + '20104'],
    ['ESME', 'PPMID', true, 'CS03A1', 'CS04AC', '3010020100040800112233445566770' + '20105'],
    ['HCALCS', 'ESME', true, 'CS03A2', 'CS04AC', '3010020101040800112233445566770' + '20101'],
    ['PPMID', 'ESME', false, 'CS03A2', 'CS04AC', '3010020101040800112233445566770' + '20101'],
    ['GSME', 'PPMID', true, 'CS03C', 'CS04AC', '301902010304080011223344556677' + '020105300730003000030100'],
    [
      'PPMID',
      'GSME',
      false,
      'CS03C',
      'CS04AC',
      '301902010304080011223344556677' + '020100300730003000030100',
    ],
    ['GSME', 'GPF', false, 'CS03B', 'CS04B', '3010020102040800112233445566770' + '20103'],
    ['GPF', 'GSME', false, 'CS03B', 'CS04B', '3010020102040800112233445566770' + '20100'],
    ['GPF', 'PPMID', false, 'CS03B', 'CS04B', '3010020102040800112233445566770' + '20105'],
    ['GPF', 'IHD', false, 'CS03B', 'CS04B', '3010020102040800112233445566770' + '20106'],
    ['GPF', 'CAD', false, 'CS03B', 'CS04B', '3010020102040800112233445566770' + '20106'],
    ['PPMID', 'GPF', false, 'CS03B', 'CS04B', '3010020102040800112233445566770' + '20103'],
    ['ESME', 'IHD', false, 'CS03B', 'CS04B', '3010020102040800112233445566770' + '20106'],
    ['ESME', 'CAD', false, 'CS03B', 'CS04B', '3010020102040800112233445566770' + '20106'],
  ] as const;

  for (const [target, other, isCritical, join, leave, hex] of PAIRS) {
    it(`${target} with ${other}: ${join} and ${leave}, ${isCritical ? 'critical' : 'not critical'}`, () => {
      const facts = between(target, other);
      const [right, wrong] = isCritical ? [critical, nonCritical] : [nonCritical, critical];
      expect(useCaseFor(right, facts).code).to.equal(join);
      expect(contentFor(right, facts).toString('hex')).to.equal(hex);
      expect(() => useCaseFor(wrong, facts)).to.throw(NOT_JOINED);

      const [rightUnjoin, wrongUnjoin] = isCritical
        ? [unjoin, unjoinNonCritical]
        : [unjoinNonCritical, unjoin];
      expect(useCaseFor(rightUnjoin, facts).code).to.equal(leave);
      expect(contentFor(rightUnjoin, facts).toString('hex')).to.equal('04080011223344556677');
      expect(() => useCaseFor(wrongUnjoin, facts)).to.throw('0 use cases fit');

      const originator = isCritical ? 'User' : 'AccessControlBrokerForUser';
      for (const useCase of [useCaseFor(right, facts), useCaseFor(rightUnjoin, facts)]) {
        const sender = useCase.originator?.(isCritical ? critical : nonCritical, facts);
        if (useCase.messageType === 'SME.C.NC') expect(sender).to.equal(undefined);
      }
      if (join !== 'CS03B') {
        expect(useCaseFor(right, facts).originator?.(right, facts)).to.equal(originator);
        expect(useCaseFor(rightUnjoin, facts).originator?.(rightUnjoin, facts)).to.equal(originator);
      }
    });
  }

  it('joins no other pairs', () => {
    for (const [target, other] of [
      ['ESME', 'ESME'],
      ['ESME', 'GSME'],
      ['ESME', 'GPF'],
      ['HCALCS', 'PPMID'],
      ['GSME', 'IHD'],
      ['PPMID', 'IHD'],
      ['GPF', 'CHF'],
    ] as const) {
      for (const join of [critical, nonCritical]) {
        expect(() => useCaseFor(join, between(target, other))).to.throw(NOT_JOINED);
      }
    }
  });

  it('says which pair it does not join', () => {
    expectRejection(
      () => useCaseFor(critical, between('ESME', 'GSME')),
      'E11',
      '8.7.1 does not join ESME to GSME',
    );
  });

  it('needs the other Device in the inventory to join, and its certificate for method C', () => {
    expectRejection(
      () => useCaseFor(critical, between('ESME', undefined)),
      'E19',
      'the inventory has no Device',
    );
    const facts = { ...between('GSME', 'PPMID'), keyAgreementCertificate: () => undefined };
    expectRejection(() => contentFor(critical, facts), 'E19', 'no Key Agreement certificate');
  });

  it('unjoins a Device the inventory no longer has by what the target is', () => {
    const code = (unjoinRequest: ServiceRequest, target: DeviceType): string =>
      useCaseFor(unjoinRequest, between(target, undefined)).code;
    for (const target of ['ESME', 'GSME', 'HCALCS'] as const) expect(code(unjoin, target)).to.equal('CS04AC');
    for (const target of ['ESME', 'GSME', 'GPF'] as const) {
      expect(code(unjoinNonCritical, target)).to.equal('CS04B');
    }
    expect(code(unjoinNonCritical, 'PPMID')).to.equal('CS04AC');
  });
});

describe('The Access Control Broker as originator', () => {
  it('is so in its own name for what the DCC does', () => {
    for (const name of [
      'CS02aMAC_6.24.1_SUCCESS',
      'CS02fMAC_6.24.1_SUCCESS',
      'CS02bNOByNOHandover_6.21_SUCCESS',
      'CS02bACBByACB_8.5_SUCCESS',
      'GCS59_8.12.2_SUCCESS',
    ]) {
      const request = templateRequest(name);
      const facts = context({ accessControlBroker: ACCESS_CONTROL_BROKER });
      expect(useCaseFor(request, facts).originator?.(request, facts), name).to.equal('AccessControlBroker');
    }
  });
});
