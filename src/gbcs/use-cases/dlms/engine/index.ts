/** The words of the row language: what use case files import, beside the data types. */
export { action, get, getRange, set } from './access-items.js';
export { group, included, mapValue, optional, repeat } from './combinators.js';
export type { CommandFacts, CommandItem, ItemValue } from './command-item.js';
export {
  type DlmsUseCase,
  dlmsUseCase,
  type DlmsUseCaseRow,
  type From,
  hasBodyContent,
  nothingToSay,
  type RequestFacts,
} from './dlms-use-case.js';
export { isPolyphase, isTwinElement } from './esme-variant.js';
export { logEntries, protectedRead, register } from './protected-read.js';
