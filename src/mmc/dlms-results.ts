import type { Description } from '../gbcs/index.js';
import { accessesIn } from './decoded-content.js';
import type { MmcTree } from './mmc-tree.js';

/** A result of a DLMS access: its number and MMC's word for it. */
interface ResultRow {
  readonly code: number;
  readonly word: string;
}

/** Results by the words of the decoder. Source: DLMS UA Green Book, data-access-result; MMC schema 5.4, StatusCOSEM. */
const RESULTS: Readonly<Record<string, ResultRow>> = {
  success: { code: 0, word: 'success' },
  'hardware fault': { code: 1, word: 'hardware-fault' },
  'temporary failure': { code: 2, word: 'temporary-failure' },
  'read-write denied': { code: 3, word: 'read-write-denied' },
  'object undefined': { code: 4, word: 'object-undefined' },
  'object class inconsistent': { code: 9, word: 'object-class-inconsistent' },
  'object unavailable': { code: 11, word: 'object-unavailable' },
  'type unmatched': { code: 12, word: 'type-unmatched' },
  'scope of access violated': { code: 13, word: 'scope-of-access-violated' },
  'data block unavailable': { code: 14, word: 'data-block-unavailable' },
  'long get aborted': { code: 15, word: 'long-get-aborted' },
  'no long get in progress': { code: 16, word: 'no-long-get-in-progress' },
  'other reason': { code: 250, word: 'other-reason' },
};

/** Results MMC has no word for in answers to methods. Source: MMC schema 5.4, StatusCOSEM/ActionResult. */
const ONLY_OF_ATTRIBUTES: ReadonlySet<string> = new Set(['long-get-aborted', 'no-long-get-in-progress']);

const NOT_KNOWN = 'response-code-not-known';

/** Whether every access of a DLMS Response went well. */
export function dlmsSucceeded(content: Description): boolean {
  return accessesIn(content).every(({ result }) => result === 'success');
}

/** `COSEMDebug`: the result of each access by its position, from 1. */
export function dlmsDebug(content: Description): MmcTree {
  const results = accessesIn(content).map(({ access, result }, index): MmcTree => {
    const row = RESULTS[result] ?? { code: Number(/\d+$/.exec(result)?.[0]), word: NOT_KNOWN };
    const ofMethod = access.startsWith('action');
    const word = ofMethod && ONLY_OF_ATTRIBUTES.has(row.word) ? NOT_KNOWN : row.word;
    return {
      ResponseCode: String(row.code),
      Position: String(index + 1),
      [ofMethod ? 'ActionResult' : 'DataAccessResult']: word,
    };
  });
  return { COSEMDebug: { COSEMResponse: results } };
}
