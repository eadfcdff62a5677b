import { CodecError, PeerError } from '../common/errors.js';
import { readSettings } from '../config/index.js';
import { WEB_SERVICES } from '../duis/index.js';

/** What a gateway answers to a Service Request. */
export interface PostedAnswer {
  readonly body: string;
  /** False for a Response Code that refuses, and for an HTTP status other than 2xx. */
  readonly accepted: boolean;
}

/** Base URL of the gateway by the settings. */
export function gatewayUrl(): string {
  const { host, port } = readSettings();
  return `http://${host}:${port}`;
}

/**
 * Posts a Service Request to the web service its Command Variant is for.
 * @param base URL of the gateway; that of the settings if left out
 * @throws CodecError if it has no Command Variant, PeerError if nobody answers
 */
export async function postRequest(message: Buffer, base: string = gatewayUrl()): Promise<PostedAnswer> {
  const url = new URL(pathFor(message), base).href;
  let response: Response;
  try {
    response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/xml' },
      body: new Uint8Array(message),
    });
  } catch (error) {
    throw new PeerError(`no gateway answers at ${url}; is it running? (npm start)`, true, { cause: error });
  }
  const body = await response.text();
  const code = /ResponseCode>([^<]*)</.exec(body)?.[1];
  return { body, accepted: response.ok && code !== undefined && !code.startsWith('E') };
}

function pathFor(message: Buffer): string {
  const variant = /CommandVariant>\s*\+?0*([1-9])\s*</.exec(message.toString('latin1'))?.[1];
  const service = Object.values(WEB_SERVICES).find(({ commandVariants }) =>
    (commandVariants as readonly number[]).includes(Number(variant)),
  );
  if (service !== undefined) return service.path;
  throw new CodecError('the document has no CommandVariant from 1 to 8, so no web service takes it');
}
