import type { Description, UseCase } from '../gbcs/index.js';
import { dlmsDebug, dlmsSucceeded } from './dlms-results.js';
import { gbzDebug, gbzSucceeded } from './gbz-statuses.js';
import { derSucceeded } from './der-statuses.js';
import { encryptedData } from './encrypted-data.js';
import { fill, type MmcTree } from './mmc-tree.js';
import { NotCovered } from './not-covered.js';
import { EMPTY_RESPONSE_ELEMENTS, RESPONSE_ELEMENTS } from './response-elements.js';
import { responseRowOf } from './response-tables.js';

/**
 * The `ResponseMessage` of a Response: its element with `MessageSuccess`, and what went wrong where something did.
 * Encrypted data without their key are handed on in `GBCSData`, and the element is left out.
 * @param content as `describeMessage` tells it
 * @throws NotCovered naming the use case
 */
export function responseMessage(useCase: UseCase, variant: string, content: Description): MmcTree {
  const element = RESPONSE_ELEMENTS[variant];
  if (element === undefined) throw new NotCovered(`${useCase.code}: no element answers ${variant}`);
  const [succeeded, debug] = outcome(useCase, content);
  const encrypted = encryptedData(useCase, content);
  const data = encrypted.length > 0 ? undefined : smetsData(useCase, element, succeeded, content);
  return { GBCSData: encrypted, SMETSData: data, DebugInfo: debug };
}

function smetsData(useCase: UseCase, element: string, succeeded: boolean, content: Description): MmcTree {
  const row = responseRowOf(useCase.code);
  if (!row && !EMPTY_RESPONSE_ELEMENTS.has(element)) {
    throw new NotCovered(`what ${useCase.code} (${useCase.title}) answers has no MMC form here yet`);
  }
  const members = row && !EMPTY_RESPONSE_ELEMENTS.has(element) ? fill(row.elements, content) : {};
  return { [element]: { MessageSuccess: String(succeeded), ...members } };
}

/** Whether all went well; the debug information only where it did not. Mark: inferred. */
function outcome({ encoding }: UseCase, content: Description): readonly [boolean, MmcTree | undefined] {
  switch (encoding) {
    case 'DLMS':
      return dlmsSucceeded(content) ? [true, undefined] : [false, dlmsDebug(content)];
    case 'GBZ':
      return gbzSucceeded(content) ? [true, undefined] : [false, gbzDebug(content)];
    case 'ASN.1':
      return [derSucceeded(content), undefined];
  }
}
