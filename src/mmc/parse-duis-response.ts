import { CodecError } from '../common/errors.js';
import { type Response, type SMETS1SignedResponse, writeDocument } from '../duis/index.js';
import { NotCovered } from './not-covered.js';
import { MMC_VERSION, type ParseContext, parseDeviceMessage } from './parse-device-message.js';

/**
 * What a Device says in a Service Response or Alert, as the MMC document (`GBCSResponse`) a User expects. What a SMETS1
 * Device says is in the form of MMC already and becomes such a document, the only one the MMC schema has.
 * @returns XML without a declaration, valid against MMC schema 5.4
 * @throws CodecError if the GBCS message in it is malformed
 * @throws NotCovered if no Device says anything in it, or what it says has no MMC form here
 */
export function parseDuisResponse({ Body: body }: Response, context: ParseContext = {}): string {
  const { ResponseMessage: response, DeviceAlertMessage: alert, SMETS1ResponseMessage: smets1 } = body;
  if (smets1 !== undefined) return parseSmets1Response(smets1.SMETS1SignedResponse);
  if (alert !== undefined) return parseDeviceMessage(alert.GBCSPayload, context);
  if (response === undefined) throw new NotCovered('a DCC Alert is not of a Device');
  const { PreCommand: preCommand, FutureDatedDeviceAlertMessage: executed } = response;
  if (preCommand !== undefined)
    throw new NotCovered('a Pre-Command is not of a Device: see `duis correlate`');
  const variant = response.ServiceReferenceVariant;
  if (executed !== undefined) return parseDeviceMessage(executed.GBCSPayload, context);
  const payload = response.GBCSPayload ?? response.DSPScheduledMessage?.GBCSPayload;
  if (payload === undefined)
    throw new NotCovered('the Response is of the DCC: no Device says anything in it');
  return parseDeviceMessage(payload, { ...context, serviceReferenceVariant: variant });
}

/** What a SMETS1 Device says, as an S1SP posts it. @returns as `parseDuisResponse` */
export function parseSmets1Response({ SMETS1Response: { Header, Body } }: SMETS1SignedResponse): string {
  return writeDocument('ra:GBCSResponse', { schemaVersion: MMC_VERSION, Header, Body });
}

/** The Pre-Command a Transform Service answered with. @throws CodecError if there is none */
export function preCommandIn({ Header: header, Body: body }: Response): Buffer {
  const payload = body.ResponseMessage?.PreCommand?.GBCSPayload;
  if (payload === undefined) throw new CodecError(`the Response (${header.ResponseCode}) has no Pre-Command`);
  return payload;
}
