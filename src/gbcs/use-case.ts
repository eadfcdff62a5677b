import type { DeviceType } from '../common/device-type.js';
import type { ServiceRequest } from '../duis/service-request.js';
import type { TransformContext } from './transform-context.js';

/** How the content of a message is encoded. */
export type ContentEncoding = 'DLMS' | 'GBZ' | 'ASN.1';

/**
 * Message category of GBCS: a critical Command is signed by the User, every Command carries the Access Control
 * Broker's MAC (the few exceptions say so in `UseCase.protection`).
 */
export type MessageType = 'SME.C.C' | 'SME.C.NC';

/**
 * In whose name a message is sent: whose id and counter stand in the Grouping Header, and whose key signs where the
 * message is signed.
 * - `User`: the Business Originator, with the counter of its RequestID.
 * - `AccessControlBroker`: the Access Control Broker for itself; the User appears nowhere in the message.
 * - `AccessControlBrokerForUser`: the Access Control Broker, with the User and its counter as Supplementary Remote Party.
 * - `TransitionalChangeOfSupplier`: the party of that name (`TransformContext.transitionalChangeOfSupplier`).
 */
export type MessageOriginator =
  'User' | 'AccessControlBroker' | 'AccessControlBrokerForUser' | 'TransitionalChangeOfSupplier';

/** Which protection a Command carries: the signature of its originator, and the MAC layer. */
export interface MessageProtection {
  readonly signed: boolean;
  readonly mac: boolean;
}

/** A readable rendering of message content: plain JSON, names in the words of the specification. */
export type Description =
  string | number | boolean | null | readonly Description[] | { readonly [name: string]: Description };

/** Turns encrypted bytes of a message (`31 00000000`, ciphertext, tag) into the plaintext; undefined without the key. */
export type Decrypt = (encrypted: Uint8Array) => Uint8Array | undefined;

/** One GBCS use case: what the catalogue, the transform and the decoder need to know of it. */
export interface UseCase {
  /** Code in the spelling of the GBCS mapping table, such as `ECS17b`. */
  readonly code: string;
  readonly title: string;
  /** 16-bit message code in the Grouping Header. */
  readonly messageCode: number;
  readonly encoding: ContentEncoding;
  readonly messageType: MessageType;
  /** Service Reference Variants it serves, such as `['8.7.2']`; empty for use cases no Service Request asks for. */
  readonly serviceReferenceVariants: readonly string[];
  /** Device types the Command may be sent to. */
  readonly targets: readonly DeviceType[];
  /** Where the row's facts come from: document and clause, or mapping table row. */
  readonly source: string;
  /**
   * Tells which of several use cases that fit variant and Device type this request asks for.
   * Absent when the variant and the Device type decide.
   */
  applies?(request: ServiceRequest, context: TransformContext): boolean;
  /** Message code where one use case has several (CS02b: 0x0100 + mode); `messageCode` otherwise. */
  messageCodeFor?(request: ServiceRequest, context: TransformContext): number;
  /** Absent: the User where the Device knows it (`DeviceFacts.knownRemoteParties`), else the Access Control Broker for it. */
  originator?(request: ServiceRequest, context: TransformContext): MessageOriginator;
  /** Absent: signed if and only if `messageType` is `SME.C.C`, and always with a MAC. */
  protection?(request: ServiceRequest, context: TransformContext): MessageProtection;
  /**
   * The content bytes of the Command (what follows the Grouping Header's content length).
   * @param originatorCounter the counter in the Grouping Header: the User's, or the Access Control Broker's
   * @throws DuisRejection if the request carries a value the message cannot express
   */
  buildContent(request: ServiceRequest, context: TransformContext, originatorCounter: bigint): Buffer;
  /** @throws CodecError with the offset within `content` */
  describeCommand(content: Uint8Array): Description;
  /** @throws CodecError with the offset within `content` */
  describeResponse(content: Uint8Array, decrypt?: Decrypt): Description;
  /** Absent where the use case has no alert. @throws CodecError with the offset within `content` */
  describeAlert?(content: Uint8Array, decrypt?: Decrypt): Description;
}
