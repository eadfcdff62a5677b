import { expect } from 'chai';
import { ByteReader } from '../../src/gbcs/bytes/byte-reader.js';
import { decodeDataNotification } from '../../src/gbcs/dlms/data-notification.js';
import { decodeData } from '../../src/gbcs/dlms/dlms-type.js';
import { compactArray, structure } from '../../src/gbcs/dlms/index.js';
import { encryptedData } from '../../src/gbcs/dlms/protected-attributes.js';
import { componentDetail, decodeGbzAlert } from '../../src/gbcs/gbz/alert.js';
import { instantOf } from '../../src/gbcs/gbz/utc-time.js';
import {
  decodeMessage,
  decryptAttribute,
  encryptAttribute,
  type GbcsMessage,
  sharedSecret,
} from '../../src/gbcs/index.js';
import { singleElement } from '../../src/gbcs/use-cases/dlms/shared/register-read-log-entry.js';
import { openCredentials } from '../../src/smki/index.js';
import { tellOfBillingData } from '../../src/wan/esme-billing-alert.js';
import { pushBillingData } from '../../src/wan/gas-billing-alert.js';
import { sendGenericAlert } from '../../src/wan/generic-alert.js';
import { VirtualDevice } from '../../src/wan/virtual-device.js';
import { describeWithRtds, rtdsMessages, rtdsPrivateKey, rtdsPublicKey } from '../gbcs/rtds.js';
import { recordWhatIsPublished } from './published-state.js';
import { BROKER, NETWORK_OPERATOR } from './virtual-home.js';

const { store: credentials } = await openCredentials({ testCredentials: true });

/** The Alerts of a name, if the reference data are there. */
function alertsOf(pattern: RegExp): readonly (readonly [string, GbcsMessage])[] {
  return rtdsMessages()
    .filter(({ name, kind }) => kind === 'ALERT' && pattern.test(name))
    .map(({ name, bytes }) => [name, decodeMessage(bytes)]);
}

/** The Device that sent an Alert, at its time; it signs nothing and protects nothing, as its keys are not at hand. */
function senderOf({ header }: GbcsMessage, deviceType: 'ESME' | 'GSME', at: Date) {
  const device = new VirtualDevice(
    {
      id: header.originator,
      deviceType,
      remoteParties: { supplier: header.recipient, networkOperator: NETWORK_OPERATOR },
    },
    { credentials, accessControlBroker: BROKER, clock: () => at },
  );
  const said: Buffer[] = [];
  device.send = ({ content }) => {
    said.push(content(header));
  };
  return { device, said };
}

function readersSecret({ header }: GbcsMessage): Buffer {
  const privateKey = rtdsPrivateKey(header.recipient, 'ka');
  const publicKey = rtdsPublicKey(header.originator, 'ka');
  if (privateKey === undefined || publicKey === undefined) throw new Error('the keys are not at hand');
  return sharedSecret(privateKey, publicKey);
}

describeWithRtds('Alerts that virtual Devices send by themselves, and the reference alerts', () => {
  for (const [name, message] of alertsOf(/^GCS53/)) {
    it(`${name}: the same content is said of the same snapshot`, () => {
      const { time, detail } = decodeGbzAlert(message.content, componentDetail);
      const { device, said } = senderOf(message, 'GSME', instantOf(time));
      const secret = readersSecret(message);
      device.encrypt = (header, plaintext) => encryptAttribute(header, plaintext, secret);
      if (detail === undefined) throw new Error('the Alert has no component');
      const { frameCounter, ...component } = detail;
      expect(frameCounter).to.equal(0);
      const payload = decryptAttribute(message.header, detail.payload, secret);
      recordWhatIsPublished(device, [{ ...component, payload }]);
      const [snapshot] = device.records.readings.of(-1);
      if (snapshot === undefined) throw new Error('there is no snapshot');
      device.records.readings.billing.add(snapshot);
      pushBillingData(device);
      expect(said.map((content) => content.toString('hex'))).to.deep.equal([message.content.toString('hex')]);
    });
  }

  // A virtual meter has one element.
  for (const [name, message] of alertsOf(/^ECS68(?!.*TWIN)/)) {
    it(`${name}: the same content is said of the same registers`, () => {
      const { dateTime, further } = decodeDataNotification(message.content);
      const { year, month, dayOfMonth, hour, minute, second } = dateTime;
      const at = new Date(Date.UTC(year, month - 1, dayOfMonth, hour, minute, second));
      const { device, said } = senderOf(message, 'ESME', at);
      const secret = readersSecret(message);
      device.encrypt = (header, plaintext) => encryptAttribute(header, plaintext, secret);
      const [, encrypted] = further;
      if (encrypted === undefined) throw new Error('the Alert has no encrypted member');
      const plaintext = decryptAttribute(message.header, decodeData(encryptedData, encrypted), secret);
      const log = structure({ entries: compactArray(structure(singleElement)) });
      const [entry] = decodeData(log, new ByteReader(plaintext)).entries;
      if (entry === undefined) throw new Error('there is no entry');
      tellOfBillingData(device, entry);
      expect(said.map((content) => content.toString('hex'))).to.deep.equal([message.content.toString('hex')]);
    });
  }

  for (const [name, message] of alertsOf(/^G(N?)CA-/)) {
    it(`${name}: the same content is said of the same event`, () => {
      const isGas = name.includes('ZigBee');
      const [code, at] = isGas ? codeInGbz(message) : codeInDlms(message);
      const { device, said } = senderOf(message, isGas ? 'GSME' : 'ESME', at);
      expect(sendGenericAlert(device, code, at)).to.equal(true);
      expect(said.map((content) => content.toString('hex'))).to.deep.equal([message.content.toString('hex')]);
    });
  }
});

function codeInGbz({ content }: GbcsMessage): [number, Date] {
  const { alertCode, time } = decodeGbzAlert(content);
  return [alertCode, instantOf(time)];
}

function codeInDlms({ content }: GbcsMessage): [number, Date] {
  const { alertCode, dateTime } = decodeDataNotification(content);
  const { year, month, dayOfMonth, hour, minute, second } = dateTime;
  return [alertCode, new Date(Date.UTC(year, month - 1, dayOfMonth, hour, minute, second))];
}
