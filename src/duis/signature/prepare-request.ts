import type { XmlDocument } from 'libxml2-wasm';
import { XmlElement, XmlText } from 'libxml2-wasm';
import { CodecError } from '../../common/errors.js';
import { formatRequestId, parseRequestId, type RequestId } from '../../common/request-id.js';
import { XMLDSIG } from './signature-profile.js';

const DUIS = 'http://www.dccinterface.co.uk/ServiceUserGateway';

/**
 * Makes a Request ready for signing: drops a Signature it has (templates hold a placeholder) and, if asked, gives it
 * another Originator Counter. The document is changed.
 * @returns the RequestID it now has
 * @throws CodecError if it is not a Request with a RequestID
 */
export function prepareRequest(document: XmlDocument, counter?: bigint): RequestId {
  const names = { sr: DUIS, ds: XMLDSIG };
  for (const signature of document.find('/*/ds:Signature', names)) signature.remove();
  const element = document.get('/sr:Request/sr:Header/sr:RequestID', names);
  const text = element instanceof XmlElement ? element.firstChild : null;
  if (!(text instanceof XmlText)) throw new CodecError('the document is not a Request with a RequestID');
  const present = parseRequestId(text.content.trim());
  if (counter === undefined) return present;
  const changed = { ...present, counter };
  text.content = formatRequestId(changed);
  return parseRequestId(formatRequestId(changed));
}
