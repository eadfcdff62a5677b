import { expect } from 'chai';
import { REFERENCE_DEVICES } from '../../src/cli/reference-devices.js';
import type { Eui64 } from '../../src/common/eui64.js';
import { decodeDer, type DerSchema, encodeDer } from '../../src/gbcs/asn1/der-schema.js';
import { decodeMessage, type GbcsMessage, type UseCase, useCaseOf } from '../../src/gbcs/index.js';
import { CS02a } from '../../src/gbcs/use-cases/asn1/cs02a-provide-security-credential-details.js';
import { CS02d } from '../../src/gbcs/use-cases/asn1/cs02d-update-device-certificates.js';
import { CS02e } from '../../src/gbcs/use-cases/asn1/cs02e-provide-device-certificates.js';
import { CS03A1 } from '../../src/gbcs/use-cases/asn1/cs03-join.js';
import { CS04AC } from '../../src/gbcs/use-cases/asn1/cs04-unjoin.js';
import { CS06 } from '../../src/gbcs/use-cases/asn1/cs06-activate-firmware.js';
import { CS07 } from '../../src/gbcs/use-cases/asn1/cs07-read-device-join-details.js';
import { CS08 } from '../../src/gbcs/use-cases/asn1/cs08-read-firmware-version.js';
import { GCS28 } from '../../src/gbcs/use-cases/asn1/gcs28-set-clock.js';
import { GCS59, GCS62 } from '../../src/gbcs/use-cases/asn1/gcs59-restore-gpf-device-log.js';
import { updateCredentialsResponse } from '../../src/gbcs/use-cases/asn1/update-credentials-contents.js';
import {
  type Certificate,
  generateDevicePki,
  type KeyPair,
  openCredentials,
  parseCertificate,
  requestedKey,
  seededKeys,
} from '../../src/smki/index.js';
import { executeContent } from '../../src/wan/execute-content.js';
import { deviceTypeOf } from '../../src/wan/gas-proxy-log.js';
import { schemaOf } from '../../src/wan/schema-of.js';
import { VirtualDevice } from '../../src/wan/virtual-device.js';
import { describeWithRtds, rtdsMessages } from '../gbcs/rtds.js';
import { BROKER, GPF } from './virtual-home.js';

interface Pair {
  readonly name: string;
  readonly useCase: UseCase;
  readonly command: GbcsMessage;
  readonly response: GbcsMessage;
}

/** What a Device is made of that is not put into it afterwards. */
interface Beginning {
  readonly now?: Date;
  /** The next key pair it makes. */
  readonly keys?: KeyPair;
}

/** How a Device comes to be in the state its reference Response tells of. */
interface Reference {
  readonly beginning?: (pair: Pair) => Beginning;
  readonly putInState?: (device: VirtualDevice, pair: Pair) => void;
}

const { store: credentials } = await openCredentials({ testCredentials: true });
credentials.add(generateDevicePki({ devices: [...REFERENCE_DEVICES.keys()] }));

/** Any key: of keys in cells Responses tell the identifier only. */
const ANY_KEYS = seededKeys('1')('any');

/** A certification request is a SEQUENCE with the part that is signed, then the signature, which is random. */
const SIGNED_PART = { from: 4, length: 3 + 186 } as const;

function pairs(): Pair[] {
  const messages = new Map(rtdsMessages().map(({ name, bytes }) => [name, bytes]));
  return [...messages].flatMap(([name, bytes]) => {
    const answer = messages.get(name.replace(/_COMMAND$/, '_RESPONSE'));
    if (!name.endsWith('_COMMAND') || answer === undefined) return [];
    const command = decodeMessage(bytes);
    const useCase = useCaseOf(command);
    if (useCase?.encoding !== 'ASN.1') return [];
    return [{ name: name.replace(/_COMMAND$/, ''), useCase, command, response: decodeMessage(answer) }];
  });
}

function deviceFor(id: Eui64, { now, keys }: Beginning): VirtualDevice {
  const deviceType = REFERENCE_DEVICES.get(id)?.deviceType ?? expect.fail(`what is ${id}?`);
  return new VirtualDevice(
    { id, deviceType },
    {
      credentials,
      accessControlBroker: BROKER,
      clock: () => now ?? new Date('2026-06-01T12:00:00Z'),
      keys: () => keys ?? expect.fail('no key is to be made'),
    },
  );
}

/** For Devices that say that a thing failed that the Command does not spoil. */
const isFaulty = (device: VirtualDevice): void => {
  device.failsAt = 0;
};

const readCertificate: Reference = {
  beginning: (pair) => ({
    keys: { ...ANY_KEYS, publicKey: certificateOf(pair)?.publicKey ?? ANY_KEYS.publicKey },
  }),
  putInState(device, pair) {
    const certificate = certificateOf(pair);
    if (certificate === undefined) {
      isFaulty(device);
      return;
    }
    device.keys.request('digitalSignature');
    expect(device.keys.install(certificate)).to.equal(undefined);
  },
};

function certificateOf({ response: { content } }: Pair): Certificate | undefined {
  const { value } = decodeDer(schemaOf(CS02e.contents.response), content);
  return 'certificate' in value ? parseCertificate(value.certificate) : undefined;
}

const provideCredentials: Reference = {
  putInState(device, { response: { content } }) {
    const { value: roles } = decodeDer(schemaOf(CS02a.contents.response), content);
    for (const { remotePartyRole, currentSeqNumber, trustAnchorCellsDetails: cells = [] } of roles) {
      for (const cell of cells) {
        const { trustAnchorCellKeyUsage, trustAnchorCellUsage } = cell;
        const party = cell.existingSubjectUniqueID;
        device.trustAnchors.replace(
          { trustAnchorCellRemotePartyRole: remotePartyRole, trustAnchorCellKeyUsage, trustAnchorCellUsage },
          { party, publicKey: ANY_KEYS.publicKey, keyIdentifier: cell.existingSubjectKeyIdentifier },
        );
        if (currentSeqNumber !== undefined) device.setCounter(party, currentSeqNumber);
      }
    }
  },
};

const updateCredentials: Reference = {
  putInState(device, { response: { content } }) {
    const { executionOutcome } = decodeDer(updateCredentialsResponse, content).value;
    for (const outcome of executionOutcome?.replacementOutcomes ?? []) {
      device.trustAnchors.replace(outcome.affectedTrustAnchorCell, {
        party: outcome.existingSubjectUniqueID,
        publicKey: ANY_KEYS.publicKey,
        keyIdentifier: outcome.existingSubjectKeyIdentifier,
      });
    }
  },
};

const join: Reference = {
  putInState(device, { command, response }) {
    const { value: code } = decodeDer(schemaOf(CS03A1.contents.response), response.content);
    const { value } = decodeDer(schemaOf(CS03A1.contents.command), command.content);
    if (code === 'incompatibleWithExistingEntry')
      device.deviceLog.set(value.otherDeviceEntityIdentifier, 'HCALCS');
  },
};

const unjoin: Reference = {
  putInState(device, { command, response }) {
    const { value: code } = decodeDer(schemaOf(CS04AC.contents.response), response.content);
    const { value: other } = decodeDer(schemaOf(CS04AC.contents.command), command.content);
    if (code === 'success') device.deviceLog.set(other, 'PPMID');
  },
};

/** By the code of the use case; of some a Device needs no state. */
const REFERENCES: Readonly<Record<string, Reference>> = {
  CS02a: provideCredentials,
  CS02b: updateCredentials,
  CS02c: {
    beginning: ({ name, response }) =>
      name.includes('SUCCESS') ? { keys: { ...ANY_KEYS, publicKey: requestedKey(response.content) } } : {},
    putInState(device, { name }) {
      if (!name.includes('SUCCESS')) isFaulty(device);
    },
  },
  CS02d: {
    beginning: ({ command: { content } }) => {
      const { value } = decodeDer(schemaOf(CS02d.contents.command), content);
      return { keys: { ...ANY_KEYS, publicKey: parseCertificate(value).publicKey } };
    },
    putInState: (device) => void device.keys.request('digitalSignature'),
  },
  CS02e: readCertificate,
  CS02f: provideCredentials,
  CS02g: updateCredentials,
  CS03A1: join,
  CS03A2: join,
  CS03B: join,
  CS03C: join,
  CS04AC: unjoin,
  CS04B: unjoin,
  CS06: {
    putInState(device, { command, response }) {
      const { value } = decodeDer(schemaOf(CS06.contents.response), response.content);
      if (!('executionOutcome' in value)) return;
      const { activateImageResponseCode, firmwareVersion } = value.executionOutcome;
      const version = firmwareVersion.toString('hex');
      const { manufacturerImageHash: hash } = decodeDer(
        schemaOf(CS06.contents.command),
        command.content,
      ).value;
      if (activateImageResponseCode === 'success') device.firmwareImage = { firmwareVersion: version, hash };
      else device.firmwareVersion = version;
    },
  },
  CS07: {
    putInState(device, { response }) {
      const { value } = decodeDer(schemaOf(CS07.contents.response), response.content);
      if (value.readResponseCode !== 'success') isFaulty(device);
      for (const { deviceIdentifier, deviceType } of value.deviceLogEntries ?? [])
        device.deviceLog.set(deviceIdentifier, deviceTypeOf(deviceType));
    },
  },
  CS08: {
    putInState(device, { response }) {
      const { value } = decodeDer(schemaOf(CS08.contents.response), response.content);
      if (value.responseCode !== 'success') isFaulty(device);
      device.firmwareVersion = value.firmwareVersion.toString('hex');
    },
  },
  GCS28: {
    beginning: ({ response: { content } }) => ({
      now: decodeDer(schemaOf(GCS28.contents.response), content).value.deviceTime,
    }),
    putInState(device, { response: { content } }) {
      const { value } = decodeDer(schemaOf(GCS28.contents.response), content);
      if (value.deviceTimeStatus !== 'reliable') isFaulty(device);
    },
  },
  GCS59: {},
};

/** Where a virtual Device says something else, and why. */
const OTHERWISE: Readonly<Record<string, string>> = {
  'CS02gLoadControllerBySupplier_6.15.1_IMMEDIATE_ERROR':
    'the Command is that of the success; what the Device lacks is not told',
};

/** Contents of Responses of which some of the reference data have lengths in a longer form than need be. */
const LENGTHENED: Readonly<Record<string, DerSchema<unknown>>> = {
  CS02a: schemaOf(CS02a.contents.response),
  CS02b: updateCredentialsResponse,
  CS02f: schemaOf(CS02a.contents.response),
  CS02g: updateCredentialsResponse,
};

/** What was said, with lengths in the form the reference Response has. */
function inFormOf({ useCase, response }: Pair, said: Buffer): Buffer {
  const schema = LENGTHENED[useCase.code];
  if (schema === undefined) return said;
  return encodeDer(schema, decodeDer(schema, said).value, decodeDer(schema, response.content).lengthForm);
}

/** The bytes to be compared: all but what is random. */
function comparable({ useCase, name }: Pair, content: Buffer): string {
  const { from, length } = SIGNED_PART;
  const isRequest = useCase.code === 'CS02c' && name.includes('SUCCESS');
  return (isRequest ? content.subarray(from, from + length) : content).toString('hex');
}

describeWithRtds('Responses of virtual Devices in ASN.1 and the reference Responses', () => {
  const all = pairs();

  it('are compared for all pairs there are, of every use case', () => {
    expect(all.length).to.be.at.least(54);
    expect([...new Set(all.map(({ useCase }) => useCase.code))]).to.have.members(Object.keys(REFERENCES));
  });

  for (const pair of all) {
    const why = OTHERWISE[pair.name];
    it(`${pair.name}: ${why ?? 'the same content is said of the same state'}`, () => {
      const { beginning, putInState } = REFERENCES[pair.useCase.code] ?? {};
      const device = deviceFor(pair.command.header.recipient, beginning?.(pair) ?? {});
      putInState?.(device, pair);
      const said = executeContent(device, pair.useCase, pair.command, pair.response.header);
      const found = expect(comparable(pair, inFormOf(pair, said)));
      const expected = comparable(pair, pair.response.content);
      if (why === undefined) found.to.equal(expected);
      else found.not.to.equal(expected);
    });
  }
});

describeWithRtds('the backup of a virtual Gas Proxy Function and the reference alert', () => {
  const alert = (): GbcsMessage =>
    decodeMessage(
      rtdsMessages().find(({ name }) => name === 'GCS62_NA_8071_ALERT')?.bytes ?? expect.fail('no alert'),
    );

  it('have the same content for the same Device Log', () => {
    const reference = alert();
    const { value } = decodeDer(schemaOf(GCS62.contents.alert), reference.content);
    const device = deviceFor(GPF, { now: value.backupDateTime });
    const { deviceLogEntries } = value;
    const command: GbcsMessage = {
      header: {
        kind: 'Command',
        originatorCounter: 1n,
        originator: BROKER,
        recipient: GPF,
        messageCode: GCS59.messageCode,
      },
      content: encodeDer(schemaOf(GCS59.contents.command), { deviceLogEntries }),
    };
    executeContent(device, GCS59, command, { ...command.header, kind: 'Response' });
    const [sent, ...others] = device.takeAlerts().map((bytes) => decodeMessage(bytes));
    expect(others).to.deep.equal([]);
    expect(sent?.content.toString('hex')).to.equal(reference.content.toString('hex'));
    expect(sent?.header).to.deep.include({ messageCode: reference.header.messageCode, recipient: BROKER });
    expect(sent?.mac).to.have.length(reference.mac?.length ?? 0);
  });
});
