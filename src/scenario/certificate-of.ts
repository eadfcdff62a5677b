import { parseEui64 } from '../common/eui64.js';
import type { CredentialStore, Usage } from '../smki/index.js';

const CERTIFICATE = /^(ds|ka|pp-ka) of ([0-9A-F]{2}(?:-[0-9A-F]{2}){7})$/;

/**
 * The certificate of a party, as a DUIS request carries it.
 * @param text `ds of 90-B3-D5-1F-30-01-00-00`: digital signature, key agreement (`ka`) or key agreement of top ups (`pp-ka`)
 * @returns base64 of the DER; undefined for another text or where there is none
 */
export function certificateOf(text: string, credentials: CredentialStore): string | undefined {
  const [, usage, party] = CERTIFICATE.exec(text) ?? [];
  if (party === undefined) return undefined;
  return credentials.find(parseEui64(party), usage as Usage)?.certificate?.der.toString('base64');
}
