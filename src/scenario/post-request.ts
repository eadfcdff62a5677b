import type { EmbeddedGateway } from '../app/start-embedded.js';
import { ConfigError } from '../common/errors.js';
import { type Eui64, parseEui64 } from '../common/eui64.js';
import { WEB_SERVICES, type WebService } from '../duis/index.js';
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
 * @param signer who signs it in the place of its originator
 * @throws ConfigError for a party without a key
 */
export function signedRequest({ credentials }: Gateway, text: string, signer?: Eui64): Buffer {
  return signRequest(Buffer.from(text), (originator) => {
    const party = signer ?? originator;
    const identity = credentials.findXmlSigner(party);
    if (identity === undefined) throw new ConfigError('users', `there is no key of ${party}`);
    return identity;
  });
}

/** How a message is posted where that is not as its Command Variant asks for. */
export interface Posting {
  readonly service?: WebService | undefined;
  readonly contentType?: string | undefined;
}

/** Posts a message to the web service its Command Variant is for; without one, to the Send Command Service. */
export async function postRequest(
  { gateway }: Gateway,
  message: Buffer,
  { service = serviceFor(message), contentType = 'application/xml' }: Posting = {},
): Promise<HttpAnswer> {
  const response = await fetch(gateway.url + WEB_SERVICES[service].path, {
    method: 'POST',
    headers: { 'Content-Type': contentType },
    body: new Uint8Array(message),
  });
  const text = await response.text();
  return { text, code: readValue('ResponseCode', elementValuesOf(text)) ?? `HTTP ${response.status}` };
}

/**
 * A Pre-Command with the signature of its User.
 * @param keyName of the User's keys the one of that name (`duis certs list`), in the place of the one it uses
 * @throws ConfigError for a User without a key
 */
export function signedPreCommand(
  { credentials }: Gateway,
  preCommand: Buffer,
  user: string,
  keyName?: string,
): Buffer {
  const party = parseEui64(user);
  const found =
    keyName === undefined
      ? credentials.find(party, 'ds')
      : credentials.findAll(party, 'ds').find(({ name }) => name === keyName);
  const key = found?.privateKey;
  if (key === undefined) throw new ConfigError('users', `there is no key ${keyName ?? ''} of ${user}`);
  return encodeMessage(signMessage(decodeMessage(preCommand), privateKeySigner(key)));
}

/** The web service the Command Variant of a message is for; the Send Command Service where there is none. */
export function serviceFor(message: Buffer): WebService {
  const { commandVariant } = requestOutline(message);
  const [name] =
    Object.entries(WEB_SERVICES).find(([, { commandVariants }]) =>
      commandVariants.some((each) => each === commandVariant),
    ) ?? [];
  return (name as WebService | undefined) ?? 'send-command';
}
