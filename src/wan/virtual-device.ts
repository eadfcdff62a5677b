import type { KeyObject } from 'node:crypto';
import type { Clock } from '../common/clock.js';
import type { DeviceType } from '../common/device-type.js';
import type { Eui64 } from '../common/eui64.js';
import {
  addMac,
  decodeMessage,
  encodeMessage,
  encryptAttribute,
  type GbcsMessage,
  type GroupingHeader,
  NO_SIGNATURE,
  SharedSecretCache,
  privateKeySigner,
  signMessage,
  type UseCase,
  useCaseOf,
  verifyMac,
  verifyMessageSignature,
} from '../gbcs/index.js';
import { wholeSecond } from '../common/clock.js';
import { cosemDateTimeOf } from '../gbcs/dlms/cosem-date-time.js';
import type { CredentialStore } from '../smki/index.js';
import { CosemObjects } from './cosem-objects.js';
import { executeContent } from './execute-content.js';

/** What a virtual Device is made of. */
export interface VirtualDeviceFacts {
  readonly id: Eui64;
  readonly deviceType: DeviceType;
  /** The CHF of its home. */
  readonly hub?: Eui64;
  /** 8 hexadecimal digits. */
  readonly firmwareVersion?: string;
}

/** How a Device took a Command. */
export interface CommandTrace {
  readonly useCase: string;
  readonly messageCode: number;
  readonly bytes: Buffer;
  readonly macValid: boolean;
  /** Absent where the Command is not signed. */
  readonly signatureValid?: boolean;
  readonly outcome: 'executed' | 'repeated' | 'refused';
  /** Why it was refused. */
  readonly reason?: string;
}

export interface VirtualDeviceParts {
  readonly credentials: CredentialStore;
  readonly accessControlBroker: Eui64;
  readonly clock: Clock;
}

/** Firmware version of a Device nobody gave one. */
const FACTORY_FIRMWARE = '00000001';

/** Use cases whose Response carries the Device's time. Source: GBCS-RULES section 4. */
const DATED_RESPONSES =
  /^(ECS17[a-e]|ECS18[ab]|ECS19|ECS23b?|GCS13[a-c]|GCS14|GCS60a|CS01[ab]|CS02[bg]|CS06)$/;

/** A Device that checks a Command as GBCS demands, carries it out on its own state and answers under its own keys. */
export class VirtualDevice {
  readonly id: Eui64;
  readonly deviceType: DeviceType;
  firmwareVersion: string;
  /** Devices it is joined to, or in the case of a CHF has in its Device Log. */
  readonly deviceLog = new Map<Eui64, DeviceType>();
  /** What a CHF has removed from its Device Log. */
  readonly historicDeviceLog = new Set<Eui64>();
  readonly objects = new CosemObjects();
  readonly #parts: VirtualDeviceParts;
  readonly #secrets = new SharedSecretCache();
  /** Answers by Command, so that the same Command again is answered again and not carried out again. */
  readonly #answers = new Map<string, Buffer>();
  /** Highest Originator Counter of each originator. */
  readonly #counters = new Map<Eui64, bigint>();

  constructor(facts: VirtualDeviceFacts, parts: VirtualDeviceParts) {
    this.id = facts.id;
    this.deviceType = facts.deviceType;
    this.firmwareVersion = facts.firmwareVersion ?? FACTORY_FIRMWARE;
    this.#parts = parts;
  }

  get now(): Date {
    return wholeSecond(this.#parts.clock());
  }

  /** @returns what was made of the Command, and the Response if there is one: a Command that is refused gets none */
  take(bytes: Buffer): { readonly trace: CommandTrace; readonly response?: Buffer } {
    const message = decodeMessage(bytes);
    const useCase = useCaseOf(message);
    const macValid = this.#macIsValid(message);
    const signatureValid = this.#signatureIsValid(message);
    const about = {
      useCase: useCase?.code ?? 'unknown',
      messageCode: message.header.messageCode,
      bytes,
      macValid,
      ...(signatureValid !== undefined && { signatureValid }),
    };
    const earlier = this.#answers.get(bytes.toString('base64'));
    if (earlier !== undefined) return { trace: { ...about, outcome: 'repeated' }, response: earlier };
    const reason = this.#refusal(message, useCase, macValid, signatureValid);
    if (reason !== undefined || useCase === undefined) {
      return { trace: { ...about, outcome: 'refused', reason: reason ?? 'unknown message code' } };
    }
    this.#counters.set(message.header.originator, message.header.originatorCounter);
    const response = this.#answer(message, useCase);
    this.#answers.set(bytes.toString('base64'), response);
    return { trace: { ...about, outcome: 'executed' }, response };
  }

  /** Encrypts what only the reader of a Response may see. */
  encrypt(response: GroupingHeader, plaintext: Buffer): Buffer {
    const reader = response.supplementaryRemoteParty?.id ?? response.recipient;
    return encryptAttribute(response, plaintext, this.#secretWith(reader));
  }

  #refusal(
    { header }: GbcsMessage,
    useCase: UseCase | undefined,
    macValid: boolean,
    signatureValid: boolean | undefined,
  ): string | undefined {
    if (header.recipient !== this.id) return `it is for ${header.recipient}`;
    if (header.kind !== 'Command') return 'it is not a Command';
    if (!macValid) return 'the MAC is wrong';
    if (signatureValid === false) return 'the signature is wrong';
    if (useCase === undefined) return 'unknown message code';
    if (!useCase.targets.includes(this.deviceType)) return `${useCase.code} is not for ${this.deviceType}`;
    if (useCase.messageType === 'SME.C.C' && signatureValid === undefined) return 'it is not signed';
    const highest = this.#counters.get(header.originator);
    if (highest !== undefined && header.originatorCounter <= highest)
      return 'its Originator Counter was used';
    return undefined;
  }

  #answer(command: GbcsMessage, useCase: UseCase): Buffer {
    const { recipient, originator, ...rest } = command.header;
    const header: GroupingHeader = {
      ...rest,
      kind: 'Response',
      originator: recipient,
      recipient: originator,
      ...(DATED_RESPONSES.test(useCase.code) && { dateTime: cosemDateTimeOf(this.now) }),
    };
    const content = executeContent(this, useCase, command, header);
    if (command.signature !== undefined && command.signature.length > 0) {
      return encodeMessage(signMessage({ header, content }, privateKeySigner(this.#privateKey('ds'))));
    }
    return encodeMessage(addMac({ header, content, signature: NO_SIGNATURE }, this.#secretWith(originator)));
  }

  #macIsValid(message: GbcsMessage): boolean {
    const { credentials, accessControlBroker } = this.#parts;
    return credentials
      .findAll(accessControlBroker, 'ka')
      .some(({ publicKey }) => verifyMac(message, this.#secrets.get(this.#privateKey('ka'), publicKey)));
  }

  #signatureIsValid(message: GbcsMessage): boolean | undefined {
    if (message.signature === undefined || message.signature.length === 0) return undefined;
    return this.#parts.credentials
      .findAll(message.header.originator, 'ds')
      .some(({ publicKey }) => verifyMessageSignature(message, publicKey));
  }

  #secretWith(party: Eui64): Buffer {
    const peer = this.#parts.credentials.find(party, 'ka');
    if (peer === undefined) throw new Error(`no Key Agreement certificate of ${party}`);
    return this.#secrets.get(this.#privateKey('ka'), peer.publicKey);
  }

  #privateKey(usage: 'ka' | 'ds'): KeyObject {
    const own = this.#parts.credentials.findAll(this.id, usage).find(({ privateKey }) => privateKey);
    if (own?.privateKey === undefined) throw new Error(`Device ${this.id} has no ${usage} key`);
    return own.privateKey;
  }
}
