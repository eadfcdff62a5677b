import { CodecError, InternalError } from '../common/errors.js';
import { formatRequestId, type RequestId, responseIdFor } from '../common/request-id.js';
import { DCC_ALERT_CODES, NAMESPACES } from '../duis/index.js';
import type { DccAlertCode } from '../duis/generated/service-response-types.js';
import type { S1spDocument } from './s1sp-document.js';

/**
 * DCC Alert code an S1SP Alert is passed on with. Inferred: the codes from N54 on follow the order of the bodies in the
 * schema (N54 dual band Communications Hub, N55 S1SP Alert, N56 SMETS1 firmware); the table of DUIS 3.9 could not be read.
 */
export const S1SP_ALERT_CODE: DccAlertCode = DCC_ALERT_CODES.s1spAlert.code;

export interface WrapOptions {
  /** DUIS version of the Response: that of the User's request. */
  readonly schemaVersion: string;
  readonly at: Date;
  /** Service Reference and variant of the request it answers. */
  readonly serviceReference?: string;
  readonly serviceReferenceVariant?: string;
  /** The DSP schedule whose run it answers. */
  readonly scheduleId?: number;
  /** Code for S1SP Alerts instead of `S1SP_ALERT_CODE`. */
  readonly alertCode?: DccAlertCode;
}

/** Signs a Response as the DCC; what comes back may be in canonical form, as `signDocument` writes it. */
export type ResponseSigner = (xml: string) => Buffer;

const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="no"?>';
const SIGNATURE_START = '<ds:Signature xmlns:ds=';

/**
 * The signed Response that brings a document of an S1SP to its User: `SMETS1ResponseMessage` for Responses and Device
 * Alerts, `DCCAlertMessage/S1SPAlertDSP` for S1SP Alerts.
 *
 * The S1SP's element is in it byte by byte, with all its namespace declarations, under ancestors that declare no more
 * than it does itself. So a User can cut it out, as text or as a tree, and the S1SP's signature over it still holds.
 */
export function wrapS1spDocument(document: S1spDocument, options: WrapOptions, sign: ResponseSigner): Buffer {
  const prefix = prefixOf(document.element);
  const write = (name: string, content: string): string => `<${prefix}${name}>${content}</${prefix}${name}>`;
  const ids = idsOf(document);
  const header =
    (ids.request === undefined ? '' : write('RequestID', formatRequestId(ids.request))) +
    (ids.response === undefined ? '' : write('ResponseID', formatRequestId(ids.response))) +
    write('ResponseCode', 'I0') +
    write('ResponseDateTime', options.at.toISOString());
  const declaration = prefix === '' ? 'xmlns' : `xmlns:${prefix.slice(0, -1)}`;
  const xml =
    `<${prefix}Response ${declaration}="${NAMESPACES.sr}" schemaVersion="${options.schemaVersion}">` +
    `${write('Header', header)}${write('Body', bodyOf(document, options, write))}</${prefix}Response>`;
  return withSignature(xml, sign(xml).toString('utf8'));
}

function bodyOf(
  document: S1spDocument,
  options: WrapOptions,
  write: (name: string, content: string) => string,
): string {
  const { serviceReference, serviceReferenceVariant, scheduleId, alertCode = S1SP_ALERT_CODE } = options;
  if (document.kind === 's1sp-alert') {
    const alert = write('DCCAlert', write('S1SPAlertDSP', document.element));
    return write('DCCAlertMessage', write('DCCAlertCode', alertCode) + alert);
  }
  return write(
    'SMETS1ResponseMessage',
    (serviceReference === undefined ? '' : write('ServiceReference', serviceReference)) +
      (serviceReferenceVariant === undefined
        ? ''
        : write('ServiceReferenceVariant', serviceReferenceVariant)) +
      (scheduleId === undefined ? '' : write('DSPScheduleID', String(scheduleId))) +
      document.element,
  );
}

/** A Device Alert answers no request; its ResponseID is made of Device, User and the Device's counter. */
function idsOf(document: S1spDocument): { request?: RequestId; response?: RequestId } {
  if (document.kind === 'device-alert') {
    const { device, recipient, counter } = document;
    return { response: { originator: device, target: recipient, counter } };
  }
  const { requestId } = document;
  if (requestId === undefined) return {};
  return document.kind === 'response'
    ? { request: requestId, response: responseIdFor(requestId) }
    : { request: requestId };
}

/** With its colon; empty where the element is in the default namespace. */
function prefixOf(element: string): string {
  const match = /^<(?:([^\s<>/:]+:))?(?:SMETS1SignedResponse|S1SPAlert)[\s>]/.exec(element);
  if (match === null) throw new CodecError('not a document of an S1SP');
  return match[1] ?? '';
}

/**
 * Puts the Signature of a signed form into the text as it was written. Both have the same canonical form, and that is
 * what was signed; but the canonical form has lost the declarations of the inner element that repeat outer ones.
 */
function withSignature(xml: string, signed: string): Buffer {
  const end = signed.lastIndexOf('</');
  const start = signed.lastIndexOf(SIGNATURE_START, end);
  if (start < 0) throw new InternalError('the signed Response has no Signature in the usual form');
  const at = xml.lastIndexOf('</');
  return Buffer.from(XML_DECLARATION + xml.slice(0, at) + signed.slice(start, end) + xml.slice(at), 'utf8');
}
