import { expect } from 'chai';
import { parseEui64 } from '../../src/common/eui64.js';
import { signDocument } from '../../src/duis/index.js';
import { signerLookup } from '../../src/smki/index.js';
import {
  buildCountersignedServiceRequest,
  COUNTERSIGNED_NAMESPACE,
  CountersignedRequestRefused,
  type CountersignedServiceRequest,
  CountersignedServiceRequestReader,
} from '../../src/smets1/index.js';
import { clock, GATEWAY, NOW, parties, type Parties, PPMID, S1SP, USER } from './s1sp-fixture.js';

const REQUEST: CountersignedServiceRequest = {
  requestId: { originator: USER, target: PPMID, counter: 18446744073709551615n },
  deviceId: PPMID,
  s1sp: S1SP,
  acceptedAt: NOW,
  serviceRequest: Buffer.from(
    '<?xml version="1.0"?>\r\n<sr:Request \t>& \u0000\u00ff</sr:Request>\n',
    'latin1',
  ),
};

describe('Countersigned Service Request', () => {
  let who: Parties;
  let reader: CountersignedServiceRequestReader;

  before(async () => {
    who = await parties();
    reader = new CountersignedServiceRequestReader({
      resolveSigner: signerLookup(who.store, { clock, acceptExpired: false }),
      gateway: GATEWAY,
      s1sp: S1SP,
    });
  });

  after(() => reader.dispose());

  const build = (over: Partial<CountersignedServiceRequest> = {}): Buffer =>
    buildCountersignedServiceRequest({ ...REQUEST, ...over }, who.gateway);
  const refused = (bytes: Buffer): CountersignedRequestRefused => {
    try {
      reader.read(bytes);
    } catch (error) {
      expect(error).to.be.instanceOf(CountersignedRequestRefused);
      return error as CountersignedRequestRefused;
    }
    throw new Error('it was taken');
  };
  /** The same document with a change, signed again by the gateway. */
  const signedWith = (from: RegExp, to: string): Buffer => {
    const unsigned = build()
      .toString()
      .replace(/<ds:Signature .*<\/ds:Signature>/, '');
    expect(unsigned).to.match(from);
    return signDocument(unsigned.replace(from, to), who.gateway);
  };

  it('brings what it was made of, with the bytes of the User untouched', () => {
    expect(reader.read(build())).to.deep.equal(REQUEST);
  });

  it('brings the Supplementary Remote Party where there is one', () => {
    const supplementaryRemoteParty = { id: USER, counter: 7n };
    expect(reader.read(build({ supplementaryRemoteParty }))).to.deep.equal({
      ...REQUEST,
      supplementaryRemoteParty,
    });
  });

  it('is signed as the DSP in one line, as DUIS messages are', () => {
    expect(build().toString()).to.match(
      new RegExp(
        `^<\\?xml .*\\?><csr:CountersignedServiceRequest xmlns:csr="${COUNTERSIGNED_NAMESPACE}">.*<ds:Signature`,
      ),
    );
  });

  it('is refused if it is not XML, or too deep', () => {
    expect(refused(Buffer.from('<a>')).reason).to.equal('unreadable');
    expect(refused(Buffer.from('<a>'.repeat(100) + '</a>'.repeat(100))).reason).to.equal('unreadable');
  });

  const violations: [string, RegExp, string][] = [
    ['another element', /<csr:Header>/, '<csr:Header><csr:Other/>'],
    ['two RequestIDs', /(<csr:RequestID>.*<\/csr:RequestID>)/, '$1$1'],
    ['an identifier that is none', /<csr:DeviceID>../, '<csr:DeviceID>XX'],
    ['a counter that is too large', /:18446744073709551615</, ':18446744073709551616<'],
    ['a time without a zone', /T12:00:00\.000Z/, 'T12:00:00.000'],
    ['no Service Request', /<csr:ServiceRequest>.*<\/csr:ServiceRequest>/, ''],
    ['another namespace', /request:1"/, 'request:2"'],
  ];
  for (const [what, from, to] of violations) {
    it(`is refused with ${what}, also if the gateway signed it`, () =>
      expect(refused(signedWith(from, to)).reason).to.equal('schema'));
  }

  it('is refused if it is for another S1SP', () =>
    expect(refused(build({ s1sp: parseEui64('90-B3-D5-1F-30-00-05-02') })).reason).to.equal('another-s1sp'));

  it('is refused if the Device is not the one in the RequestID', () =>
    expect(refused(build({ deviceId: S1SP })).reason).to.equal('another-device'));

  it('is refused if a byte of it was changed', () => {
    const bytes = Buffer.from(build().toString().replace('12:00:00.000Z', '12:00:00.001Z'));
    expect(refused(bytes))
      .to.include({ reason: 'signature' })
      .and.have.property('message')
      .match(/digest/);
  });

  it('is refused without a signature, and with one of somebody else', () => {
    const unsigned = Buffer.from(
      build()
        .toString()
        .replace(/<ds:Signature .*<\/ds:Signature>/, ''),
    );
    expect(refused(unsigned).reason).to.equal('schema');
    const byUser = buildCountersignedServiceRequest(REQUEST, who.user);
    expect(refused(byUser))
      .to.include({ reason: 'signature' })
      .and.have.property('message')
      .match(/signer-mismatch/);
  });
});
