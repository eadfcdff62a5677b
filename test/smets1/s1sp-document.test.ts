import { expect } from 'chai';
import { formatRequestId } from '../../src/common/request-id.js';
import { type S1spDocumentReader, S1spDocumentRefused } from '../../src/smets1/index.js';
import {
  ALERT,
  documentReader,
  FIRMWARE_RESPONSE,
  GATEWAY,
  NOW,
  parties,
  type Parties,
  PPMID,
  S1SP,
  signedAlert,
  signedResponse,
  USER,
} from './s1sp-fixture.js';

describe('document of an S1SP', () => {
  let reader: S1spDocumentReader;
  let who: Parties;

  before(async () => {
    who = await parties();
    reader = await documentReader();
  });

  const refused = (bytes: Buffer): S1spDocumentRefused => {
    try {
      reader.read(bytes);
    } catch (error) {
      expect(error).to.be.instanceOf(S1spDocumentRefused);
      return error as S1spDocumentRefused;
    }
    throw new Error('it was taken');
  };
  const changed = (bytes: Buffer, from: string | RegExp, to: string): Buffer => {
    const text = bytes.toString();
    expect(text).to.match(typeof from === 'string' ? new RegExp(from) : from);
    return Buffer.from(text.replace(from, to));
  };

  it('is read as the Response to a request, which its header identifies', () => {
    const bytes = signedResponse(who.s1sp);
    const read = reader.read(bytes);
    if (read.kind !== 'response') throw new Error(read.kind);
    expect(formatRequestId(read.requestId)).to.equal(`${USER}:${PPMID}:1000`);
    expect(read).to.include({ s1sp: S1SP, schemaVersion: '5.4', bytes });
    expect(read.content.Body).to.deep.equal(FIRMWARE_RESPONSE.SMETS1Response.Body);
  });

  it('answers the Supplementary Remote Party where the DCC acted for it', () => {
    const { Header, Body } = FIRMWARE_RESPONSE.SMETS1Response;
    const read = reader.read(
      signedResponse(who.s1sp, {
        ...FIRMWARE_RESPONSE,
        SMETS1Response: {
          Header: {
            ...Header,
            BusinessTargetID: GATEWAY,
            OriginatorCounter: 5n,
            SupplementaryRemotePartyID: USER,
            SupplementaryRemotePartyCounter: 1000n,
          },
          Body,
        },
      }),
    );
    if (read.kind !== 'response') throw new Error(read.kind);
    expect(formatRequestId(read.requestId)).to.equal(`${USER}:${PPMID}:1000`);
  });

  it('is read as a Device Alert', () => {
    const { Header } = FIRMWARE_RESPONSE.SMETS1Response;
    const alert = {
      GBCSHexAlertCode: Buffer.from('8F3F', 'hex'),
      AlertDescription: 'tamper',
      Timestamp: NOW,
    };
    const read = reader.read(
      signedResponse(who.s1sp, {
        schemaVersion: '5.4',
        SMETS1Response: { Header, Body: { DeviceAlertMessage: { DeviceAlertContent: alert } } },
      }),
    );
    expect(read).to.include({ kind: 'device-alert', device: PPMID, recipient: USER, counter: 1000n });
  });

  it('is read as an S1SP Alert about a request', () => {
    const read = reader.read(signedAlert(who.s1sp));
    if (read.kind !== 's1sp-alert') throw new Error(read.kind);
    expect(read.requestId === undefined ? undefined : formatRequestId(read.requestId)).to.equal(
      ALERT.RequestID,
    );
    expect(read).to.include({ device: PPMID });
    expect(read.content).to.deep.equal(ALERT);
  });

  it('is read as an S1SP Alert about nothing in particular', () => {
    const read = reader.read(
      signedAlert(who.s1sp, { schemaVersion: '5.4', S1SPAlertCode: 'S1-8', DateTime: NOW }),
    );
    expect(read).to.include({ kind: 's1sp-alert' }).and.not.have.any.keys('requestId', 'device');
  });

  it('is refused if it is not XML', () =>
    expect(refused(Buffer.from('hello')).reason).to.equal('unreadable'));

  it('is refused if it has a document type declaration', () => {
    const bytes = changed(signedResponse(who.s1sp), /\?>/, '?><!DOCTYPE sr:SMETS1SignedResponse>');
    expect(refused(bytes).reason).to.equal('unreadable');
  });

  it('is refused if it is not in UTF-8', () => {
    const text = signedResponse(who.s1sp).toString();
    const utf16 = Buffer.from(`\uFEFF${text.replace('UTF-8', 'UTF-16')}`, 'utf16le');
    expect(refused(utf16)).to.include({ reason: 'unreadable' });
    expect(refused(Buffer.from(text.replace('UTF-8', 'ISO-8859-1')))).to.include({ reason: 'unreadable' });
  });

  it('is refused if it has comments, which no signature covers', () => {
    const bytes = changed(signedResponse(who.s1sp), /<sr:Body>/, '<sr:Body><!-- -->');
    expect(refused(bytes).reason).to.equal('unreadable');
  });

  it('is refused if it is another DUIS document', () => {
    const bytes = Buffer.from(
      '<sr:Response xmlns:sr="http://www.dccinterface.co.uk/ServiceUserGateway" schemaVersion="5.4"/>',
    );
    expect(refused(bytes))
      .to.include({ reason: 'document-kind' })
      .and.have.property('message')
      .match(/Response/);
  });

  it('is refused if its version is missing or unknown', () => {
    expect(refused(changed(signedResponse(who.s1sp), / schemaVersion="5.4"/, '')).reason).to.equal(
      'schema-version',
    );
    const error = refused(changed(signedResponse(who.s1sp), /schemaVersion="5.4"/, 'schemaVersion="9.9"'));
    expect(error.reason).to.equal('schema-version');
    expect(error.message).to.match(/9\.9.*5\.4/);
  });

  it('is refused if it breaks the schema, and told where', () => {
    const error = refused(
      changed(signedResponse(who.s1sp), /<ra:OriginatorCounter>1000/, '<ra:OriginatorCounter>x'),
    );
    expect(error.reason).to.equal('schema');
    expect(error.message).to.match(/SMETS1Response\/Header\/OriginatorCounter.*'x'/);
    expect(error.violations).to.not.be.empty;
  });

  it('is refused without a signature, which the schema asks for', () => {
    const bytes = changed(signedResponse(who.s1sp), /<ds:Signature .*<\/ds:Signature>/, '');
    expect(refused(bytes).reason).to.equal('schema');
  });

  it('is refused if one signed byte is another', () => {
    const error = refused(changed(signedResponse(who.s1sp), '00110031', '00110032'));
    expect(error.reason).to.equal('signature');
    expect(error.message).to.match(/digest-mismatch/);
  });

  it('is refused if another key made the signature', () => {
    const error = refused(signedResponse(who.forger));
    expect(error.reason).to.equal('signature');
    expect(error.message).to.match(/signature-mismatch/);
  });

  it('is refused if the signer is known, but not an S1SP', () => {
    expect(refused(signedResponse(who.user)).reason).to.equal('signer');
    expect(refused(signedAlert(who.user)).reason).to.equal('signer');
  });

  it('is refused with white space between elements, which Users would not verify', () => {
    const bytes = changed(signedResponse(who.s1sp), /<sr:Body>/, '\n  <sr:Body>');
    expect(refused(bytes).reason).to.equal('white-space');
  });

  it('may have white space inside an element and around the root', () => {
    const bytes = changed(
      signedAlert(who.s1sp, { ...ALERT, AdditionalInformation: ' ' }),
      /\?><sr:S1SPAlert/,
      '?>\n<sr:S1SPAlert',
    );
    expect(reader.read(Buffer.concat([bytes, Buffer.from('\n')])).element).to.match(
      /^<sr:S1SPAlert.*Alert>$/,
    );
  });
});
