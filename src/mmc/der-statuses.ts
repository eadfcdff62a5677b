import type { Description } from '../gbcs/index.js';
import { hasMembers } from './decoded-content.js';

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
