import type { EmbeddedGateway } from '../app/start-embedded.js';
import { ConfigError } from '../common/errors.js';
import { parseEui64 } from '../common/eui64.js';
import { WEB_SERVICES } from '../duis/index.js';
import { requestOutline } from '../duis/element-values/index.js';
import { signRequest } from '../duis/signature/index.js';
import { decodeMessage, encodeMessage, privateKeySigner, signMessage } from '../gbcs/index.js';
import { elementValuesOf, readValue } from './read-value.js';

/** What came back in the HTTP reply. */
export interface HttpAnswer {
  /** Response Code, or `HTTP 400` and the like where there is none. */
  readonly code: string;
  readonly text: string;
}

type Gateway = Pick<EmbeddedGateway, 'credentials' | 'gateway'>;

/**
 * Signs a Service Request with the key of its originator.
 * @throws ConfigError for a party without a key
 */
export function signedRequest({ credentials }: Gateway, text: string): Buffer {
  return signRequest(Buffer.from(text), (party) => {
    const identity = credentials.findXmlSigner(party);
    if (identity === undefined) throw new ConfigError('users', `there is no key of ${party}`);
    return identity;
  });
}

/** Posts a message to the web service its Command Variant is for; without one, to the Send Command Service. */
export async function postRequest({ gateway }: Gateway, message: Buffer): Promise<HttpAnswer> {
  const { commandVariant } = requestOutline(message);
  const service = Object.values(WEB_SERVICES).find(({ commandVariants }) =>
    commandVariants.some((each) => each === commandVariant),
  );
  const response = await fetch(gateway.url + (service ?? WEB_SERVICES['send-command']).path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/xml' },
    body: new Uint8Array(message),
  });
  const text = await response.text();
  return { text, code: readValue('ResponseCode', elementValuesOf(text)) ?? `HTTP ${response.status}` };
}

/**
 * A Pre-Command with the signature of its User.
 * @throws ConfigError for a User without a key
 */
export function signedPreCommand({ credentials }: Gateway, preCommand: Buffer, user: string): Buffer {
  const key = credentials.find(parseEui64(user), 'ds')?.privateKey;
  if (key === undefined) throw new ConfigError('users', `there is no key of ${user}`);
  return encodeMessage(signMessage(decodeMessage(preCommand), privateKeySigner(key)));
}
