import { expect } from 'chai';
import { DuisRejection } from '../../../../../src/common/errors.js';
import { commandContext } from '../../../../../src/cli/command-context.js';
import type { DlmsUseCase } from '../../../../../src/gbcs/use-cases/dlms/engine/index.js';
import { transform } from '../../../../../src/gbcs/transform.js';
import { CredentialStore } from '../../../../../src/smki/index.js';
import { sampleRequest } from '../../../requests.js';
import { commandValues, transformed, withContent } from '../../../transformed.js';

describe('display of an ESME', () => {
  it('shows messages up to 116 bytes', () => {
    const message = (length: number) =>
      withContent(sampleRequest('ECS10_3.1_SUCCESS'), { SupplierMessage: 'x'.repeat(length) });
    expect(commandValues(message(116))).to.deep.equal({ supplierMessage: 'x'.repeat(116) });
    expect(() => transformed(message(117))).to.throw(DuisRejection, '117');
  });

  it('shows the Customer Identification Number the DCC chose', () => {
    const request = sampleRequest('ECS50_9.1_SUCCESS');
    const context = commandContext(request, {
      devices: new Map(),
      counter: 1n,
      credentials: new CredentialStore(),
    });
    const { useCase, message } = transform(request, { ...context, customerIdentificationNumber: '0042' });
    expect((useCase as DlmsUseCase<unknown>).decodeCommand(message.content)).to.deep.equal({
      number: '0042',
    });
  });

  it('clears its own log unless the request names that of the auxiliary controllers', () => {
    const clear = (ESMEEventLogType: string | undefined) =>
      transformed(withContent(sampleRequest('ECS15a_3.3_SUCCESS'), { ESMEEventLogType })).useCase.code;
    expect([clear('ESME'), clear(undefined), clear('ALCS')]).to.deep.equal(['ECS15a', 'ECS15a', 'ECS15c']);
  });
});
