import { expect } from 'chai';
import { parseEui64 } from '../../src/common/eui64.js';
import { element } from './alert-occasions.js';
import { expectSound } from './document-judge.js';
import { ESME, GatewayHarness, SUPPLIER } from './gateway-harness.js';
import { s1spAlerts } from './s1sp-posts.js';
import { alert, decommission, delivery, nonDevice, speak } from './user-requests.js';

/** Reads the home of the ESME. */
const readInventory = (home: GatewayHarness, version: string) =>
  nonDevice(home, '8.2', element('ReadInventory', element('DeviceID', ESME)), { version, counter: 4000n });

describe('DUIS versions', () => {
  let home: GatewayHarness;
  beforeEach(async () => (home = await GatewayHarness.start()));
  afterEach(() => home.stop());

  /** Gives a Device what only the newest version can say of it. */
  const connectVirtually = () =>
    home.store.db
      .updateTable('devices')
      .set({ connectivity: 'Virtual' })
      .where('id', '=', parseEui64(ESME))
      .execute();

  it('of the request is that of its answer, whatever the User is told of in', async () => {
    const { code, text } = await readInventory(home, '5.1');
    expect(code).to.equal('I0');
    expect(text).to.contain('<sr:DSPInventory>');
    await expectSound(text, '5.1', home);
  });

  it('that cannot say an answer get it without content, and a DCC Alert that says why', async () => {
    await connectVirtually();
    const { code, text } = await readInventory(home, '5.1');
    expect(code).to.equal('I0');
    expect(text).not.to.contain('DSPInventory');
    await expectSound(text, '5.1', home);
    await home.settled();
    const told = await alert(home, 'N999');
    expect(told).to.contain('<sr:ServiceResponseVersionMismatch>');
    expect(told).to.contain(`<sr:RequestID>${SUPPLIER}:90-B3-D5-1F-30-00-00-02:4000</sr:RequestID>`);
    expect(told).to.contain('<sr:ServiceReferenceVariant>8.2</sr:ServiceReferenceVariant>');
    await expectSound(told, '5.1', home);
  });

  it('that can say it are answered in full', async () => {
    await connectVirtually();
    const { text } = await readInventory(home, '5.4');
    expect(text).to.contain('<sr:Connectivity>Virtual</sr:Connectivity>');
    await expectSound(text, '5.4', home);
    await home.settled();
    expect(home.user.received).to.deep.equal([]);
  });

  it('tell of a mismatch once, however often the request comes', async () => {
    await connectVirtually();
    const request = home.signed({
      target: '90-B3-D5-1F-30-00-00-02',
      commandVariant: 8,
      variant: '8.2',
      version: '5.1',
      counter: 4000n,
      body: element('ReadInventory', element('DeviceID', ESME)),
    });
    const first = await home.post('D', request);
    expect((await home.post('D', request)).text).to.equal(first.text);
    await home.settled();
    expect(home.user.received).to.have.length(1);
  });

  it('of Users are those of the DCC Alerts they get', async () => {
    await speak(home, '5.1');
    await decommission(home, ESME);
    await home.settled();
    expect(home.user.received).to.have.length(2);
    for (const document of home.user.received) await expectSound(document, '5.1', home);
  });

  it('of Users are those of the Alerts of S1SPs they get, within which is what the S1SP signed', async () => {
    await speak(home, '5.1');
    await s1spAlerts(home);
    const told = await delivery(home, '<sr:S1SPAlertDSP>');
    await expectSound(told, '5.1', home);
    expect(told).to.contain('<sr:S1SPAlertCode>S1-7</sr:S1SPAlertCode>');
  });

  it('that are unknown are refused before anything is done', async () => {
    expect((await home.post('D', home.xml({ version: '9.9' }))).status).to.equal(400);
  });
});
