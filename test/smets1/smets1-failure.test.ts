import { expect } from 'chai';
import type { MmcResponsePayload } from '../../src/duis/generated/service-response-types.js';
import { type S1spDocumentReader, smets1Failure } from '../../src/smets1/index.js';
import { documentReader, FIRMWARE_RESPONSE, parties, signedResponse } from './s1sp-fixture.js';

describe('failure in a Response of an S1SP', () => {
  let reader: S1spDocumentReader;

  before(async () => (reader = await documentReader()));

  const failureOf = async (ResponseMessage: MmcResponsePayload): Promise<string | undefined> => {
    const { Header } = FIRMWARE_RESPONSE.SMETS1Response;
    const response = { schemaVersion: '5.4', SMETS1Response: { Header, Body: { ResponseMessage } } };
    const document = reader.read(signedResponse((await parties()).s1sp, response));
    if (document.kind !== 'response') throw new Error(document.kind);
    return smets1Failure(document);
  };
  const DebugInfo = {
    SMETS1Debug: { SMETS1Response: [{ ResponseCode: 3n, Position: 1n, Error: 'the log is full' }] },
  };

  it('is none where the body says success', async () => {
    const SMETSData = { UpdateHANDeviceLogRsp: { MessageSuccess: true } };
    expect(await failureOf({ SMETSData })).to.be.undefined;
    expect(await failureOf({ SMETSData, DebugInfo })).to.be.undefined;
  });

  it('is none where nothing is said of one', async () => {
    expect(await failureOf({ SMETSData: { UpdateHANDeviceLogRsp: {} } })).to.be.undefined;
    expect(await failureOf({})).to.be.undefined;
  });

  it('is what the S1SP says where the body says failure', async () => {
    const SMETSData = { UpdateHANDeviceLogRsp: { MessageSuccess: false } };
    expect(await failureOf({ SMETSData, DebugInfo })).to.equal('the log is full (code 3, position 1)');
    expect(await failureOf({ SMETSData })).to.match(/no reason/);
  });

  it('is what the S1SP says where there is no body', async () => {
    expect(await failureOf({ DebugInfo })).to.equal('the log is full (code 3, position 1)');
  });

  it('is the status of a join', async () => {
    const joinResponseCode = { ResponseCode: 12n, ASN1Status: 'otherDeviceNotInDeviceLog' } as const;
    expect(await failureOf({ SMETSData: { JoinServiceNonCriticalRsp: { joinResponseCode } } })).to.equal(
      'otherDeviceNotInDeviceLog',
    );
  });
});
