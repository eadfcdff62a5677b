import { type Documents, writeDocument } from './binding/index.js';

/** A value of an MMC document before it is written: text, or members by name. */
export type MmcContent = string | readonly MmcContent[] | { readonly [name: string]: MmcContent | undefined };

/**
 * Writes a `GBCSResponse`: members in schema order, values as they are.
 * @param document by the names of the MMC schema; texts have to have the form of their types already
 * @throws CodecError naming the member that is missing or not in the schema
 */
export function writeMmcDocument(document: Readonly<Record<string, MmcContent | undefined>>): string {
  return writeDocument('ra:GBCSResponse', document as unknown as Documents['ra:GBCSResponse']);
}
