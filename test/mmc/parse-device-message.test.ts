import { expect } from 'chai';
import { CodecError } from '../../src/common/errors.js';
import { credentialsFrom } from '../../src/cli/keystore-options.js';
import { ACCESS_CONTROL_BROKER } from '../../src/cli/reference-devices.js';
import { messageKeys } from '../../src/gbcs/index.js';
import { NotCovered, parseDeviceMessage } from '../../src/mmc/index.js';
import { PRESENT, referenceMessage } from './reference-messages.js';

describe('parseDeviceMessage', function () {
  before(function () {
    if (!PRESENT) this.skip();
  });

  it('tells header and success of a Response that says no more', () => {
    const xml = parseDeviceMessage(referenceMessage('3.1_ECS10/ECS10_3.1_SUCCESS_RESPONSE_GBCS.HEX'));
    expect(xml).to.contain('<ra:BusinessOriginatorID>00-DB-12-34-56-78-90-A0</ra:BusinessOriginatorID>');
    expect(xml).to.contain('<ra:ServiceReferenceVariant>3.1</ra:ServiceReferenceVariant>');
    expect(xml).to.contain('<ra:DisplayMessageRsp MessageSuccess="true"></ra:DisplayMessageRsp>');
    expect(xml).not.to.contain('DebugInfo');
  });

  it('tells what failed, and where', () => {
    const xml = parseDeviceMessage(referenceMessage('3.1_ECS10/ECS10_3.1_ERROR_RESPONSE_GBCS.HEX'));
    expect(xml).to.contain('MessageSuccess="false"');
    expect(xml).to.contain(
      '<ra:COSEMResponse ResponseCode="1" Position="1"><ra:DataAccessResult>hardware-fault</ra:DataAccessResult>',
    );
  });

  it('decrypts with the keys given, and hands encrypted data on without them', () => {
    const bytes = referenceMessage('4.1.1_ECS17b/ECS17b_4.1.1_TWIN_SUCCESS_RESPONSE_GBCS.HEX');
    const open = parseDeviceMessage(bytes, { keys: messageKeys(credentialsFrom(), ACCESS_CONTROL_BROKER) });
    expect(open).to.contain('<ra:ActiveImportRegister><ra:Value>10</ra:Value>');
    const closed = parseDeviceMessage(bytes);
    expect(closed).to.match(/<ra:GBCSData format="encrypted" sequence="0" name="ECS17b" type="dlms">/);
    expect(closed).not.to.contain('SMETSData');
  });

  it('asks for the Service Request where the use case answers several', () => {
    const bytes = referenceMessage('7.9_ECS62Add/ECS62Add_7.9_ERROR_RESPONSE_GBCS.HEX');
    expect(() => parseDeviceMessage(bytes)).to.throw(NotCovered, 'ECS62 answers 7.9, 7.10');
    const xml = parseDeviceMessage(bytes, { serviceReferenceVariant: '7.9' });
    expect(xml).to.contain('AddAuxiliaryLoadToBoostButtonRsp');
  });

  it('refuses a Service Request that the message cannot answer', () => {
    const bytes = referenceMessage('3.1_ECS10/ECS10_3.1_SUCCESS_RESPONSE_GBCS.HEX');
    expect(() => parseDeviceMessage(bytes, { serviceReferenceVariant: '7.1' })).to.throw(NotCovered, 'ECS10');
  });

  it('refuses a Command', () => {
    const bytes = referenceMessage('3.1_ECS10/ECS10_3.1_SUCCESS_COMMAND_GBCS.HEX');
    expect(() => parseDeviceMessage(bytes)).to.throw(NotCovered, 'Command');
  });

  it('tells which instruction an Alert says was executed', () => {
    const xml = parseDeviceMessage(
      referenceMessage(
        '1.1.1_ECS01a/ECS01a_1.1.1_8F66_FUTURE_DATED_TOU_BLOCK_SUCCESS_ALERT_SPECIAL_DAYS_GBCS.HEX',
      ),
    );
    expect(xml).to.contain('<ra:GBCSHexAlertCode>8F66</ra:GBCSHexAlertCode>');
    expect(xml).to.contain(
      '<ra:FutureDatedCommandOriginatorCounter>1008</ra:FutureDatedCommandOriginatorCounter>',
    );
    expect(xml).to.contain(
      '<ra:ClassId>2328</ra:ClassId><ra:InstanceId>00005E2C801D</ra:InstanceId><ra:AttributeId>06</ra:AttributeId>',
    );
    expect(xml).not.to.contain('ServiceReference');
  });

  it('tells which instruction of a gas meter was executed, as its bytes are', () => {
    const xml = parseDeviceMessage(
      referenceMessage(
        '1.1.1_GCS01a/GCS01a_1.1.1_8F66_FUTURE_DATED_BLOCK_SUCCESS_ALERT_PUBLISH_CALENDAR_GBCS.HEX',
      ),
    );
    expect(xml).to.match(
      /<ra:ExtendedHeaderClusterID>0707<\/ra:ExtendedHeaderClusterID><ra:FrameControl>[0-9A-F]{2}<\/ra:FrameControl><ra:CommandIdentifier>00</,
    );
  });

  it('tells volumes in cubic metres', () => {
    const xml = parseDeviceMessage(
      referenceMessage('4.1.1_GCS13a/GCS13a_4.1.1_SUCCESS_RELIABLE_GSME_RESPONSE_GBCS.HEX'),
      { keys: messageKeys(credentialsFrom(), ACCESS_CONTROL_BROKER) },
    );
    expect(xml).to.contain('<ra:Value>12.345</ra:Value><ra:Unit>m3</ra:Unit>');
  });

  it('tells channels by the page and bits of their masks', () => {
    const xml = parseDeviceMessage(referenceMessage('6.31_DBCH01/DBCH01_6.31_SUCCESS_RESPONSE_GBCS.HEX'));
    expect(xml).to.contain(
      '<ra:OperatingLowerBandSubGHzChannel><ra:Channel0></ra:Channel0></ra:OperatingLowerBandSubGHzChannel>',
    );
  });

  it('refuses what no User is answered, by the name of its use case and with the reason', () => {
    const bytes = referenceMessage('NA_PCS01/PCS01_NA_SUCCESS_RESPONSE_GBCS.HEX');
    expect(() => parseDeviceMessage(bytes)).to.throw(
      NotCovered,
      'no Service Request asks for PCS01 (Apply Prepayment Top Up to a GSME using PPMID): a GSME answers a PPMID',
    );
  });

  it('refuses bytes cut short with the place where they end', () => {
    const bytes = referenceMessage('3.1_ECS10/ECS10_3.1_SUCCESS_RESPONSE_GBCS.HEX');
    for (let length = 0; length < bytes.length; length++) {
      expect(() => parseDeviceMessage(bytes.subarray(0, length)), String(length)).to.throw(CodecError);
    }
  });
});
