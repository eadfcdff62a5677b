import { type Eui64, parseEui64 } from '../../src/common/eui64.js';
import { silentLogger } from '../../src/common/logger.js';
import {
  addMac,
  decodeMessage,
  decryptAttribute,
  describeMessage,
  encodeMessage,
  encryptionContext,
  type GbcsMessage,
  NO_SIGNATURE,
  privateKeySigner,
  sharedSecret,
  signMessage,
  verifyMac,
  verifyMessageSignature,
} from '../../src/gbcs/index.js';
import { generateDevicePki, openCredentials } from '../../src/smki/index.js';
import { VirtualHan } from '../../src/wan/index.js';
import { transformedSample } from '../gbcs/sample-transforms.js';

/** The parties and Devices of the reference data. */
export const BROKER = parseEui64('90-B3-D5-1F-30-00-00-02');
export const SUPPLIER = parseEui64('90-B3-D5-1F-30-01-00-00');
export const NETWORK_OPERATOR = parseEui64('90-B3-D5-1F-30-02-00-00');
export const ESME = parseEui64('00-DB-12-34-56-78-90-A0');
export const GSME = parseEui64('00-DB-12-34-56-78-90-A1');
export const HUB = parseEui64('00-DB-12-34-56-78-90-A2');
export const GPF = parseEui64('00-DB-12-34-56-78-90-A3');
export const PPMID = parseEui64('00-DB-12-34-56-78-90-A4');

const { store: credentials } = await openCredentials({ testCredentials: true });
credentials.add(generateDevicePki({ devices: [ESME, GSME, HUB, GPF, PPMID] }));

/** What a sample is built with where nothing is known of its message but its name. */
const NOTHING_EXPECTED = { messageCode: '', signedBy: 'User', sha256: '' } as const;

/** A home with virtual Devices whose clock is moved by hand, and what they have said. */
export class VirtualHome {
  now = new Date('2026-06-01T12:00:00Z');
  readonly heard: GbcsMessage[] = [];
  readonly han = new VirtualHan({
    credentials,
    accessControlBroker: BROKER,
    clock: () => this.now,
    log: silentLogger,
  });
  #sent = 0;

  constructor() {
    this.han.addDevice({ id: HUB, deviceType: 'CHF' });
    this.han.addDevice({
      id: ESME,
      deviceType: 'ESME',
      hub: HUB,
      remoteParties: { supplier: SUPPLIER, networkOperator: NETWORK_OPERATOR },
    });
    this.han.addDevice({
      id: GSME,
      deviceType: 'GSME',
      hub: HUB,
      remoteParties: { supplier: SUPPLIER, networkOperator: NETWORK_OPERATOR },
    });
    this.han.addDevice({ id: GPF, deviceType: 'GPF', hub: HUB });
    this.han.addDevice({ id: PPMID, deviceType: 'PPMID', hub: HUB });
    this.han.onMessage(({ bytes }) => {
      this.heard.push(decodeMessage(bytes));
      return Promise.resolve();
    });
  }

  /** What was heard since the last time. */
  hear(): GbcsMessage[] {
    return this.heard.splice(0);
  }

  /** Sends the Command of a sample request. @returns all that Devices said of it, the Response first */
  async sample(name: string): Promise<GbcsMessage[]> {
    return this.send(this.command(name));
  }

  /** As `sample`, under an Originator Counter that was not used before, whatever the request says. */
  async fresh(name: string): Promise<GbcsMessage[]> {
    const command = this.command(name);
    const originatorCounter = 1_000_000n + BigInt(this.#sent);
    const header = { ...command.message.header, originatorCounter };
    return this.send({ ...command, message: { ...command.message, header } });
  }

  async send({ message, protection }: ReturnType<typeof transformedSample>): Promise<GbcsMessage[]> {
    const { originator } = message.header;
    const signed = protection.signed
      ? signMessage(message, privateKeySigner(this.#privateKey(originator, 'ds')))
      : { ...message, signature: NO_SIGNATURE };
    return this.sendBytes(
      message.header.recipient,
      encodeMessage(addMac(signed, this.#secret(message.header.recipient, BROKER))),
    );
  }

  /** The Command of a sample request before it is protected, to be changed. */
  command(name: string): ReturnType<typeof transformedSample> {
    return transformedSample(name, { ...NOTHING_EXPECTED, counter: String(5000 + this.#sent) });
  }

  async sendBytes(device: Eui64, bytes: Buffer): Promise<GbcsMessage[]> {
    const requestId = `request ${++this.#sent}`;
    await this.han.send({ requestId, device, bytes });
    while (this.han.trace(requestId) === undefined) await aMoment();
    await this.settled();
    const trace = this.han.trace(requestId);
    if (trace?.outcome !== 'executed') throw new Error(trace?.reason ?? trace?.outcome);
    return this.hear();
  }

  /** Lets the Devices say all they have to say of what they were sent. */
  async settled(): Promise<void> {
    await aMoment();
    await aMoment();
  }

  /** Moves the clock, and lets the Devices do what is due. @returns what they said */
  async comes(time: string): Promise<GbcsMessage[]> {
    this.now = new Date(time);
    await this.han.runDue();
    return this.hear();
  }

  /** Whether a message is signed by its Device, or has its MAC for the recipient. */
  isAuthentic(message: GbcsMessage): boolean {
    const { originator, recipient } = message.header;
    if (message.mac !== undefined) return verifyMac(message, this.#secret(originator, recipient));
    return verifyMessageSignature(message, credentialOf(originator, 'ds').publicKey);
  }

  /** The content of a message in words, with what is encrypted for its reader. */
  revealed(message: GbcsMessage): unknown {
    const secret = this.#secret(message.header.originator, encryptionContext(message.header).recipient);
    const description = describeMessage(message, {
      macIsValid: () => undefined,
      signatureIsValid: () => undefined,
      decrypt:
        ({ header }) =>
        (encrypted) =>
          decryptAttribute(header, encrypted, secret),
    });
    return (description as { content: unknown }).content;
  }

  #secret(device: Eui64, party: Eui64): Buffer {
    return sharedSecret(this.#privateKey(party, 'ka'), credentialOf(device, 'ka').publicKey);
  }

  #privateKey(party: Eui64, usage: 'ka' | 'ds') {
    const { privateKey } = credentialOf(party, usage);
    if (privateKey === undefined) throw new Error(`no private key of ${party}`);
    return privateKey;
  }
}

/** The content of a message in words. */
export function contentOf(message: GbcsMessage | undefined): unknown {
  if (message === undefined) throw new Error('there is no message');
  return (describeMessage(message) as { content: unknown }).content;
}

/** Lets what was put off to the next turn happen. */
const aMoment = () => new Promise((resolve) => setImmediate(resolve));

function credentialOf(party: Eui64, usage: 'ka' | 'ds') {
  const credential = credentials.find(party, usage);
  if (credential === undefined) throw new Error(`no ${usage} certificate of ${party}`);
  return credential;
}
