import { expect } from 'chai';
import { Registrations, UserDirectory } from '../../src/authorisation/index.js';
import { PeerError } from '../../src/common/errors.js';
import { parseEui64 } from '../../src/common/eui64.js';
import { silentLogger } from '../../src/common/logger.js';
import { RESPONSE_CODE_TABLE } from '../../src/duis/index.js';
import { decodeMessage, encodeMessage, privateKeySigner, signMessage } from '../../src/gbcs/index.js';
import { SEED_MODELS } from '../../src/inventory/index.js';
import { requestKindOf } from '../../src/store/index.js';
import { serviceFor, setStatus } from './fitting-world.js';
import {
  ACB,
  ESME,
  GatewayHarness,
  HUB,
  NETWORK_OPERATOR,
  PPMID,
  type RequestFacts,
  SUPPLIER,
} from './gateway-harness.js';

const SECOND_SUPPLIER = '90-B3-D5-1F-30-03-00-00';
const NO_USER = '90-B3-D5-1F-30-00-00-07';
const NO_DEVICE = '00-DB-00-00-00-00-00-01';
const SMETS1_ESME = '00-DB-12-34-56-78-92-A0';
const NEW_HUB = '00-DB-12-34-56-78-93-A2';
const NEW_GPF = '00-DB-12-34-56-78-93-A3';
const FIRMWARE = SEED_MODELS.smets2Hub.firmwareVersion;
const NEW_FIRMWARE = '00090009';
const CANCELLATION = '3000-12-31T00:00:00Z';
const COUNTER = 100n;
const HOUR_MS = 3_600_000;

/** A reading that a Device refuses: CS08's Response with the code of a failure. */
const REFUSED_READING = Buffer.from('3009040400030001020101', 'hex');

/** A request that is accepted. */
interface Base {
  readonly facts: RequestFacts & { readonly target: string; readonly commandVariant: number };
  /** The Response Code of its acknowledgement. */
  readonly code: 'I0' | 'I99';
  /** What has to be so for it to be accepted. */
  readonly world?: (home: GatewayHarness) => Promise<unknown>;
  /** Set where it is a Signed Pre-Command: what was transformed. */
  readonly transformed?: string;
}

/** A base with one thing changed: of the message, or of what it meets. */
interface Mutation {
  readonly what: string;
  readonly base: keyof typeof BASES;
  readonly code: string;
  /** What log and journal say. */
  readonly reason: RegExp;
  readonly facts?: Partial<RequestFacts>;
  /** The web service, where it is not the one of the Command Variant. */
  readonly service?: 'T' | 'S' | 'D';
  readonly environment?: NodeJS.ProcessEnv;
  readonly world?: (home: GatewayHarness) => Promise<unknown>;
  /** What happens after the request was acknowledged; the code is then that of a Service Response. */
  readonly later?: (home: GatewayHarness) => Promise<unknown>;
}

const element = (name: string, ...content: readonly string[]): string =>
  content.length === 0 ? `<sr:${name}/>` : `<sr:${name}>${content.join('')}</sr:${name}>`;

const readFirmware = (...at: readonly string[]): string =>
  element('ReadFirmwareVersion', ...at.map((date) => element('ExecutionDateTime', date)));

const limits = (at: string): string =>
  element(
    'UpdateDeviceConfigurationLoadLimitingGeneralSettings',
    element('ExecutionDateTime', at),
    element('LoadLimitPeriod', '60'),
    element('LoadLimitPowerThreshold', '1000'),
    element('LoadLimitRestorationPeriod', '60'),
    element('LoadLimitSupplyState', 'Unchanged'),
  );

const displayMessage = (at: string): string =>
  element('DisplayMessage', element('ExecutionDateTime', at), element('SupplierMessage', 'Hello'));

const newHub = ({ id = NEW_HUB, gasProxy = NEW_GPF, firmware = FIRMWARE } = {}): string =>
  element(
    'DevicePrenotification',
    element('DeviceID', id),
    element('DeviceManufacturer', SEED_MODELS.smets2Hub.manufacturer),
    element('DeviceModel', SEED_MODELS.smets2Hub.model),
    element('DeviceType', 'CHF'),
    element('SMETSCHTSVersion', 'CHTS V1.4'),
    element('FirmwareVersion', firmware),
    element('AssociatedGPFDeviceID', gasProxy),
  );

const update = (name: string, ...devices: readonly string[]): string =>
  element(
    name,
    element('FirmwareImage', Buffer.from('an image').toString('base64')),
    element('FirmwareVersion', NEW_FIRMWARE),
    element('DeviceIDList', devices.join(',')),
  );

/** Puts the new firmware of the seeded ESME and PPMID on the Central Products List. */
const approveFirmware = (home: GatewayHarness) =>
  home.inventory.cpl.import(
    [
      'manufacturer,model,device_type,firmware_version,smets_generation,smets_version,gbcs_version,status,image_hash',
      `${SEED_MODELS.smets2Esme.manufacturer},${SEED_MODELS.smets2Esme.model},ESME,${NEW_FIRMWARE},SMETS2+,SMETS V5.0,4.3,Active,`,
      `${SEED_MODELS.dualModePpmid.manufacturer},${SEED_MODELS.dualModePpmid.model},PPMID,${NEW_FIRMWARE},SMETS2+,SMETS V5.0,4.3,Active,`,
      '',
    ].join('\n'),
  );

const read = { target: PPMID, commandVariant: 1, counter: COUNTER } as const;
const readBalance = { ...read, target: ESME, variant: '4.18', body: element('ReadMeterBalance') } as const;
const nonDevice = { target: ACB, commandVariant: 8, counter: COUNTER } as const;
const critical = { target: ESME, commandVariant: 5, counter: COUNTER, variant: '6.4.1' } as const;

const BASES = {
  'Read Firmware Version': { code: 'I99', facts: read },
  'Read Firmware Version dated ahead': {
    code: 'I99',
    facts: { ...read, body: readFirmware('2026-06-02T12:00:00Z') },
  },
  'a request in a sequence': {
    code: 'I99',
    world: (home) => home.post('S', home.signed({ ...read, counter: COUNTER - 1n, firstInSequence: true })),
    facts: { ...read, preceding: `${SUPPLIER}:${PPMID}:${COUNTER - 1n}` },
  },
  'Read Device Log': {
    code: 'I99',
    facts: { ...read, target: HUB, variant: '8.9', body: element('ReadDeviceLog') },
  },
  'Read Meter Balance': { code: 'I99', facts: readBalance },
  'Read Tariff (Secondary Element)': {
    code: 'I99',
    facts: { ...readBalance, variant: '4.11.2', body: element('ReadTariffSecondaryElement') },
  },
  'a reading to be delivered locally': {
    code: 'I0',
    facts: {
      ...readBalance,
      commandVariant: 2,
      variant: '4.1.1',
      body: element('ReadInstantaneousImportRegisters'),
    },
  },
  'a Signed Pre-Command': {
    code: 'I99',
    facts: critical,
    transformed: limits('2026-06-02T12:00:00Z'),
  },
  'Display Message dated ahead': {
    code: 'I99',
    facts: { ...readBalance, variant: '3.1', body: displayMessage('2026-06-03T12:00:00Z') },
  },
  'Read Inventory': {
    code: 'I0',
    facts: { ...nonDevice, variant: '8.2', body: element('ReadInventory', element('DeviceID', PPMID)) },
  },
  'Device Pre-notification of a Communications Hub': {
    code: 'I99',
    facts: { ...nonDevice, variant: '12.2', body: newHub() },
  },
  'Update Firmware': {
    code: 'I99',
    world: approveFirmware,
    facts: { ...nonDevice, variant: '11.1', body: update('UpdateFirmware', ESME) },
  },
  'Update PPMID Firmware': {
    code: 'I99',
    world: approveFirmware,
    facts: { ...nonDevice, variant: '11.4', body: update('UpdatePPMIDFirmware', PPMID) },
  },
} as const satisfies Readonly<Record<string, Base>>;

const MUTATIONS: readonly Mutation[] = [
  {
    what: 'an originator that is no User',
    base: 'Read Firmware Version',
    facts: { originator: NO_USER },
    code: 'E1',
    reason: /is not a User of this gateway/,
  },
  {
    what: 'an originator whose role may not ask',
    base: 'Read Device Log',
    facts: { originator: NETWORK_OPERATOR },
    code: 'E2',
    reason: /8\.9 is for .*the User is ED, GT/,
  },
  {
    what: 'a User that is suspended',
    base: 'Read Firmware Version',
    world: (home) => new UserDirectory(home.store).setStatus(parseEui64(SUPPLIER), 'suspended'),
    code: 'E3',
    reason: /is suspended/,
  },
  {
    what: 'a supplier that another one is registered in place of',
    base: 'Read Meter Balance',
    facts: { originator: SECOND_SUPPLIER },
    code: 'E4',
    reason: /by no registration/,
  },
  {
    what: 'meter points nobody is registered for, which are refused',
    base: 'Read Meter Balance',
    environment: { DUIS_UNREGISTERED_METER_POINTS: 'refuse' },
    world: forgetRegistrations,
    code: 'E4',
    reason: /by no registration/,
  },
  {
    what: 'a Change of Supplier before the date',
    base: 'Display Message dated ahead',
    world: changeSupplier,
    code: 'E4',
    reason: /at 2026-06-03T12:00:00\.000Z by no registration/,
  },
  {
    what: 'a Device that was decommissioned',
    base: 'Read Firmware Version',
    world: (home) => setStatus(home, PPMID, 'Decommissioned'),
    code: 'E5',
    reason: /not for Devices that are Decommissioned/,
  },
  {
    what: 'a Device that is in the inventory already',
    base: 'Device Pre-notification of a Communications Hub',
    facts: { body: newHub({ id: HUB }) },
    code: 'E5',
    reason: /already in the inventory/,
  },
  {
    what: 'a Device of another type',
    base: 'Read Meter Balance',
    facts: { target: PPMID },
    code: 'E11',
    reason: /4\.18 is for ESME, GSME.*the Device is a PPMID/,
  },
  {
    what: 'a SMETS1 Device that cannot be asked that',
    base: 'Read Tariff (Secondary Element)',
    facts: { target: SMETS1_ESME },
    code: 'E11',
    reason: /not for SMETS1 Devices/,
  },
  {
    what: 'firmware that is not on the Central Products List',
    base: 'Device Pre-notification of a Communications Hub',
    facts: { body: newHub({ firmware: NEW_FIRMWARE }) },
    code: 'E11',
    reason: /not in the Central Products List/,
  },
  {
    what: 'a Command Variant of other requests',
    base: 'Read Firmware Version',
    facts: { commandVariant: 4 },
    code: 'E12',
    reason: /asked for with Command Variant 1/,
  },
  {
    what: 'the Command Variant of the DCC itself',
    base: 'Read Firmware Version',
    facts: { commandVariant: 9 },
    service: 'S',
    code: 'E12',
    reason: /internal to the DCC/,
  },
  {
    what: 'the Service Reference of another service',
    base: 'Read Firmware Version',
    facts: { reference: '11.3' },
    code: 'E12',
    reason: /11\.2 does not belong to 11\.3/,
  },
  {
    what: 'the body of another service',
    base: 'Read Firmware Version',
    facts: { body: element('ReadDeviceLog') },
    code: 'E12',
    reason: /11\.2 carries ReadFirmwareVersion, found ReadDeviceLog/,
  },
  {
    what: 'a RequestID that another message had',
    base: 'Read Firmware Version',
    world: (home) => home.post('S', home.signed({ ...read, commandVariant: 3 })),
    code: 'E12',
    reason: /the RequestID was used before by another message/,
  },
  {
    what: 'a counter below that of the last critical Command',
    base: 'a Signed Pre-Command',
    world: (home) => send(home, BASES['a Signed Pre-Command'], { counter: COUNTER + 1n }),
    code: 'E12',
    reason: /the Originator Counter 100 is not above 101/,
  },
  {
    what: 'a signature of another party on the Pre-Command',
    base: 'a Signed Pre-Command',
    world: (home) => {
      const own = home.gbcsKey(NETWORK_OPERATOR);
      home.gbcsKey = () => own;
      return Promise.resolve();
    },
    code: 'E12',
    reason: /the signature is not of/,
  },
  {
    what: 'a preceding request that was never sent',
    base: 'a request in a sequence',
    facts: { preceding: `${SUPPLIER}:${PPMID}:7` },
    code: 'E12',
    reason: /no sequence has the preceding request/,
  },
  {
    what: 'a date that is too far ahead',
    base: 'Read Firmware Version dated ahead',
    facts: { body: readFirmware('2990-01-01T00:00:00Z') },
    code: 'E12',
    reason: /the ExecutionDateTime 2990-01-01.* is after/,
  },
  {
    what: 'a Command Variant of what is delivered at once',
    base: 'Read Firmware Version dated ahead',
    facts: { commandVariant: 2 },
    code: 'E12',
    reason: /Command Variant 2 cannot be future dated/,
  },
  {
    what: 'the date of a cancellation, with nothing to cancel',
    base: 'Read Firmware Version dated ahead',
    facts: { body: readFirmware(CANCELLATION) },
    code: 'E12',
    reason: /no future-dated 11\.2 .* is held/,
  },
  {
    what: 'another web service',
    base: 'Read Firmware Version',
    service: 'T',
    code: 'E13',
    reason: /does not go to transform/,
  },
  {
    what: 'an originator that stands at no meter',
    base: 'a reading to be delivered locally',
    facts: { originator: NETWORK_OPERATOR },
    code: 'E17',
    reason: /local delivery of 4\.1\.1 is for IS and GS/,
  },
  {
    what: 'a Device that is not in the inventory',
    base: 'Read Firmware Version',
    facts: { target: NO_DEVICE },
    code: 'E19',
    reason: /the inventory has no Device/,
  },
  {
    what: 'a target other than the DCC',
    base: 'Read Inventory',
    facts: { target: PPMID },
    code: 'E19',
    reason: /the target of a Non-Device Service is the DCC/,
  },
  {
    what: 'a preceding request that fails',
    base: 'a request in a sequence',
    later: async (home) => {
      const { bytes, device } = await home.nextSent();
      await home.gateway.takeDeviceMessage({ device, bytes: home.responseTo(bytes, REFUSED_READING) });
      expect(await home.user.next()).to.contain(`:${COUNTER - 1n}</sr:RequestID>`);
    },
    code: 'E20',
    reason: /the preceding request .* failed/,
  },
  {
    what: 'a network that does not take the Command',
    base: 'Read Firmware Version',
    world: (home) => {
      home.transmit = () => Promise.reject(new PeerError('the Communications Hub is out of coverage', false));
      return Promise.resolve();
    },
    later: (home) => home.settled(),
    code: 'E20',
    reason: /out of coverage/,
  },
  {
    what: 'a Device that does not answer',
    base: 'Read Firmware Version',
    later: async (home) => {
      await home.settled();
      await pass(home, HOUR_MS);
    },
    code: 'E21',
    reason: /no answer in time/,
  },
  {
    what: 'a Device that does not tell what became of a future-dated instruction',
    base: 'a Signed Pre-Command',
    later: async (home) => {
      const han = await home.virtualHan();
      await han.send(await home.nextSent());
      expect(await home.user.next()).to.contain('<sr:ResponseCode>I0<');
      han.stop();
      await pass(home, 25 * HOUR_MS);
    },
    code: 'E30',
    reason: /no Alert of the Device/,
  },
  {
    what: 'the id of the Communications Hub for its Gas Proxy Function',
    base: 'Device Pre-notification of a Communications Hub',
    facts: { body: newHub({ gasProxy: NEW_HUB }) },
    code: 'E120201',
    reason: /CHF and GPF are one Device/,
  },
  {
    what: 'an unknown Device in the list',
    base: 'Update Firmware',
    facts: { body: update('UpdateFirmware', ESME, NO_DEVICE) },
    code: 'W110101',
    reason: /left out: not in the inventory.*00-DB-00-00-00-00-00-01/,
  },
  {
    what: 'an unknown PPMID in the list',
    base: 'Update PPMID Firmware',
    facts: { body: update('UpdatePPMIDFirmware', PPMID, NO_DEVICE) },
    code: 'W110401',
    reason: /left out: not in the inventory.*00-DB-00-00-00-00-00-01/,
  },
];

/** Moves the clock on, and has done what is due then. */
async function pass(home: GatewayHarness, ms: number): Promise<void> {
  home.now = new Date(home.now.getTime() + ms);
  await home.settled();
}

/** The second supplier takes over the day after. */
async function changeSupplier(home: GatewayHarness): Promise<void> {
  const registrations = new Registrations(home.store);
  const from = new Date(home.now.getTime() + 24 * HOUR_MS);
  for (const { mpxn, role } of await registrations.list({ role: 'IS' })) {
    await registrations.register({ mpxn, role, user: parseEui64(SECOND_SUPPLIER), from });
  }
}

async function forgetRegistrations(home: GatewayHarness): Promise<void> {
  const registrations = new Registrations(home.store);
  for (const each of await registrations.list()) await registrations.remove(each);
}

/** Sends a base, with something changed; a Signed Pre-Command after it was transformed. */
async function send(
  home: GatewayHarness,
  { facts: base, transformed }: Base,
  changes: Partial<RequestFacts> = {},
  service = serviceFor(changes.commandVariant ?? base.commandVariant),
): ReturnType<GatewayHarness['post']> {
  const facts = { ...base, ...changes };
  if (transformed === undefined) return home.post(service, home.signed(facts));
  const { text } = await home.post('T', home.signed({ ...facts, commandVariant: 4, body: transformed }));
  const [, payload = ''] = /GBCSPayload>([^<]+)</.exec(text) ?? expect.fail(text);
  const preCommand = decodeMessage(Buffer.from(payload, 'base64'));
  const signed = encodeMessage(signMessage(preCommand, privateKeySigner(home.gbcsKey(SUPPLIER))));
  const body = element('SignedPreCommand', element('GBCSPayload', signed.toString('base64')));
  return home.post(service, home.signed({ ...facts, body }));
}

describe('one thing changed in a request that is accepted', () => {
  let home: GatewayHarness;
  const lines: Readonly<Record<string, unknown>>[] = [];
  const keep = (_: string, facts: Readonly<Record<string, unknown>> = {}): void => void lines.push(facts);
  const log = { ...silentLogger, info: keep, warn: keep };

  beforeEach(() => (lines.length = 0));
  afterEach(() => home.stop());

  for (const [name, base] of Object.entries<Base>(BASES)) {
    it(`or nothing: ${name} gets ${base.code}`, async () => {
      home = await GatewayHarness.start();
      await base.world?.(home);
      expect((await send(home, base)).code).to.equal(base.code);
    });
  }

  for (const { what, base: name, code, reason, facts, service, environment, world, later } of MUTATIONS) {
    it(`${what} gets ${code}: ${name}`, async () => {
      home = await GatewayHarness.start(environment, log);
      const base: Base = BASES[name];
      await base.world?.(home);
      await world?.(home);
      const answer = await send(home, base, facts, service);
      if (later === undefined) expect(answer.code, answer.text).to.equal(code);
      else {
        expect(answer.code, answer.text).to.equal(base.code);
        await later(home);
        expect(await home.user.next()).to.contain(`<sr:ResponseCode>${code}<`);
      }

      const changed = { originator: SUPPLIER, ...base.facts, ...facts };
      const requestId = `${changed.originator}:${changed.target}:${changed.counter}`;
      const line = lines.find((each) => each['requestId'] === requestId && each['responseCode'] === code);
      expect(String(line?.['reason'])).to.match(reason);
      const kind = requestKindOf(changed.commandVariant);
      const reasons = (await home.store.journal.history({ requestId, kind })).map(
        (each) => each.reason ?? '',
      );
      expect(reasons.filter((text) => reason.test(text))).to.have.length(1);
    });
  }
});

describe('the codes of the bases and their mutations', () => {
  it('are all that the table of Response Codes says are raised, and no other', () => {
    const raised = RESPONSE_CODE_TABLE.filter(({ raisedWhen }) => raisedWhen.length > 0);
    const seen = [...Object.values(BASES), ...MUTATIONS].map(({ code }) => code);
    expect([...new Set<string>(seen)]).to.have.members(raised.map(({ code }) => code));
  });
});
