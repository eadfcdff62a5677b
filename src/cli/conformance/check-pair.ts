import { GatewayError } from '../../common/errors.js';
import type { ServiceRequest } from '../../duis/index.js';
import type { SharedSecretCache } from '../../gbcs/index.js';
import {
  contentEncodingOf,
  decodeMessage,
  encodeMessage,
  type GbcsMessage,
  protectCommand,
  SIGNATURE_LENGTH,
  transform,
  type TransformContext,
  type TransformResult,
  useCaseOf,
  verifyMessageSignature,
} from '../../gbcs/index.js';
import type { CredentialStore } from '../../smki/index.js';
import { commandContext } from '../command-context.js';
import { ACCESS_CONTROL_BROKER } from '../reference-devices.js';
import type { DuisFileReader } from '../duis-file-reader.js';
import { KNOWN_DIFFERENCES, reconciled } from './known-differences.js';
import { askedBy, referenceDevices, referenceFacts } from './reference-facts.js';
import type { ReferencePair } from './reference-pairs.js';
import { certificateAtEnd, referenceRequest } from './reference-request.js';

/** The Join whose Command holds the certificate of the other Device. */
const JOIN_WITH_CERTIFICATE = 'CS03C';

/** How a message of ours compares with the reference. */
export type Verdict =
  | { readonly state: 'equal' }
  | { readonly state: 'differs'; readonly at: number; readonly expected: string; readonly found: string }
  | { readonly state: 'refused'; readonly reason: string }
  | { readonly state: 'not built yet' }
  | { readonly state: 'not checked'; readonly reason: string };

/** Outcome of one pair. */
export interface PairResult {
  readonly name: string;
  /** Code of the use case, or the message code where it is not built. */
  readonly useCase: string;
  readonly encoding: string;
  /** Before protection: Pre-Command, or Command without signature and MAC. */
  readonly message: Verdict;
  /** The full Command with its MAC. */
  readonly command: Verdict;
  /** What is special about the request. */
  readonly note?: string;
}

/** What checking needs besides the pair. */
export interface CheckParts {
  readonly reader: DuisFileReader;
  readonly credentials: CredentialStore;
  readonly secrets: SharedSecretCache;
}

/** Builds the message of a pair's request and compares it with the pair's messages. */
export function checkPair(pair: ReferencePair, parts: CheckParts): PairResult {
  const reference = pair.preCommand ?? pair.command;
  if (!reference) return skipped(pair, 'there is no message');
  const expected = decodeMessage(reference);
  const known = useCaseOf(expected);
  if (!known) {
    const code = `0x${expected.header.messageCode.toString(16).toUpperCase().padStart(4, '0')}`;
    const encoding = contentEncodingOf(expected.content);
    return {
      name: pair.name,
      useCase: code,
      encoding,
      message: { state: 'not built yet' },
      command: { state: 'not built yet' },
    };
  }
  const { xml, note: certificates } = referenceRequest(pair, reference);
  const difference = KNOWN_DIFFERENCES[pair.name];
  const note = [certificates, difference?.reason].filter((text) => text !== undefined).join('; ');
  const row = {
    name: pair.name,
    useCase: known.code,
    encoding: known.encoding,
    ...(note !== '' && { note }),
  };
  try {
    const request = requestOf(pair.name, xml, parts.reader);
    const result = transform(request, contextOf(pair, request, expected, parts));
    const message = compare(unprotected(expected, result), result.bytes);
    const command: Verdict =
      message.state !== 'equal'
        ? { state: 'not checked', reason: 'the message differs' }
        : checkCommand(pair, result, parts);
    return { ...row, message, command };
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
    return {
      ...row,
      message: { state: 'refused', reason: error.message },
      command: { state: 'not checked', reason: 'the request was refused' },
    };
  }
}

function skipped({ name }: ReferencePair, reason: string): PairResult {
  const verdict = { state: 'not checked', reason } as const;
  return { name, useCase: '', encoding: '', message: verdict, command: verdict };
}

function requestOf(name: string, xml: Buffer, reader: DuisFileReader): ServiceRequest {
  return reconciled(askedBy(reader.read(xml), referenceFacts(name)), KNOWN_DIFFERENCES[name]);
}

/** The counter comes from the reference: it is an input of the Access Control Broker, not part of the request. */
function contextOf(
  pair: ReferencePair,
  request: ServiceRequest,
  expected: GbcsMessage,
  { credentials }: CheckParts,
): TransformContext {
  const context = commandContext(request, {
    devices: referenceDevices(request.requestId.target, referenceFacts(pair.name)),
    counter: expected.header.originatorCounter,
    credentials,
  });
  const keyAgreementCertificate =
    useCaseOf(expected)?.code === JOIN_WITH_CERTIFICATE ? certificateAtEnd(expected.content) : undefined;
  return keyAgreementCertificate
    ? { ...context, keyAgreementCertificate: () => keyAgreementCertificate }
    : context;
}

/** The reference as it was before protection, in the form `transform` gives. */
function unprotected(expected: GbcsMessage, { message }: TransformResult): Buffer {
  return encodeMessage({
    header: expected.header,
    content: expected.content,
    ...(message.signature && { signature: message.signature }),
  });
}

/** A signature differs each time it is made: that of the reference is verified over our bytes, and then used. */
function checkCommand(pair: ReferencePair, result: TransformResult, parts: CheckParts): Verdict {
  if (!pair.command) return { state: 'not checked', reason: 'there is no Command' };
  const { header, content } = result.message;
  const { signature } = decodeMessage(pair.command);
  const signed: GbcsMessage = { header, content, ...(signature && { signature }) };
  if (signature?.length === SIGNATURE_LENGTH) {
    const signers = parts.credentials.findAll(header.originator, 'ds');
    if (signers.length === 0)
      return { state: 'not checked', reason: `no certificate of ${header.originator}` };
    if (!signers.some(({ publicKey }) => verifyMessageSignature(signed, publicKey))) {
      return { state: 'refused', reason: `the signature of ${header.originator} does not verify` };
    }
  }
  const own = parts.credentials.find(ACCESS_CONTROL_BROKER, 'ka')?.privateKey;
  const device = parts.credentials.find(header.recipient, 'ka')?.publicKey;
  if (result.protection.mac && (!own || !device)) return { state: 'not checked', reason: 'a key is missing' };
  const command = protectCommand(signed, result.protection, {
    secrets: parts.secrets,
    ...(own && { accessControlBrokerKeyAgreement: own }),
    ...(device && { deviceKeyAgreement: device }),
  });
  return compare(pair.command, encodeMessage(command));
}

function compare(expected: Buffer, found: Buffer): Verdict {
  if (expected.equals(found)) return { state: 'equal' };
  const length = Math.min(expected.length, found.length);
  let at = 0;
  while (at < length && expected[at] === found[at]) at++;
  const around = (bytes: Buffer) =>
    bytes
      .subarray(at, at + 8)
      .toString('hex')
      .toUpperCase();
  return { state: 'differs', at, expected: around(expected), found: around(found) };
}
