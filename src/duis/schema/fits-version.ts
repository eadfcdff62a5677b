import type { FitsVersion } from '../response/service-responses.js';
import { type DocumentLimits, withDocument } from './parse-xml.js';
import type { SchemaPacks } from './schema-packs.js';

/** Judges documents by the installed schemas; a version that is not installed fits nothing. */
export function fitsVersion(packs: SchemaPacks, limits: DocumentLimits): FitsVersion {
  return (xml, version) =>
    packs.known().includes(version) &&
    withDocument(Buffer.from(xml), limits, (document) => packs.validate(document, version).length === 0);
}
