import type { Eui64 } from '../../common/eui64.js';
import { DEFAULT_LIMITS, withDocument } from '../schema/parse-xml.js';
import { prepareRequest } from './prepare-request.js';
import { signParsedDocument } from './sign-document.js';
import type { SigningIdentity } from './signer.js';

/**
 * Signs a Request as its Business Originator, in place of a Signature it may have; templates hold a placeholder.
 * White space between elements and comments are dropped, as the DCC signing tool does.
 * @param identityOf key and certificate of an originator; throws if there are none
 * @param counter Originator Counter to put into the RequestID; without it that of the Request stays
 * @throws UnreadableXml
 * @throws CodecError if the document is not a Request with a RequestID
 */
export function signRequest(
  xml: Uint8Array,
  identityOf: (originator: Eui64) => SigningIdentity,
  counter?: bigint,
): Buffer {
  return withDocument(xml, DEFAULT_LIMITS, (document) => {
    const { originator } = prepareRequest(document, counter);
    return signParsedDocument(document, identityOf(originator));
  });
}
