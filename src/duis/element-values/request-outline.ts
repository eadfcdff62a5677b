import { XmlElement } from 'libxml2-wasm';
import { CodecError } from '../../common/errors.js';
import { DEFAULT_LIMITS, withDocument } from '../schema/parse-xml.js';

const NAMES = { sr: 'http://www.dccinterface.co.uk/ServiceUserGateway' };

/** What a Request is, as far as its header and the name of its body tell. */
export interface RequestOutline {
  readonly serviceReferenceVariant: string;
  readonly commandVariant: number;
  /** Local name of the element below Body. */
  readonly service: string;
}

/**
 * Reads what kind of Request a document is, without validating it.
 * @throws UnreadableXml
 * @throws CodecError if it is not a Request with a header and a body
 */
export function requestOutline(xml: Uint8Array): RequestOutline {
  return withDocument(xml, DEFAULT_LIMITS, (document) => {
    const element = (path: string): XmlElement => {
      const found = document.get(`/sr:Request/${path}`, NAMES);
      if (found instanceof XmlElement) return found;
      throw new CodecError(`the document is not a Request with ${path.replaceAll('sr:', '')}`);
    };
    return {
      serviceReferenceVariant: element('sr:Header/sr:ServiceReferenceVariant').content.trim(),
      commandVariant: Number(element('sr:Header/sr:CommandVariant').content),
      service: element('sr:Body/*').name,
    };
  });
}
