import { expect } from 'chai';
import { decodeDer, encodeDer, type Infer } from '../../src/gbcs/asn1/der-schema.js';
import { CS03A1 } from '../../src/gbcs/use-cases/asn1/cs03-join.js';
import { schemaOf } from '../../src/wan/schema-of.js';
import { contentOf, ESME, PPMID, VirtualHome } from './virtual-home.js';

const command = schemaOf(CS03A1.contents.command);
type JoinCommand = Infer<typeof command>;

describe('a virtual Device that is to join another', () => {
  let home: VirtualHome;
  let counter = 1_000_000n;
  beforeEach(() => (home = new VirtualHome()));
  afterEach(() => home.han.stop());

  /** Sends a Join that says something else than the sample. @returns the Response Code of the Device */
  async function joined(sample: string, change: (value: JoinCommand) => JoinCommand): Promise<unknown> {
    const { message, ...rest } = home.command(sample);
    const content = encodeDer(command, change(decodeDer(command, message.content).value));
    const header = { ...message.header, originatorCounter: counter++ };
    return contentOf((await home.send({ ...rest, message: { ...message, header, content } }))[0]);
  }

  it('looks at the method first', async () => {
    const code = await joined('CS03A1_8.7.1_SUCCESS', (value) => ({
      ...value,
      joinMethodAndRole: 'methodC',
    }));
    expect(code).to.equal('invalidMessageCodeForJoinMethodAndRole');
  });

  it('joins no type of Device that it is not joined to in this way', async () => {
    const code = await joined('CS03A1_8.7.1_SUCCESS', (value) => ({ ...value, otherDeviceType: 'gSME' }));
    expect(code).to.equal('invalidJoinMethodAndRole');
  });

  it('keeps the entry it has of the Device, if that is of another type', async () => {
    const { otherDeviceEntityIdentifier: other } = decodeDer(
      command,
      home.command('CS03A1_8.7.1_SUCCESS').message.content,
    ).value;
    expect(await joined('CS03A1_8.7.1_SUCCESS', (value) => value)).to.equal('success');
    const again = await joined('CS03A1_8.7.1_SUCCESS', (value) => ({
      ...value,
      otherDeviceType: 'type1PrepaymentInterfaceDevice',
    }));
    expect(again).to.equal('incompatibleWithExistingEntry');
    expect(home.han.device(ESME)?.deviceLog.get(other)).to.equal('HCALCS');
  });

  it('needs the certificate of the other in method C', async () => {
    const code = await joined(
      'CS03CNonCritical_8.7.2_SUCCESS',
      ({ joinMethodAndRole, otherDeviceEntityIdentifier, otherDeviceType }) => ({
        joinMethodAndRole,
        otherDeviceEntityIdentifier,
        otherDeviceType,
      }),
    );
    expect(code).to.equal('invalidOrMissingCertificate');
    expect(home.han.device(PPMID)?.deviceLog.size).to.equal(0);
  });
});
