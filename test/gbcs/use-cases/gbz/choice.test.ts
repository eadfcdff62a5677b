import { expect } from 'chai';
import { originatorOf } from '../../../../src/gbcs/originator.js';
import { chooseUseCase } from '../../../../src/gbcs/transform.js';
import {
  changed,
  REFERENCE_REQUESTS,
  referenceContext,
  referenceRequest,
  useCaseOf,
} from './reference-requests.js';

/** Use cases that later ones replaced, so that only an older Device is sent them. */
const REPLACED = ['GCS21d', 'GCS21e', 'GCS25', 'GCS60'];

describe('choice of a GBZ use case', () => {
  for (const { name, useCase } of REFERENCE_REQUESTS) {
    const version = REPLACED.includes(useCase.code) ? '1.0' : '4.3';
    it(`${name} with GBCS version ${version} is ${useCase.code}`, () => {
      expect(chooseUseCase(referenceRequest(name), referenceContext(version)).code).to.equal(useCase.code);
    });
  }

  it('takes a Device of unknown version for a recent one where the request does not tell', () => {
    for (const [name, code] of [
      ['GCS21d_6.2.3_SUCCESS', 'GCS21k'],
      ['GCS21e_6.2.4_SUCCESS', 'GCS21m'],
      ['GCS60_4.18_SUCCESS', 'GCS60a'],
    ] as const) {
      expect(chooseUseCase(referenceRequest(name), referenceContext()).code).to.equal(code);
    }
  });

  it('sets a billing calendar with the older use case where that can say it', () => {
    const monthly = referenceRequest('GCS25_6.8_SUCCESS');
    const yearly = changed(monthly, 'GasBillingCalendar.Periodicity', 'Yearly');
    expect(chooseUseCase(monthly, referenceContext()).code).to.equal('GCS25');
    expect(chooseUseCase(monthly, referenceContext('4.1')).code).to.equal('GCS25a');
    expect(chooseUseCase(yearly, referenceContext()).code).to.equal('GCS25a');
  });

  it('reads the proxy logs of a Gas Proxy Function', () => {
    const events = changed(referenceRequest('CS10a_6.13_SUCCESS'), 'LogToRead', 'GSMEEvent');
    const security = changed(events, 'LogToRead', 'GSMESecurity');
    expect(chooseUseCase(events, referenceContext()).code).to.equal('CS10a');
    expect(chooseUseCase(security, referenceContext()).code).to.equal('CS10b');
    const built = (code: string, request: typeof events) =>
      useCaseOf(code).buildContent(request, referenceContext(), 0n).subarray(11, 12).toString('hex');
    expect(built('CS10a', events)).to.equal('16');
    expect(built('CS10b', security)).to.equal('07');
  });

  it('sends 9.1 and 14.1 in the name of the Access Control Broker', () => {
    for (const name of ['GCS36_9.1_SUCCESS', 'GCS31_14.1_SUCCESS']) {
      const request = referenceRequest(name);
      const useCase = chooseUseCase(request, referenceContext());
      expect(originatorOf(useCase, request, referenceContext())).to.equal('AccessControlBrokerForUser');
    }
  });
});
