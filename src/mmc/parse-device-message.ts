import { CodecError } from '../common/errors.js';
import { writeMmcDocument } from '../duis/index.js';
import {
  decodeMessage,
  type DescribeKeys,
  describeMessage,
  type Description,
  type GbcsMessage,
  useCaseOf,
  type UseCase,
} from '../gbcs/index.js';
import { alertMessage } from './alert-message.js';
import { hasMembers } from './decoded-content.js';
import { mmcHeader } from './message-header.js';
import type { MmcTree } from './mmc-tree.js';
import { notAsked } from './not-asked.js';
import { NotCovered } from './not-covered.js';
import { responseMessage } from './response-message.js';

/** What helps to read a message besides its bytes. */
export interface ParseContext {
  /** Keys to decrypt with; without them encrypted data are handed on as they are (`GBCSData`). */
  readonly keys?: DescribeKeys;
  /** Of the Service Request the message answers, for use cases that serve several. */
  readonly serviceReferenceVariant?: string;
}

/** `schemaVersion` of the documents made: the one the message model is generated from. */
export const MMC_VERSION = '5.4';

/**
 * Turns a GBCS Response or Alert of a Device into the MMC document (`GBCSResponse`) a User expects.
 * @param bytes the message, with or without its MAC layer
 * @returns XML without a declaration, valid against MMC schema 5.4
 * @throws CodecError if the bytes are no GBCS message or do not fit their use case
 * @throws NotCovered naming the use case, where its MMC form is not known
 */
export function parseDeviceMessage(bytes: Uint8Array, context: ParseContext = {}): string {
  const message = decodeMessage(bytes);
  if (message.header.kind === 'Command')
    throw new NotCovered('a Command is not for Users: only Responses and Alerts are');
  const useCase = useCaseOf(message);
  if (!useCase) {
    const code = message.header.messageCode.toString(16).toUpperCase().padStart(4, '0');
    throw new NotCovered(`message code ${code} is of no use case known here`);
  }
  const content = contentOf(message, context.keys);
  return writeMmcDocument({ schemaVersion: MMC_VERSION, ...parts(message, useCase, content, context) });
}

function parts(message: GbcsMessage, useCase: UseCase, content: Description, context: ParseContext): MmcTree {
  if (message.header.kind === 'Alert') {
    return {
      Header: mmcHeader(message, undefined),
      Body: { DeviceAlertMessage: alertMessage(message, useCase, content) },
    };
  }
  const variant = variantOf(message, useCase, context.serviceReferenceVariant);
  return {
    Header: mmcHeader(message, variant),
    Body: { ResponseMessage: responseMessage(useCase, variant, content) },
  };
}

/** Use cases that serve a critical and a non-critical Service Request: which one, the signature tells. */
const CRITICAL_VARIANTS: ReadonlySet<string> = new Set(['8.7.1', '8.8.1']);

function variantOf({ signature }: GbcsMessage, useCase: UseCase, asked: string | undefined): string {
  const { code, serviceReferenceVariants: variants } = useCase;
  if (variants.length === 0) throw notAsked(useCase);
  if (asked !== undefined) {
    if (variants.includes(asked)) return asked;
    throw new NotCovered(`${code} does not answer Service Request ${asked}`);
  }
  const signed = (signature?.length ?? 0) > 0;
  const candidates = variants.some((variant) => CRITICAL_VARIANTS.has(variant))
    ? variants.filter((variant) => CRITICAL_VARIANTS.has(variant) === signed)
    : variants;
  const [only, another] = candidates;
  if (only === undefined) throw notAsked(useCase);
  if (another !== undefined) {
    throw new NotCovered(`${code} answers ${candidates.join(', ')}: the Service Request has to be given`);
  }
  return only;
}

function contentOf(message: GbcsMessage, keys: DescribeKeys | undefined): Description {
  const described = describeMessage(message, keys);
  const content = hasMembers(described) ? described['content'] : undefined;
  if (content === undefined) throw new CodecError('the message has no content');
  return content;
}
