import { expect } from 'chai';
import { ByteReader } from '../../src/gbcs/bytes/byte-reader.js';
import { decodeAccessRequest } from '../../src/gbcs/dlms/access-request.js';
import { decodeAccessResponse } from '../../src/gbcs/dlms/access-response.js';
import { skipData } from '../../src/gbcs/dlms/any-data.js';
import { protectedReadAnswer, protectedReadArgument } from '../../src/gbcs/dlms/protected-attributes.js';
import type { GbzComponent } from '../../src/gbcs/gbz/component.js';
import { type AttributeReport, READ_ATTRIBUTES_RESPONSE } from '../../src/gbcs/gbz/foundation.js';
import { commandOfComponent, readFrame } from '../../src/gbcs/gbz/frame.js';
import { decodeGbzContent } from '../../src/gbcs/gbz/gbz-content.js';
import {
  decodeMessage,
  decryptAttribute,
  encryptAttribute,
  encryptionContext,
  type GbcsMessage,
  type GroupingHeader,
  sharedSecret,
  type UseCase,
  useCaseOf,
} from '../../src/gbcs/index.js';
import { openCredentials } from '../../src/smki/index.js';
import { executeContent } from '../../src/wan/execute-content.js';
import { VirtualDevice } from '../../src/wan/virtual-device.js';
import { describeWithRtds, rtdsMessages, rtdsPrivateKey, rtdsPublicKey } from '../gbcs/rtds.js';
import { recordWhatIsPublished } from './published-state.js';
import { BROKER } from './virtual-home.js';

interface Pair {
  readonly name: string;
  readonly useCase: UseCase;
  readonly command: GbcsMessage;
  readonly response: GbcsMessage;
}

/** DLMS result and ZCL status of a part of the Device that does not work. */
const HARDWARE_FAULT = 1;
const HARDWARE_FAILURE = 0xc0;
/** Class of the objects whose method answers with encrypted values. */
const DATA_PROTECTION = 30;

/** Where a virtual Device says something else, and why. */
const OTHERWISE: Readonly<Record<string, string>> = {
  'CCS07_8.9_SUCCESS': 'the Device Logs it tells are those of a hub, which are not given here',
  'CS01b_2.2_SUCCESS': 'what credit there was before is not told',
  PCS01_NA_SUCCESS: 'what credit there was before is not told',
  'GCS13b_4.1.4_ERROR': 'the fifth attribute of a component fails, not the first',
  'GCS13c_4.1.2_ERROR': 'the second attribute of a component fails, not the first',
  'GCS20r_6.2.10_SUCCESS': 'events are told in the order of their codes, there in another',
  'GCS21f_4.11.1_SUCCESS': 'the current price is that of the tariff, of which some is not told',
  'GCS21a_6.2.8_ERROR': 'the fifth attribute of a component fails, not the first',
  'GCS33_7.4_ERROR': 'the second attribute of a component fails, not the first',
};

const { store: credentials } = await openCredentials({ testCredentials: true });

function pairs(encoding: UseCase['encoding']): Pair[] {
  const messages = new Map(rtdsMessages().map(({ name, bytes }) => [name, bytes]));
  return [...messages].flatMap(([name, bytes]) => {
    const answer = messages.get(name.replace(/_COMMAND$/, '_RESPONSE'));
    if (!name.endsWith('_COMMAND') || answer === undefined) return [];
    const command = decodeMessage(bytes);
    const useCase = useCaseOf(command);
    if (useCase?.encoding !== encoding) return [];
    return [{ name: name.replace(/_COMMAND$/, ''), useCase, command, response: decodeMessage(answer) }];
  });
}

/** A Device as it comes, without what its type would have. */
function deviceFor({ command, useCase }: Pair): VirtualDevice {
  const deviceType = useCase.targets[0] ?? 'ESME';
  return new VirtualDevice(
    { id: command.header.recipient, deviceType },
    { credentials, accessControlBroker: BROKER, clock: () => new Date('2026-06-01T12:00:00Z') },
  );
}

/** What the Device says, given the state the Response tells of. */
function said(pair: Pair, device: VirtualDevice): string {
  return executeContent(device, pair.useCase, pair.command, pair.response.header).toString('hex');
}

/** Gives the Device the values that were read, and breaks what did not work. */
function putInDlmsState(device: VirtualDevice, pair: Pair): void {
  const { command, response } = pair;
  const { items } = decodeAccessRequest(command.content);
  const { results } = decodeAccessResponse(response.content);
  results.forEach(({ result, data, service }, position) => {
    const item = items[position];
    if (item === undefined) return;
    if (result === HARDWARE_FAULT) device.failsAt ??= position;
    if (result === 0 && service === 'get') device.objects.keep(item, Buffer.from(data.bytes(data.remaining)));
    if (result === 0 && item.classId === DATA_PROTECTION) putInProtectedState(device, pair, item.data, data);
  });
}

function putInGbzState(device: VirtualDevice, pair: Pair): void {
  const { header } = pair.response;
  const encrypted = decodeGbzContent(pair.response.content);
  const secret = encrypted.some(({ frameCounter }) => frameCounter !== undefined)
    ? readersSecret(header)
    : undefined;
  if (secret !== undefined) device.encrypt = (_, plaintext) => encryptAttribute(header, plaintext, secret);
  const components = encrypted.map((component): GbzComponent => {
    const { frameCounter, ...plain } = component;
    return secret === undefined || frameCounter === undefined
      ? component
      : { ...plain, payload: decryptAttribute(header, plain.payload, secret) };
  });
  recordWhatIsPublished(device, components);
  // The sequence number of a component is the place of the one it answers.
  for (const component of components) {
    for (const { attribute, status, dataType, value } of reportsOf(component)) {
      if (status === HARDWARE_FAILURE) device.failsAt ??= component.sequence;
      if (dataType !== undefined) device.attributes.keep(component.cluster, attribute, { dataType, value });
    }
    if (tellsOfFailure(component)) device.failsAt ??= component.sequence;
  }
}

function reportsOf(component: GbzComponent): readonly AttributeReport[] {
  if (component.frameControl.clusterSpecific || component.command !== READ_ATTRIBUTES_RESPONSE) return [];
  return (readFrame(component).values as { readonly attributes: readonly AttributeReport[] }).attributes;
}

/** Whether it is the answer to a command that failed: a Default Response, or the answer of its own. */
function tellsOfFailure(component: GbzComponent): boolean {
  const { name } = commandOfComponent(component);
  const { status, sampleId, resultType, clearedEventLogs } = readFrame(component).values as Record<
    string,
    unknown
  >;
  switch (name) {
    case 'defaultResponse':
      return status === HARDWARE_FAILURE;
    case 'startSamplingResponse':
      return sampleId === 0xffff;
    case 'consumerTopUpResponse':
      return resultType === 1;
    case 'clearEventLogResponse':
      return clearedEventLogs === 0;
    default:
      return false;
  }
}

/** Gives the Device what is encrypted in an answer; registers and logs alike are told whole. */
function putInProtectedState(
  device: VirtualDevice,
  { response: { header } }: Pair,
  argument: ByteReader,
  answer: ByteReader,
): void {
  const { objects } = protectedReadArgument.read(argument);
  const { encrypted } = protectedReadAnswer.read(answer);
  const secret = readersSecret(header);
  // The private key of the Device is not at hand; that of the reader gives the same secret.
  device.encrypt = (_, plaintext) => encryptAttribute(header, plaintext, secret);
  const plaintext = new ByteReader(decryptAttribute(header, encrypted, secret));
  plaintext.bytes(2, 'structure of the values');
  for (const { classId, obis, attribute } of objects) {
    const value = skipData(plaintext);
    device.objects.keep({ classId, obis, index: attribute }, Buffer.from(value.bytes(value.remaining)));
  }
}

/** What the Device and the reader of its Response share. */
function readersSecret(header: GroupingHeader): Buffer {
  const privateKey = rtdsPrivateKey(encryptionContext(header).recipient, 'ka');
  const publicKey = rtdsPublicKey(header.originator, 'ka');
  if (privateKey === undefined || publicKey === undefined) throw new Error('the keys are not at hand');
  return sharedSecret(privateKey, publicKey);
}

describeWithRtds('Responses of virtual Devices and the reference Responses', () => {
  const dlms = pairs('DLMS');
  const gbz = pairs('GBZ');

  it('are compared for all pairs there are', () => {
    expect(dlms.length).to.be.at.least(260);
    expect(gbz.length).to.be.at.least(130);
  });

  for (const pair of [...dlms, ...gbz]) {
    const why = OTHERWISE[pair.name];
    it(`${pair.name}: ${why ?? 'the same content is said of the same state'}`, () => {
      const device = deviceFor(pair);
      if (pair.useCase.encoding === 'DLMS') putInDlmsState(device, pair);
      else putInGbzState(device, pair);
      const found = expect(said(pair, device));
      const expected = pair.response.content.toString('hex');
      if (why === undefined) found.to.equal(expected);
      else found.not.to.equal(expected);
    });
  }
});
