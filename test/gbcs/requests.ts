import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XmlDocument } from 'libxml2-wasm';
import { templatesDirectory } from '../../src/cli/conformance/reference-request.js';
import { bindRequest } from '../../src/duis/binding/index.js';
import type { ServiceRequest } from '../../src/duis/index.js';

/** Takes the Signature out of a Request and binds what is left. The schema is not looked at. */
export function bindUnsigned(xml: Uint8Array): ServiceRequest {
  const document = XmlDocument.fromBuffer(xml);
  try {
    for (const signature of document.find('/*/ds:Signature', { ds: 'http://www.w3.org/2000/09/xmldsig#' })) {
      signature.remove();
    }
    return bindRequest(Buffer.from(document.canonicalizeToString(undefined)));
  } finally {
    document.dispose();
  }
}

/** A sample request of `@smartdcc/duis-templates`, such as `CCS01_8.11_SUCCESS`. */
export function sampleRequest(name: string): ServiceRequest {
  return bindUnsigned(readFileSync(join(templatesDirectory(), `${name}_REQUEST_DUIS.XML`)));
}
