import type { Description } from '../gbcs/index.js';
import { hasMembers, valueAt } from './decoded-content.js';
import type { Reader } from './mmc-tree.js';

/** Members of ASN.1 Responses that tell an outcome. Source: RTDS 4.5.0 Responses in ASN.1. */
const OUTCOME = /(responseCode|^statusCode)$/i;

/** Whether an ASN.1 Response says success throughout; a clock it found unreliable is none. */
export function derSucceeded(content: Description): boolean {
  if (typeof content === 'string') return content === 'success';
  if (Array.isArray(content))
    return (content as readonly Description[]).filter(hasMembers).every(derSucceeded);
  if (!hasMembers(content)) return true;
  return Object.entries(content).every(([name, value]) => {
    if (typeof value === 'string') {
      if (name === 'deviceTimeStatus') return value === 'reliable';
      return !OUTCOME.test(name) || value === 'success';
    }
    return hasMembers(value) || Array.isArray(value) ? derSucceeded(value) : true;
  });
}

/** The numbers of response codes by their words; they are the same words with other numbers in other use cases. */
export type ResponseCodes = Readonly<Record<string, number>>;

/**
 * A response code as `StatusASN1`, with its number in `codes`; one without number is not known.
 * @param path where it stands; empty where it is the whole content
 */
export const derStatus =
  (path: string, codes: ResponseCodes): Reader =>
  (scope) => {
    const word = valueAt(scope, path);
    if (typeof word !== 'string' && typeof word !== 'number') return undefined;
    const code = codes[String(word)];
    return code === undefined
      ? { ResponseCode: /^\d+$/.exec(String(word))?.[0] ?? '-1', ASN1Status: 'notKnown' }
      : { ResponseCode: String(code), ASN1Status: String(word) };
  };
