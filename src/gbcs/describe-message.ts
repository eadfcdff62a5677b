import { CodecError } from '../common/errors.js';
import { useCaseOf } from './catalogue.js';
import { formatCosemDateTime } from './dlms/cosem-date-time.js';
import type { GroupingHeader } from './grouping-header.js';
import { encodeMessage, type GbcsMessage } from './message.js';
import type { Decrypt, Description, UseCase } from './use-case.js';

/** What keys add to the description of a message; each answers undefined where the key is not known. */
export interface DescribeKeys {
  /** Whether the MAC is the right one. */
  readonly macIsValid: (message: GbcsMessage) => boolean | undefined;
  /** Whether the signature is the originator's. */
  readonly signatureIsValid: (message: GbcsMessage) => boolean | undefined;
  /** How to decrypt data in this message. */
  readonly decrypt: (message: GbcsMessage) => Decrypt;
}

const NO_KEYS: DescribeKeys = {
  macIsValid: () => undefined,
  signatureIsValid: () => undefined,
  decrypt: () => () => undefined,
};

/**
 * A message in words: header, use case, content and protection. Content of an unknown use case is given as bytes.
 * @throws CodecError with the offset in the message if the content is malformed
 */
export function describeMessage(message: GbcsMessage, keys: DescribeKeys = NO_KEYS): Description {
  const useCase = useCaseOf(message);
  return {
    ...describeHeader(message.header),
    ...(useCase && { useCase: useCase.code, title: useCase.title, encoding: useCase.encoding }),
    content: describeContent(message, useCase, keys.decrypt(message)),
    ...describeProtection(message, keys),
  };
}

function describeHeader(header: GroupingHeader): Readonly<Record<string, Description>> {
  const party = header.supplementaryRemoteParty;
  return {
    kind: header.kind,
    messageCode: `0x${header.messageCode.toString(16).toUpperCase().padStart(4, '0')}`,
    originator: header.originator,
    recipient: header.recipient,
    originatorCounter: header.originatorCounter.toString(),
    ...(header.dateTime && { dateTime: formatCosemDateTime(header.dateTime) }),
    ...(party && {
      supplementaryRemoteParty: {
        id: party.id,
        ...(party.counter !== undefined && { counter: party.counter.toString() }),
        ...(party.originatorCounter !== undefined && {
          supplementaryOriginatorCounter: party.originatorCounter.toString(),
        }),
        ...(party.keyAgreementCertificate && {
          keyAgreementCertificate: party.keyAgreementCertificate.toString('base64'),
        }),
      },
    }),
  };
}

function describeContent(message: GbcsMessage, useCase: UseCase | undefined, decrypt: Decrypt): Description {
  const { header, content } = message;
  const asBytes = content.toString('hex').toUpperCase();
  if (!useCase) return { bytes: asBytes };
  try {
    switch (header.kind) {
      case 'Command':
        return useCase.describeCommand(content);
      case 'Response':
        return useCase.describeResponse(content, decrypt);
      case 'Alert':
        return useCase.describeAlert?.(content, decrypt) ?? { bytes: asBytes };
    }
  } catch (error) {
    if (!(error instanceof CodecError)) throw error;
    throw new CodecError(error.reason, contentOffset(message, error.offset), joined('content', error.path));
  }
}

/** Codecs of content count from its first byte; people count from the first byte of the message. */
function contentOffset(message: GbcsMessage, offset: number | undefined): number | undefined {
  if (offset === undefined) return undefined;
  const behind = (message.mac?.length ?? 0) + (message.signature ? message.signature.length + 1 : 0);
  return encodeMessage(message).length - behind - message.content.length + offset;
}

const joined = (member: string, path: string): string => (path === '' ? member : `${member}.${path}`);

function describeProtection(message: GbcsMessage, keys: DescribeKeys): Readonly<Record<string, Description>> {
  const { signature, mac } = message;
  const verdict = (valid: boolean | undefined) =>
    valid === undefined ? 'not checked' : valid ? 'valid' : 'wrong';
  return {
    signature:
      signature === undefined
        ? 'none yet (Pre-Command)'
        : signature.length === 0
          ? 'none'
          : {
              bytes: signature.toString('hex').toUpperCase(),
              verdict: verdict(keys.signatureIsValid(message)),
            },
    mac: mac
      ? { bytes: mac.toString('hex').toUpperCase(), verdict: verdict(keys.macIsValid(message)) }
      : 'none',
  };
}
