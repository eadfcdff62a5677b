import { ConfigError } from '../common/errors.js';
import { signRequest } from '../duis/signature/index.js';
import { commandCredentials } from './commands/certs.js';

export interface SignOptions {
  /** Directory of certificates and keys; those the gateway knows if left out. */
  readonly keystore?: string | undefined;
  /** Originator Counter to put into the RequestID; without it that of the request stays. */
  readonly counter?: bigint | undefined;
}

/**
 * Signs a Service Request with the key of its Business Originator.
 * @throws ConfigError if there is none
 * @throws UnreadableXml, CodecError if it is not a Request
 */
export async function signAsOriginator(request: Uint8Array, options: SignOptions = {}): Promise<Buffer> {
  const { store } = await commandCredentials(options.keystore);
  return signRequest(
    request,
    (originator) => {
      const identity = store.findXmlSigner(originator);
      if (identity !== undefined) return identity;
      throw new ConfigError('key store', `there is no digital signature key of ${originator}`);
    },
    options.counter,
  );
}
