import type { Clock } from '../common/clock.js';
import type { DeviceType } from '../common/device-type.js';
import { type Eui64, eui64ToBytes } from '../common/eui64.js';
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
import { cell } from '../gbcs/use-cases/asn1/trust-anchor-cell.js';
import { cosemDateTimeOf } from '../gbcs/dlms/cosem-date-time.js';
import { type CredentialStore, type KeySource, randomKeys } from '../smki/index.js';
import { CosemObjects } from './cosem-objects.js';
import type { DeviceAlert } from './device-alert.js';
import { DeviceKeys } from './device-keys.js';
import { executeContent } from './execute-content.js';
import type { FirmwareImage } from './firmware.js';
import type { GasFunctions } from './gas-functions.js';
import { PublishedToDevice } from './gas-published.js';
import { HeldInstructions } from './held-instructions.js';
import type { Routine } from './routine.js';
import { type RemoteParties, TrustAnchors } from './trust-anchors.js';
import { ZigbeeAttributes } from './zigbee-attributes.js';
import { ZigbeeRecords } from './zigbee-records.js';

/** What a virtual Device is made of. */
export interface VirtualDeviceFacts {
  readonly id: Eui64;
  readonly deviceType: DeviceType;
  /** The CHF of its home. */
  readonly hub?: Eui64;
  /** 8 hexadecimal digits. */
  readonly firmwareVersion?: string;
  /** Who is in its trust anchor cells as it comes, for those who read them (6.24.1); the broker is known. */
  readonly remoteParties?: RemoteParties;
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
  /** Of the keys Devices make themselves; random ones unless given. */
  readonly keys?: KeySource;
}

/** Firmware version of a Device nobody gave one. */
const FACTORY_FIRMWARE = '00000001';

/** Use cases whose Response carries the Device's time: those that may be future dated, and others. Source: GBCS-RULES section 4. */
const DATED_RESPONSES = new RegExp(
  '^(ECS01[a-d]|ECS0[23]|ECS08a?|ECS28a|ECS46[cd]|GCS01[ab]|GCS0[235]|CS02[bg]|CS06|' +
    'ECS17[a-e]|ECS18[ab]|ECS19|ECS23b?|GCS13[a-c]|GCS14|GCS60a|CS01[ab])$',
);

/** Use cases whose Response is signed even where the Command has but a MAC. Source: GBCS-RULES 1.3. */
const ALWAYS_SIGNED: readonly string[] = ['CS02b', 'CS02g'];

/** A Device that checks a Command as GBCS demands, carries it out on its own state and answers under its own keys. */
export class VirtualDevice {
  readonly id: Eui64;
  readonly deviceType: DeviceType;
  firmwareVersion: string;
  /** Devices it is joined to, or in the case of a CHF has in its Device Log; a restored log does not tell types. */
  readonly deviceLog = new Map<Eui64, DeviceType | undefined>();
  /** What a CHF has removed from its Device Log. */
  readonly historicDeviceLog = new Set<Eui64>();
  /** Hashes of link keys that a CHF did not make itself but was given with a restored log. */
  readonly hashedLinkKeys = new Map<Eui64, Buffer>();
  /** Extended PAN ID of the network of a CHF, 8 bytes. */
  extendedPanId: Buffer;
  /** An image that came and is not activated yet. */
  firmwareImage: FirmwareImage | undefined;
  readonly objects = new CosemObjects();
  /** Attributes of its ZigBee clusters. */
  readonly attributes = new ZigbeeAttributes();
  /** What was published to it, for those who ask. */
  readonly published = new PublishedToDevice();
  /** What it has recorded, as far as it is a ZigBee Device. */
  readonly records = new ZigbeeRecords();
  /** The Device whose gas it tells of: a Gas Proxy Function tells of the meter in its home. */
  gasMeter: () => VirtualDevice = () => this;
  /** What counts and charges, of a GSME. */
  gasFunctions: GasFunctions | undefined;
  /** Which access or component of each Command fails as if a part of it were broken, counted from 0. */
  failsAt: number | undefined;
  readonly keys: DeviceKeys;
  /** Whom it trusts. */
  readonly trustAnchors: TrustAnchors;
  /** What it is to do at a time. */
  readonly held = new HeldInstructions();
  /** What it does by itself. */
  readonly routines: Routine[] = [];
  readonly #parts: VirtualDeviceParts;
  readonly #secrets = new SharedSecretCache();
  /** Answers by Command, so that the same Command again is answered again and not carried out again. */
  readonly #answers = new Map<string, Buffer>();
  /** Highest Originator Counter of each originator. */
  readonly #counters = new Map<Eui64, bigint>();
  /** Originator Counter of its next Alert: from the clock, so that a Device that starts anew uses none twice. */
  #alertCounter: bigint;
  /** Alerts on their way. */
  #alerts: Buffer[] = [];

  constructor(facts: VirtualDeviceFacts, parts: VirtualDeviceParts) {
    this.id = facts.id;
    this.deviceType = facts.deviceType;
    this.firmwareVersion = facts.firmwareVersion ?? FACTORY_FIRMWARE;
    this.extendedPanId = eui64ToBytes(facts.id);
    this.trustAnchors = new TrustAnchors(parts.credentials, {
      accessControlBroker: parts.accessControlBroker,
      ...facts.remoteParties,
    });
    this.keys = new DeviceKeys(facts.id, parts.credentials, parts.keys ?? randomKeys);
    this.#parts = parts;
    this.#alertCounter = BigInt(parts.clock().getTime());
  }

  get accessControlBroker(): Eui64 {
    const anchor = this.trustAnchors.anchor(cell('accessControlBroker', 'keyAgreement'));
    return anchor?.party ?? this.#parts.accessControlBroker;
  }

  get now(): Date {
    return wholeSecond(this.#parts.clock());
  }

  /** @returns what was made of the Command, and the Response if there is one: a Command that is refused gets none */
  take(bytes: Buffer): { readonly trace: CommandTrace; readonly response?: Buffer } {
    const message = decodeMessage(bytes);
    this.passTime();
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

  /** The highest Originator Counter of a party; 0 if none came. */
  counterOf(party: Eui64): bigint {
    return this.#counters.get(party) ?? 0n;
  }

  /** From now on the party's counters have to be higher than that. */
  setCounter(party: Eui64, floor: bigint): void {
    this.#counters.set(party, floor);
  }

  /** Sends an Alert under the next of its own Originator Counters; `takeAlerts` hands it over. */
  send({ messageCode, recipient, protection, content }: DeviceAlert): void {
    const originatorCounter = this.#alertCounter++;
    const header: GroupingHeader = {
      kind: 'Alert',
      originatorCounter,
      originator: this.id,
      recipient,
      messageCode,
    };
    const message: GbcsMessage = { header, content: content(header) };
    this.#alerts.push(protection === 'signature' ? this.#signed(message) : this.#withMac(message, recipient));
  }

  /** The Alerts sent since the last time, in order. */
  takeAlerts(): readonly Buffer[] {
    const alerts = this.#alerts;
    this.#alerts = [];
    return alerts;
  }

  /** Carries out what is due, and sends the Alerts that tell of it. @param now whole second */
  executeDue(now: Date): void {
    for (const instruction of this.held.takeDue(now)) {
      // What it counted until then was not yet changed by the instruction.
      this.passTime(instruction.at);
      this.send(instruction.execute(now));
    }
    this.passTime(now);
  }

  /** Does what it does by itself up to a time. @param now whole second */
  passTime(now: Date = this.now): void {
    for (const routine of this.routines) routine.run(now);
  }

  /** When it next has something to do by itself or by instruction; undefined if nothing. */
  get nextDue(): Date | undefined {
    const times = [this.held, ...this.routines].flatMap(({ nextDue }) => nextDue?.getTime() ?? []);
    return times.length === 0 ? undefined : new Date(Math.min(...times));
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
    const signs = (command.signature?.length ?? 0) > 0 || ALWAYS_SIGNED.includes(useCase.code);
    return signs ? this.#signed({ header, content }) : this.#withMac({ header, content }, originator);
  }

  #signed(message: GbcsMessage): Buffer {
    return encodeMessage(signMessage(message, privateKeySigner(this.keys.privateKey('digitalSignature'))));
  }

  #withMac(message: GbcsMessage, reader: Eui64): Buffer {
    return encodeMessage(addMac({ ...message, signature: NO_SIGNATURE }, this.#secretWith(reader)));
  }

  #macIsValid(message: GbcsMessage): boolean {
    return this.trustAnchors
      .keysOf(this.accessControlBroker, 'ka')
      .some((publicKey) =>
        verifyMac(message, this.#secrets.get(this.keys.privateKey('keyAgreement'), publicKey)),
      );
  }

  #signatureIsValid(message: GbcsMessage): boolean | undefined {
    if (message.signature === undefined || message.signature.length === 0) return undefined;
    return this.trustAnchors
      .keysOf(message.header.originator, 'ds')
      .some((publicKey) => verifyMessageSignature(message, publicKey));
  }

  #secretWith(party: Eui64): Buffer {
    const publicKey = this.trustAnchors.keyAgreementKeyOf(party);
    if (publicKey === undefined) throw new Error(`no Key Agreement certificate of ${party}`);
    return this.#secrets.get(this.keys.privateKey('keyAgreement'), publicKey);
  }
}
