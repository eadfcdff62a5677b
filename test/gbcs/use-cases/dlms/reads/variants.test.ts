import { expect } from 'chai';
import { DuisRejection } from '../../../../../src/common/errors.js';
import type { DeviceFacts } from '../../../../../src/gbcs/transform-context.js';
import { READS_USE_CASES } from '../../../../../src/gbcs/use-cases/dlms/reads/index.js';
import { sampleRequest } from '../../../requests.js';
import { transformed, withContent } from '../../../transformed.js';

const codeFor = (name: string, facts: Partial<DeviceFacts>) =>
  transformed(sampleRequest(name), facts).useCase.code;

const LOG_READS = [
  'ECS20a_4.4.4_SUCCESS',
  'ECS20b_4.4.2_TWIN_SUCCESS',
  'ECS20c_4.4.3_SINGLE_SUCCESS',
  'ECS20d_4.4.5_SUCCESS',
  'ECS21a_4.6.1_TWIN_SUCCESS',
  'ECS21b_4.14_KRP_SUCCESS',
  'ECS21c_4.6.2_SUCCESS',
  'ECS22a_4.8.3_SUCCESS',
  'ECS22b_4.8.1_TWIN_SUCCESS',
  'ECS22c_4.8.2_SUCCESS',
  'ECS23_4.10_SUCCESS',
  'ECS66_4.17_SUCCESS',
];

const PERIOD = {
  StartDateTime: new Date('2031-02-03T04:05:06Z'),
  EndDateTime: new Date('2032-12-31T23:59:59Z'),
};

describe('reads of the ESME', () => {
  it('ask a polyphase ESME about its three phases', () => {
    for (const [sample, singlePhase, polyphase] of [
      ['ECS23_4.10_SUCCESS', 'ECS23', 'ECS23b'],
      ['ECS26b_6.2.1_SUCCESS', 'ECS26b', 'ECS26k'],
    ] as const) {
      expect(codeFor(sample, { esmeVariant: 'A' })).to.equal(singlePhase);
      expect(codeFor(sample, { esmeVariant: 'B' })).to.equal(singlePhase);
      expect(codeFor(sample, { esmeVariant: 'CD' })).to.equal(polyphase);
    }
  });

  it('take the use case of the GBCS version of the Device', () => {
    for (const [sample, early, later] of [
      ['ECS26d_6.2.3_SUCCESS', 'ECS26d', 'ECS26l'],
      ['ECS26e_6.2.4_SUCCESS', 'ECS26e', 'ECS26m'],
      ['ECS26i_6.2.4_SUCCESS', 'ECS26i', 'ECS26n'],
    ] as const) {
      expect(codeFor(sample, { gbcsVersion: '1.1' })).to.equal(early);
      expect(codeFor(sample, { gbcsVersion: '4.1' })).to.equal(later);
      expect(codeFor(sample, {})).to.equal(later);
    }
  });

  for (const name of LOG_READS) {
    it(`${name}: every log is read from the start to the end asked for, both carried exactly`, () => {
      const result = transformed(withContent(sampleRequest(name), { ReadLogPeriod: PERIOD }));
      const text = JSON.stringify(result.useCase.describeCommand(result.message.content));
      const starts = text.match(/"from":"2031-02-03T04:05:06.000Z"/g) ?? [];
      const ends = text.match(/"to":"2032-12-31T23:59:59.000Z"/g) ?? [];
      expect(starts).to.have.length(name.startsWith('ECS20c') ? 2 : 1);
      expect(ends).to.have.length(starts.length);
      expect(text.match(/"from":/g)).to.have.length(starts.length);
    });

    it(`${name}: an ExecutionDateTime does not change the Command, the DCC waits until then`, () => {
      const request = sampleRequest(name);
      const later = withContent(request, { ExecutionDateTime: new Date('2031-01-01T00:00:00Z') });
      expect(transformed(later).bytes).to.deep.equal(transformed(request).bytes);
    });
  }

  it('are the same for single and twin element ESMEs: only the Responses differ', () => {
    for (const [sample, code] of [
      ['ECS17b_4.1.1_SINGLE_SUCCESS', 'ECS17b'],
      ['ECS17d_4.1.2_TWIN_SUCCESS', 'ECS17d'],
      ['ECS20b_4.4.2_SINGLE_SUCCESS', 'ECS20b'],
      ['ECS20c_4.4.3_TWIN_SUCCESS', 'ECS20c'],
      ['ECS21a_4.6.1_SINGLE_SUCCESS', 'ECS21a'],
      ['ECS22b_4.8.1_SINGLE_SUCCESS', 'ECS22b'],
    ] as const) {
      const [a, b] = ['A', 'B'].map((esmeVariant) => transformed(sampleRequest(sample), { esmeVariant }));
      expect(a?.useCase.code).to.equal(code);
      expect(a?.bytes).to.deep.equal(b?.bytes);
    }
  });

  it('carry the Key Agreement certificate of a party the Device does not know', () => {
    const request = sampleRequest('ECS21b_4.14_URP_SUCCESS');
    const { originator, message } = transformed(request);
    expect(originator).to.equal('AccessControlBrokerForUser');
    const { content } = request.body;
    const certificate = 'KAPublicSecurityCredentials' in content && content.KAPublicSecurityCredentials;
    expect(certificate).to.be.instanceOf(Buffer);
    expect(message.header.supplementaryRemoteParty?.keyAgreementCertificate).to.deep.equal(certificate);
  });

  it('refuse a period that seconds since 2000 cannot tell', () => {
    for (const period of [
      { ...PERIOD, StartDateTime: new Date('1999-12-31T23:59:59Z') },
      { ...PERIOD, EndDateTime: new Date('2136-02-07T06:28:16Z') },
    ]) {
      const request = withContent(sampleRequest('ECS22c_4.8.2_SUCCESS'), { ReadLogPeriod: period });
      expect(() => transformed(request))
        .to.throw(DuisRejection)
        .with.property('responseCode', 'E12');
    }
  });

  it('encrypt the answer for the User also where the Access Control Broker asks for it', () => {
    const request = sampleRequest('ECS21b_4.14_KRP_SUCCESS');
    const { originator, message } = transformed(request, { knownRemoteParties: [] });
    expect(originator).to.equal('AccessControlBrokerForUser');
    expect(message.header.supplementaryRemoteParty?.id).to.equal(request.requestId.originator);
    const { originator: user, message: direct } = transformed(request);
    expect(user).to.equal('User');
    // Both name the User as the one to encrypt for; the counter in the argument is the one of the Grouping Header.
    expect(message.content).to.have.length(direct.content.length);
    expect(
      message.content.includes(Buffer.from('0908' + request.requestId.originator.replaceAll('-', ''), 'hex')),
    ).to.equal(true);
    expect(
      message.content.includes(Buffer.from('04' + (1302).toString(16).padStart(16, '0'), 'hex')),
    ).to.equal(true);
  });

  it('are known by one message code each', () => {
    const codes = READS_USE_CASES.map(({ messageCode }) => messageCode);
    expect(new Set(codes)).to.have.length(codes.length);
  });
});
